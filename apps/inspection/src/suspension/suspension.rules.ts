import type { Suspension } from '@vungmanh/contracts/inspection/suspension';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { Broken } from '@vungmanh/platform/problem';
import { addDays } from '@vungmanh/regulations/calendar';
import { suspensionOf } from '@vungmanh/regulations/case-term';
import type { RuleContext } from '@vungmanh/regulations/rule-at';

type Term = Pick<Suspension, 'from' | 'until' | 'extended' | 'liftedOn'>;

/** Its last day by the rule: the first day counts among the days of the term. Undefined where no rule was in force. */
export const lastDay = (from: CalendarDate, context: RuleContext = {}): CalendarDate | undefined => {
  const term = suspensionOf(from, context);
  return term === undefined ? undefined : addDays(term.until, -1);
};

/** The last day to which it can still be extended: once, and only while it runs. */
export function extensibleTo({ from, extended, liftedOn }: Term, context: RuleContext = {}): CalendarDate | undefined {
  const until = suspensionOf(from, context)?.extended?.until;
  return extended || liftedOn !== undefined || until === undefined ? undefined : addDays(until, -1);
}

/** Whether the member is without activities on that day. */
export const holdsOn = ({ from, until, liftedOn }: Term, day: CalendarDate): boolean =>
  from <= day && day <= until && (liftedOn === undefined || day < liftedOn);

/** The first day on which the member takes part again. */
export const endOf = ({ until, liftedOn }: Term): CalendarDate => liftedOn ?? addDays(until, 1);

/** Refuses an extension that is the second one, too long or none. */
export function expectExtension(term: Term, until: CalendarDate, today: CalendarDate, context: RuleContext = {}): void {
  if (term.extended) throw new Broken('inspection/extended-already');
  const most = extensibleTo(term, context);
  if (!holdsOn(term, today)) throw new Broken('inspection/discipline-not-in-state');
  if (until <= term.until) throw new Broken('inspection/in-the-future');
  if (most !== undefined && until > most) throw new Broken('inspection/suspension-too-long', suspensionOf(term.from, context)?.extended?.rule.says);
}
