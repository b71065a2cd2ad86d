import type { Discipline, HeldSeat } from '@vungmanh/contracts/inspection/discipline';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { writtenDue } from './clock.rules.js';
import type { DisciplineEntity } from './discipline.entity.js';

type Opening = 'managedByHigherLevel' | 'assignedBySuperior' | 'gravity' | 'contents' | 'violation' | 'committedOn' | 'foundOn' | 'source';
type Steps = 'hearing' | 'vote' | 'deferral' | 'proposal';

/** How the papers of a case stand in the register. */
export interface PaperNumbers {
  readonly count?: string | null;
  readonly decision?: string | null;
}

/** Of the newest of each; null while the register has not answered. */
export const numbersOf = (papers: readonly { kind: string; printed: string | null }[]): PaperNumbers => ({
  count: papers.findLast((paper) => paper.kind === 'COUNT')?.printed ?? null,
  decision: papers.findLast((paper) => paper.kind === 'DECISION')?.printed ?? null,
});

/** What was said when the case was opened; the inspection on which it rests is named to who `knowsSource`. */
export function openingOf(found: DisciplineEntity, sealer: Sealer, knowsSource: boolean): Pick<Discipline, Opening> {
  const { managedByHigherLevel, assignedBySuperior, gravity, contents, committedOn, foundOn, sourceKind, sourceCaseId, sourceOn } = found;
  return {
    managedByHigherLevel,
    assignedBySuperior,
    gravity,
    contents,
    violation: found.violation(sealer),
    committedOn,
    foundOn,
    ...(sourceKind === null
      ? {}
      : {
          source: {
            kind: sourceKind,
            ...(sourceCaseId === null || !knowsSource ? {} : { caseId: sourceCaseId }),
            ...(sourceOn === null ? {} : { on: sourceOn }),
          },
        }),
  };
}

/** The steps before a decision, as far as they have been taken. */
export function stepsOf(found: DisciplineEntity, names: { hearer: string; deciding: string }, numbers: PaperNumbers): Pick<Discipline, Steps> {
  const { hearing, heardOn, deferralReason, deferredUntil, vote, proposedOn } = found;
  return {
    ...(hearing === null || heardOn === null ? {} : { hearing: { how: hearing, on: heardOn, by: names.hearer } }),
    ...(deferralReason === null || deferredUntil === null ? {} : { deferral: { reason: deferralReason, until: deferredUntil } }),
    ...(vote === null ? {} : { vote: voteOf(vote, numbers.count) }),
    ...(proposedOn === null || vote?.adopted === undefined
      ? {}
      : { proposal: { ...found.deciding, nodeName: names.deciding, form: vote.adopted, on: proposedOn } }),
  };
}

function voteOf(kept: NonNullable<DisciplineEntity['vote']>, number: string | null | undefined): NonNullable<Discipline['vote']> {
  const { on, voters, present, issued, returned, invalid, votes, none, adopted, sums, rule } = kept;
  return {
    on,
    voters,
    present,
    issued,
    returned,
    invalid,
    votes,
    none,
    sums,
    rule,
    ...(adopted === undefined ? {} : { adopted }),
    ...(number ? { number } : {}),
  };
}

/** The decision with its clocks. */
export function decisionOf(
  found: DisciplineEntity,
  names: { deciding: string; dismissedFrom: readonly HeldSeat[] },
  { decision }: PaperNumbers,
  context: RuleContext,
): Pick<Discipline, 'decision'> {
  const { decidedForm: form, decidedOn, effectiveOn, writtenOn, delivery, deliveredOn } = found;
  if (form === null || decidedOn === null) return {};
  const term = writtenDue(found, context);
  return {
    decision: {
      form,
      by: names.deciding,
      on: decidedOn,
      dismissedFrom: names.dismissedFrom.filter((seat) => found.dismissedFrom.includes(seat.bodyId)),
      from: found.countsFrom,
      numberAwaited: decision === null,
      ...(effectiveOn === null ? {} : { effectiveOn }),
      ...(term === undefined ? {} : { writtenBy: term.until, writtenRule: term.says }),
      ...(writtenOn === null ? {} : { writtenOn }),
      ...(decision ? { number: decision } : {}),
      ...(delivery === null || deliveredOn === null ? {} : { delivered: { how: delivery, on: deliveredOn } }),
    },
  };
}
