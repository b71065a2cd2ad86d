import type { CalendarDate } from '@vungmanh/contracts/types';
import { daysBetween } from '@vungmanh/regulations/calendar';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';

/** What is known when a check asks for its team to read. */
export interface Asked extends RuleContext {
  /** Whoever opened the check holds today the right to check at the organization that checks. */
  readonly covered: boolean;
  /** Every organization to be read stands below the one that checks: never that one itself, nor one above or beside it. */
  readonly below: boolean;
  readonly today: CalendarDate;
  readonly validTo: CalendarDate;
}

export type Ungivable = 'identity/temporary-not-covered' | 'identity/temporary-not-below' | 'identity/temporary-too-long';

/** Why nothing is opened for a check; undefined where it is. Where no rule is in force, no length is too long. */
export function ungivableForCheck({ covered, below, today, validTo, ...context }: Asked): Ungivable | undefined {
  if (!covered) return 'identity/temporary-not-covered';
  if (!below) return 'identity/temporary-not-below';
  const most = ruleAt('account.temporary_grant.max_days', today, context)?.value;
  return most !== undefined && daysBetween(today, validTo) > most ? 'identity/temporary-too-long' : undefined;
}
