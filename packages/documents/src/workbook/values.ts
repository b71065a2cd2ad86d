import type { Cell } from './cell.js';
import { dateOfSerial } from './dates.js';

/** A value, or a Vietnamese sentence that says what is wrong with the cell and how to write it. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

const right = <T>(value: T): Read<T> => ({ ok: true, value });
const wrong = (why: string): { readonly ok: false; readonly why: string } => ({ ok: false, why });

/** One line of written text: NFC, any kind of space as one plain space, none at the ends, no invisible characters. */
export function cleanText(text: string): string {
  // Codes and numbers, most cells of a list, are clean as they are; what lists say again and again has been cleaned before.
  if (/^[!-~]*$/.test(text)) return text;
  const known = cleaned.get(text);
  if (known !== undefined) return known;
  const clean = text
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\s\p{Z}\p{Cc}]+/gu, ' ')
    .trim();
  if (cleaned.size >= CLEANED_AT_MOST) cleaned.clear();
  if (text.length <= CLEANED_LENGTH) cleaned.set(text, clean);
  return clean;
}

const cleaned = new Map<string, string>();
const CLEANED_AT_MOST = 2000;
const CLEANED_LENGTH = 200;

/** Text of a cell; '' for an empty one. Numbers come without exponent; a formula is refused, because its result was computed elsewhere. */
export function textOf(cell: Cell | undefined): Read<string> {
  if (cell === undefined) return right('');
  if (cell.mergedInto !== undefined) return wrong(`Ô này nằm trong vùng gộp với ô ${cell.mergedInto}. Hãy bỏ gộp ô và ghi giá trị vào từng ô.`);
  if (cell.formula === true) return wrong('Ô này chứa công thức. Hãy chép giá trị (Paste Special, Values) thay cho công thức.');
  switch (cell.kind) {
    case 'text':
      return right(cleanText(String(cell.value)));
    case 'number':
      return right(plainNumber(Number(cell.value)));
    case 'date':
      return right(String(cell.value).split('-').reverse().join('/'));
    case 'boolean':
      return right(cell.value === true ? 'Có' : 'Không');
    case 'empty':
    case 'formula':
      return right('');
    case 'error':
      return wrong(`Ô này báo lỗi ${String(cell.value)}. Hãy ghi lại giá trị đúng.`);
  }
}

const plainNumber = (n: number): string => (Number.isInteger(n) && Math.abs(n) < 1e21 ? BigInt(n).toString() : String(n));

/** Digits of a code such as a card or citizen number, with the leading zeros that Excel drops from a number put back up to `length`. */
export function digitsOf(cell: Cell | undefined, length: number): Read<string> {
  const text = textOf(cell);
  if (!text.ok || text.value === '') return text;
  const digits = text.value.replace(/[\s.\-']/g, '');
  const full = cell?.kind === 'number' ? digits.padStart(length, '0') : digits;
  return /^\d+$/.test(full) && full.length === length ? right(full) : wrong(`"${text.value}" không phải dãy ${length} chữ số.`);
}

/** Dates are written out or short: 03/02/1958, 3-2-1958, 3.2.58, 030258, 03021958, 1958-02-03, or an Excel date. */
export interface DateReading {
  /** Two-digit years are read as the latest year not after this one; 'YYYY-MM-DD'. */
  readonly today: string;
}

/** Calendar day 'YYYY-MM-DD' of a cell; undefined when empty. A bare number between 1900 and 2100 is a year and is refused. */
export function dateOf(cell: Cell | undefined, reading: DateReading): Read<string | undefined> {
  if (cell?.kind === 'date' && cell.formula !== true && cell.mergedInto === undefined) return right(String(cell.value));
  const text = textOf(cell);
  if (!text.ok) return text;
  if (text.value === '') return right(undefined);
  if (cell?.kind === 'number' && !/^\d{7,8}$/.test(text.value)) return serialDate(Number(cell.value));
  return dateOfText(cell?.kind === 'number' ? text.value.padStart(8, '0') : text.value, reading);
}

/** 10,000 is in 1927 and 73,050 the end of 2099: below and above lie years and codes, no days of a member's life. */
function serialDate(serial: number): Read<string> {
  const date = Number.isInteger(serial) && serial >= 3_000 && serial <= 73_050 ? dateOfSerial(serial) : undefined;
  return date === undefined ? unreadable(String(serial)) : right(date);
}

/** {@link dateOf} for text that was typed. */
export function dateOfText(text: string, { today }: DateReading): Read<string> {
  const clean = cleanText(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(clean);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]), clean);
  const written = /^(\d{1,2})\s?[/.\-\s]\s?(\d{1,2})\s?[/.\-\s]\s?(\d{4}|\d{2})$/.exec(clean) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(clean);
  if (!written) return unreadable(clean);
  const [, day, month, year = ''] = written;
  return real(year.length === 2 ? fullYear(Number(year), Number(today.slice(0, 4))) : Number(year), Number(month), Number(day), clean);
}

/** 58 → 1958 and 26 → 2026 when it is 2026: nobody's dates lie in the future. */
const fullYear = (short: number, now: number): number => {
  const year = now - (now % 100) + short;
  return year > now ? year - 100 : year;
};

function real(year: number, month: number, day: number, typed: string): Read<string> {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1850 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return wrong(`"${typed}" không phải ngày có thật. Hãy ghi theo dạng ngày/tháng/năm, ví dụ 03/02/1990.`);
  return right(date.toISOString().slice(0, 10));
}

const unreadable = (typed: string) => wrong(`Không đọc được ngày "${typed}". Hãy ghi theo dạng ngày/tháng/năm, ví dụ 03/02/1990.`);
