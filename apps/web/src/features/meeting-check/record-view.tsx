import type { CellRecord } from '@vungmanh/contracts/inspection/check-cell';
import { judgmentLabel } from '@vungmanh/contracts/inspection/meeting-check-state';
import { showDate } from '../../text/dates.js';
import { Facts } from '../../ui/card.js';
import { judged } from './record-text.js';

const withRemark = (said: string, remark: string | undefined): string => (remark === undefined ? said : `${said}. ${remark}`);

/** The sheet of a cell, once nothing is written into it any more. */
export function RecordView({ record }: { record: CellRecord | undefined }) {
  if (!record) return <p className="soft">Chưa ghi kết quả kiểm tra chi bộ này.</p>;
  const { minuteBook, superiors, attendedOn, hearing } = record;
  return (
    <Facts
      items={[
        ['Sổ biên bản được ghi, giữ theo quy định', withRemark(minuteBook.kept ? 'Có' : 'Không', minuteBook.remark)],
        ...judged.map(({ name, label }) => [label, withRemark(judgmentLabel[record[name].judgment], record[name].remark)] as const),
        ['Nhận xét về việc cấp trên dự sinh hoạt', superiors.remark],
        ['Đoàn dự sinh hoạt', attendedOn && showDate(attendedOn)],
        ['Nghe chi bộ phản ánh', hearing && `${showDate(hearing.heldOn)}, ${hearing.members} đảng viên dự`],
        ['Chi bộ phản ánh, kiến nghị', hearing?.concerns],
      ]}
    />
  );
}
