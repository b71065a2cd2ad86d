import type { CalendarDate } from '@vungmanh/contracts/types';
import { addDays, addMonths } from './calendar.js';
import type { RuleKey, UnitOf, ValueOf } from './register.js';
import { ruleAt } from './rule-at.js';
import type { Rule, RuleContext } from './rule-at.js';
import { addWorkingDays } from './working-days.js';

const clocks = {
  days: addDays,
  'working-days': (from: CalendarDate, n: number) => addWorkingDays(from, n),
  months: addMonths,
  years: (from: CalendarDate, n: number) => addMonths(from, 12 * n),
} as const;

/** The keys whose value is a length of time. */
export type ClockKey = { [K in RuleKey]: UnitOf<K> extends keyof typeof clocks ? K : never }[RuleKey];

/** The last day on which something is in time, and the rule that says so. */
export interface Due<K extends RuleKey = RuleKey> {
  readonly until: CalendarDate;
  readonly rule: Rule<K>;
}

/**
 * The last day of the term of `key` that runs from `from`, which itself does not count; calendar or working days, months or years as
 * the key is measured. The rule is that of `from`. Undefined where none was in force: then nothing is late.
 */
export function due<K extends ClockKey>(key: K, from: CalendarDate, context: RuleContext = {}): Due<K> | undefined {
  const rule = ruleAt(key, from, context);
  return rule === undefined ? undefined : { until: after(rule, from), rule };
}

/** The last day of a term of this rule that runs from `from`. */
export const after = <K extends ClockKey>({ unit, value }: { unit: UnitOf<K>; value: ValueOf<K> }, from: CalendarDate): CalendarDate =>
  clocks[unit](from, value);
