import type { CalendarDate } from '@vungmanh/contracts/types';
import { addDays, weekdayOf } from './calendar.js';
import { fixedHolidays, holidayYears } from './holiday.js';
import type { HolidayRow, HolidayYear } from './holiday.js';

/**
 * How far the holidays of a year are known: `announced`, `expected` (something may still be announced), or `unknown`: then only the
 * holidays of fixed solar dates count, not Tết nor compensations, and a deadline over them comes out too early.
 */
export function holidayStateOf(year: number, years: readonly HolidayYear[] = holidayYears): HolidayYear['state'] | 'unknown' {
  return years.find((y) => y.year === year)?.state ?? 'unknown';
}

/** The row of a day that is off or worked by announcement, with its document; undefined for an ordinary day. */
export function holidayOn(date: CalendarDate, years: readonly HolidayYear[] = holidayYears): HolidayRow | undefined {
  const year = Number(date.slice(0, 4));
  const rows = years.find((y) => y.year === year)?.rows ?? fixedHolidays(year);
  return rows.find((row) => row.date === date);
}

/** Is this a public holiday or its compensation? A Saturday, a Sunday or a swapped day is not. */
export const isHoliday = (date: CalendarDate, years?: readonly HolidayYear[]): boolean => holidayOn(date, years)?.holiday ?? false;

/** Monday to Friday, less the days off, plus the Saturdays worked instead (Bộ luật Lao động 2019, Điều 111, 112). */
export function isWorkingDay(date: CalendarDate, years?: readonly HolidayYear[]): boolean {
  const row = holidayOn(date, years);
  return row === undefined ? weekdayOf(date) <= 5 : row.kind === 'WORK';
}

/**
 * The n-th working day after `date`, which itself never counts: a period of 30 working days from a decision ends on
 * addWorkingDays(decision, 30). Negative n counts back; 0 is the date itself, working or not.
 */
export function addWorkingDays(date: CalendarDate, n: number, years?: readonly HolidayYear[]): CalendarDate {
  if (!Number.isSafeInteger(n)) throw new RangeError(`no number of days: ${n}`);
  const step = n < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(day, years)) left -= 1;
  }
  return day;
}

/** How many working days lie after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, years?: readonly HolidayYear[]): number {
  if (to < from) {
    const back = workingDaysBetween(to, from, years);
    return back === 0 ? 0 : -back;
  }
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, years)) count += 1;
  }
  return count;
}
