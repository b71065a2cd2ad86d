import type { Discipline } from '@vungmanh/contracts/inspection/discipline';
import type { DisciplineDelivery } from '@vungmanh/contracts/inspection/discipline-state';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { due } from '@vungmanh/regulations/due';
import { ruleAt } from '@vungmanh/regulations/rule-at';

interface Decided {
  readonly countsFrom: 'ANNOUNCEMENT' | 'SIGNATURE';
  readonly decidedOn: CalendarDate | null;
  readonly writtenOn: CalendarDate | null;
}

/** The last day for the written decision of a cell, which counts already; of no other body, whose signature is what counts. */
export function writtenDue({ countsFrom, decidedOn }: Decided): { until: CalendarDate; says: string } | undefined {
  const term = countsFrom === 'ANNOUNCEMENT' && decidedOn !== null ? due('discipline.written_days', decidedOn) : undefined;
  return term === undefined ? undefined : { until: term.until, says: term.rule.says };
}

/** Whether the written decision is late. */
export function isWritingLate(decided: Decided, today: CalendarDate): boolean {
  const term = writtenDue(decided);
  return term !== undefined && decided.writtenOn === null && term.until < today;
}

interface Delivered {
  readonly effectiveOn: CalendarDate | null;
  readonly delivery: DisciplineDelivery | null;
  readonly deliveredOn: CalendarDate | null;
  /** How the answer to the last appeal that was settled came into the member's hands, or that it has not yet; absent before there was one. */
  readonly answer?: { readonly how: DisciplineDelivery; readonly on: CalendarDate } | 'AWAITED' | undefined;
}

type Term = Pick<NonNullable<Discipline['appeal']>, 'since' | 'until' | 'says' | 'open'>;

/**
 * The time for an appeal: it runs from the day on which the member has received the decision, or the answer to the last appeal, and is
 * open until then. Whoever refuses to receive it has none (296-QĐ/TW, art. 23). Undefined while nothing counts, or where no rule was in
 * force.
 */
export function appealTerm({ effectiveOn, delivery, deliveredOn, answer }: Delivered, today: CalendarDate): Term | undefined {
  if (effectiveOn === null) return undefined;
  const key = answer === undefined ? 'appeal.days' : 'appeal.next_days';
  const decided = deliveredOn === null || delivery === null ? undefined : { how: delivery, on: deliveredOn };
  const given = answer === undefined ? decided : answer === 'AWAITED' ? undefined : answer;
  if (given === undefined) {
    const rule = ruleAt(key, effectiveOn);
    return rule && { says: rule.says, open: true };
  }
  const term = due(key, given.on);
  return term && { since: given.on, until: term.until, says: term.rule.says, open: given.how === 'RECEIVED' && today <= term.until };
}
