import { RowState, rowStateLabel } from '@vungmanh/contracts/organization/import-sheet';
import { type PastImport, pastImportRows } from '@vungmanh/contracts/training/past-import';
import { pastColumns } from '@vungmanh/contracts/training/past-sheet';
import { useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { Card } from '../../ui/card.js';
import { Chips } from '../../ui/chips.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import type { RowFilter } from '../import/import-text.js';
import { PreviewTable } from '../import/preview-table.js';

const countKey = { NEW: 'new', CHANGED: 'changed', UNCHANGED: 'unchanged', ERROR: 'errors' } as const;

/** The rows of the workbook as they would be taken, with what is wrong in their cells. */
export function PastRows({ run }: { run: PastImport }) {
  const { counts } = run;
  const [filter, setFilter] = useState<RowFilter | undefined>(counts && counts.errors > 0 ? 'ERROR' : undefined);
  const { rows, problem, reload, loading, hasMore, more, loadingMore } = useListOf(pastImportRows, {
    pastImportId: run.id,
    ...(filter === undefined ? {} : { state: filter }),
  });
  if (!counts) return null;
  const were = filter === undefined ? run.rowsRead : filter === 'WARNING' ? counts.warnings : counts[countKey[filter]];
  return (
    <Card title="Nội dung tệp">
      <div className="stack">
        <Chips<RowFilter>
          label="Lọc dòng"
          value={filter}
          onChange={setFilter}
          options={[
            ...RowState.options.map((state) => ({
              value: state,
              label: rowStateLabel[state],
              count: counts[countKey[state]],
              ...(state === 'ERROR' ? { tone: 'red' as const } : state === 'UNCHANGED' ? {} : { tone: 'blue' as const }),
            })),
            { value: 'WARNING', label: 'Có cảnh báo', count: counts.warnings, tone: 'amber' },
          ]}
        />
        {problem ? (
          <ProblemNote problem={problem} onRetry={reload} />
        ) : loading ? (
          <Skeleton lines={6} />
        ) : rows.length === 0 && were > 0 ? (
          <EmptyState title="Nội dung tệp chỉ giữ 30 ngày" />
        ) : rows.length === 0 ? (
          <EmptyState icon="check" title={filter === 'ERROR' ? 'Không có dòng nào có lỗi' : 'Không có dòng nào'} />
        ) : (
          <PreviewTable columns={pastColumns} rows={rows} more={hasMore ? { load: more, busy: loadingMore } : undefined} />
        )}
      </div>
    </Card>
  );
}
