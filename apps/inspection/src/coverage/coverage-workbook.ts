import type { CoverageRow } from '@vungmanh/contracts/inspection/coverage';
import { subjectKindLabel, SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { LineTotals } from '@vungmanh/contracts/inspection/program';
import type { SheetColumn, SheetToWrite, SheetValue } from '@vungmanh/documents/workbook/write';

const QUARTERS = ['I', 'II', 'III', 'IV'] as const;
const figures: readonly { readonly header: string; readonly of: (t: LineTotals) => number }[] = [
  { header: 'kế hoạch', of: (t) => t.planned + t.inProgress + t.done },
  { header: 'đã xong', of: (t) => t.done },
  { header: 'quá hạn', of: (t) => t.overdue },
];
const none: LineTotals = { planned: 0, inProgress: 0, done: 0, overdue: 0 };

const number = (header: string): SheetColumn => ({ header, width: 14, kind: 'number' });

/** The page as a sheet: what stands right below the organization, and its total. `rows`: the organization first. */
export function coverageSheet(rows: readonly CoverageRow[]): SheetToWrite {
  const columns: SheetColumn[] = [
    { header: 'TT', width: 6, kind: 'number' },
    { header: 'Mã tổ chức', width: 16, kind: 'text' },
    { header: 'Tổ chức đảng', width: 44, kind: 'text' },
    ...['Số tổ chức', 'Tổ chức chưa được kiểm tra, giám sát', 'Số đảng viên', 'Đảng viên chưa được kiểm tra, giám sát'].map(number),
    ...QUARTERS.flatMap((q) =>
      SubjectKind.options.flatMap((s) => figures.map((f) => number(`Quý ${q}: ${subjectKindLabel[s].toLowerCase()}, ${f.header}`))),
    ),
  ];
  const [top, ...children] = rows;
  const lines = children.map((row, i): SheetValue[] => [i + 1, row.code, row.name, ...cells(row)]);
  return { name: 'Kiểm tra, giám sát', columns, rows: top ? [...lines, ['', '', 'Tổng cộng', ...cells(top)]] : lines };
}

const cells = (row: CoverageRow): SheetValue[] => [
  row.units,
  row.neverUnits,
  row.members,
  row.neverMembers,
  ...QUARTERS.flatMap((_, i) =>
    SubjectKind.options.flatMap((subject) => {
      const totals = row.quarters.find((q) => q.quarter === i + 1 && q.subject === subject) ?? none;
      return figures.map((f) => f.of(totals));
    }),
  ),
];
