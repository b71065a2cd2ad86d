import type { CaseAct, CasePart } from '@vungmanh/contracts/inspection/case-part';
import type { CaseState } from '@vungmanh/contracts/inspection/kind';
import { Broken } from '@vungmanh/platform/problem';

/** Domain.md §5.3. What left its own course is at its end here: the file of what it became is another. */
export const transitions: Readonly<Record<CaseState, readonly CaseState[]>> = {
  PLANNED: ['DECIDED', 'TERMINATED'],
  DECIDED: ['ANNOUNCED', 'TERMINATED'],
  ANNOUNCED: ['SELF_REPORTED', 'TERMINATED'],
  SELF_REPORTED: ['VERIFYING', 'TERMINATED'],
  VERIFYING: ['HEARING', 'ESCALATED', 'TERMINATED'],
  HEARING: ['REPORTED', 'ESCALATED', 'TERMINATED'],
  REPORTED: ['CONCLUDED', 'ESCALATED', 'TERMINATED'],
  CONCLUDED: ['FOLLOW_UP'],
  FOLLOW_UP: ['FILED'],
  FILED: [],
  ESCALATED: [],
  TERMINATED: [],
};

const running: readonly CaseState[] = ['ANNOUNCED', 'SELF_REPORTED', 'VERIFYING', 'HEARING'];
const beforeConclusion: readonly CaseState[] = ['PLANNED', 'DECIDED', ...running, 'REPORTED'];
const everywhere: readonly CaseState[] = [...beforeConclusion, 'CONCLUDED', 'FOLLOW_UP', 'FILED', 'ESCALATED', 'TERMINATED'];

/** In which states each act is possible, and for whom. */
const acts: Readonly<Record<CaseAct, { in: readonly CaseState[]; by: readonly CasePart[] }>> = {
  'set-team': { in: ['PLANNED', 'DECIDED', 'ANNOUNCED', 'SELF_REPORTED', 'VERIFYING'], by: ['DECIDER'] },
  plan: { in: ['PLANNED'], by: ['DECIDER', 'LEADER'] },
  decide: { in: ['PLANNED'], by: ['DECIDER'] },
  announce: { in: ['DECIDED'], by: ['DECIDER', 'LEADER'] },
  'receive-self-report': { in: ['ANNOUNCED'], by: ['LEADER', 'TEAM'] },
  verify: { in: ['SELF_REPORTED'], by: ['LEADER'] },
  note: { in: ['VERIFYING', 'HEARING'], by: ['LEADER', 'TEAM'] },
  'raise-finding': { in: ['VERIFYING', 'HEARING'], by: ['LEADER', 'TEAM'] },
  'open-hearing': { in: ['VERIFYING'], by: ['LEADER'] },
  'write-minutes': { in: ['HEARING'], by: ['LEADER', 'TEAM'] },
  report: { in: ['HEARING'], by: ['LEADER'] },
  conclude: { in: ['REPORTED'], by: ['DECIDER'] },
  'follow-up': { in: ['CONCLUDED'], by: ['DECIDER', 'LEADER'] },
  file: { in: ['FOLLOW_UP'], by: ['DECIDER', 'LEADER'] },
  extend: { in: running, by: ['DECIDER'] },
  escalate: { in: ['VERIFYING', 'HEARING', 'REPORTED'], by: ['DECIDER'] },
  terminate: { in: beforeConclusion, by: ['DECIDER'] },
  'change-access': { in: everywhere, by: ['DECIDER'] },
};
const actNames = Object.keys(acts) as CaseAct[];

export const isPossible = (act: CaseAct, state: CaseState): boolean => acts[act].in.includes(state);

/** Refuses an act that the state does not have, or that is another's: `inspection/case-not-in-state`, `inspection/not-your-part`. */
export function checkAct(act: CaseAct, state: CaseState, parts: readonly CasePart[]): void {
  if (!acts[act].by.some((part) => parts.includes(part))) throw new Broken('inspection/not-your-part');
  if (!isPossible(act, state)) throw new Broken('inspection/case-not-in-state');
}

/** What somebody with these parts may do with a case now. */
export const actsFor = (state: CaseState, parts: readonly CasePart[]): CaseAct[] =>
  actNames.filter((act) => isPossible(act, state) && acts[act].by.some((part) => parts.includes(part)));

/** Acts that take, beside the part, the right to conduct cases at the organization, held today. */
export const takesRight: ReadonlySet<CaseAct> = new Set<CaseAct>(['set-team', 'conclude']);

/** Its subject may say something to it from its announcement until it is filed. */
export const takesOpinions = (state: CaseState): boolean => [...running, 'REPORTED', 'CONCLUDED', 'FOLLOW_UP'].includes(state);

/** The states in which the work itself is under way: past its last day such a case is overdue. */
export const isOverdue = ({ state, dueOn }: { state: CaseState; dueOn: string | null }, today: string): boolean =>
  dueOn !== null && dueOn < today && [...running, 'DECIDED'].includes(state);

/** The states from which a case goes on. */
export const openStates: readonly CaseState[] = everywhere.filter((state) => transitions[state].length > 0);
