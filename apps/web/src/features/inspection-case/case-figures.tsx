import { countCases } from '@vungmanh/contracts/inspection/case';
import { caseStateLabel, inspectionKindLabel } from '@vungmanh/contracts/inspection/kind';
import { overdueRecommendations } from '@vungmanh/contracts/inspection/recommendation';
import { useListOf, useQueryOf } from '../../api/queries.js';
import { showDate, today } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { Card } from '../../ui/card.js';
import { DataTable } from '../../ui/data-table.js';
import { MoreButton } from '../../ui/more-button.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';

/** A number, or only that it is small: fewer than three would say who is in it. */
const told = (count: number | undefined): string => (count === undefined ? 'dưới 3' : showCount(count));

function Counts({ nodeId }: { nodeId: string }) {
  const year = Number(today().slice(0, 4));
  const counts = useQueryOf(countCases, { nodeId, year });
  return (
    <Card title={`Số cuộc lập trong năm ${year}`} flush={(counts.data?.items.length ?? 0) > 0}>
      <ProblemNote problem={counts.error} onRetry={() => void counts.refetch()} />
      {!counts.data && !counts.error && <Skeleton lines={4} />}
      {counts.data?.items.length === 0 && <p className="soft">Năm nay chưa lập hồ sơ nào trong phạm vi.</p>}
      {counts.data && counts.data.items.length > 0 && (
        <DataTable
          caption="Số cuộc theo hình thức và tình trạng"
          rows={counts.data.items}
          rowKey={(c) => `${c.kind}${c.state}`}
          columns={[
            { key: 'kind', header: 'Hình thức', phone: 'title', cell: (c) => inspectionKindLabel[c.kind] },
            { key: 'state', header: 'Tình trạng', cell: (c) => caseStateLabel[c.state] },
            { key: 'cases', header: 'Số cuộc', align: 'end', cell: (c) => told(c.cases) },
          ]}
        />
      )}
    </Card>
  );
}

function Late({ nodeId }: { nodeId: string }) {
  const list = useListOf(overdueRecommendations, { nodeId, limit: 50 });
  return (
    <Card title="Kiến nghị quá hạn" flush={list.rows.length > 0}>
      <ProblemNote problem={list.problem} onRetry={list.reload} />
      {list.loading && <Skeleton lines={3} />}
      {!list.loading && list.rows.length === 0 && !list.problem && <p className="soft">Không có kiến nghị nào quá hạn trong phạm vi.</p>}
      {list.rows.length > 0 && (
        <DataTable
          caption="Kiến nghị quá hạn theo tổ chức"
          rows={list.rows}
          rowKey={(r) => r.nodeId}
          columns={[
            { key: 'node', header: 'Tổ chức', phone: 'title', cell: (r) => r.nodeName },
            { key: 'overdue', header: 'Quá hạn', align: 'end', cell: (r) => told(r.overdue) },
            { key: 'since', header: 'Từ ngày', align: 'end', cell: (r) => showDate(r.since) },
          ]}
        />
      )}
      <MoreButton {...list} />
    </Card>
  );
}

/** What superiors see of cases below them: how many, never whose. */
export function CaseFigures({ nodeId }: { nodeId: string }) {
  return (
    <div className="stack loose">
      <Counts nodeId={nodeId} />
      <Late nodeId={nodeId} />
    </div>
  );
}
