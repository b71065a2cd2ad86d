import { BETWEEN_TEXTS, type MemberSheetRow, type stageMembers } from '@vungmanh/contracts/membership/import';
import type { InputOf } from '@vungmanh/contracts/operation';
import { memberColumns, type CellRemark, type MemberColumn } from '@vungmanh/contracts/organization/import-sheet';
import { searchText } from '@vungmanh/contracts/text';
import { CalendarDate, line } from '@vungmanh/contracts/types';

/** A call's rows, and with what they are read. */
export interface Sheet {
  readonly places: Places;
  readonly cells: readonly FoundCell[];
  readonly today: CalendarDate;
}
type FoundCell = InputOf<typeof stageMembers>['cells'][number];

/** Made once: building a schema costs more than reading a cell with it. */
const written = { name: line(100), residence: line(200), awayPlace: line(200) } as const;

/** Where each column stands in the rows of a call. */
export type Places = Partial<Record<MemberColumn, number>>;

const SHOWN = memberColumns.map((c) => c.key).filter((column) => column !== 'cardNumber' && column !== 'citizenNumber');
const dated: ReadonlySet<MemberColumn> = new Set(memberColumns.filter((c) => 'date' in c).map((c) => c.key));

export const placesOf = (columns: readonly MemberColumn[]): Places => Object.fromEntries(columns.map((column, at) => [column, at]));

/** Lists say the same few thousand things sixty thousand times: what has been judged is not judged again. */
class Known<T> {
  private readonly known = new Map<string, T>();

  constructor(
    private readonly judge: (text: string) => T,
    private readonly most: number,
  ) {}

  of(text: string): T {
    let judged = this.known.get(text);
    if (judged === undefined) {
      judged = this.judge(text);
      if (this.known.size >= this.most) this.known.clear();
      this.known.set(text, judged);
    }
    return judged;
  }
}

const days = new Known((text) => CalendarDate.safeParse(text).success, 50_000);
/** {@link searchText} of what stands in a column of few values. */
export const searched = new Known(searchText, 1000);
const read = {
  name: { of: (text: string) => written.name.safeParse(text) },
  residence: new Known((text) => written.residence.safeParse(text), 5000),
  awayPlace: new Known((text) => written.awayPlace.safeParse(text), 1000),
} as const;

/** Reads the cells of one row and gathers what is wrong in them. */
export class Reading {
  readonly remarks: CellRemark[] = [];
  private readonly texts: readonly string[];

  constructor(
    private readonly row: MemberSheetRow,
    private readonly sheet: Sheet,
  ) {
    this.texts = row.texts.split(BETWEEN_TEXTS);
  }

  get today(): CalendarDate {
    return this.sheet.today;
  }

  /** What stands in the cell, whether it can be taken or not. */
  written(column: MemberColumn): string | undefined {
    const at = this.sheet.places[column];
    return at === undefined ? undefined : this.texts[at] || undefined;
  }

  /** What stands in the cell, when it can be shown. */
  shown(column: MemberColumn): string | undefined {
    return this.row.broken?.includes(column) ? undefined : this.written(column);
  }

  /** What the row names as its cell; null when that is nowhere. */
  get found(): FoundCell {
    return (this.row.cell === undefined ? undefined : this.sheet.cells[this.row.cell]) ?? null;
  }

  line(): string {
    let line = '';
    for (const column of SHOWN) line += (this.shown(column) ?? '') + BETWEEN_TEXTS;
    return line;
  }

  wasNumber(column: MemberColumn): boolean {
    return this.row.numbers?.includes(column) ?? false;
  }

  say(column: MemberColumn, kind: 'WARNING' | 'ERROR', says: string): undefined {
    this.remarks.push({ column, kind, says });
    return undefined;
  }

  /** The text of the cell, when it can be taken at all. */
  cell(column: MemberColumn): string | undefined {
    const text = this.written(column);
    if (text === undefined) return undefined;
    if (this.row.broken?.includes(column)) return this.say(column, 'ERROR', text);
    return text.normalize('NFC');
  }

  text(column: keyof typeof written): string | undefined {
    const text = this.cell(column);
    if (text === undefined) return undefined;
    const result = read[column].of(text.replace(/\s+/g, ' '));
    return result.success ? result.data : this.say(column, 'ERROR', result.error.issues[0]?.message ?? 'Nội dung không hợp lệ');
  }

  date(column: MemberColumn): CalendarDate | undefined {
    const date = this.cell(column);
    if (date === undefined) return undefined;
    if (!days.of(date)) return this.say(column, 'ERROR', 'Ngày không đọc được. Hãy ghi ngày/tháng/năm, ví dụ 03/02/2010.');
    return date <= this.today ? date : this.say(column, 'ERROR', 'Ngày sau hôm nay. Hãy kiểm tra lại.');
  }

  required<T>(column: MemberColumn, value: T | undefined, says: string): T | undefined {
    if (value === undefined && this.written(column) === undefined) this.say(column, 'ERROR', says);
    return value;
  }

  order(column: MemberColumn, earlier: CalendarDate | undefined, later: CalendarDate | undefined, says: string): void {
    if (earlier !== undefined && later !== undefined && later < earlier) this.say(column, 'ERROR', says);
  }
}

const shownDate = (date: CalendarDate): string => date.split('-').toReversed().join('/');

/** Cells of a line of {@link ReadRow.shown} as a person would type them. */
export function shownCells(line: string): Partial<Record<MemberColumn, string>> {
  const texts = line.split(BETWEEN_TEXTS);
  const shown: Partial<Record<MemberColumn, string>> = {};
  for (const [i, column] of SHOWN.entries()) {
    const text = texts[i];
    if (text) shown[column] = dated.has(column) && days.of(text) ? shownDate(text) : text.normalize('NFC');
  }
  return shown;
}
