import { findingsOfCell } from '@vungmanh/contracts/inspection/check-notice';
import { halfYearText } from '@vungmanh/contracts/inspection/meeting-check-state';
import { useListOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { Card } from '../../ui/card.js';
import { MoreButton } from '../../ui/more-button.js';
import { ProblemNote } from '../../ui/notes.js';
import { FindingView } from './finding-view.js';
import './meeting-check.css';
import { Settle } from './settle.js';

/** What published checks have found about one cell: for whoever answers for it; the committee confirms what is mended. */
export function ToldFindings({ nodeId }: { nodeId: string }) {
  const session = useSession();
  const list = useListOf(findingsOfCell, { nodeId, limit: 20 });
  const confirms = may(session, 'inspection:check-meetings', nodeId);
  if (list.rows.length === 0 && !list.problem) return null;
  return (
    <Card title="Kết quả kiểm tra sinh hoạt chi bộ">
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      <ul className="check-list ruled">
        {list.rows.map((f) => (
          <li key={f.id}>
            <p className="soft small">{halfYearText(f.half)}</p>
            <FindingView finding={f} told>
              {confirms && <Settle finding={f} />}
            </FindingView>
          </li>
        ))}
      </ul>
      <MoreButton {...list} />
    </Card>
  );
}
