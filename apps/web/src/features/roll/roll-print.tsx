import { absenceReasonLabels, attendanceStateLabels, rosterStatusLabels } from '@vungmanh/contracts/attendance';
import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { meetingKindLabel } from '@vungmanh/contracts/meetings/meeting-state';
import type { RollPageLine } from '@vungmanh/contracts/meetings/roll';
import { showDate } from '../../text/dates.js';
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

/** The roll on paper is a table, never the screen with its buttons. */
export function RollPrint({ meeting, shown }: { meeting: Meeting; shown: RollShown }) {
  const { counts } = shown;
  return (
    <div className="only-print roll-print">
      <p className="strong">{meeting.bodyName}</p>
      <p>
        Danh sách điểm danh – {meetingKindLabel[meeting.kind]} ngày {showDate(meeting.plannedOn)}
      </p>
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
        Triệu tập {counts.expected}, có mặt {counts.present.total}, vắng có lý do {counts.absentExcused}, vắng không có lý do {counts.absentUnexcused}
        .{shown.guests.length > 0 && ` Khách mời: ${shown.guests.map((g) => [g.name, g.office].filter(Boolean).join(', ')).join('; ')}.`}
      </p>
    </div>
  );
}
