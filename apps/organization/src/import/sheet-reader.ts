import {
  importSheetLabel,
  memberColumns,
  organizationColumns,
  type ImportCell,
  type ImportSheet,
  type SheetColumn,
} from '@vungmanh/contracts/organization/import-sheet';
import { searchText } from '@vungmanh/contracts/text';
import type { Cell, Row } from '@vungmanh/documents/workbook/cell';
import { cleanText, dateOf, textOf } from '@vungmanh/documents/workbook/values';

/** A row of one of our sheets: cells by the key of their column, empty ones left out. */
export interface SheetRow {
  row: number;
  cells: Record<string, ImportCell>;
}

const columnsOf: Record<ImportSheet, readonly SheetColumn[]> = { ORGANIZATIONS: organizationColumns, MEMBERS: memberColumns };
/** A title and a note or two may stand above the heading. */
const HEADING_WITHIN = 20;

/** Finds our two sheets in a workbook by their headings, whatever they are called and in whatever order columns stand. */
export class SheetReader {
  private columns: ReadonlyMap<number, SheetColumn> | undefined;
  private looking = 0;
  private missing: string | undefined;
  private name = '';
  readonly found = new Set<ImportSheet>();

  /** The sheet that is being read, once its heading has been seen. */
  current: ImportSheet | undefined;

  constructor(private readonly today: string) {}

  begin(name: string): void {
    this.current = undefined;
    this.columns = undefined;
    this.looking = HEADING_WITHIN;
    this.name = name;
  }

  /** The row by column keys; undefined for a heading, what stands above it, an empty row, and rows of other sheets. */
  row(row: Row): SheetRow | undefined {
    if (!this.columns) {
      this.lookForHeading(row);
      return undefined;
    }
    const cells: Record<string, ImportCell> = {};
    for (const cell of row.cells) {
      const column = this.columns.get(cell.column);
      const read = column && importCell(cell, column, this.today);
      if (column && read) cells[column.key] = read;
    }
    return Object.keys(cells).length === 0 ? undefined : { row: row.row, cells };
  }

  /** Why the workbook cannot be used; undefined when a sheet was found. */
  get trouble(): string | undefined {
    if (this.missing !== undefined) return this.missing;
    if (this.found.size > 0) return undefined;
    const wanted = (sheet: ImportSheet): string =>
      `"${importSheetLabel[sheet]}" (${columnsOf[sheet]
        .filter((c) => c.required)
        .map((c) => c.title)
        .join(', ')})`;
    return `Không thấy trang tính nào có dòng tiêu đề theo mẫu. Tệp cần có trang ${wanted('ORGANIZATIONS')} hoặc trang ${wanted('MEMBERS')}.`;
  }

  private lookForHeading(row: Row): void {
    if (this.looking === 0) return;
    this.looking -= 1;
    const titles = new Map(row.cells.filter((c) => c.kind === 'text').map((c) => [searchText(cleanText(String(c.value))), c.column]));
    for (const sheet of ['ORGANIZATIONS', 'MEMBERS'] as const) {
      const columns = columnsOf[sheet];
      const known = columns.filter((c) => titles.has(searchText(c.title)));
      const lacking = columns.filter((c) => c.required && !known.includes(c)).map((c) => c.title);
      // Half of the titles make it our heading, though one may be misspelled.
      if (lacking.length > 0 && known.length * 2 < columns.length) continue;
      if (lacking.length > 0) this.missing = `Trang tính "${this.name}" thiếu cột: ${lacking.join(', ')}. Hãy sửa tiêu đề cột theo mẫu rồi nhập lại.`;
      else if (this.found.has(sheet)) this.missing = `Tệp có hai trang tính cùng mẫu "${importSheetLabel[sheet]}". Hãy gộp lại thành một trang.`;
      this.columns = new Map(known.map((c) => [titles.get(searchText(c.title)) ?? 0, c]));
      this.current = sheet;
      this.found.add(sheet);
      return;
    }
  }
}

/** One cell by what its column holds. */
function importCell(cell: Cell, column: SheetColumn, today: string): ImportCell | undefined {
  const read = column.date ? dateOf(cell, { today }) : textOf(cell);
  // It may tell what the file says, line breaks and all.
  if (!read.ok) return { kind: 'BROKEN', text: cleanText(read.why).slice(0, 2000) };
  if (read.value === undefined || read.value === '') return undefined;
  return { kind: column.date ? 'DATE' : cell.kind === 'number' ? 'NUMBER' : 'TEXT', text: read.value.slice(0, 2000) };
}
