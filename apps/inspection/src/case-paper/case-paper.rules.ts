import type { CasePaperKind } from '@vungmanh/contracts/inspection/case-paper';
import type { InspectionKind, SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';

interface Written {
  readonly leaderId: string | null;
  readonly planSealed: string | null;
  readonly minutesSealed: string | null;
  readonly reportSealed: string | null;
  readonly conclusionSealed: string | null;
}

/** Which papers have their content, in the order in which a case makes them. */
export const paperKindsOf = (of: Written): CasePaperKind[] => [
  ...(of.planSealed !== null && of.leaderId !== null ? (['DECISION', 'PLAN', 'OUTLINE', 'SCHEDULE', 'SELF_REPORT_FORM'] as const) : []),
  ...(of.minutesSealed !== null ? (['MINUTES'] as const) : []),
  ...(of.reportSealed !== null ? (['REPORT'] as const) : []),
  ...(of.conclusionSealed !== null ? (['CONCLUSION'] as const) : []),
];

/** What goes to the subject: not the team's report; the minutes once they are no draft. */
export const subjectKindsOf = (of: Written): CasePaperKind[] =>
  paperKindsOf(of).filter((kind) => kind !== 'REPORT' && (kind !== 'MINUTES' || of.reportSealed !== null));

const deeds: Readonly<Record<InspectionKind, { deed: 'INSPECTION' | 'SUPERVISION'; manner?: string }>> = {
  COMPLIANCE_INSPECTION: { deed: 'INSPECTION' },
  THEMATIC_INSPECTION: { deed: 'INSPECTION', manner: 'chuyên đề' },
  SUSPECTED_VIOLATION_INSPECTION: { deed: 'INSPECTION', manner: 'khi có dấu hiệu vi phạm' },
  REGULAR_SUPERVISION: { deed: 'SUPERVISION', manner: 'thường xuyên' },
  THEMATIC_SUPERVISION: { deed: 'SUPERVISION', manner: 'chuyên đề' },
};
export const deedOf = (kind: InspectionKind) => deeds[kind];

/** A cell sends a group (tổ), everybody else a delegation (đoàn). */
export const teamOf = (actor: ProgramActor): 'GROUP' | 'DELEGATION' => (actor === 'CELL' ? 'GROUP' : 'DELEGATION');

/** How a paper calls its subject in the middle of a sentence. */
export const subjectText = (subject: SubjectKind, name: string, place?: string): string =>
  subject === 'MEMBER' ? `đồng chí ${name}${place === undefined ? '' : `, đảng viên ${place}`}` : name;

/** The content as it follows the deed: "kiểm tra việc …". */
export function matterText(content: string): string {
  const line = content.replace(/\s+/gu, ' ').replace(/[.;]$/u, '').trim();
  return line.slice(0, 1).toLocaleLowerCase('vi-VN') + line.slice(1);
}
