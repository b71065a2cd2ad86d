import { useState } from 'react';
import { Button, IconButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chips } from '../../ui/chips.js';
import { CheckField, FileField, RadioField, SelectField } from '../../ui/choice-field.js';
import { ConfirmDialog } from '../../ui/dialog.js';
import { Page } from '../../ui/page.js';
import { CountField, DateField, MinutesField, TimeField } from '../../ui/parsed-field.js';
import { PasswordField, SearchField, TextArea, TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';

export function ControlsView() {
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('Nhà văn hóa thôn Đông');
  const [long, setLong] = useState('');
  const [search, setSearch] = useState('');
  const [password, setPassword] = useState('mật khẩu');
  const [day, setDay] = useState<string | undefined>('2026-12-03');
  const [time, setTime] = useState<string | undefined>('19:30');
  const [minutes, setMinutes] = useState<number | undefined>(90);
  const [votes, setVotes] = useState<number>();
  const [kind, setKind] = useState<'REGULAR' | 'THEMATIC'>();
  const [way, setWay] = useState<'CARD' | 'BALLOT' | undefined>('CARD');
  const [reason, setReason] = useState<'SICK' | 'AWAY' | 'WORK' | undefined>('SICK');
  const [agreed, setAgreed] = useState(true);
  return (
    <Page title="Nút và ô nhập" about="Mọi ô nhập gõ được Telex, VNI; mọi nút cao ít nhất 44 điểm">
      <Card title="Nút">
        <div className="row">
          <Button look="primary" onClick={() => toast({ text: 'Đã gửi thông báo sinh hoạt đến 27 đảng viên.' })}>
            Gửi thông báo
          </Button>
          <Button icon="download">Tải xuống</Button>
          <Button look="quiet" icon="plus">
            Thêm nội dung
          </Button>
          <Button look="danger" onClick={() => setOpen(true)}>
            Hoãn kỳ họp
          </Button>
          <Button look="primary" busy>
            Đang lưu
          </Button>
          <Button disabled>Chưa đến lượt</Button>
          <Button size="small" onClick={() => toast({ text: 'Đã chấm 12 đồng chí có mặt.', undo: () => {} })}>
            Còn lại có mặt
          </Button>
          <IconButton icon="edit" label="Sửa" />
        </div>
      </Card>
      <Card title="Ô nhập">
        <div className="columns">
          <TextField label="Địa điểm" value={text} onChange={setText} />
          <TextField label="Số văn bản" optional value="" onChange={setText} hint="Để trống nếu chưa có số." />
          <TextField label="Yêu cầu" value="" onChange={setText} error="Chưa nhập yêu cầu" />
          <DateField label="Ngày sinh hoạt" value={day} onChange={setDay} hint="Gõ 3/12/26 hoặc 031226." />
          <TimeField label="Giờ bắt đầu" value={time} onChange={setTime} />
          <MinutesField label="Thời lượng" value={minutes} onChange={setMinutes} hint="Gõ 90 hoặc 1h30." />
          <CountField label="Số phiếu tán thành" value={votes} onChange={setVotes} error="Số phiếu phải bằng số đại biểu có mặt" />
          <SelectField
            label="Loại sinh hoạt"
            value={kind}
            onChange={setKind}
            options={[
              { value: 'REGULAR', label: 'Sinh hoạt thường kỳ' },
              { value: 'THEMATIC', label: 'Sinh hoạt chuyên đề' },
            ]}
          />
          <PasswordField label="Mật khẩu" value={password} onChange={setPassword} />
          <SearchField label="Tìm đảng viên" placeholder="Tìm tên" value={search} onChange={setSearch} />
        </div>
      </Card>
      <div className="columns">
        <Card title="Chọn">
          <div className="stack">
            <RadioField
              label="Hình thức biểu quyết"
              value={way}
              onChange={setWay}
              options={[
                { value: 'CARD', label: 'Giơ thẻ đảng viên' },
                { value: 'BALLOT', label: 'Bỏ phiếu kín', hint: 'Chỉ ghi số phiếu, không ghi ai bỏ phiếu nào.' },
              ]}
            />
            <CheckField label="Gửi cả cho cấp ủy viên được phân công theo dõi" checked={agreed} onChange={setAgreed} />
            <Chips
              label="Lý do vắng"
              value={reason}
              onChange={setReason}
              options={[
                { value: 'SICK', label: 'Ốm đau', count: 2, tone: 'amber' },
                { value: 'AWAY', label: 'Đi làm ăn xa', count: 3 },
                { value: 'WORK', label: 'Bận công tác' },
              ]}
            />
          </div>
        </Card>
        <Card title="Nội dung dài và tệp">
          <div className="stack">
            <TextArea label="Nội dung báo cáo" value={long} onChange={setLong} placeholder="Kết quả lãnh đạo tháng trước…" />
            <FileField label="Tài liệu kèm theo" accept=".docx,.pdf" hint="Không đính kèm văn bản có độ Mật." optional onChange={() => {}} />
          </div>
        </Card>
      </div>
      <ConfirmDialog
        open={open}
        title="Hoãn kỳ sinh hoạt ngày 03/12/2026?"
        confirm="Hoãn kỳ họp"
        look="danger"
        onConfirm={() => setOpen(false)}
        onClose={() => setOpen(false)}
      >
        <p>27 đảng viên đã nhận thông báo sẽ nhận tin hoãn. Kỳ họp phải được tổ chức trong tuần đầu của tháng.</p>
        <TextArea label="Lý do hoãn" value={long} onChange={setLong} rows={3} />
      </ConfirmDialog>
    </Page>
  );
}
