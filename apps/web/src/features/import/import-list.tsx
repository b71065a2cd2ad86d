import { Link } from '@tanstack/react-router';
import { type Import, importStateLabel, listImports } from '@vungmanh/contracts/organization/import';
import { useEffect } from 'react';
import { useListOf } from '../../api/queries.js';
import { showInstant } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { isUnderWay, stateTone } from './import-text.js';

const columns: readonly Column<Import>[] = [
  {
    key: 'file',
    header: 'Tệp',
    phone: 'title',
    cell: (run) => (
      <Link to="/import/$importId" params={{ importId: run.id }}>
        {run.fileName}
      </Link>
    ),
  },
  { key: 'when', header: 'Bắt đầu', cell: (run) => showInstant(run.startedAt), nowrap: true },
  { key: 'state', header: 'Tình trạng', phone: 'mark', cell: (run) => <Badge tone={stateTone[run.state]}>{importStateLabel[run.state]}</Badge> },
];

/** Imports of the scope, newest first: one that was left is found again here. */
export function ImportList() {
  const { rows, problem, reload, loading, hasMore, more, loadingMore } = useListOf(listImports, { limit: 10 });
  const moving = rows.some((run) => isUnderWay(run.state));
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(reload, 3000);
    return () => clearInterval(timer);
  }, [moving, reload]);
  return (
    <Card title="Các lần nhập" flush>
      {problem ? (
        <ProblemNote problem={problem} onRetry={reload} />
      ) : loading ? (
        <Skeleton lines={3} />
      ) : rows.length === 0 ? (
        <EmptyState icon="upload" title="Chưa có lần nhập nào" />
      ) : (
        <DataTable
          caption="Các lần nhập dữ liệu"
          columns={columns}
          rows={rows}
          rowKey={(run) => run.id}
          {...(hasMore ? { more: { load: more, busy: loadingMore } } : {})}
        />
      )}
    </Card>
  );
}
