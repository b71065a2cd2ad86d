import type { CalendarDate } from '@vungmanh/contracts/types';

const DAY_MS = 86_400_000;
const startOf = (day: CalendarDate): number => Date.parse(`${day}T00:00:00+07:00`);

/** The instants from the beginning of one day of Vietnam to the end of another; a side that is open is left out. */
export function dayRange(from: CalendarDate | undefined, to: CalendarDate | undefined): { from?: string; to?: string } {
  return {
    ...(from === undefined ? {} : { from: new Date(startOf(from)).toISOString() }),
    ...(to === undefined ? {} : { to: new Date(startOf(to) + DAY_MS).toISOString() }),
  };
}
