import type { CalendarDate, Instant } from '@vungmanh/contracts/types';
import { addDays } from '@vungmanh/regulations/calendar';
import { dayOf } from '@vungmanh/regulations/day-of';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';

/** The first day on which a practice that was begun then is no longer kept; nothing where no rule says how long. */
export function keptUntil(startedAt: Instant, rules: RuleContext): { keptUntil?: CalendarDate } {
  const day = dayOf(startedAt);
  const days = ruleAt('training.practice.keep_days', day, rules)?.value;
  return days === undefined ? {} : { keptUntil: addDays(day, days) };
}
