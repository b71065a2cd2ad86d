import { absenceReasonLabels, attendanceStateLabels, rosterStatusLabels, type RollPageLine } from '@vungmanh/contracts/attendance';
import { dayAndTime } from '../meeting/agenda.js';
import type { RollShown } from './local-roll.js';

function remark(line: RollPageLine): string {
  return [
    line.reason && absenceReasonLabels[line.reason],
    line.arrivedAt !== undefined && `đến ${dayAndTime(line.arrivedAt).time}`,
    line.leftAt !== undefined && `về ${dayAndTime(line.leftAt).time}`,
    line.note,
  ]
    .filter(Boolean)
    .join(', ');
}

interface PrintProps {
  readonly head: readonly [body: string, title: string];
  /** What was called: 'Triệu tập'. */
  readonly counted: string;
  readonly shown: RollShown;
}

/** The roll on paper is a table, never the screen with its buttons. */
export function RollPrint({ head, counted, shown }: PrintProps) {
  const { counts } = shown;
  return (
    <div className="only-print roll-print">
      <p className="strong">{head[0]}</p>
      <p>{head[1]}</p>
      <table>
        <thead>
          <tr>
            {['TT', 'Họ và tên', 'Đảng viên', 'Điểm danh', 'Ghi chú'].map((h) => (
              <th key={h} scope="col">
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.lines.map((line, i) => (
            <tr key={line.personId}>
              <td>{i + 1}</td>
              <td>{line.name}</td>
              <td>{rosterStatusLabels[line.status]}</td>
              <td>{line.state ? attendanceStateLabels[line.state] : ''}</td>
              <td>{remark(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {counted} {counts.expected}, có mặt {counts.present.total}, vắng có lý do {counts.absentExcused}, vắng không có lý do {counts.absentUnexcused}
        .{shown.guests.length > 0 && ` Khách mời: ${shown.guests.map((g) => [g.name, g.office].filter(Boolean).join(', ')).join('; ')}.`}
      </p>
    </div>
  );
}
