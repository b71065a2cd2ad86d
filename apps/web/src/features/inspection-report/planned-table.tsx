import { inspectionKindLabel, subjectKindLabel } from '@vungmanh/contracts/inspection/kind';
import type { InspectionReport } from '@vungmanh/contracts/inspection/report';
import { showCount } from '../../text/numbers.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Bar } from '../inspection/quarter-bars.js';

type Row = InspectionReport['planned'][number];

const all = (row: Row): number => row.planned + row.inProgress + row.done;

const columns: readonly Column<Row>[] = [
  {
    key: 'kind',
    header: 'Hình thức, đối tượng',
    phone: 'title',
    cell: (row) => `${inspectionKindLabel[row.kind]} – ${subjectKindLabel[row.subject].toLocaleLowerCase('vi')}`,
  },
  {
    key: 'bar',
    header: 'Tiến độ',
    phone: 'hide',
    cell: (row) => (
      <span className="coverage-bar">
        <Bar of={row} />
      </span>
    ),
  },
  { key: 'all', header: 'Theo chương trình', align: 'end', cell: (row) => showCount(all(row)) },
  { key: 'running', header: 'Đang tiến hành', align: 'end', cell: (row) => showCount(row.inProgress) },
  { key: 'done', header: 'Đã xong', align: 'end', cell: (row) => showCount(row.done) },
  {
    key: 'overdue',
    header: 'Quá hạn',
    align: 'end',
    cell: (row) => (row.overdue > 0 ? <span className="inspection-alarm">{showCount(row.overdue)}</span> : '–'),
  },
];

/** How the programs of the period have come along, by kind and subject. */
export function PlannedTable({ rows }: { rows: readonly Row[] }) {
  return (
    <DataTable
      caption="Thực hiện chương trình theo hình thức và đối tượng"
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.kind}${row.subject}`}
    />
  );
}
