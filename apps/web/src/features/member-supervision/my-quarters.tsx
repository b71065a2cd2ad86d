import { Link } from '@tanstack/react-router';
import { quarterText } from '@vungmanh/contracts/inspection/member-supervision';
import { type MySupervision, mySupervisions, proposalLabel } from '@vungmanh/contracts/inspection/supervision-line';
import { type Listed, useListOf } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { MoreButton } from '../../ui/more-button.js';
import './member-supervision.css';
import { standingLabel, standingTone, tasksText } from './supervision-text.js';

const come = ({ reminders, answers, proposal, reported }: MySupervision): string =>
  [
    reminders > 0 && `${reminders} lần nhắc nhở`,
    proposal && `chi ủy đề nghị: ${proposalLabel[proposal].toLowerCase()}`,
    reported && 'chi bộ đã báo cáo cấp ủy có thẩm quyền',
    answers > 0 && `tôi đã có ${answers} ý kiến`,
  ]
    .filter(Boolean)
    .join(' · ');

export function MyQuarters({ list }: { list: Listed<MySupervision> }) {
  return (
    <div className="stack">
      <ul className="supervision-said">
        {list.rows.map((one) => (
          <li key={one.id}>
            <p className="row apart">
              <Link to="/member-supervision/lines/$supervisionLineId" params={{ supervisionLineId: one.id }} className="strong">
                {quarterText(one.quarter)}
              </Link>
              <Badge tone={standingTone[one.state]}>{standingLabel[one.state]}</Badge>
            </p>
            <p>{tasksText(one.tasks)}.</p>
            {come(one) !== '' && <p className="soft small">{come(one)}</p>}
          </li>
        ))}
      </ul>
      <MoreButton {...list} />
    </div>
  );
}

/** On the first page, the latest quarter, for whoever is supervised; nothing for anybody else. */
export function MySupervisionCard() {
  const list = useListOf(mySupervisions, { limit: 1 });
  if (list.rows.length === 0) return null;
  return (
    <Card title="Giám sát đảng viên theo quý" aside={<Link to="/my/supervision">Các quý</Link>}>
      <MyQuarters list={{ ...list, hasMore: false }} />
    </Card>
  );
}
