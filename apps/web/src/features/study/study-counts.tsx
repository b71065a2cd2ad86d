import type { StudyCounts } from '@vungmanh/contracts/training/study-campaign';
import { StudyState, studyStateLabel } from '@vungmanh/contracts/training/study-state';
import { showCount } from '../../text/numbers.js';
import { LinkButton } from '../../ui/button.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { lateIn, levelsIn } from './study-bars.js';

/** What stands right below an organization, by code: nobody is put in another order. */
export function CountsTable({ rows, onOpen }: { rows: readonly StudyCounts[]; onOpen: (nodeId: string) => void }) {
  const columns: readonly Column<StudyCounts>[] = [
    { key: 'code', header: 'Mã', cell: (r) => r.code, nowrap: true, phone: 'hide' },
    {
      key: 'name',
      header: 'Tổ chức đảng',
      phone: 'title',
      cell: (r) => (levelsIn(r.figures) > 1 ? <LinkButton onClick={() => onOpen(r.nodeId)}>{r.name}</LinkButton> : r.name),
    },
    { key: 'levels', header: 'Số tổ chức', align: 'end', cell: (r) => showCount(levelsIn(r.figures)) },
    ...StudyState.options.map((state): Column<StudyCounts> => ({
      key: state,
      header: studyStateLabel[state],
      align: 'end',
      cell: (r) => showCount(levelsIn(r.figures, state)),
    })),
    {
      key: 'late',
      header: 'Quá hạn',
      align: 'end',
      cell: (r) => (lateIn(r.figures) > 0 ? <span className="study-late">{showCount(lateIn(r.figures))}</span> : '0'),
    },
    { key: 'attended', header: 'Dự/triệu tập', align: 'end', nowrap: true, cell: (r) => `${showCount(r.attended)}/${showCount(r.expected)}` },
    { key: 'essays', header: 'Bài thu hoạch', align: 'end', cell: (r) => showCount(r.essays) },
  ];
  return <DataTable caption="Tình hình của các tổ chức trực thuộc" columns={columns} rows={rows} rowKey={(r) => r.nodeId} />;
}
