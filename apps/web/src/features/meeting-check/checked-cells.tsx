import { type CheckedCell, checkedCells } from '@vungmanh/contracts/inspection/check-notice';
import { useListOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';

const columns: readonly Column<CheckedCell>[] = [
  { key: 'name', header: 'Chi bộ', phone: 'title', cell: (c) => <span className="strong">{c.name}</span> },
  {
    key: 'last',
    header: 'Kiểm tra gần nhất',
    cell: (c) => (c.lastCheckedOn === undefined ? 'chưa lần nào' : showDate(c.lastCheckedOn)),
  },
];

/** The cells below, those never checked first, then the longest ago. */
export function CheckedCells({ nodeId }: { nodeId: string }) {
  const list = useListOf(checkedCells, { nodeId, limit: 10 });
  if (list.rows.length === 0) return null;
  return (
    <Card title="Chi bộ được kiểm tra gần nhất khi nào" flush>
      <DataTable
        caption="Chi bộ chưa kiểm tra lần nào đứng trước, rồi đến chi bộ đã lâu chưa kiểm tra"
        columns={columns}
        rows={list.rows}
        rowKey={(c) => c.nodeId}
        {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
      />
    </Card>
  );
}
