import { dateOfSerial } from './dates.js';
import type { Limits } from './limits.js';
import { columnNumber, type Merge } from './merges.js';
import type { Cell, CellKind, Row } from './cell.js';
import { Refused } from './refusal.js';
import { richText, unescapeText, type Structure } from './structure.js';
import type { Listener } from './xml.js';

interface Job {
  readonly sheet: string;
  readonly structure: Structure;
  readonly merges: (row: number) => readonly Merge[];
  readonly limits: Limits;
  /** Counted over all sheets. */
  readonly totals: { rows: number; cells: number; text: number };
}

type Value = readonly [kind: CellKind, value: Cell['value']];

const empty: Value = ['empty', null];
/** Excel's own edge; a file beyond it was not made by a spreadsheet. */
const edge = { row: 1_048_576, column: 16_384 };

/** A cell as the file writes it; what is absent is not written. */
export interface WrittenCell {
  /** Letters of its address. */
  readonly letters: string | undefined;
  readonly type: string | undefined;
  readonly style: string | undefined;
  readonly formula: boolean;
  readonly value: string;
  /** Inline text, for a cell of that type. */
  readonly inline: string;
}

export interface RowReader extends Required<Listener> {
  readonly finished: Row[];
  /** Whether the place that has been reached is where rows stand. */
  inRows(): boolean;
  /** A whole row whose tags somebody else has read. */
  whole(r: string | undefined, cells: readonly WrittenCell[]): void;
}

/** Turns the tags of a sheet into rows; whoever reads takes them out of `finished`. */
export function rowReader(job: Job): RowReader {
  const finished: Row[] = [];
  const rich = richText();
  let row = 0;
  let column = 0;
  let cells: Cell[] = [];
  let type = 'n';
  let style = 0;
  let formula = false;
  let value = '';
  let inValue = false;
  let inSheet = false;

  const startRow = (r: string | undefined): void => {
    const at = r === undefined ? row + 1 : Number(r);
    if (!Number.isInteger(at) || at <= row || at > edge.row) throw new Refused('workbook/broken', 'order of rows');
    row = at;
    column = 0;
    cells = [];
  };
  const startCell = (letters: string | undefined, t: string | undefined, s: string | undefined): void => {
    const at = letters === undefined ? column + 1 : columnNumber(letters);
    if (at <= column || at > edge.column) throw new Refused('workbook/broken', 'order of cells');
    column = at;
    type = t ?? 'n';
    style = Number(s ?? 0);
    formula = false;
  };
  const endCell = (raw: string): void => {
    const [kind, content] = valueOf(raw, { type, style, formula }, job.structure);
    if (kind === 'empty') return;
    job.totals.cells += 1;
    if (typeof content === 'string') job.totals.text += content.length;
    if (job.totals.cells > job.limits.cells || job.totals.text > job.limits.text) throw new Refused('workbook/unpacks-too-far', 'cells or text');
    cells.push(formula ? { row, column, kind, value: content, formula } : { row, column, kind, value: content });
  };
  const endRow = (): void => {
    const merges = job.merges(row);
    const all = merges.length === 0 ? cells : withMerged(cells, row, merges);
    if (all.length === 0) return;
    job.totals.rows += 1;
    if (job.totals.rows > job.limits.rows) throw new Refused('workbook/too-many-rows');
    finished.push({ sheet: job.sheet, row, cells: all });
  };

  return {
    finished,
    inRows: () => inSheet,
    whole(r, written) {
      startRow(r);
      for (const cell of written) {
        startCell(cell.letters, cell.type, cell.style);
        formula = cell.formula;
        endCell(type === 'inlineStr' ? unescapeText(cell.inline) : cell.value);
      }
      endRow();
    },
    open(tag, attributes) {
      if (tag === 'sheetData') inSheet = true;
      if (!inSheet) return;
      if (tag === 'row') startRow(attributes['r']);
      else if (tag === 'c') {
        const { r, t, s } = attributes;
        startCell(r === undefined ? undefined : (/^[A-Z]{1,3}/.exec(r)?.[0] ?? ''), t, s);
        value = '';
        rich.clear();
      } else if (tag === 'v') inValue = true;
      else if (tag === 'f') formula = true;
      else rich.open(tag);
    },
    text(text) {
      if (inValue) value += text;
      else rich.text(text);
    },
    close(tag) {
      if (tag === 'sheetData') inSheet = false;
      if (!inSheet) return;
      if (tag === 'v') inValue = false;
      else if (tag === 'c') endCell(type === 'inlineStr' ? rich.take() : value);
      else if (tag === 'row') endRow();
      else rich.close(tag);
    },
  };
}

function valueOf(raw: string, cell: { type: string; style: number; formula: boolean }, structure: Structure): Value {
  if (raw === '') return cell.formula ? ['formula', null] : empty;
  switch (cell.type) {
    case 's': {
      const text = structure.strings[Number(raw)];
      if (text === undefined) throw new Refused('workbook/broken', 'shared string');
      return text === '' ? empty : ['text', text];
    }
    case 'str':
    case 'inlineStr':
      return ['text', raw];
    case 'b':
      return ['boolean', raw === '1' || raw === 'true'];
    case 'e':
      return ['error', raw];
    case 'd':
      return /^\d{4}-\d{2}-\d{2}/.test(raw) ? ['date', raw.slice(0, 10)] : ['text', raw];
    default:
      return numberOf(raw, cell.style, structure);
  }
}

function numberOf(raw: string, style: number, structure: Structure): Value {
  const number = Number(raw);
  if (!Number.isFinite(number)) return ['error', raw];
  const date = structure.dateStyles[style] === true ? dayOf(number, structure) : undefined;
  return date === undefined ? ['number', number] : ['date', date];
}

/** A list of people names the same twenty thousand days again and again. */
const DAYS_AT_MOST = 50_000;

function dayOf(serial: number, { from1904, days }: Structure): string | undefined {
  const known = days.get(serial);
  if (known !== undefined) return known;
  const day = dateOfSerial(serial, from1904);
  if (day !== undefined && days.size < DAYS_AT_MOST) days.set(serial, day);
  return day;
}

/** Names the first cell of the block in each cell that has been merged away; at most 256 columns of a block are shown. */
function withMerged(cells: readonly Cell[], row: number, merges: readonly Merge[]): Cell[] {
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
  for (const merge of merges)
    for (let column = merge.left; column <= Math.min(merge.right, merge.left + 255); column += 1) {
      if (row === merge.top && column === merge.left) continue;
      const cell = byColumn.get(column) ?? { row, column, kind: 'empty', value: null };
      byColumn.set(column, { ...cell, mergedInto: merge.into });
    }
  return [...byColumn.values()].sort((a, b) => a.column - b.column);
}
