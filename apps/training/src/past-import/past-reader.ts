import { pastColumns, type PastColumn } from '@vungmanh/contracts/training/past-sheet';
import type { SheetColumn } from '@vungmanh/contracts/organization/import-sheet';
import { searchText } from '@vungmanh/contracts/text';
import type { Cell, Row } from '@vungmanh/documents/workbook/cell';
import { cleanText, dateOf, textOf } from '@vungmanh/documents/workbook/values';
import type { PastSheetRow } from './past-row.rules.js';

const columns: readonly (SheetColumn & { key: PastColumn })[] = pastColumns;
/** A title and a note or two may stand above the heading. */
const HEADING_WITHIN = 20;
const TEXT_AT_MOST = 500;

/** Finds our sheet in a workbook by its heading, whatever it is called and in whatever order columns stand. */
export class PastReader {
  private places: ReadonlyMap<number, (typeof columns)[number]> | undefined;
  private looking = 0;
  private missing: string | undefined;
  private name = '';
  private found = false;

  constructor(private readonly today: string) {}

  begin(name: string): void {
    this.places = undefined;
    this.looking = HEADING_WITHIN;
    this.name = name;
  }

  /** The row by column keys; undefined for a heading, what stands above it, an empty row, and rows of other sheets. */
  row(row: Row): PastSheetRow | undefined {
    if (!this.places) {
      this.lookForHeading(row);
      return undefined;
    }
    const cells: PastSheetRow['cells'] = {};
    const broken: PastColumn[] = [];
    for (const cell of row.cells) {
      const column = this.places.get(cell.column);
      if (!column) continue;
      const read = valueOf(cell, column, this.today);
      if (read.text !== '') cells[column.key] = read.text;
      if (read.broken) broken.push(column.key);
    }
    if (Object.keys(cells).length === 0) return undefined;
    return { row: row.row, cells, ...(broken.length > 0 ? { broken } : {}) };
  }

  /** Why the workbook cannot be used; undefined when the sheet was found. */
  get trouble(): string | undefined {
    if (this.missing !== undefined || this.found) return this.missing;
    const wanted = columns.filter((c) => c.required).map((c) => c.title);
    return `Không thấy trang tính nào có dòng tiêu đề theo mẫu. Tệp cần có các cột: ${wanted.join(', ')}.`;
  }

  private lookForHeading(row: Row): void {
    if (this.looking === 0) return;
    this.looking -= 1;
    const titles = new Map(row.cells.filter((c) => c.kind === 'text').map((c) => [searchText(cleanText(String(c.value))), c.column]));
    const known = columns.filter((c) => titles.has(searchText(c.title)));
    const lacking = columns.filter((c) => c.required && !known.includes(c)).map((c) => c.title);
    // Half of the titles make it our heading, though one may be misspelled.
    if (lacking.length > 0 && known.length * 2 < columns.length) return;
    if (lacking.length > 0) this.missing = `Trang tính "${this.name}" thiếu cột: ${lacking.join(', ')}. Hãy sửa tiêu đề cột theo mẫu rồi nhập lại.`;
    else if (this.found) this.missing = 'Tệp có hai trang tính cùng mẫu. Hãy gộp lại thành một trang.';
    this.places = new Map(known.map((c) => [titles.get(searchText(c.title)) ?? 0, c]));
    this.found = true;
  }
}

function valueOf(cell: Cell, column: SheetColumn, today: string): { text: string; broken: boolean } {
  const read = column.date ? dateOf(cell, { today }) : textOf(cell);
  return read.ok
    ? { text: (read.value ?? '').slice(0, TEXT_AT_MOST), broken: false }
    : { text: cleanText(read.why).slice(0, TEXT_AT_MOST), broken: true };
}
