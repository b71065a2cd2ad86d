import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Crumbs, Page } from '../../ui/page.js';
import { Stepper } from '../../ui/stepper.js';
import { Totals } from '../../ui/totals.js';
import { name } from './sample.js';

const phases = [
  { key: 'PLANNED', label: 'Kế hoạch', note: '01/01/2026' },
  { key: 'PREPARED', label: 'Chuẩn bị', note: '28/11/2026' },
  { key: 'NOTIFIED', label: 'Đã thông báo', note: '01/12/2026' },
  { key: 'IN_SESSION', label: 'Đang họp' },
  { key: 'CLOSED', label: 'Biên bản' },
  { key: 'PUBLISHED', label: 'Công bố' },
];

interface Item {
  readonly title: string;
  readonly who: string;
  readonly minutes: number;
  readonly state: 'done' | 'active' | 'plain';
}
const agenda: readonly Item[] = [
  { title: 'Nhiệm vụ của nghị quyết trước còn mở (3 việc)', who: name(3), minutes: 15, state: 'done' },
  { title: 'Kết quả lãnh đạo tháng 11, phương hướng tháng 12', who: name(8), minutes: 30, state: 'active' },
  { title: 'Thảo luận: nạo vét kênh mương, vệ sinh môi trường', who: name(12), minutes: 25, state: 'plain' },
  { title: 'Tự phê bình và phê bình, tình hình tư tưởng', who: name(3), minutes: 20, state: 'plain' },
  { title: 'Kết luận, biểu quyết nghị quyết', who: name(3), minutes: 15, state: 'plain' },
];
const columns: readonly Column<Item>[] = [
  { key: 'title', header: 'Nội dung', cell: (i) => <span className="strong">{i.title}</span>, phone: 'title' },
  { key: 'who', header: 'Người trình bày', cell: (i) => i.who, nowrap: true },
  { key: 'minutes', header: 'Phút', cell: (i) => i.minutes, align: 'end' },
  {
    key: 'state',
    header: 'Trạng thái',
    phone: 'mark',
    cell: (i) => i.state !== 'plain' && <Badge tone={i.state}>{i.state === 'done' ? 'Xong' : 'Đang bàn'}</Badge>,
  },
];

export function MeetingView() {
  return (
    <Page
      title="Sinh hoạt thường kỳ tháng 12/2026"
      crumbs={
        <Crumbs>
          {[
            <a key="1" href="/">
              Sinh hoạt chi bộ
            </a>,
            <a key="2" href="/">
              Chi bộ thôn Mẫu
            </a>,
          ]}
        </Crumbs>
      }
      about={
        <>
          <span>Thứ năm, 03/12/2026, 19:30</span>
          <span>Nhà văn hóa thôn Đông</span>
          <Badge tone="active">Đang họp</Badge>
        </>
      }
      actions={
        <>
          <Button look="primary">Điểm danh</Button>
          <Button icon="print">In chương trình</Button>
        </>
      }
    >
      <Stepper label="Các bước của kỳ sinh hoạt" phases={phases} at="IN_SESSION" />
      <Totals
        label="Điểm danh"
        items={[
          { label: 'Có mặt', value: 22, of: 27, tone: 'blue' },
          { label: 'Vắng có lý do', value: 3, tone: 'amber' },
          { label: 'Vắng không lý do', value: 1, tone: 'red' },
          { label: 'Chưa điểm', value: 1 },
        ]}
      />
      <div className="with-side">
        <Card title="Chương trình" aside={<span className="soft">105 phút</span>} flush>
          <DataTable
            caption="Chương trình"
            columns={columns}
            rows={agenda}
            rowKey={(i) => i.title}
            rowTone={(i) => (i.state === 'active' ? 'current' : undefined)}
          />
        </Card>
        <div className="stack">
          <Card title="Thông tin kỳ họp">
            <Facts
              items={[
                ['Chủ trì', `Đồng chí ${name(3)}, Bí thư chi bộ`],
                ['Thư ký', `Đồng chí ${name(8)}`],
                ['Cấp trên dự', `Đồng chí ${name(15)}, Đảng ủy viên`],
                ['Đảng viên được biểu quyết', '24'],
                ['Ghi chú', undefined],
              ]}
            />
          </Card>
          <Card tone="notice" title="Việc còn mở từ nghị quyết trước">
            <ul className="stack tight">
              <li className="row apart">
                Tu sửa đường nội đồng <Badge tone="late">Quá hạn 2 ngày</Badge>
              </li>
              <li className="row apart">
                Rà soát hộ nghèo <Badge tone="wait">Còn 3 ngày</Badge>
              </li>
            </ul>
          </Card>
        </div>
      </div>
    </Page>
  );
}
