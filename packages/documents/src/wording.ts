import type { Text } from './paper.js';

/** A sentence with `{name}` places; provinces change such sentences as data. */
export type Template = string;

/**
 * Puts values into the places of a template. Throws for a place that has no value, so that a province's own wording is
 * refused when it is checked and never printed with a hole.
 */
export function fill(template: Template, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Mẫu câu có chỗ trống không biết: {${name}}`);
    return String(value);
  });
}

/** "Nhãn: nội dung" with a bold label. */
export const labeled = (label: string, text: string): Text => [{ text: `${label}: `, bold: true }, { text }];

const two = (n: number): string => String(n).padStart(2, '0');

function parts(date: string): [year: number, month: number, day: number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
}

/** "ngày 03 tháng 02 năm 2026": days below 10 and months 1 and 2 take a zero (HD 05-HD/VPTW). */
export function longDate(date: string): string {
  const [year, month, day] = parts(date);
  return `ngày ${two(day)} tháng ${month <= 2 ? two(month) : month} năm ${year}`;
}

/** '2026-02-03' → '03/02/2026'. */
export const shortDate = (date: string): string => date.split('-').reverse().join('/');

/** '2026-02' → '02/2026'. */
export const monthOf = (month: string): string => month.slice(0, 7).split('-').reverse().join('/');

const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

/** "07 giờ 30 phút" from '07:30'. */
export function clockTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return minute === 0 ? `${two(hour)} giờ 00` : `${two(hour)} giờ ${two(minute)} phút`;
}

/** "thứ Ba, ngày 03/02/2026". */
export const weekdayAndDate = (date: string): string => `${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]}, ngày ${shortDate(date)}`;

/** "Lào Cai, ngày 03 tháng 02 năm 2026"; without a date the day and month stay open for the pen. */
export const placeAndDate = (place: string, date: string | undefined): string =>
  date === undefined
    ? `${place}, ngày\u00a0\u00a0\u00a0\u00a0\u00a0 tháng\u00a0\u00a0\u00a0\u00a0\u00a0 năm\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0`
    : `${place}, ${longDate(date)}`;

/** "Số 05-NQ/CB"; while the number is awaited "Số      -NQ/CB". Numbers below 10 take a zero. */
export const numberLine = (type: string, body: string, number: number | undefined): string =>
  `Số ${number === undefined ? '\u00a0'.repeat(5) : two(number)}-${type}/${body}`;

/** "12/14 (85,7%)", rounded half up to one decimal as the pages show it: for display only, a majority is never decided with it. */
export function share(votes: number, of: number): string {
  if (of === 0) return `${votes}/${of}`;
  const tenths = Math.floor((votes * 2000 + of) / (2 * of));
  return `${votes}/${of} (${String(tenths / 10).replace('.', ',')}%)`;
}

/** 7 → "07", 12 → "12", 0 → "0": counts in Party papers are written with two digits. */
export const count = (n: number): string => (n === 0 ? '0' : two(n));

/** The sentence with one full stop at its end. */
export const sentence = (text: string): string => (/[.!?…:;]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
