import { Link } from '@tanstack/react-router';
import { myDisciplines } from '@vungmanh/contracts/inspection/discipline';
import { disciplineStateLabel } from '@vungmanh/contracts/inspection/discipline-state';
import { disciplineFormLabel } from '@vungmanh/contracts/inspection/kind';
import { useListOf } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { MoreButton } from '../../ui/more-button.js';
import { bodyText, stateTone } from './discipline-text.js';
import './discipline.css';

/** In one's own record: cases about oneself, each with the way to what one may do in it. Nothing for anybody else. */
export function MyDisciplines() {
  const list = useListOf(myDisciplines, { about: 'true', limit: 20 });
  if (list.rows.length === 0) return null;
  return (
    <Card title="Hồ sơ xem xét kỷ luật về tôi">
      <ul className="discipline-list">
        {list.rows.map((row) => (
          <li key={row.id} className="stack tight">
            <span className="row apart">
              <Link to="/discipline/$disciplineId" params={{ disciplineId: row.id }} className="strong">
                {row.form === undefined ? 'Đang xem xét, chưa có quyết định' : disciplineFormLabel[row.form]}
              </Link>
              <Badge tone={stateTone[row.state]}>{disciplineStateLabel[row.state]}</Badge>
            </span>
            <span className="soft small">{bodyText(row.actor, row.nodeName)}. Mở để trình bày, giải trình, nhận quyết định, khiếu nại.</span>
          </li>
        ))}
      </ul>
      <MoreButton {...list} />
    </Card>
  );
}
