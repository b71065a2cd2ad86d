import type { Cell } from './cell.js';

/** How a child's last line begins; behind it stands its refusal as JSON, or null. */
export const OUTCOME = '!';

/** One line of JSON that the child of this folder writes for its parent. */
export type ChildLine = { readonly sheet: string; readonly hidden: boolean } | { readonly row: number; readonly cells: readonly Packed[] };

/** A cell without its row and its field names: a province's workbook has a million of them. */
export type Packed = readonly [column: number, kind: Cell['kind'], value: Cell['value'], formula?: 0 | 1, mergedInto?: string];

export function packed({ column, kind, value, formula, mergedInto }: Cell): Packed {
  if (mergedInto !== undefined) return [column, kind, value, formula ? 1 : 0, mergedInto];
  return formula ? [column, kind, value, 1] : [column, kind, value];
}

export function unpacked(row: number, [column, kind, value, formula, mergedInto]: Packed): Cell {
  return { row, column, kind, value, ...(formula === 1 ? { formula: true } : {}), ...(mergedInto === undefined ? {} : { mergedInto }) };
}
