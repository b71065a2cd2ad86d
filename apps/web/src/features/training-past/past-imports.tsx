import { Link } from '@tanstack/react-router';
import { listPastImports, type PastImport, pastImportStateLabel } from '@vungmanh/contracts/training/past-import';
import { useEffect } from 'react';
import { useListOf } from '../../api/queries.js';
import { showInstant } from '../../text/dates.js';
import { showCount } from '../../text/numbers.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { isUnderWay, stateTone } from './past-text.js';
import { UploadPast } from './upload-past.js';

const columns: readonly Column<PastImport>[] = [
  {
    key: 'file',
    header: 'Tệp',
    phone: 'title',
    cell: (run) => (
      <Link to="/training/imports/$pastImportId" params={{ pastImportId: run.id }}>
        {run.fileName}
      </Link>
    ),
  },
  { key: 'when', header: 'Bắt đầu', cell: (run) => showInstant(run.startedAt), nowrap: true },
  { key: 'rows', header: 'Số dòng', align: 'end', cell: (run) => showCount(run.rowsRead) },
  { key: 'state', header: 'Tình trạng', phone: 'mark', cell: (run) => <Badge tone={stateTone[run.state]}>{pastImportStateLabel[run.state]}</Badge> },
];

/** What was learned before this system was there: brought in by the sheet, and what has been brought in. */
export function PastImports({ nodeId }: { nodeId: string }) {
  const { rows, problem, reload, loading, hasMore, more, loadingMore } = useListOf(listPastImports, { limit: 10 });
  const moving = rows.some((run) => isUnderWay(run.state));
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(reload, 2000);
    return () => clearInterval(timer);
  }, [moving, reload]);
  return (
    <div className="stack">
      <UploadPast nodeId={nodeId} />
      <Card title="Các lần nhập" flush>
        {problem ? (
          <ProblemNote problem={problem} onRetry={reload} />
        ) : loading ? (
          <Skeleton lines={3} />
        ) : rows.length === 0 ? (
          <EmptyState icon="upload" title="Chưa nhập tệp nào" />
        ) : (
          <DataTable
            caption="Các lần nhập lượt học trước đây"
            columns={columns}
            rows={rows}
            rowKey={(run) => run.id}
            {...(hasMore ? { more: { load: more, busy: loadingMore } } : {})}
          />
        )}
      </Card>
    </div>
  );
}
