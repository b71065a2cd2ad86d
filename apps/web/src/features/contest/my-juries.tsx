import { Link } from '@tanstack/react-router';
import { roundStateLabel } from '@vungmanh/contracts/training/contest';
import { myJuries } from '@vungmanh/contracts/training/contest-jury';
import { useListOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { MoreButton } from '../../ui/more-button.js';
import { roundTone } from './contest-text.js';
import './contest.css';

/** On the first page, for whoever is on a jury; nothing for anybody else. */
export function MyJuries() {
  const list = useListOf(myJuries, { limit: 5 });
  if (list.rows.length === 0) return null;
  return (
    <Card title="Chấm hội thi">
      <ul className="round-list">
        {list.rows.map((one) => (
          <li key={one.id}>
            <span className="row apart">
              <Link to="/juries/$roundId" params={{ roundId: one.id }} className="strong">
                {one.title}
              </Link>
              <Badge tone={roundTone(one.state)}>{roundStateLabel[one.state]}</Badge>
            </span>
            <span className="small soft">Ngày thi {showDate(one.heldOn)}</span>
          </li>
        ))}
      </ul>
      <MoreButton {...list} />
    </Card>
  );
}
