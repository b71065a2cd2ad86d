import { Link } from '@tanstack/react-router';
import { type Duty, inspectionDuties } from '@vungmanh/contracts/inspection/duty';
import { useQueryOf } from '../../api/queries.js';
import { useSession } from '../../session/session.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { ProblemNote } from '../../ui/notes.js';
import { unitsOf } from '../plan/units.js';
import { dutyDay, dutyText, isBeginning } from './duty-text.js';

/** Of so many organizations; who plans for more finds them on the page of inspection. */
const UNITS_SHOWN = 3;

function DutyLink({ duty }: { duty: Duty }) {
  const text = dutyText(duty);
  switch (duty.kind) {
    case 'PROGRAM':
    case 'LINES':
      return duty.programId === undefined ? (
        <Link to="/inspection" search={{ year: duty.kind === 'PROGRAM' ? duty.year : undefined }}>
          {text}
        </Link>
      ) : (
        <Link to="/inspection/programs/$programId" params={{ programId: duty.programId }}>
          {text}
        </Link>
      );
    case 'QUARTER':
      return (
        <Link to="/member-supervision" search={{ quarter: duty.quarter }}>
          {text}
        </Link>
      );
    case 'CHECK':
      return duty.checkId === undefined ? (
        <Link to="/inspection" search={{ view: 'checks' }}>
          {text}
        </Link>
      ) : (
        <Link to="/meeting-checks/$checkId" params={{ checkId: duty.checkId }}>
          {text}
        </Link>
      );
    case 'FINDINGS':
      return (
        <Link to="/inspection" search={{ view: 'told' }}>
          {text}
        </Link>
      );
  }
}

function DutiesOf({ nodeId }: { nodeId: string }) {
  const { data, error, refetch } = useQueryOf(inspectionDuties, { nodeId });
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Card title="Kiểm tra, giám sát: việc phải làm" aside={<span className="soft">{data.nodeName}</span>}>
      <ul className="my-tasks">
        {data.items.map((duty) => (
          <li key={dutyText(duty)}>
            <span>
              <DutyLink duty={duty} />
              <span className="soft small my-task-about">{dutyDay(duty)}</span>
            </span>
            {duty.late && <Badge tone="late">{isBeginning(duty) ? 'Chậm' : 'Quá hạn'}</Badge>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What the organizations for which one plans inspection and supervision owe today, computed by their service; nothing for anybody else. */
export function InspectionDuties() {
  const units = unitsOf(useSession(), 'inspection:plan').slice(0, UNITS_SHOWN);
  return units.map((unit) => <DutiesOf key={unit.nodeId} nodeId={unit.nodeId} />);
}
