import type { CalendarDate } from '@vungmanh/contracts/types';
import { showDate } from './dates.js';

/** The day before: periods are half-open, people name the last day. */
export function dayBefore(date: CalendarDate): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** A half-open period as one says it: 'từ 03/02/2020 đến hết 04/05/2021', 'từ 03/02/2020 đến nay'. */
export function showPeriod(from: CalendarDate, to: CalendarDate | undefined): string {
  return `từ ${showDate(from)} đến ${to === undefined ? 'nay' : `hết ${showDate(dayBefore(to))}`}`;
}
