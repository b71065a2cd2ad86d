import { type Import, importRows } from '@vungmanh/contracts/organization/import';
import { type ImportSheet, importSheetLabel, RowState, rowStateLabel } from '@vungmanh/contracts/organization/import-sheet';
import { useEffect, useRef, useState } from 'react';
import { useListOf } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Chips } from '../../ui/chips.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Tabs } from '../../ui/tabs.js';
import { allRows, columnsOf, countsOf, type RowFilter, sheetsOf } from './import-text.js';
import { PreviewTable } from './preview-table.js';

const countKey = { NEW: 'new', CHANGED: 'changed', UNCHANGED: 'unchanged', ERROR: 'errors' } as const;

function SheetPreview({ run, sheet }: { run: Import; sheet: ImportSheet }) {
  const counts = countsOf(run, sheet);
  const [filter, setFilter] = useState<RowFilter | undefined>(counts && counts.errors > 0 ? 'ERROR' : undefined);
  const [toFirst, setToFirst] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const { rows, problem, reload, loading, hasMore, more, loadingMore } = useListOf(importRows, {
    importId: run.id,
    sheet,
    ...(filter === undefined ? {} : { state: filter }),
  });
  useEffect(() => {
    const cell = toFirst && !loading ? frame.current?.querySelector<HTMLElement>('[data-kind="ERROR"]') : undefined;
    if (!cell) return;
    cell.scrollIntoView({ block: 'center', inline: 'center' });
    cell.focus({ preventScroll: true });
    setToFirst(false);
  }, [toFirst, loading, rows]);
  if (!counts) return null;
  return (
    <div className="stack" ref={frame}>
      <div className="row apart">
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
        {counts.errors > 0 && (
          <Button
            size="small"
            icon="warning"
            onClick={() => {
              setFilter('ERROR');
              setToFirst(true);
            }}
          >
            Đến lỗi đầu tiên
          </Button>
        )}
      </div>
      {problem ? (
        <ProblemNote problem={problem} onRetry={reload} />
      ) : loading ? (
        <Skeleton lines={6} />
      ) : rows.length === 0 ? (
        <EmptyState icon="check" title={filter === 'ERROR' ? 'Không có dòng nào có lỗi' : 'Không có dòng nào'} />
      ) : (
        <PreviewTable columns={columnsOf(sheet)} rows={rows} more={hasMore ? { load: more, busy: loadingMore } : undefined} />
      )}
    </div>
  );
}

/** The rows of the workbook as they would be taken, sheet by sheet. */
export function Preview({ run }: { run: Import }) {
  const sheets = sheetsOf(run);
  const firstWrong = sheets.find((sheet) => (countsOf(run, sheet)?.errors ?? 0) > 0);
  const [sheet, setSheet] = useState<ImportSheet>(firstWrong ?? sheets[0] ?? 'ORGANIZATIONS');
  return (
    <Tabs<ImportSheet>
      label="Trang tính"
      value={sheet}
      onChange={setSheet}
      tabs={sheets.map((value) => {
        const counts = countsOf(run, value);
        return { value, label: importSheetLabel[value], ...(counts ? { count: allRows(counts) } : {}) };
      })}
    >
      <SheetPreview key={sheet} run={run} sheet={sheet} />
    </Tabs>
  );
}
