import { nodeChangeLabel, nodeHistory } from '@vungmanh/contracts/organization/browse';
import type { NodeDetail } from '@vungmanh/contracts/organization/node';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { useQueryOf } from '../../api/queries.js';
import { showPeriod } from '../../text/periods.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { decisionText } from './decision-text.js';

type Change = OutputOf<typeof nodeHistory>['items'][number];

const columns: readonly Column<Change>[] = [
  { key: 'value', header: 'Nội dung', cell: (c) => c.value, phone: 'title' },
  { key: 'kind', header: 'Thay đổi', cell: (c) => nodeChangeLabel[c.kind] },
  { key: 'period', header: 'Thời gian', cell: (c) => showPeriod(c.from, c.to) },
  { key: 'decision', header: 'Quyết định', cell: (c) => decisionText(c.decision) },
];

/** Names, codes and superiors that the organization has had. */
export function HistoryCard({ node }: { node: NodeDetail }) {
  const history = useQueryOf(nodeHistory, { nodeId: node.id });
  if (history.error) return <ProblemNote problem={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <Skeleton lines={4} />;
  return (
    <DataTable
      caption={`Lịch sử của ${node.name}`}
      columns={columns}
      rows={history.data.items}
      rowKey={(c) => `${c.kind}-${c.from}-${c.value}`}
      rowTone={(c) => (c.to === undefined ? 'current' : undefined)}
    />
  );
}
