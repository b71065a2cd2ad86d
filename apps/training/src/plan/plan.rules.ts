import type { TrainingPlanAct, TrainingPlanState } from '@vungmanh/contracts/training/plan';
import { Broken } from '@vungmanh/platform/problem';

/** A plan goes forward only: what changes after its approval is an amendment. */
export const transitions: Readonly<Record<TrainingPlanState, readonly TrainingPlanState[]>> = {
  DRAFT: ['APPROVED'],
  APPROVED: ['CLOSED'],
  CLOSED: [],
};

const possible: Readonly<Record<TrainingPlanAct, { in: TrainingPlanState; needs: string }>> = {
  plan: { in: 'DRAFT', needs: 'training:plan' },
  approve: { in: 'DRAFT', needs: 'training:approve' },
  amend: { in: 'APPROVED', needs: 'training:plan' },
  close: { in: 'APPROVED', needs: 'training:approve' },
};
const acts = Object.keys(possible) as TrainingPlanAct[];

/** What somebody who holds these permissions at the plan's organization may do with it now. */
export const actsFor = (state: TrainingPlanState, held: ReadonlySet<string>): TrainingPlanAct[] =>
  acts.filter((act) => possible[act].in === state && held.has(possible[act].needs));

/** When the classes of a line are held: in order, and within the year of the plan. */
export function checkDates({ fromOn, toOn }: { fromOn: string; toOn: string }, year: number): void {
  const inYear = (day: string): boolean => day.startsWith(`${year}-`);
  if (fromOn > toOn || !inYear(fromOn) || !inYear(toOn)) throw new Broken('training/dates-unfit');
}

/** Places that are shared out are never more than there are. */
export function checkQuotas(quotas: readonly { places: number }[], places: number): void {
  if (quotas.reduce((sum, quota) => sum + quota.places, 0) > places) throw new Broken('training/quota-exceeds');
}
