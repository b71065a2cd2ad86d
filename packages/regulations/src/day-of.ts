import type { CalendarDate, Instant } from '@vungmanh/contracts/types';

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The calendar day in Asia/Ho_Chi_Minh on which a point in time falls. Throws RangeError on a text that is none. */
export const dayOf = (at: Instant): CalendarDate => day.format(Date.parse(at));
