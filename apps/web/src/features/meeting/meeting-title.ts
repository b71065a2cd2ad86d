import type { MeetingLine } from '@vungmanh/contracts/meetings/meeting';
import { meetingKindLabel } from '@vungmanh/contracts/meetings/meeting-state';
import type { CalendarDate, Instant } from '@vungmanh/contracts/types';
import { showMonth, showWeekday } from '../../text/dates.js';
import { dayAndTime } from './agenda.js';

/** 'Sinh hoạt thường kỳ tháng 12/2026'. */
export const titleOf = ({ kind, month }: Pick<MeetingLine, 'kind' | 'month'>): string => `${meetingKindLabel[kind]} ${showMonth(month)}`;

/** '19:30, thứ năm, 03/12/2026'; without the hour while it is not set. */
export function whenOf({ startsAt, plannedOn }: { startsAt?: Instant | undefined; plannedOn: CalendarDate }): string {
  if (startsAt === undefined) return showWeekday(plannedOn);
  const { day, time } = dayAndTime(startsAt);
  const weekday = showWeekday(day);
  return `${time}, ${weekday.charAt(0).toLowerCase()}${weekday.slice(1)}`;
}
