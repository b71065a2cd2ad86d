import type { SupervisionState } from '@vungmanh/contracts/inspection/member-supervision';
import type { Offered, SupervisionLineAct } from '@vungmanh/contracts/inspection/supervision-line';
import { competenceAt, type Competence } from '@vungmanh/regulations/competence';

/** In which states of the quarter each act on a member's line is possible. Nobody's own word is cut off by its closing. */
const acts: Readonly<Record<SupervisionLineAct, readonly SupervisionState[]>> = {
  note: ['OPEN'],
  remind: ['OPEN'],
  propose: ['OPEN'],
  report: ['OPEN'],
  answer: ['OPEN', 'CLOSED'],
};
const actNames = Object.keys(acts) as SupervisionLineAct[];

/** How whoever asks stands to a member's line. */
export interface Relation {
  /** It is their own. */
  readonly own: boolean;
  /** They sit in the committee of the cell today. */
  readonly seated: boolean;
}

/** Nobody judges themselves, and nobody answers for another. */
const admits: Readonly<Record<SupervisionLineAct, (r: Relation) => boolean>> = {
  note: (r) => r.seated && !r.own,
  remind: (r) => r.seated && !r.own,
  propose: (r) => r.seated && !r.own,
  report: (r) => r.seated && !r.own,
  answer: (r) => r.own,
};

export const isLineActPossible = (act: SupervisionLineAct, state: SupervisionState): boolean => acts[act].includes(state);

/** What has come of a line and what the cell is competent for, as far as the acts hang on it. */
export interface Come {
  readonly referred: boolean;
  readonly reported: boolean;
  readonly offered: Offered;
}

/** What this person may do with the line now. A referral stands, and a report in writing is made once, where it is offered. */
export const lineActsFor = (state: SupervisionState, relation: Relation, come: Come): SupervisionLineAct[] =>
  actNames.filter(
    (act) =>
      isLineActPossible(act, state) &&
      admits[act](relation) &&
      (act !== 'propose' || !come.referred) &&
      (act !== 'report' || (come.offered.report && !come.reported)),
  );

/** What the cell may propose for a member on a day: what goes beyond its competence is offered as a report in writing. */
export function offersAt(managedAbove: boolean, today: string): Offered {
  return offersOf(competenceAt('CELL', 'SUSPECTED_VIOLATION_INSPECTION', { subject: 'MEMBER', managedByHigherLevel: managedAbove }, today));
}

/** {@link offersAt} for a competence that is known. Before there was a rule nothing is refused. */
export function offersOf(competence: Pick<Competence, 'verdict' | 'says' | 'source'> | undefined): Offered {
  const refers = competence === undefined || competence.verdict === 'MAY' || competence.verdict === 'MAY_WITH';
  return {
    proposals: refers ? ['COMMEND', 'HELP', 'REMIND', 'REFER'] : ['COMMEND', 'HELP', 'REMIND'],
    report: competence?.verdict === 'REPORT_IN_WRITING',
    ...(competence === undefined ? {} : { says: competence.says, source: competence.source }),
  };
}
