import { Link } from '@tanstack/react-router';
import { dutyRollUp } from '@vungmanh/contracts/training/duty';
import { useQueryOf } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { Note } from '../../ui/notes.js';

/** On the first page of whoever answers for an organization: that people there are late with their courses, or soon will be. */
export function DutyReminder({ nodeId }: { nodeId: string }) {
  const rollUp = useQueryOf(dutyRollUp, { nodeId, year: Number(today().slice(0, 4)) });
  const top = rollUp.data?.items[0];
  if (!top || top.overdue + top.soon === 0) return null;
  const said = [
    top.overdue > 0 ? `${showCount(top.overdue)} đồng chí quá hạn` : [],
    top.soon > 0 ? `${showCount(top.soon)} đồng chí sắp đến hạn` : [],
  ].flat();
  return (
    <Note tone={top.overdue > 0 ? 'warning' : 'info'} title={`Bồi dưỡng: ${said.join(', ')}`}>
      <p>
        <Link to="/training" search={{ view: 'duties', span: top.overdue > 0 ? 'OVERDUE' : 'SOON' }}>
          Xem ai còn phải học
        </Link>
      </p>
    </Note>
  );
}
