import { BETWEEN_TEXTS, type MemberSheetRow } from '@vungmanh/contracts/membership/import';
import { memberColumns, type ImportCell, type MemberColumn } from '@vungmanh/contracts/organization/import-sheet';
import type { SheetRow } from './sheet-reader.js';
import type { NamedBy } from './sheet-lines.js';

export const MEMBER_COLUMNS: readonly MemberColumn[] = memberColumns.map((c) => c.key);
const ROWS = 1000;
/** Characters of a chunk: three bytes each in the worst case, and the broker carries a megabyte. */
const CHARACTERS = 200_000;

/** Rows of members that are sent together, as the text of a JSON list, and the cells that they name. */
export class MemberChunk {
  readonly named: NamedBy[] = [];
  private readonly places = new Map<string, number>();
  private readonly rows: string[] = [];
  private characters = 0;
  first = 0;

  add({ row, cells }: SheetRow): void {
    if (this.size === 0) this.first = row;
    const numbers = columnsOf(cells, 'NUMBER');
    const broken = columnsOf(cells, 'BROKEN');
    const cell = this.placeOf(cells);
    let texts = '';
    for (const [i, column] of MEMBER_COLUMNS.entries()) texts += (i === 0 ? '' : BETWEEN_TEXTS) + (cells[column]?.text ?? '');
    const sent: MemberSheetRow = {
      row,
      texts,
      ...(numbers.length > 0 ? { numbers } : {}),
      ...(broken.length > 0 ? { broken } : {}),
      ...(cell === undefined ? {} : { cell }),
    };
    const json = JSON.stringify(sent);
    this.rows.push(json);
    this.characters += json.length;
  }

  get size(): number {
    return this.rows.length;
  }

  get full(): boolean {
    return this.rows.length >= ROWS || this.characters >= CHARACTERS;
  }

  get json(): string {
    return `[${this.rows.join(',')}]`;
  }

  private placeOf(cells: SheetRow['cells']): number | undefined {
    const code = cells['cellCode'];
    const name = cells['cellName'];
    const by: NamedBy | undefined =
      code && code.kind !== 'BROKEN' ? { code: code.text } : name && name.kind !== 'BROKEN' ? { name: name.text } : undefined;
    if (!by) return undefined;
    const key = by.code === undefined ? `name ${by.name}` : `code ${by.code}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.named.length);
    return this.named.push(by) - 1;
  }
}

const columnsOf = (cells: SheetRow['cells'], kind: ImportCell['kind']): MemberColumn[] =>
  MEMBER_COLUMNS.filter((column) => cells[column]?.kind === kind);
