import { Link } from '@tanstack/react-router';
import { myDenunciations } from '@vungmanh/contracts/inspection/denunciation';
import { denunciationStateLabel } from '@vungmanh/contracts/inspection/denunciation-state';
import { useListOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { bodyText } from '../discipline/discipline-text.js';
import { stateTone } from './denunciation-text.js';

/** In one's own record: denunciations of which one was told. Nothing for anybody else. */
export function MyDenunciations() {
  const list = useListOf(myDenunciations, { about: 'true', limit: 20 });
  if (list.rows.length === 0) return null;
  return (
    <Card title="Nội dung tố cáo về tôi">
      <ul className="discipline-list">
        {list.rows.map((row) => (
          <li key={row.id} className="stack tight">
            <span className="row apart">
              <Link to="/denunciations/$denunciationId" params={{ denunciationId: row.id }} className="strong">
                Nhận ngày {showDate(row.receivedOn)}
              </Link>
              <Badge tone={stateTone[row.state]}>{denunciationStateLabel[row.state]}</Badge>
            </span>
            <span className="soft small">{bodyText(row.actor, row.nodeName)}. Mở để đọc nội dung và giải trình.</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
