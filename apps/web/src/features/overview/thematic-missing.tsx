import { Link } from '@tanstack/react-router';
import { thematicMissing, thematicMissingText, type ThematicMissing } from '@vungmanh/contracts/meetings/overview';
import type { Month } from '@vungmanh/contracts/types';
import { quarterOf } from '@vungmanh/regulations/calendar';
import { useListOf } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { quarterName } from './figures.js';

const SHOWN_AT_FIRST = 20;

/** The cells that still owe the thematic meeting of the quarter. */
export function ThematicMissingCard({ nodeId, month, quarter }: { nodeId: string; month: Month; quarter: string }) {
  const list = useListOf(thematicMissing, { nodeId, month, limit: SHOWN_AT_FIRST });
  // While the quarter runs there is still time; afterwards it was not held.
  const over = quarter < quarterOf(today());
  const columns: readonly Column<ThematicMissing>[] = [
    { key: 'code', header: 'Mã', cell: (c) => c.code, nowrap: true, phone: 'hide' },
    {
      key: 'name',
      header: 'Chi bộ',
      phone: 'title',
      cell: (c) => (
        <Link to="/overview" search={{ node: c.nodeId, month }} className="strong">
          {c.name}
        </Link>
      ),
    },
    { key: 'parent', header: 'Trực thuộc', cell: (c) => c.parentName },
    { key: 'says', header: 'Ghi chú', cell: (c) => <span className={over ? 'overview-alarm' : undefined}>{c.says}</span> },
  ];
  return (
    <Card title={thematicMissingText(quarter)} flush>
      {list.problem ? (
        <ProblemNote problem={list.problem} onRetry={list.reload} />
      ) : list.loading ? (
        <Skeleton lines={3} />
      ) : list.rows.length === 0 ? (
        <EmptyState icon="check" title={`Không còn chi bộ nào chưa sinh hoạt chuyên đề ${quarterName(quarter)}`} />
      ) : (
        <DataTable
          caption={thematicMissingText(quarter)}
          columns={columns}
          rows={list.rows}
          rowKey={(c) => c.bodyId}
          {...(list.hasMore && { more: { load: list.more, busy: list.loadingMore } })}
        />
      )}
    </Card>
  );
}
