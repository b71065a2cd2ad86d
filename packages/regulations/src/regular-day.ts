import type { CalendarDate, Month } from '@vungmanh/contracts/types';
import { dayIn, formatVi } from './calendar.js';
import { ruleAt } from './rule-at.js';
import type { Rule, RuleContext } from './rule-at.js';
import { holidayOn, isHoliday, isWorkingDay } from './working-days.js';

/** The day on which a cell's regular meeting of a month is planned, and why that day. */
export interface RegularDay {
  readonly date: CalendarDate;
  readonly why: 'rule-day' | 'holiday' | 'special-case';
  /** The reason in a sentence; undefined on the day of the rule itself. */
  readonly reason?: string;
  readonly rule: Rule<'meeting.regular.day'>;
}

/** `specialCase`: the reason for which the cell cannot meet on the day of the rule; `unavailable`: further days that are out. */
export interface RegularDayOptions extends RuleContext {
  readonly specialCase?: string;
  readonly unavailable?: readonly CalendarDate[];
}

/**
 * The planned day of the regular meeting in `month`: the day of the rule (03), also on a Saturday or Sunday; on a public holiday or
 * in a special case another day of the first week (CT 50-CT/TW), chosen in this order: the next working day, the next day that
 * is no holiday, the nearest earlier day that is no holiday. If the first week has no such day, the day of the rule stays.
 * Undefined for months before a day was ruled for all. The rules are those of the first of the month.
 */
export function regularDay(month: Month, options: RegularDayOptions = {}): RegularDay | undefined {
  const first = dayIn(month, 1);
  const rule = ruleAt('meeting.regular.day', first, options);
  if (rule === undefined) return undefined;
  const date = dayIn(month, rule.value);
  const why = isHoliday(date) ? 'holiday' : options.specialCase !== undefined || options.unavailable?.includes(date) ? 'special-case' : 'rule-day';
  if (why === 'rule-day') return { date, why, rule };
  const other = otherDay(month, date, options) ?? date;
  const cause = why === 'holiday' ? `là ngày nghỉ lễ (${holidayOn(date)?.name ?? ''})` : `có việc đặc biệt${said(options.specialCase)}`;
  return { date: other, why, rule, reason: `Ngày ${formatVi(date)} ${cause}: sinh hoạt vào ngày ${formatVi(other)}, trong tuần đầu của tháng.` };
}

const said = (specialCase: string | undefined): string => (specialCase === undefined ? '' : ` (${specialCase})`);

function otherDay(month: Month, ruled: CalendarDate, options: RegularDayOptions): CalendarDate | undefined {
  const week = ruleAt('meeting.regular.fallback', dayIn(month, 1), options)?.value;
  if (week === undefined) return undefined;
  const days = Array.from({ length: week.to - week.from + 1 }, (_, i) => dayIn(month, week.from + i));
  const free = days.filter((day) => day !== ruled && !isHoliday(day) && !options.unavailable?.includes(day));
  const later = free.filter((day) => day > ruled);
  return later.find((day) => isWorkingDay(day)) ?? later[0] ?? free.at(-1);
}
