import { useState } from 'react';
import { offline, ProblemError } from '../../api/problem-error.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { EmptyState, Note, ProblemNote, Progress, Skeleton } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';

const stale = new ProblemError('stale', 'request/stale', 'Người khác vừa thay đổi nội dung này. Hãy xem bản mới nhất rồi làm lại.');
const broken = new ProblemError('internal', 'request/internal', 'Hệ thống gặp lỗi ngoài dự kiến. Nội dung chưa được lưu.', {
  trace: '4bf92f3577b34da6',
});

export function StatesView() {
  const [tab, setTab] = useState<'open' | 'late' | 'done'>('late');
  return (
    <Page title="Trạng thái và lời nhắn" narrow>
      <Card title="Nhãn">
        <div className="row">
          <Badge>Kế hoạch</Badge>
          <Badge tone="active">Đang họp</Badge>
          <Badge tone="done">Đã công bố</Badge>
          <Badge tone="wait">Chờ xác nhận</Badge>
          <Badge tone="late">Quá hạn 2 ngày</Badge>
          <Badge tone="muted">Đã hủy</Badge>
        </div>
      </Card>
      <Note title="Kỳ họp này ghép với sinh hoạt chuyên đề quý IV">
        <p>Thời lượng tối thiểu là 120 phút theo Hướng dẫn 42-HD/BTCTW.</p>
      </Note>
      <Note tone="warning" title="Thông báo gửi muộn hơn quy định">
        <p>Vẫn họp được. Đồng chí ghi lý do; cấp ủy cấp trên sẽ thấy.</p>
      </Note>
      <Note tone="done" title="Đã lưu biên bản" />
      <ProblemNote problem={stale} />
      <ProblemNote problem={offline()} onRetry={() => {}} />
      <ProblemNote problem={broken} onRetry={() => {}} />
      <Card title="Việc">
        <Tabs
          label="Trạng thái việc"
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'open', label: 'Đang làm', count: 4 },
            { value: 'late', label: 'Quá hạn', count: 1 },
            { value: 'done', label: 'Đã xong' },
          ]}
        >
          <p>Nội dung của mục đang chọn.</p>
        </Tabs>
      </Card>
      <Card>
        <EmptyState icon="meeting" title="Chưa có kế hoạch sinh hoạt năm 2027" action={<Button look="primary">Lập kế hoạch năm</Button>}>
          <p>Kế hoạch gồm 12 kỳ thường kỳ vào ngày 03 hằng tháng và mỗi quý một chuyên đề. Đồng chí xem lại rồi xác nhận.</p>
        </EmptyState>
      </Card>
      <Card title="Đang tải">
        <div className="stack">
          <Progress label="Đang đọc tệp đảng viên" value={0.42} detail="1.668 / 3.970 dòng" />
          <Progress label="Đang kiểm tra" />
          <Skeleton lines={3} />
        </div>
      </Card>
    </Page>
  );
}
