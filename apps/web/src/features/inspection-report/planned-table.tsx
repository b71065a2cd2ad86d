import { inspectionKindLabel, subjectKindLabel } from '@vungmanh/contracts/inspection/kind';
import type { LineTotals } from '@vungmanh/contracts/inspection/program';
import type { InspectionReport, PlannedCode } from '@vungmanh/contracts/inspection/report';
import type { ReactNode } from 'react';
import { showCount } from '../../text/numbers.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Bar } from '../inspection/quarter-bars.js';
import { FigureLink } from './figure-link.js';
import { plannedCodeLabel } from './figure-search.js';

type Row = InspectionReport['planned'][number];

const all = ({ planned, inProgress, done }: LineTotals): number => planned + inProgress + done;
const rowName = (row: Row): string => `${inspectionKindLabel[row.kind]} – ${subjectKindLabel[row.subject].toLocaleLowerCase('vi')}`;

/** How the programs of the period have come along, by kind and subject, beside the same period of the year before. */
export function PlannedTable({ report: { nodeId: node, period, planned } }: { report: InspectionReport }) {
  const link = ({ kind, subject, ...row }: Row, code: PlannedCode, count: number): ReactNode =>
    count === 0 ? (
      '0'
    ) : (
      <FigureLink search={{ node, period, kind, subject, code }} about={`${plannedCodeLabel[code]}, ${rowName({ ...row, kind, subject })}`}>
        {showCount(count)}
      </FigureLink>
    );
  const columns: readonly Column<Row>[] = [
    { key: 'kind', header: 'Hình thức, đối tượng', phone: 'title', cell: rowName },
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
    { key: 'all', header: 'Theo chương trình', align: 'end', cell: (row) => link(row, 'ALL', all(row)) },
    { key: 'running', header: 'Đang tiến hành', align: 'end', cell: (row) => link(row, 'IN_PROGRESS', row.inProgress) },
    { key: 'done', header: 'Đã xong', align: 'end', cell: (row) => link(row, 'DONE', row.done) },
    { key: 'overdue', header: 'Quá hạn', align: 'end', cell: (row) => link(row, 'OVERDUE', row.overdue) },
    {
      key: 'before',
      header: 'Cùng kỳ năm trước',
      align: 'end',
      cell: ({ before }) => (all(before) === 0 ? '0' : `${showCount(before.done)}/${showCount(all(before))} đã xong`),
    },
  ];
  return (
    <DataTable
      caption="Thực hiện chương trình theo hình thức và đối tượng"
      columns={columns}
      rows={planned}
      rowKey={(row) => `${row.kind}${row.subject}`}
    />
  );
}
