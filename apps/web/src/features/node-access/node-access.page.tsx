import { getRouteApi, Link } from '@tanstack/react-router';
import { AccessKind, accessKindLabel, type NodeAccess, nodeAccess, nodeAccessShort } from '@vungmanh/contracts/identity/node-access';
import { grantSourceLabel } from '@vungmanh/contracts/identity/temporary-grant';
import { nodeDetail } from '@vungmanh/contracts/organization/browse';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { permissionLabel } from '@vungmanh/contracts/permission';
import { type Listed, useListOf, useQueryOf } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { showDate } from '../../text/dates.js';
import { showPeriod } from '../../text/periods.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { MoreButton } from '../../ui/more-button.js';
import { EmptyState, Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { showGiving } from '../account/grants.js';
import { OrganizationField } from '../organization/organization-field.js';

const route = getRouteApi('/app/organizations/$nodeId/access');
type Short = OutputOf<typeof nodeAccessShort>['items'][number];

/** Through which organization: the grant stands here, or above and reaches down; or what it was lent for, and ends with. */
const through = ({ nodeName, source }: Pick<NodeAccess, 'nodeName' | 'source'>, here: boolean): string =>
  source
    ? `${grantSourceLabel[source.kind]}, hết khi cuộc kiểm tra kết thúc`
    : here
      ? 'Giao tại tổ chức này'
      : `Giao tại ${nodeName}, gồm cả cấp dưới`;

const columnsFor = (nodeId: string): readonly Column<NodeAccess>[] => [
  {
    key: 'name',
    header: 'Người dùng',
    phone: 'title',
    cell: (a) => (
      <>
        <span className="strong">{a.account.name}</span>
        {a.onBehalfOf && <>, thay mặt đồng chí {a.onBehalfOf.name}</>} <span className="soft small">{a.username}</span>
      </>
    ),
  },
  {
    key: 'role',
    header: 'Vai trò, được làm gì',
    cell: (a) => (
      <details>
        <summary>{a.role.label}</summary>
        <ul className="small">
          {a.role.permissions.map((p) => (
            <li key={p}>{permissionLabel[p]}</li>
          ))}
        </ul>
      </details>
    ),
  },
  { key: 'through', header: 'Vì sao', cell: (a) => through(a, a.nodeId === nodeId) },
  {
    key: 'period',
    header: 'Thời hạn',
    cell: (a) => (
      <>
        {a.validTo === undefined ? `từ ${showDate(a.validFrom)}` : showPeriod(a.validFrom, a.validTo)}
        {a.endsSoon && (
          <>
            {' '}
            <Badge tone="late">Sắp hết hạn</Badge>
          </>
        )}
      </>
    ),
  },
  { key: 'giver', header: 'Ai giao', cell: (a) => <span className="small">{showGiving(a)}</span> },
];

const shortColumns: readonly Column<Short>[] = [
  {
    key: 'name',
    header: 'Người dùng',
    phone: 'title',
    cell: (a) => (
      <>
        <span className="strong">{a.name}</span>
        {a.onBehalfOf !== undefined && <>, thay mặt đồng chí {a.onBehalfOf}</>}
      </>
    ),
  },
  { key: 'role', header: 'Vai trò', cell: (a) => a.roleLabel },
  { key: 'through', header: 'Được giao tại', cell: (a) => (a.source ? grantSourceLabel[a.source.kind] : a.nodeName) },
  { key: 'period', header: 'Hết quyền từ', cell: (a) => (a.validTo === undefined ? 'Không thời hạn' : showDate(a.validTo)) },
];

function Groups<Row extends { id: string; kind: AccessKind }>({ list, columns }: { list: Listed<Row>; columns: readonly Column<Row>[] }) {
  if (list.problem) return <ProblemNote problem={list.problem} onRetry={list.reload} />;
  if (list.loading) return <Skeleton lines={8} />;
  if (list.rows.length === 0) return <EmptyState icon="lock" title="Không ai được giao quyền xem tổ chức này" />;
  return (
    <div className="stack">
      {AccessKind.options.map((kind) => {
        const rows = list.rows.filter((row) => row.kind === kind);
        return (
          rows.length > 0 && (
            <Card key={kind} title={accessKindLabel[kind]} flush>
              <DataTable caption={accessKindLabel[kind]} columns={columns} rows={rows} rowKey={(row) => row.id} />
            </Card>
          )
        );
      })}
      <MoreButton hasMore={list.hasMore} loadingMore={list.loadingMore} more={list.more} />
    </div>
  );
}

/** Whoever gives rights elsewhere and is secretary here sees the short form. */
function Full({ nodeId, orShort }: { nodeId: string; orShort: boolean }) {
  const list = useListOf(nodeAccess, { nodeId });
  return orShort && list.problem?.kind === 'not-found' ? <InShort nodeId={nodeId} /> : <Groups list={list} columns={columnsFor(nodeId)} />;
}

function InShort({ nodeId }: { nodeId: string }) {
  return <Groups list={useListOf(nodeAccessShort, { nodeId })} columns={shortColumns} />;
}

/** Who can see an organization, and why: in full for those who give rights there, in short for the secretary of the cell. */
export function NodeAccessPage() {
  const session = useSession();
  const { nodeId } = route.useParams();
  const navigate = route.useNavigate();
  const node = useQueryOf(nodeDetail, { nodeId }, { when: may(session, 'organization:read') });
  const name = node.data?.name ?? 'Tổ chức';
  const manages = may(session, 'identity:manage-grants', nodeId);
  const sees = may(session, 'identity:see-access', nodeId);
  return (
    <Page
      title="Ai được xem tổ chức này, vì sao"
      about={name}
      crumbs={
        <Crumbs>
          {[
            <Link key="node" to="/organizations" search={{ id: nodeId }}>
              {name}
            </Link>,
          ]}
        </Crumbs>
      }
    >
      {manages && (
        <div className="no-print">
          <OrganizationField
            label="Xem tổ chức khác"
            optional
            value={undefined}
            onChange={(found) => found && void navigate({ to: '/organizations/$nodeId/access', params: { nodeId: found.id } })}
          />
        </div>
      )}
      {manages ? (
        <Full nodeId={nodeId} orShort={sees} />
      ) : sees ? (
        <InShort nodeId={nodeId} />
      ) : (
        <Note title="Đồng chí chưa được giao quyền xem danh sách này." />
      )}
    </Page>
  );
}
