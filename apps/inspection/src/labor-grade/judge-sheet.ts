import type { GradeRow } from '@vungmanh/contracts/inspection/labor-grade';
import { searchText } from '@vungmanh/contracts/text';
import type { Cell, Row } from '@vungmanh/documents/workbook/cell';
import { textOf } from '@vungmanh/documents/workbook/values';

/** A member of the cell, as a row of a sheet may name them. */
export interface Named {
  readonly lineId: string;
  readonly name: string;
  readonly birthYear: number | null;
}

/** What a sheet is held against. */
export interface Against {
  readonly members: readonly Named[];
  /** The months that can be written down, 'YYYY-MM'. */
  readonly open: readonly string[];
  /** All months of the quarter. */
  readonly months: readonly string[];
  readonly scale: readonly string[];
  /** Grades that stand, by line and month. */
  readonly standing: ReadonlyMap<string, string>;
}

interface Columns {
  readonly row: number;
  readonly name: number;
  readonly birthYear: number | undefined;
  readonly months: ReadonlyMap<string, number>;
}

export const headers = { name: 'Họ và tên', birthYear: 'Năm sinh', month: (month: string): string => `Tháng ${Number(month.slice(5))}` } as const;

/** Judges every cell of a sheet; a sentence where it is no such sheet. Nothing is guessed: who cannot be told apart is asked for. */
export function judgeSheet(rows: readonly Row[], against: Against): GradeRow[] | { why: string } {
  const columns = columnsOf(rows, against.months);
  if (columns === undefined)
    return { why: `Bảng cần có cột "${headers.name}" và cột "${headers.month(against.months[0] ?? '2026-01')}" theo các tháng trong quý.` };
  const judged = rows
    .filter((row) => row.row > columns.row && row.cells.some((cell) => cell.kind !== 'empty'))
    .map((row) => judgeRow(row, columns, against));
  return withoutTwice(judged.filter((row) => row.name !== '' || row.cells.some((cell) => cell.state !== 'EMPTY')));
}

/** What the sheet changes; nothing may be wrong in it. */
export const changesOf = (rows: readonly GradeRow[]): { lineId: string; month: string; grade: string }[] =>
  rows.flatMap(({ lineId, cells }) =>
    cells.flatMap(({ month, state, written }) =>
      lineId !== undefined && written !== undefined && (state === 'NEW' || state === 'CHANGED') ? [{ lineId, month, grade: written }] : [],
    ),
  );

export const wrongIn = (rows: readonly GradeRow[]): number =>
  rows.reduce((sum, row) => sum + (row.why === undefined ? 0 : 1) + row.cells.filter((cell) => cell.state === 'WRONG').length, 0);

function columnsOf(rows: readonly Row[], months: readonly string[]): Columns | undefined {
  for (const { row, cells } of rows.slice(0, 20)) {
    const at = (header: string): number | undefined => cells.find((cell) => searchText(plain(cell)) === searchText(header))?.column;
    const name = at(headers.name);
    const found = months.flatMap((month): [string, number][] => {
      const column = at(headers.month(month)) ?? at(`Tháng ${month.slice(5)}`) ?? at(`${headers.month(month)}/${month.slice(0, 4)}`);
      return column === undefined ? [] : [[month, column]];
    });
    if (name !== undefined && found.length > 0) return { row, name, birthYear: at(headers.birthYear), months: new Map(found) };
  }
  return undefined;
}

function judgeRow({ row, cells }: Row, columns: Columns, against: Against): GradeRow {
  const at = (column: number | undefined): Cell | undefined => cells.find((cell) => cell.column === column);
  const name = textOf(at(columns.name));
  const found = name.ok ? memberOf(name.value, plain(at(columns.birthYear)), against.members) : name;
  const lineId = 'lineId' in found ? found.lineId : undefined;
  return {
    row,
    name: name.ok ? name.value : '',
    ...('lineId' in found ? { lineId: found.lineId } : { why: found.why }),
    cells: [...columns.months].map(([month, column]) => judgeCell(at(column), month, lineId, against)),
  };
}

function memberOf(name: string, born: string, members: readonly Named[]): { lineId: string } | { why: string } {
  const same = members.filter((one) => searchText(one.name) === searchText(name));
  const exact = born === '' ? same : same.filter((one) => String(one.birthYear ?? '') === born);
  const [only] = exact;
  if (only !== undefined && exact.length === 1) return { lineId: only.lineId };
  if (name === '') return { why: 'Dòng này chưa ghi họ và tên.' };
  if (same.length === 0) return { why: `Chi bộ không có đảng viên tên "${name}" trong kế hoạch giám sát quý này.` };
  return {
    why:
      exact.length > 1 ? `Có ${exact.length} đồng chí tên "${name}". Hãy ghi thêm năm sinh.` : `Năm sinh ${born} không khớp với đồng chí "${name}".`,
  };
}

function judgeCell(cell: Cell | undefined, month: string, lineId: string | undefined, { scale, open, standing }: Against): GradeRow['cells'][number] {
  const text = textOf(cell);
  if (!text.ok) return { month, state: 'WRONG', why: text.why };
  if (text.value === '') return { month, state: 'EMPTY' };
  const written = scale.find((mark) => searchText(mark) === searchText(text.value));
  if (written === undefined) {
    return { month, written: text.value, state: 'WRONG', why: `"${text.value}" không thuộc thang bình xét (${scale.join(', ')}).` };
  }
  if (!open.includes(month)) return { month, written, state: 'WRONG', why: 'Tháng này chưa đến nên chưa ghi được.' };
  const known = lineId === undefined ? undefined : standing.get(`${lineId} ${month}`);
  return { month, written, state: known === undefined ? 'NEW' : known === written ? 'SAME' : 'CHANGED' };
}

/** A member who stands in two rows is told in the second. */
function withoutTwice(rows: readonly GradeRow[]): GradeRow[] {
  const seen = new Map<string, number>();
  return rows.map(({ lineId, ...row }) => {
    if (lineId === undefined) return row;
    const first = seen.get(lineId);
    if (first !== undefined) return { ...row, why: `Đồng chí này đã có ở dòng ${first}.` };
    seen.set(lineId, row.row);
    return { ...row, lineId };
  });
}

function plain(cell: Cell | undefined): string {
  const text = textOf(cell);
  return text.ok ? text.value : '';
}
