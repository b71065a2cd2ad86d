import type { InspectionKind, SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { ProgramAct, ProgramActor, ProgramState } from '@vungmanh/contracts/inspection/program';
import type { PaperIssuer, PaperType } from '@vungmanh/contracts/organization/register';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
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

/** Which bodies of an organization draw up programs: its type says so, whatever it is called (domain.md §5.2). */
export const actorsOf = (traits: NodeTraits): readonly ProgramActor[] => [
  traits.inspectsAs,
  ...(traits.mayHaveInspectionCommission ? (['INSPECTION_COMMISSION'] as const) : []),
  ...(traits.mayHaveAdvisoryOrgans ? (['ADVISORY_ORGAN'] as const) : []),
];

/** Whether organization keeps the register in which its papers get their numbers; each organ keeps a book of its own on paper. */
export const isRegistered = (actor: ProgramActor): boolean => actor !== 'ADVISORY_ORGAN';

/** Whose book of its organization's register: a commission's apart from its committee's. */
export const issuerOf = (actor: ProgramActor): PaperIssuer | undefined => (actor === 'INSPECTION_COMMISSION' ? actor : undefined);

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
