import type { CalendarDate, Month } from '@vungmanh/contracts/types';

/** A quarter 'YYYY-Qn'. */
export type Quarter = `${string}-Q${1 | 2 | 3 | 4}`;

const MS_PER_DAY = 86_400_000;
const pad = (n: number): string => String(n).padStart(2, '0');

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

// Days are counted in UTC, where every day has 24 hours; nothing here ever asks which zone the machine stands in.
const toDayNumber = ({ year, month, day }: Parts): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / MS_PER_DAY;
};

const fromDayNumber = (n: number): CalendarDate => new Date(n * MS_PER_DAY).toISOString().slice(0, 10);

function partsOf(date: CalendarDate): Parts {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const parts = { year: Number(year), month: Number(month), day: Number(day) };
  if (year === undefined || fromDayNumber(toDayNumber(parts)) !== date) throw new RangeError(`no calendar date: ${date}`);
  return parts;
}

const dayNumber = (date: CalendarDate): number => toDayNumber(partsOf(date));

/** The date `n` days later (earlier if negative). Throws RangeError on a text that is no real date, as all of these do. */
export const addDays = (date: CalendarDate, n: number): CalendarDate => fromDayNumber(dayNumber(date) + n);

/** Days from `a` to `b`: 0 for the same day, negative if `b` is earlier. */
export const daysBetween = (a: CalendarDate, b: CalendarDate): number => dayNumber(b) - dayNumber(a);

/** ISO weekday: 1 Monday (thứ Hai) … 7 Sunday (Chủ nhật). */
export const weekdayOf = (date: CalendarDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** 'YYYY-MM' of the date. */
export const monthOf = (date: CalendarDate): Month => {
  partsOf(date);
  return date.slice(0, 7);
};

/** The first day of the date's month. */
export const firstOfMonth = (date: CalendarDate): CalendarDate => `${monthOf(date)}-01`;

/** A day of a month, clamped to its last: dayIn('2027-02', 31) is 2027-02-28. */
export function dayIn(month: Month, day: number): CalendarDate {
  return `${month}-${pad(Math.min(day, partsOf(lastOfMonth(`${month}-01`)).day))}`;
}

/** The last day of the date's month. */
export const lastOfMonth = (date: CalendarDate): CalendarDate => addDays(firstOfNext(date), -1);

const firstOfNext = (date: CalendarDate): CalendarDate => `${addMonthsTo(monthOf(date), 1)}-01`;

/** The month `n` months later (earlier if negative). */
export function addMonthsTo(month: Month, n: number): Month {
  const { year, month: m } = partsOf(`${month}-01`);
  const index = year * 12 + (m - 1) + n;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${pad((index % 12) + 1)}`;
}

/** The same day `n` months later, clamped to the last day of that month: 31/01 and one month is 28/02 or 29/02. */
export const addMonths = (date: CalendarDate, n: number): CalendarDate => dayIn(addMonthsTo(monthOf(date), n), partsOf(date).day);

/** The quarter of a date or month: '2026-Q4'. */
export function quarterOf(at: CalendarDate | Month): Quarter {
  const { month } = partsOf(at.length === 7 ? `${at}-01` : at);
  const n = month <= 3 ? 1 : month <= 6 ? 2 : month <= 9 ? 3 : 4;
  return `${at.slice(0, 4)}-Q${n}`;
}

/** The three months of a quarter, in order. */
export function monthsOf(quarter: Quarter): [Month, Month, Month] {
  const first = (Number(quarter.slice(-1)) - 1) * 3 + 1;
  const year = quarter.slice(0, 4);
  return [`${year}-${pad(first)}`, `${year}-${pad(first + 1)}`, `${year}-${pad(first + 2)}`];
}

/** '03/12/2026'. */
export function formatVi(date: CalendarDate): string {
  const { year, month, day } = partsOf(date);
  return `${pad(day)}/${pad(month)}/${String(year).padStart(4, '0')}`;
}

/** 'ngày 03 tháng 02 năm 2026': on papers days below 10 and the months 1 and 2 get a zero, others do not (HD 05-HD/VPTW). */
export function formatViLong(date: CalendarDate): string {
  const { year, month, day } = partsOf(date);
  return `ngày ${pad(day)} tháng ${month <= 2 ? pad(month) : month} năm ${year}`;
}

const weekdays = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

/** 'thứ Năm', 'Chủ nhật'. */
export const weekdayVi = (date: CalendarDate): string => weekdays[weekdayOf(date) - 1] ?? '';
