import { getRouteApi, Link } from '@tanstack/react-router';
import { rosterOf } from '@vungmanh/contracts/membership/member';
import { nodeDetail } from '@vungmanh/contracts/organization/browse';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { useQueryOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showDate } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { DateField } from '../../ui/parsed-field.js';
import { Totals } from '../../ui/totals.js';
import { memberColumns } from './member-table.js';
import { rosterRemarks } from './roster.js';

const route = getRouteApi('/app/organizations/$nodeId/roster');
type Line = OutputOf<typeof rosterOf>['items'][number];

function columnsOf(opens: boolean): readonly Column<Line>[] {
  const columns = memberColumns<Line>({ opens, withCell: false });
  return columns.map((c) => (c.key === 'remarks' ? { ...c, cell: (m) => rosterRemarks(m).join('; ') } : c));
}

/** Who belongs to a cell on a day, with the counts that minutes need; printed as a list. */
export function RosterPage() {
  const session = useSession();
  const { nodeId } = route.useParams();
  const { on } = route.useSearch();
  const navigate = route.useNavigate();
  const node = useQueryOf(nodeDetail, { nodeId }, { when: may(session, 'organization:read') });
  const roster = useQueryOf(rosterOf, { nodeId, ...(on === undefined ? {} : { asOf: on }) });
  const name = node.data?.name ?? 'chi bộ';
  return (
    <Page
      title={`Danh sách đảng viên ${name}`}
      crumbs={
        <Crumbs>
          {[
            <Link key="node" to="/organizations" search={{ id: nodeId }}>
              {node.data?.name ?? 'Tổ chức'}
            </Link>,
          ]}
        </Crumbs>
      }
      about={roster.data && `Tính đến ngày ${showDate(roster.data.asOf)}`}
      actions={
        <Button icon="print" onClick={() => window.print()}>
          In danh sách
        </Button>
      }
    >
      <div className="no-print">
        <DateField label="Danh sách của ngày" optional value={on} onChange={(day) => void navigate({ search: { on: day }, replace: true })} />
      </div>
      {roster.error ? (
        <ProblemNote problem={roster.error} onRetry={() => void roster.refetch()} />
      ) : !roster.data ? (
        <Skeleton lines={8} />
      ) : (
        <Roster roster={roster.data} name={name} opens={may(session, 'membership:read')} />
      )}
    </Page>
  );
}

function Roster({ roster, name, opens }: { roster: OutputOf<typeof rosterOf>; name: string; opens: boolean }) {
  const { counts, items } = roster;
  return (
    <>
      <Totals
        label={`Số liệu ngày ${showDate(roster.asOf)}`}
        items={[
          { label: 'Đảng viên', value: counts.total, tone: 'blue' },
          { label: 'Chính thức', value: counts.official },
          { label: 'Dự bị', value: counts.probationary, tone: 'amber' },
          { label: 'Miễn sinh hoạt', value: counts.exempt },
          { label: 'Đi làm ăn xa', value: counts.away },
        ]}
      />
      <Totals
        label="Sinh hoạt tạm thời"
        items={[
          { label: 'Nơi khác đến sinh hoạt tạm thời', value: counts.temporaryHere },
          { label: 'Đi sinh hoạt tạm thời nơi khác', value: counts.sentElsewhere },
        ]}
      />
      {items.length === 0 ? (
        <EmptyState icon="people" title="Chi bộ chưa có đảng viên nào vào ngày này" />
      ) : (
        <DataTable caption={`Danh sách đảng viên ${name}, ${items.length} đồng chí`} columns={columnsOf(opens)} rows={items} rowKey={(m) => m.id} />
      )}
    </>
  );
}
