import { InspectionKind, inspectionKindLabel, inspectorLabel, type SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { LineState, PlanLine } from '@vungmanh/contracts/inspection/plan-line';
import type { Program, ProgramActor, ProgramState } from '@vungmanh/contracts/inspection/program';
import { competenceAt } from '@vungmanh/regulations/competence';
import type { Tone } from '../../ui/badge.js';

const NUMERALS = ['I', 'II', 'III', 'IV'] as const;
export const QUARTERS = [1, 2, 3, 4] as const;

/** 'quý II', within a sentence. */
export const inQuarter = (quarter: number): string => `quý ${NUMERALS[quarter - 1] ?? quarter}`;

/** 'Quý II'. */
export const quarterText = (quarter: number): string => `Quý ${NUMERALS[quarter - 1] ?? quarter}`;

export const quarterChips = QUARTERS.map((q) => ({ value: String(q), label: quarterText(q) }));

/** 'Ủy ban kiểm tra – Đảng bộ xã A': whose program it is. A cell is called by its own name. */
export const actorText = (actor: ProgramActor, nodeName: string): string => (actor === 'CELL' ? nodeName : `${inspectorLabel[actor]} – ${nodeName}`);

/** A cell draws up a plan, everybody else a program. */
export const paperName = (actor: ProgramActor): string => (actor === 'CELL' ? 'Kế hoạch' : 'Chương trình');

export const programTitle = ({ actor, year }: Pick<Program, 'actor' | 'year'>): string => `${paperName(actor)} kiểm tra, giám sát năm ${year}`;

/** For a chip in the grid. */
export const kindShort: Record<InspectionKind, string> = {
  COMPLIANCE_INSPECTION: 'KT chấp hành',
  THEMATIC_INSPECTION: 'KT chuyên đề',
  SUSPECTED_VIOLATION_INSPECTION: 'KT dấu hiệu vi phạm',
  REGULAR_SUPERVISION: 'GS thường xuyên',
  THEMATIC_SUPERVISION: 'GS chuyên đề',
};

export const stateTone: Record<ProgramState, Tone> = { DRAFT: 'wait', APPROVED: 'active', PUBLISHED: 'active', CLOSED: 'muted' };
export const lineTone: Record<LineState, Tone> = { PLANNED: 'plain', IN_PROGRESS: 'active', DONE: 'done', CANCELLED: 'muted', MOVED: 'muted' };

/** Who of the team should not go, while somebody else still can. */
export const openConflicts = ({ state, conflicts }: PlanLine): PlanLine['conflicts'] =>
  state === 'PLANNED' || state === 'IN_PROGRESS' ? conflicts : [];

/** What the regulations let this body do to such a subject today, as a list to choose from. */
export const kindsFor = (actor: ProgramActor, subject: SubjectKind, today: string) =>
  InspectionKind.options
    .filter((kind) => competenceAt(actor, kind, { subject, managedByHigherLevel: false }, today)?.verdict !== 'MAY_NOT')
    .map((value) => ({ value, label: inspectionKindLabel[value] }));
