import type { CheckCell } from '@vungmanh/contracts/inspection/check-cell';
import type { HeldMeeting } from '@vungmanh/contracts/meetings/held';
import { meetingKindLabel } from '@vungmanh/contracts/meetings/meeting-state';
import { getRoll } from '@vungmanh/contracts/meetings/roll';
import { useQueryOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Card } from '../../ui/card.js';
import { ProblemNote } from '../../ui/notes.js';

/** Names are read from the roll itself, under the reader's own right, which ends with the check. */
function Names({ meetingId }: { meetingId: string }) {
  const roll = useQueryOf(getRoll, { meetingId });
  if (!roll.data) return <ProblemNote problem={roll.error} />;
  return (
    <ul className="check-list">
      {roll.data.guests.map(({ id, name, office }) => (
        <li key={id}>{office === undefined ? name : `${name}, ${office}`}</li>
      ))}
    </ul>
  );
}

/** Who came to the cell's meetings from outside it, from the rolls: nobody counts them by hand. */
export function CellGuests({ cell, readable }: { cell: CheckCell; readable: boolean }) {
  const attended = [...cell.samples, ...cell.others].filter((m: HeldMeeting) => m.guests > 0).toSorted((a, b) => a.heldOn.localeCompare(b.heldOn));
  return (
    <Card title="Cấp trên, khách dự sinh hoạt">
      <div className="stack">
        <p className="soft">Lấy từ điểm danh các buổi sinh hoạt trong kỳ. Nhận xét ghi trong phiếu kiểm tra.</p>
        {attended.length === 0 && <p>Trong kỳ không có buổi nào ghi cấp trên, khách dự.</p>}
        <ul className="check-list ruled">
          {attended.map((m) => (
            <li key={m.id} className="stack tight">
              <span>
                <span className="strong">{meetingKindLabel[m.kind]}</span>, ngày {showDate(m.heldOn)}
                {!readable && `: ${m.guests} người`}
              </span>
              {readable && <Names meetingId={m.id} />}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
