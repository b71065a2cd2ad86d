import { committeesOf } from '@vungmanh/contracts/organization/committee';
import type { NodeDetail } from '@vungmanh/contracts/organization/node';
import { getRouteApi } from '@tanstack/react-router';
import { useQueryOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Card } from '../../ui/card.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { CommitteeCard } from './committee-card.js';

const route = getRouteApi('/app/organizations');

/** The bodies of an organization with those who sit in them, on a day. */
export function CommitteesCard({ node }: { node: NodeDetail }) {
  const { on } = route.useSearch();
  const navigate = route.useNavigate();
  const committees = useQueryOf(committeesOf, { nodeId: node.id, ...(on === undefined ? {} : { on }) });
  return (
    <>
      <div className="row apart no-print">
        <h3>{on === undefined ? 'Cấp ủy hiện nay' : `Cấp ủy ngày ${showDate(on)}`}</h3>
        <DateField
          label="Xem tại ngày"
          optional
          value={on}
          onChange={(day) => void navigate({ search: (before) => ({ ...before, on: day }), replace: true })}
        />
      </div>
      {committees.error ? (
        <ProblemNote problem={committees.error} onRetry={() => void committees.refetch()} />
      ) : !committees.data ? (
        <Skeleton lines={5} />
      ) : committees.data.items.length === 0 ? (
        <Card>
          <EmptyState icon="people" title="Loại hình này không lập cấp ủy" />
        </Card>
      ) : (
        committees.data.items.map((c) => <CommitteeCard key={c.bodyId} node={node} committee={c} asOf={on} />)
      )}
    </>
  );
}
