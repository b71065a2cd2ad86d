import type { RecommendationAct, RecommendationState } from '@vungmanh/contracts/inspection/recommendation';
import type { ObligationState } from '@vungmanh/contracts/obligation';
import { Broken } from '@vungmanh/platform/problem';

/** What was reported is looked at again: it closes, or is open anew. */
export const transitions: Readonly<Record<RecommendationState, readonly RecommendationState[]>> = {
  OPEN: ['REPORTED'],
  REPORTED: ['CLOSED', 'REOPENED'],
  REOPENED: ['REPORTED'],
  CLOSED: [],
};

const owed = ['OPEN', 'REOPENED'] as const satisfies RecommendationState[];

/** How somebody stands to a recommendation. */
export interface Relation {
  /** Named in it, or in a seat of the organization that it names. */
  readonly doer: boolean;
  /** Decides in the case, or leads its team: follows up what was concluded. */
  readonly follows: boolean;
}

/** In which states each act is possible, and for whom. Nobody looks again at their own work. */
const acts: Readonly<Record<RecommendationAct, { in: readonly RecommendationState[]; by: (r: Relation) => boolean }>> = {
  report: { in: owed, by: (r) => r.doer },
  recheck: { in: ['REPORTED'], by: (r) => r.follows && !r.doer },
  extend: { in: owed, by: (r) => r.follows && !r.doer },
};
const actNames = Object.keys(acts) as RecommendationAct[];

/** Refuses an act that is another's, or that the state does not have: `inspection/not-your-part`, `inspection/recommendation-not-in-state`. */
export function checkAct(act: RecommendationAct, state: RecommendationState, relation: Relation): void {
  if (!acts[act].by(relation)) throw new Broken('inspection/not-your-part');
  if (!acts[act].in.includes(state)) throw new Broken('inspection/recommendation-not-in-state');
}

/** What this person may do with it now. */
export const actsFor = (state: RecommendationState, relation: Relation): RecommendationAct[] =>
  actNames.filter((act) => acts[act].in.includes(state) && acts[act].by(relation));

/** Whether its doer still owes something. */
export const isOwed = (state: RecommendationState): boolean => (owed as readonly RecommendationState[]).includes(state);

/** Computed, never stored: past its deadline while its doer has not reported. */
export const isOverdue = ({ state, dueOn }: { state: RecommendationState; dueOn: string }, today: string): boolean => isOwed(state) && dueOn < today;

/** What "my work" is told of it. */
export const obligationState = (state: RecommendationState): ObligationState => (state === 'CLOSED' ? 'DONE' : 'OPEN');
