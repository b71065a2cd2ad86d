import { percentOf } from '@vungmanh/attendance/ratio';
import { thematicMissingText, type OverviewRow } from '@vungmanh/contracts/meetings/overview';
import type { SheetColumn, SheetToWrite, SheetValue } from '@vungmanh/documents/workbook/write';
import { figureNames } from './figures.js';

/** A row with the level that it stands on below the one that was asked for. */
export interface ExportRow extends OverviewRow {
  readonly depth: number;
}

interface Shown {
  readonly header: string;
  readonly of: (row: OverviewRow) => SheetValue;
}

const figures = (quarter: string): readonly Shown[] => [
  { header: 'Số chi bộ, cấp ủy phải họp', of: (r) => r.bodies },
  { header: 'Đã có kế hoạch', of: (r) => r.planned },
  { header: 'Đã thông báo', of: (r) => r.noticed },
  { header: 'Đã họp', of: (r) => r.met },
  { header: 'Biên bản đã ký', of: (r) => r.confirmed },
  { header: 'Đã công bố', of: (r) => r.published },
  { header: 'Chưa sinh hoạt, không tiến hành', of: (r) => r.missed },
  { header: 'Đảng viên phải dự', of: (r) => r.expected },
  { header: 'Đảng viên dự', of: (r) => r.present },
  { header: 'Tỷ lệ dự (%)', of: (r) => percentOf(r) },
  { header: 'Nhiệm vụ còn mở', of: (r) => r.openTasks },
  { header: 'Nhiệm vụ quá hạn', of: (r) => r.overdueTasks },
  { header: 'Điểm chưa đúng quy định', of: (r) => r.deviations },
  { header: `Phải sinh hoạt chuyên đề ${quarterName(quarter)}`, of: (r) => r.thematicDue },
  { header: `Đã sinh hoạt chuyên đề ${quarterName(quarter)}`, of: (r) => r.thematicDone },
];

/** 'quý IV' of '2026-Q4'. */
const quarterName = (quarter: string): string => thematicMissingText(quarter).split(' ').slice(-2).join(' ');

/**
 * The page as sheets: what stands right below the organization with its total, and everything below it. `rows`: the organization
 * first.
 */
export function overviewSheets(rows: readonly ExportRow[], quarter: string): SheetToWrite[] {
  const shown = figures(quarter);
  const columns: SheetColumn[] = [
    { header: 'TT', width: 6, kind: 'number' },
    { header: 'Mã tổ chức', width: 16, kind: 'text' },
    { header: 'Tổ chức đảng', width: 44, kind: 'text' },
    ...shown.map(({ header }): SheetColumn => ({ header, width: 14, kind: 'number' })),
  ];
  const cells = (row: OverviewRow): SheetValue[] => shown.map(({ of }) => of(row));
  const [top] = rows;
  if (!top) return [{ name: 'Trực thuộc', columns, rows: [] }];
  const children = rows.filter((r) => r.depth === 1);
  const parts = [...ownPart(top, children), ...children];
  const total = ['', '', 'Tổng cộng', ...cells(top)];
  return [
    { name: 'Trực thuộc', columns, rows: [...parts.map((row, i) => [i + 1, row.code, row.name, ...cells(row)]), total] },
    {
      name: 'Toàn bộ',
      columns: [...columns, { header: 'Ghi chú', width: 40, kind: 'text' }],
      rows: [...inTree(rows).map((row, i) => [i + 1, row.code, indented(row), ...cells(row), noteOf(row, quarter)]), total],
    },
  ];
}

/** What the organization's own committee, or the cell itself, adds to what lies right below. */
function ownPart(top: ExportRow, children: readonly ExportRow[]): OverviewRow[] {
  const own: OverviewRow = { ...top };
  for (const figure of figureNames) own[figure] -= children.reduce((sum, child) => sum + child[figure], 0);
  return figureNames.some((figure) => own[figure] !== 0) ? [own] : [];
}

/** Each organization followed by what lies below it; without the topmost, which is the total. */
function inTree(rows: readonly ExportRow[]): ExportRow[] {
  const below = new Map<string | undefined, ExportRow[]>();
  for (const row of rows.slice(1)) below.set(row.parentId, [...(below.get(row.parentId) ?? []), row]);
  const walk = (row: ExportRow): ExportRow[] => [row, ...(below.get(row.nodeId) ?? []).flatMap(walk)];
  return (below.get(rows[0]?.nodeId) ?? []).flatMap(walk);
}

const indented = (row: ExportRow): string => `${'    '.repeat(row.depth - 1)}${row.name}`;

/** A cell's own line says what it owes; of a committee its figures say how many of its cells do. */
const noteOf = (row: OverviewRow, quarter: string): string =>
  row.bodies === 1 && row.thematicDone < row.thematicDue ? thematicMissingText(quarter) : '';
