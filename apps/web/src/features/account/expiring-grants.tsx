import { expiringGrants } from '@vungmanh/contracts/identity/grant-expiry';
import { useListOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Card } from '../../ui/card.js';
import { MoreButton } from '../../ui/more-button.js';
import { ProblemNote } from '../../ui/notes.js';
import { showGiving } from './grants.js';

/** Rights that end soon where the person gives rights; nothing where there are none. */
export function ExpiringGrants() {
  const { rows, problem, reload, hasMore, more, loadingMore } = useListOf(expiringGrants, { limit: 10 });
  if (problem) return <ProblemNote problem={problem} onRetry={reload} />;
  if (rows.length === 0) return null;
  return (
    <Card title="Quyền sắp hết hạn" tone="notice">
      <ul className="grants">
        {rows.map((g) => (
          <li key={g.id}>
            <span>
              <span className="strong">{g.account.name}</span>: {g.role.label}
              {g.onBehalfOf && <>, thay mặt đồng chí {g.onBehalfOf.name}</>}
              <br />
              {g.nodeName}
              {g.below && ' và các tổ chức trực thuộc'}
              <br />
              <span className="soft small">
                Hết quyền từ {showDate(g.validTo ?? '')}. {showGiving(g)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <MoreButton hasMore={hasMore} loadingMore={loadingMore} more={more} />
    </Card>
  );
}
