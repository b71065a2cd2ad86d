import { inspectionKindLabel } from '@vungmanh/contracts/inspection/kind';
import { conflictReasonLabel, lineStateLabel, type PlanLine } from '@vungmanh/contracts/inspection/plan-line';
import type { Program } from '@vungmanh/contracts/inspection/program';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Facts } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { Note } from '../../ui/notes.js';
import { lineTone, openConflicts, quarterText } from './inspection-text.js';
import { LineActs } from './line-acts.js';

const days = ({ fromOn, toOn }: PlanLine): string => [fromOn && `từ ${showDate(fromOn)}`, toOn && `đến ${showDate(toOn)}`].filter(Boolean).join(' ');

/** One line with all that is planned, what speaks against its team, and what can be done. */
export function LineDialog({ program, line, onClose }: { program: Program; line: PlanLine | undefined; onClose: () => void }) {
  return (
    <Dialog open={line !== undefined} title={line ? inspectionKindLabel[line.kind] : ''} onClose={onClose}>
      {line && (
        <div className="stack" key={`${line.id}${line.version}`}>
          <p className="row">
            <span className="strong">{line.subjectName}</span>
            <Badge tone={lineTone[line.state]}>{lineStateLabel[line.state]}</Badge>
            {line.overdue && <Badge tone="late">Quá hạn</Badge>}
          </p>
          <Facts
            items={[
              ['Quý', `${quarterText(line.quarter)}/${program.year}`],
              ['Nội dung', line.content],
              ['Trưởng đoàn, tổ trưởng', line.leader?.name],
              ['Thành viên', line.team.map((t) => t.name).join(', ')],
              ['Thời gian', days(line)],
              ['Lý do hủy, chuyển', line.because],
              ['Ngày xong', line.doneOn && showDate(line.doneOn)],
              ['Kết quả', line.note],
            ]}
          />
          {line.clash && (
            <Note tone="warning" title="Trùng quý với cơ quan khác">
              <p>Cơ quan khác cũng có cuộc đối với đối tượng này trong quý. Nên trao đổi để phối hợp hoặc chuyển quý.</p>
            </Note>
          )}
          {openConflicts(line).length > 0 && (
            <Note tone="warning" title="Nên thay người trong đoàn">
              {openConflicts(line).map((c) => (
                <p key={c.id}>
                  {c.name} {conflictReasonLabel[c.reason]}.
                </p>
              ))}
              <p className="small">Quan hệ gia đình không lưu trên phần mềm: cấp ủy tự xem xét.</p>
            </Note>
          )}
          <LineActs program={program} line={line} onClose={onClose} />
        </div>
      )}
    </Dialog>
  );
}
