import type { DisciplineAct, DisciplinePart, DisciplineState, ViolationContent } from '@vungmanh/contracts/inspection/discipline-state';
import type { FormCompetence } from '@vungmanh/contracts/inspection/discipline';
import type { DisciplineForm, DisciplineSubject, Inspector } from '@vungmanh/contracts/inspection/kind';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { Broken } from '@vungmanh/platform/problem';
import { limitationOf } from '@vungmanh/regulations/case-term';
import { disciplineCompetenceAt, type DisciplineRow } from '@vungmanh/regulations/discipline-competence';
import { disciplineForms } from '@vungmanh/regulations/discipline-vote';
import { actorsOf } from '../program/program.rules.js';

/** Where a case may go from each state (domain.md §5.4). Nothing is voted on before the member was heard, or the reason why not is written. */
export const transitions: Readonly<Record<DisciplineState, readonly DisciplineState[]>> = {
  OPENED: ['HEARD', 'DEFERRED', 'DISMISSED'],
  HEARD: ['VOTED', 'DEFERRED', 'DISMISSED'],
  // Entered again until something is announced.
  VOTED: ['VOTED', 'DECIDED', 'IN_EFFECT', 'PROPOSED', 'DISMISSED'],
  PROPOSED: ['DECIDED', 'DISMISSED'],
  DECIDED: ['IN_EFFECT'],
  // Another form than before, by an appeal.
  IN_EFFECT: ['IN_EFFECT', 'ENDED', 'ANNULLED'],
  DEFERRED: ['OPENED', 'HEARD'],
  ENDED: [],
  ANNULLED: [],
  DISMISSED: [],
};

const open = ['OPENED', 'HEARD', 'VOTED', 'PROPOSED', 'DECIDED', 'IN_EFFECT', 'DEFERRED'] as const satisfies DisciplineState[];

interface Possible {
  readonly in: readonly DisciplineState[];
  readonly by: readonly DisciplinePart[];
}

/** In which states each act is possible, and for whom. Handling and deciding also take the right at the organization, held today. */
const acts: Readonly<Record<DisciplineAct, Possible>> = {
  share: { in: open, by: ['HANDLER'] },
  hear: { in: ['OPENED'], by: ['HANDLER'] },
  explain: { in: open, by: ['SUBJECT'] },
  vote: { in: ['HEARD', 'VOTED'], by: ['HANDLER', 'VOTER_RECORDER'] },
  decide: { in: ['VOTED'], by: ['HANDLER'] },
  propose: { in: ['VOTED'], by: ['HANDLER'] },
  'decide-proposal': { in: ['PROPOSED'], by: ['DECIDER'] },
  sign: { in: ['DECIDED', 'IN_EFFECT'], by: ['HANDLER', 'DECIDER'] },
  deliver: { in: ['IN_EFFECT'], by: ['HANDLER', 'DECIDER'] },
  defer: { in: ['OPENED', 'HEARD'], by: ['HANDLER'] },
  resume: { in: ['DEFERRED'], by: ['HANDLER'] },
  dismiss: { in: ['OPENED', 'HEARD', 'VOTED'], by: ['HANDLER'] },
  'dismiss-proposal': { in: ['PROPOSED'], by: ['DECIDER'] },
  end: { in: ['IN_EFFECT'], by: ['HANDLER', 'DECIDER'] },
  'record-following': { in: ['IN_EFFECT', 'ENDED'], by: ['HANDLER', 'DECIDER'] },
  suspend: { in: open, by: ['HANDLER'] },
  // On paper it comes to whoever handles the case.
  appeal: { in: ['IN_EFFECT'], by: ['SUBJECT', 'HANDLER'] },
  'accept-appeal': { in: ['IN_EFFECT'], by: ['APPEAL_JUDGE'] },
  'refuse-appeal': { in: ['IN_EFFECT'], by: ['APPEAL_JUDGE'] },
  'settle-appeal': { in: ['IN_EFFECT'], by: ['APPEAL_JUDGE'] },
  'deliver-answer': { in: ['IN_EFFECT', 'ANNULLED'], by: ['APPEAL_JUDGE', 'HANDLER', 'DECIDER'] },
};

const actNames = Object.keys(acts) as DisciplineAct[];

/** How somebody stands to a case today. */
export interface Standing {
  readonly parts: readonly DisciplinePart[];
  /** Holds the right to discipline at the body's organization. */
  readonly right: boolean;
  /** Holds it at the organization to which the case was proposed, or which decides. */
  readonly rightToDecide: boolean;
  /** Holds it at the organization at which the last appeal is or was settled. */
  readonly rightToJudge: boolean;
}

