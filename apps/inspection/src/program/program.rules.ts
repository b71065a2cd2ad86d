import type { InspectionKind, SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { ProgramAct, ProgramActor, ProgramState } from '@vungmanh/contracts/inspection/program';
import type { PaperType } from '@vungmanh/contracts/organization/register';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { Broken } from '@vungmanh/platform/problem';
import { competenceAt } from '@vungmanh/regulations/competence';

/** A program goes forward only: what changes after its approval is an amendment. */
export const transitions: Readonly<Record<ProgramState, readonly ProgramState[]>> = {
  DRAFT: ['APPROVED'],
  APPROVED: ['PUBLISHED'],
  PUBLISHED: ['CLOSED'],
  CLOSED: [],
};

const superior: readonly ProgramActor[] = ['SUPERIOR_COMMITTEE', 'INSPECTION_COMMISSION', 'ADVISORY_ORGAN'];
const grassroots: readonly ProgramActor[] = ['GRASSROOTS_COMMITTEE', 'INSPECTION_COMMISSION', 'ADVISORY_ORGAN'];

/** Which bodies of an organization draw up programs, by its type (domain.md §2.1, §5.2). */
const actorsByType: Readonly<Record<string, readonly ProgramActor[]>> = {
  PROVINCE: superior,
  UPPER_GRASSROOTS: superior,
  DISTRICT: superior,
  BLOC: superior,
  GRASSROOTS_COMMITTEE: grassroots,
  SUB_GRASSROOTS_COMMITTEE: grassroots,
  SECTION_COMMITTEE: ['SECTION_COMMITTEE'],
  GRASSROOTS_CELL: ['CELL'],
  CELL: ['CELL'],
};

export const actorsOf = (typeCode: string): readonly ProgramActor[] => actorsByType[typeCode] ?? [];

/** Whether organization keeps the register in which its papers get their numbers; a commission and an organ keep books of their own. */
export const isRegistered = (actor: ProgramActor): boolean => actor !== 'INSPECTION_COMMISSION' && actor !== 'ADVISORY_ORGAN';

/** How the Party writes it: a cell draws up a plan (kế hoạch), a committee a program (chương trình). */
export const paperTypeOf = (actor: ProgramActor): PaperType => (actor === 'CELL' ? 'KH' : 'CTr');

const possible: Readonly<Record<ProgramAct, { in: readonly ProgramState[]; needs: string }>> = {
  plan: { in: ['DRAFT'], needs: 'inspection:plan' },
  approve: { in: ['DRAFT'], needs: 'inspection:approve' },
  publish: { in: ['APPROVED'], needs: 'inspection:approve' },
  amend: { in: ['APPROVED', 'PUBLISHED'], needs: 'inspection:plan' },
  follow: { in: ['PUBLISHED'], needs: 'inspection:plan' },
  close: { in: ['PUBLISHED'], needs: 'inspection:approve' },
};
const acts = Object.keys(possible) as ProgramAct[];

export const isPossible = (act: ProgramAct, state: ProgramState): boolean => possible[act].in.includes(state);

/** What somebody who holds these permissions at the program's organization may do with it now. */
export const actsFor = (state: ProgramState, held: ReadonlySet<string>): ProgramAct[] =>
  acts.filter((act) => isPossible(act, state) && held.has(possible[act].needs));

/** Whom lines are to be added for. */
export interface Aimed {
  readonly actor: ProgramActor;
  readonly kind: InspectionKind;
  readonly subject: SubjectKind;
}

/**
 * Whether the body may do this on the day: throws `inspection/not-competent` with the rule's own sentence where it may not at all.
 * Answers what it says of members whom a committee above the body manages, where these are not for it but for a report in writing.
 */
export function judge({ actor, kind, subject }: Aimed, today: CalendarDate): { reportManaged?: string } {
  const told = competenceAt(actor, kind, { subject, managedByHigherLevel: false }, today);
  if (told?.verdict === 'MAY_NOT') throw new Broken('inspection/not-competent', `${told.says} (${told.source})`);
  const managed = competenceAt(actor, kind, { subject, managedByHigherLevel: true }, today);
  return managed?.verdict === 'REPORT_IN_WRITING' ? { reportManaged: managed.says } : {};
}
