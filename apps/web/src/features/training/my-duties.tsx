import { type MyDuty, dutyPositionLabel, myDuties } from '@vungmanh/contracts/training/duty';
import { useListOf } from '../../api/queries.js';
import { showDate, showDue, today } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import './training.css';

function Row({ duty, now }: { duty: MyDuty; now: string }) {
  return (
    <li>
      <span className="row apart">
        <span className="strong">{duty.courseLabel}</span>
        <Badge tone={duty.dueOn < now ? 'late' : 'plain'}>{showDue(duty.dueOn, now)}</Badge>
      </span>
      <span className="small soft">
        {dutyPositionLabel[duty.position]}, {duty.nodeName} · học xong trước {showDate(duty.dueOn)}
      </span>
    </li>
  );
}

/** On the first page, for whoever has a course to take; nothing for anybody else. */
export function MyDuties() {
  const list = useListOf(myDuties, { limit: 5 });
  const now = today();
  if (list.rows.length === 0) return null;
  return (
    <Card title="Lớp học tôi cần tham gia">
      <ul className="duty-list">
        {list.rows.map((duty) => (
          <Row key={duty.id} duty={duty} now={now} />
        ))}
      </ul>
    </Card>
  );
}