/** Which right a part needs beside standing on the list; the others need none. */
const rightOf: Readonly<Partial<Record<DisciplinePart, (standing: Standing) => boolean>>> = {
  HANDLER: ({ right }) => right,
  DECIDER: ({ rightToDecide }) => rightToDecide,
  APPEAL_JUDGE: ({ rightToJudge }) => rightToJudge,
};

const counts = (part: DisciplinePart, standing: Standing): boolean => rightOf[part]?.(standing) ?? true;

export const isPossible = (act: DisciplineAct, state: DisciplineState): boolean => acts[act].in.includes(state);

/** Whether whoever stands so to a case may do this in some state of it. */
export const isTheirs = (act: DisciplineAct, standing: Standing): boolean =>
  standing.parts.some((part) => acts[act].by.includes(part) && counts(part, standing));

/** What they may do with it now. */
export const actsFor = (state: DisciplineState, standing: Standing): DisciplineAct[] =>
  actNames.filter((act) => isPossible(act, state) && isTheirs(act, standing));

/** Refuses what this person may not do, or not now. */
export function expectAct(act: DisciplineAct, state: DisciplineState, standing: Standing): void {
  if (!isTheirs(act, standing)) throw new Broken('inspection/not-your-part');
  if (!isPossible(act, state)) throw new Broken('inspection/discipline-not-in-state');
}

/** What a case says of whom it is about and of the violation. */
export interface Matter {
  readonly actor: Inspector;
  readonly subject: DisciplineSubject;
  readonly managedByHigherLevel: boolean;
  readonly assignedBySuperior: boolean;
  readonly contents: readonly ViolationContent[];
  readonly committedOn: CalendarDate;
}

/** What the regulation says of each form that there is for this subject on the day: whether the body may, and until when. */
export function formsFor(matter: Matter, onDate: CalendarDate): FormCompetence[] {
  return disciplineForms(matter.subject, onDate).map((form) => {
    const row = disciplineCompetenceAt(matter.actor, form, matter, onDate);
    const limitation = limitationOf({ form, contents: matter.contents, committedOn: matter.committedOn }, onDate);
    const until = limitation !== undefined && 'until' in limitation ? limitation.until : undefined;
    return {
      form,
      verdict: row?.verdict ?? 'MAY_WITH',
      says: row?.says ?? '',
      source: row?.source ?? '',
      ...(until === undefined ? {} : { until }),
      barred: until !== undefined && until < onDate,
    };
  });
}

/** Refuses a form that there is not for the subject, that is not for this body at all, or whose limitation has ended. */
export function expectForm(matter: Matter, form: DisciplineForm, onDate: CalendarDate): FormCompetence {
  const found = formsFor(matter, onDate).find((one) => one.form === form);
  if (found === undefined) throw new Broken('inspection/form-unfit');
  if (found.verdict === 'MAY_NOT') throw new Broken('inspection/not-competent', `${found.says} (${found.source})`);
  if (found.barred) throw new Broken('inspection/limitation-ended', limitationText(matter, form, onDate));
  return found;
}

/** A case is opened where the body may decide or propose some form, and for a violation of this weight while it can be disciplined. */
export function expectOpening(matter: Matter, gravity: DisciplineForm, onDate: CalendarDate): void {
  const forms = formsFor(matter, onDate);
  const [first] = forms;
  if (forms.length > 0 && forms.every((one) => one.verdict === 'MAY_NOT') && first) {
    throw new Broken('inspection/not-competent', `${first.says} (${first.source})`);
  }
  const weight = forms.find((one) => one.form === gravity);
  if (weight === undefined) throw new Broken('inspection/form-unfit');
  if (weight.barred) throw new Broken('inspection/limitation-ended', limitationText(matter, gravity, onDate));
}

function limitationText({ contents, committedOn }: Matter, form: DisciplineForm, onDate: CalendarDate): string {
  const limitation = limitationOf({ form, contents, committedOn }, onDate);
  return limitation !== undefined && 'until' in limitation ? `${limitation.rule.says} (${limitation.rule.source})` : '';
}

/** Whether the body of a case votes to propose this form, and another one decides. */
export const proposes = (verdict: DisciplineRow['verdict']): boolean => verdict === 'PROPOSES';

/** Days of a case follow each other and are over. */
export function expectDay(day: CalendarDate, today: CalendarDate, ...after: readonly (CalendarDate | null | undefined)[]): void {
  const before = after.filter((one) => one !== null && one !== undefined);
  if (day > today || before.some((one) => day < one)) throw new Broken('inspection/in-the-future');
}

/** Which bodies an organization of this type has that the table of competences speaks of; the committee of a cell disciplines nobody. */
export function bodiesOf(traits: NodeTraits | undefined): readonly Inspector[] {
  const bodies: readonly Inspector[] = traits === undefined ? [] : actorsOf(traits);
  return bodies.includes('CELL') ? [...bodies, 'CELL_COMMITTEE'] : bodies;
}
