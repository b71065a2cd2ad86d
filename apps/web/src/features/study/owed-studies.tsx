import { Link } from '@tanstack/react-router';
import { owedStudies } from '@vungmanh/contracts/training/study-level';
import { useListOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import './study.css';
import { dueText, nextStep, paperName } from './study-text.js';

const SHOWN = 5;

/** On the first page of who works for an organization that has a paper to study; nothing for anybody else. */
export function OwedStudies() {
  const session = useSession();
  const list = useListOf(owedStudies, { limit: SHOWN }, { when: may(session, 'training:study') });
  if (list.rows.length === 0) return null;
  return (
    <Card title="Học tập, quán triệt văn bản cấp trên">
      <ul className="study-owed">
        {list.rows.map((level) => (
          <li key={level.id}>
            <span className="row apart">
              <Link to="/training/study-levels/$levelId" params={{ levelId: level.id }}>
                {paperName(level.paper)}
              </Link>
              <Badge tone={level.late ? 'late' : 'wait'}>{dueText(level)}</Badge>
            </span>
            <span className="soft small">
              {level.nodeName} · {nextStep[level.state]}
            </span>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <p>
          <Link to="/training" search={{ view: 'studies' }}>
            Xem tất cả
          </Link>
        </p>
      )}
    </Card>
  );
}
