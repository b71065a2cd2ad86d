import type { InspectionKind, Inspector, SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { competences } from './competence-table.js';
import type { CompetenceRow, Verdict } from './competence-table.js';
import type { Mark } from './parameter.js';
import { inForce, ruleAt } from './rule-at.js';

/** What a body may do, as a person is told. */
export interface Competence {
  readonly verdict: Verdict;
  /** What its inspection or supervision covers, in the Party's words; absent where it may do nothing. */
  readonly covers?: string;
  /** The sentence for the person: what is allowed, on what condition, or what to do instead. */
  readonly says: string;
  readonly source: string;
  readonly mark: Mark;
}

/** Whom an act is about; `managedByHigherLevel`: a member in the charge of a superior committee (diện cấp ủy cấp trên quản lý). */
export interface Subject {
  readonly subject: SubjectKind;
  readonly managedByHigherLevel: boolean;
}

/** `competenceAt` over another table: for the rules of another time or place. */
export const competenceIn =
  (rows: readonly CompetenceRow[]) =>
  (actor: Inspector, act: InspectionKind, of: Subject, onDate: CalendarDate): Competence | undefined => {
    const row = rows.find((r) => r.actor === actor && r.acts.includes(act) && fits(r, of) && inForce(r, onDate));
    if (row === undefined) return undefined;
    const rule = row.rule === undefined ? undefined : ruleAt(row.rule, onDate);
    return {
      verdict: row.verdict,
      ...(row.covers === undefined ? {} : { covers: row.covers }),
      says: rule === undefined ? row.says : `${row.says} ${rule.says}`,
      source: rule === undefined ? row.source : `${row.source}; ${rule.source}`,
      mark: row.mark,
    };
  };

/**
 * What this body may do to this subject on the business date (domain.md §5.2): the first row of the table that fits. Undefined
 * before the regulation of the table was in force: then nothing is refused. MAY_WITH is allowed on the condition that `says` names.
 */
export const competenceAt = competenceIn(competences);

const fits = (row: CompetenceRow, of: Subject): boolean =>
  (row.subject === undefined || row.subject === of.subject) &&
  (row.managedByHigherLevel === undefined || row.managedByHigherLevel === (of.subject === 'MEMBER' && of.managedByHigherLevel));

/** A cell as its condition for thematic supervision asks for it. */
export interface CellShape {
  readonly hasCommittee: boolean;
  readonly members: number;
  /** Its members work in places far from each other. */
  readonly dispersed: boolean;
  /** Party groups (tổ đảng). */
  readonly groups: number;
}

/** May a cell of this shape supervise by theme (HD 08-HD/TW 2025)? Undefined where no rule was in force. */
export function mayThematic(cell: CellShape, onDate: CalendarDate): boolean | undefined {
  const limit = ruleAt('supervise.cell.thematic_members', onDate)?.value;
  if (limit === undefined) return undefined;
  return cell.hasCommittee || (cell.dispersed && cell.members > limit) || cell.groups > 1;
}
