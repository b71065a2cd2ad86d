import type { TaskAct, TaskState } from '@vungmanh/contracts/meetings/task';
import type { ObligationState } from '@vungmanh/contracts/obligation';

/** Where a task may go from each state (domain.md §4.7). Carrying over is an act on an open task, kept with its reason. */
export const transitions: Readonly<Record<TaskState, readonly TaskState[]>> = {
  ASSIGNED: ['ACKNOWLEDGED', 'IN_PROGRESS', 'REPORTED', 'CANCELLED'],
  ACKNOWLEDGED: ['IN_PROGRESS', 'REPORTED', 'CANCELLED'],
  IN_PROGRESS: ['REPORTED', 'CANCELLED'],
  // Carried over: what was reported is not yet what was asked for.
  REPORTED: ['IN_PROGRESS', 'VERIFIED', 'CANCELLED'],
  VERIFIED: ['CLOSED'],
  CLOSED: [],
  CANCELLED: [],
};

const owed = ['ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS'] as const satisfies TaskState[];

/** The states in which something is still to be done. */
export const openStates: readonly TaskState[] = [...owed, 'REPORTED'];

/** In which states each act is possible. */
const acts: Readonly<Record<TaskAct, readonly TaskState[]>> = {
  acknowledge: ['ASSIGNED'],
  start: ['ASSIGNED', 'ACKNOWLEDGED'],
  report: owed,
  'report-for': owed,
  check: ['REPORTED'],
  verify: ['REPORTED'],
  'carry-over': openStates,
};

/** How the person who asks stands to a task. */
export interface Relation {
  /** Named in the item, or in a seat of the body whose task it is. */
  readonly doer: boolean;
  readonly checker: boolean;
  /** Would be judging their own work: named as a doer, or the one who reported for the body. */
  readonly ownWork: boolean;
  /** Holds the right to write down a report for others, at the task's organization. */
  readonly mayReportFor: boolean;
  readonly mayVerify: boolean;
}

const admits: Readonly<Record<TaskAct, (r: Relation) => boolean>> = {
  acknowledge: (r) => r.doer,
  start: (r) => r.doer,
  report: (r) => r.doer,
  'report-for': (r) => r.mayReportFor,
  check: (r) => r.checker && !r.ownWork,
  verify: (r) => r.mayVerify && !r.ownWork,
  'carry-over': (r) => r.mayVerify,
};

const actNames = Object.keys(acts) as TaskAct[];

export const isPossible = (act: TaskAct, state: TaskState): boolean => acts[act].includes(state);

/** What this person may do with the task now. */
export const actsFor = (state: TaskState, relation: Relation): TaskAct[] => actNames.filter((act) => isPossible(act, state) && admits[act](relation));

/** Computed, never stored: past its deadline while the doer has not reported. Once reported it waits for its checker. */
export const isOverdue = (task: { state: TaskState; deadline: string }, today: string): boolean =>
  (owed as readonly TaskState[]).includes(task.state) && task.deadline < today;

const obligation: Readonly<Record<TaskState, ObligationState>> = {
  ASSIGNED: 'OPEN',
  ACKNOWLEDGED: 'OPEN',
  IN_PROGRESS: 'OPEN',
  REPORTED: 'OPEN',
  VERIFIED: 'DONE',
  CLOSED: 'DONE',
  CANCELLED: 'CANCELLED',
};

/** What "my work" is told of a task. */
export const obligationState = (state: TaskState): ObligationState => obligation[state];
