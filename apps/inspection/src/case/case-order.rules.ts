import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import type { InspectionKind, SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { Broken } from '@vungmanh/platform/problem';
import { competenceAt } from '@vungmanh/regulations/competence';

/** What a body means to do to whom. */
export interface Intent {
  readonly actor: ProgramActor;
  readonly kind: InspectionKind;
  readonly subject: SubjectKind;
  /** A member whom a committee above this body manages. */
  readonly managed: boolean;
}

/**
 * Whether the body must report this in writing instead. Throws `inspection/not-competent` with the rule's own sentence where it may
 * neither do it nor report it.
 */
export function mustReport({ actor, kind, subject, managed }: Intent, today: CalendarDate): string | undefined {
  const told = competenceAt(actor, kind, { subject, managedByHigherLevel: managed }, today);
  if (told?.verdict === 'MAY_NOT') throw new Broken('inspection/not-competent', `${told.says} (${told.source})`);
  return told?.verdict === 'REPORT_IN_WRITING' ? `${told.says} (${told.source})` : undefined;
}

/** How somebody who is to take part stands to the subject. */
export interface Stand {
  readonly personId: string;
  readonly isSubject: boolean;
  /** Sits in the committee of the organization that is the subject. */
  readonly seated: boolean;
  /** Belongs to that organization or to one below it. */
  readonly belongs: boolean;
}

/** Those who would look into their own matter. */
export const conflicted = (subject: SubjectKind, stands: readonly Stand[]): Stand[] =>
  stands.filter((one) => one.isSubject || (subject === 'ORGANIZATION' && (one.seated || one.belongs)));

/** Refuses a period that ends before it begins or has not ended. */
export function checkPeriod({ periodFrom, periodTo }: { periodFrom: string; periodTo: string }, today: CalendarDate): void {
  if (periodFrom > periodTo || periodTo > today) throw new Broken('inspection/dates-unfit');
}

/** What still stands in the way of the decision, as sentences. */
export function missingForDecision(of: { leader: boolean; planned: boolean }): string[] {
  return [
    ...(of.leader ? [] : ['Chưa phân công trưởng đoàn, tổ trưởng.']),
    ...(of.planned ? [] : ['Chưa có kế hoạch, đề cương gợi ý, lịch làm việc.']),
  ];
}
