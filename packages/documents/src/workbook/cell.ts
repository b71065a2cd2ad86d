export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula' | 'empty';

/** One cell as the file has it; rows and columns count from 1. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  /** Kind of the value. A formula shows the kind of the result that its program stored, `formula` if it stored none. */
  readonly kind: CellKind;
  /** Text as typed (not normalized), number, 'YYYY-MM-DD', boolean, the text of an error (#N/A); null when formula or empty. */
  readonly value: string | number | boolean | null;
  /** The cell holds a formula; it is never evaluated and its stored result may be stale. */
  readonly formula?: true;
  /** Address of the first cell of the merged block that this cell lies in without being the first. */
  readonly mergedInto?: string;
}

/** A row with at least one cell that is not empty; cells ascending by column, empty ones left out unless merged. */
export interface Row {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
}
