import type { MeetingKind } from '@vungmanh/contracts/meetings/meeting-state';
import type { BodyKind } from '@vungmanh/contracts/organization/body';
import { addMonthsTo, dayIn, monthOf, monthsOf, quarterOf } from '@vungmanh/regulations/calendar';
import { regularDay } from '@vungmanh/regulations/regular-day';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';

/** A meeting that a year's plan holds for a body. */
export interface PlannedMeeting {
  readonly kind: MeetingKind;
  /** 'YYYY-MM', or 'YYYY-Qn' for what is due once a quarter: a body has one of a kind in each. */
  readonly period: string;
  readonly plannedOn: string;
}

/** Before a day was ruled for the whole Party a plan had to name one: the first of the month stands for "not yet decided". */
const UNRULED_DAY = 1;

/** The period in which a meeting of this kind on that day counts. */
export const periodOf = (kind: MeetingKind, day: string): string => (kind === 'THEMATIC' ? quarterOf(day) : monthOf(day));

/**
 * The meetings of one body from `fromMonth` to the end of the year. Cells: the regular one on the day of the rule, and the
 * quarter's thematic one in its second month, so that the first is left for drafting and the third for catching up (HD 42: planned
 * at the start of the quarter, drafted, adopted, sent out; it never replaces a regular one, and may follow it in the same session).
 * Committees: one a month, on the same day where nothing else is decided.
 */
export function planOf(kind: BodyKind, fromMonth: string, context: RuleContext = {}): PlannedMeeting[] {
  const months = monthsOfYearFrom(fromMonth);
  const monthly = months.flatMap((period) => onceInMonth(kind, period, context));
  return kind === 'COMMITTEE' ? monthly : [...monthly, ...thematicMonths(months).flatMap((month) => thematicIn(month, context))];
}

function onceInMonth(kind: BodyKind, period: string, context: RuleContext): PlannedMeeting[] {
  const rule = ruleAt(kind === 'CELL' ? 'meeting.regular.per_month' : 'committee.meeting.per_month', dayIn(period, 1), context);
  if (rule === undefined || rule.value === 0) return [];
  return [{ kind: kind === 'CELL' ? 'REGULAR' : 'COMMITTEE', period, plannedOn: dayFor(period, context) }];
}

/** In which month of each quarter the thematic meeting is planned: the second, or the third where only that is left. */
function thematicMonths(months: readonly string[]): string[] {
  return months.filter((month) => {
    const [, second, third] = monthsOf(quarterOf(month));
    return month === second || (month === third && !months.includes(second));
  });
}

function thematicIn(month: string, context: RuleContext): PlannedMeeting[] {
  const rule = ruleAt('meeting.thematic.per_quarter', dayIn(month, 1), context);
  if (rule === undefined || rule.value === 0) return [];
  return [{ kind: 'THEMATIC', period: quarterOf(month), plannedOn: dayFor(month, context) }];
}

const dayFor = (month: string, context: RuleContext): string => regularDay(month, context)?.date ?? dayIn(month, UNRULED_DAY);

function monthsOfYearFrom(fromMonth: string): string[] {
  const months: string[] = [];
  for (let month = fromMonth; month.slice(0, 4) === fromMonth.slice(0, 4); month = addMonthsTo(month, 1)) months.push(month);
  return months;
}
