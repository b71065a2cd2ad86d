import type { Discipline, Following } from '@vungmanh/contracts/inspection/discipline';
import type { DisciplineDelivery, DisciplineSource } from '@vungmanh/contracts/inspection/discipline-state';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { due } from '@vungmanh/regulations/due';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';

interface Decided {
  readonly countsFrom: 'ANNOUNCEMENT' | 'SIGNATURE';
  readonly decidedOn: CalendarDate | null;
  readonly writtenOn: CalendarDate | null;
}

/** The last day for the written decision of a cell, which counts already; of no other body, whose signature is what counts. */
export function writtenDue({ countsFrom, decidedOn }: Decided, context: RuleContext = {}): { until: CalendarDate; says: string } | undefined {
  const term = countsFrom === 'ANNOUNCEMENT' && decidedOn !== null ? due('discipline.written_days', decidedOn, context) : undefined;
  return term === undefined ? undefined : { until: term.until, says: term.rule.says };
}

/** Whether the written decision is late. */
export function isWritingLate(decided: Decided, today: CalendarDate, context: RuleContext = {}): boolean {
  const term = writtenDue(decided, context);
  return term !== undefined && decided.writtenOn === null && term.until < today;
}

interface Followed {
  readonly following: readonly (Pick<Following, 'kind' | 'on'> & { toldOn?: CalendarDate | undefined })[];
  readonly sourceKind: DisciplineSource | null;
  readonly sourceOn: CalendarDate | null;
  readonly foundOn: CalendarDate;
}

/**
 * By when discipline of a state body or a union was to be told of to the Party organization (296-QĐ/TW), and whether it was late; of a case
 * that rests on such a decision, that one, told of on the day on which the violation was found.
 */
export function followingOf({ following, sourceKind, sourceOn, foundOn }: Followed, today: CalendarDate, context: RuleContext = {}): Following[] {
  const first = sourceKind === 'STATE_DISCIPLINE' && sourceOn !== null ? [{ kind: 'STATE' as const, on: sourceOn, toldOn: foundOn }] : [];
  return [...first, ...following].map(({ kind, on, toldOn }) => {
    const term = due('state_discipline.report_days', on, context);
    return {
      kind,
      on,
      ...(toldOn === undefined ? {} : { toldOn }),
      ...(term === undefined ? {} : { due: term.until, rule: term.rule.says }),
      late: term !== undefined && term.until < (toldOn ?? today),
    };
  });
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
