import type { AppealState } from '@vungmanh/contracts/inspection/appeal-state';
import type { CalendarDate } from '@vungmanh/contracts/types';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { due } from '@vungmanh/regulations/due';

/** Nothing is settled before it was accepted; what was answered stays answered, and the next level is another appeal. */
export const transitions: Readonly<Record<AppealState, readonly AppealState[]>> = {
  SUBMITTED: ['ACCEPTED', 'REFUSED'],
  ACCEPTED: ['SETTLED', 'REFUSED'],
  REFUSED: [],
  SETTLED: [],
};

export const isRunning = (state: AppealState): boolean => transitions[state].length > 0;

/** The last day for an answer, and whether it is or came too late: it counts all the same. */
export function settlement(
  sentOn: CalendarDate,
  closedOn: CalendarDate | null,
  today: CalendarDate,
  context: RuleContext = {},
): { due?: CalendarDate; rule?: string; late: boolean } {
  const term = due('appeal.settle_wd', sentOn, context);
  return term === undefined ? { late: false } : { due: term.until, rule: term.rule.says, late: term.until < (closedOn ?? today) };
}
