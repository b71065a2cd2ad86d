import { findingsOfCheck } from '@vungmanh/contracts/inspection/check-cell';
import { useListOf } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { MoreButton } from '../../ui/more-button.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';

/** What was found in all cells, beside the notice that is made of it. */
export function FoundInAll({ checkId }: { checkId: string }) {
  const list = useListOf(findingsOfCheck, { checkId, limit: 100 });
  return (
    <Card title="Đoàn đã ghi nhận">
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading && <Skeleton lines={6} />}
      {!list.loading && list.rows.length === 0 && <p className="soft">Chưa ghi ưu điểm, khuyết điểm nào.</p>}
      <ul className="check-list ruled">
        {list.rows.map((f) => (
          <li key={f.id}>
            <p className="row apart">
              <span className="soft small">{f.nodeName}</span>
              <Badge tone={f.kind === 'STRENGTH' ? 'done' : 'late'}>{f.kind === 'STRENGTH' ? 'Ưu điểm' : 'Khuyết điểm'}</Badge>
            </p>
            <p>{f.text}</p>
          </li>
        ))}
      </ul>
      <MoreButton {...list} />
    </Card>
  );
}
