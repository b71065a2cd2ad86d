import type { CalendarDate, Instant } from '@vungmanh/contracts/types';

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The calendar day in Asia/Ho_Chi_Minh on which a point in time falls. Throws RangeError on a text that is none. */
export const dayOf = (at: Instant): CalendarDate => day.format(Date.parse(at));

/** The instant at which a calendar day begins in Asia/Ho_Chi_Minh, which has kept UTC+7 without summer time since 1975. */
export const startOf = (date: CalendarDate): Instant => new Date(`${date}T00:00:00+07:00`).toISOString();
