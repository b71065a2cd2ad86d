import type { AgendaItem, Meeting } from '@vungmanh/contracts/meetings/meeting';
import type { CalendarDate, Instant } from '@vungmanh/contracts/types';
import { addDays } from '@vungmanh/regulations/calendar';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';

/** Planned minutes of the whole agenda. */
export const minutesOf = (agenda: readonly Pick<AgendaItem, 'plannedMinutes'>[]): number =>
  agenda.reduce((sum, item) => sum + item.plannedMinutes, 0);

/** How long the meeting must last at least, and who says so; undefined where no rule is in force (committees, extraordinary meetings). */
export function minimumOf(
  meeting: Pick<Meeting, 'kind' | 'coversThematic'>,
  day: CalendarDate,
  rules: RuleContext = {},
): { minutes: number; says: string; source: string } | undefined {
  if (meeting.kind !== 'REGULAR' && meeting.kind !== 'THEMATIC') return undefined;
  const rule = (meeting.coversThematic ? ruleAt('meeting.combined.min_minutes', day, rules) : undefined) ?? ruleAt('meeting.min_minutes', day, rules);
  return rule && { minutes: rule.value, says: rule.says, source: rule.source };
}

/** The list with the item at `from` moved by one place up (-1) or down (1); unchanged at its ends. */
export function moved<T>(items: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const to = from + by;
  const [one, other] = [items[from], items[to]];
  if (one === undefined || other === undefined) return items;
  return items.map((item, i) => (i === from ? other : i === to ? one : item));
}

/** A day and an hour on Việt Nam's clock as a point in time. */
export const instantOf = (day: CalendarDate, time: string): Instant => new Date(`${day}T${time}:00+07:00`).toISOString();

/** The day and the hour of a point in time on Việt Nam's clock, which has no summer time. */
export function dayAndTime(instant: Instant): { day: CalendarDate; time: string } {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return { day: local.slice(0, 10), time: local.slice(11, 16) };
}

/**
 * The day on which the meeting was opened or closed at `time`: it opens on its planned day when that has come, and closes on the
 * day on which it opened, or after midnight on the next.
 */
export function dayOfAct(
  meeting: Pick<Meeting, 'plannedOn' | 'startedAt'>,
  act: 'open' | 'close',
  time: string | undefined,
  today: CalendarDate,
): CalendarDate {
  if (act === 'open' || meeting.startedAt === undefined) return meeting.plannedOn < today ? meeting.plannedOn : today;
  const began = dayAndTime(meeting.startedAt);
  return time !== undefined && time < began.time ? addDays(began.day, 1) : began.day;
}
