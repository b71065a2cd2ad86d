import type { CalendarDate, Instant } from '@vungmanh/contracts/types';

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** Since then Vietnam keeps UTC+7 without summer time, and no calendar has to be asked. */
const PLAIN_SINCE = Date.UTC(1975, 5, 13);
const AHEAD_MS = 7 * 3_600_000;

/** The calendar day in Asia/Ho_Chi_Minh on which a point in time falls. Throws RangeError on a text that is none. */
export function dayOf(at: Instant): CalendarDate {
  const millis = Date.parse(at);
  return millis >= PLAIN_SINCE ? new Date(millis + AHEAD_MS).toISOString().slice(0, 10) : day.format(millis);
}

/** The instant at which a calendar day begins in Asia/Ho_Chi_Minh, which has kept UTC+7 without summer time since 1975. */
export const startOf = (date: CalendarDate): Instant => new Date(`${date}T00:00:00+07:00`).toISOString();
