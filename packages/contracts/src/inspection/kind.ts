import { invalid } from '../problem.js';
import { z } from 'zod';

/**
 * Who inspects, supervises and disciplines (domain §5.2). A standing committee (ban thường vụ) acts with the competence of its
 * committee; SUPERIOR_COMMITTEE is any committee above a grassroots organization, up to the province.
 */
export const Inspector = z.enum([
  'CELL',
  'CELL_COMMITTEE',
  'SECTION_COMMITTEE',
  'GRASSROOTS_COMMITTEE',
  'SUPERIOR_COMMITTEE',
  'INSPECTION_COMMISSION',
  'ADVISORY_ORGAN',
]);
export type Inspector = z.infer<typeof Inspector>;

export const inspectorLabel: Record<Inspector, string> = {
  CELL: 'Chi bộ',
  CELL_COMMITTEE: 'Chi ủy',
  SECTION_COMMITTEE: 'Đảng ủy bộ phận',
  GRASSROOTS_COMMITTEE: 'Đảng ủy cơ sở',
  SUPERIOR_COMMITTEE: 'Cấp ủy cấp trên của tổ chức cơ sở đảng',
  INSPECTION_COMMISSION: 'Ủy ban kiểm tra',
  ADVISORY_ORGAN: 'Cơ quan tham mưu, giúp việc cấp ủy',
};

/** What is done (domain §1.4). */
/**
 * What a cell's secretary says of the cell where the register does not know it: for supervision by theme (HD 08-HD/TW), which asks for a
 * committee, for many members who work far from each other, or for several Party groups.
 */
export const cellShape = { dispersed: z.boolean().default(false), groups: z.number().int().min(0).max(50).default(0) } as const;
export const thematicUnfit = {
  'inspection/thematic-condition': invalid(
    'Chi bộ chưa đủ điều kiện giám sát chuyên đề. Hãy giám sát thường xuyên, hoặc khai rõ chi bộ có đảng viên hoạt động phân tán, có nhiều tổ đảng.',
  ),
} as const;

export const InspectionKind = z.enum([
  'COMPLIANCE_INSPECTION',
  'THEMATIC_INSPECTION',
  'SUSPECTED_VIOLATION_INSPECTION',
  'REGULAR_SUPERVISION',
  'THEMATIC_SUPERVISION',
]);
export type InspectionKind = z.infer<typeof InspectionKind>;

export const inspectionKindLabel: Record<InspectionKind, string> = {
  COMPLIANCE_INSPECTION: 'Kiểm tra việc chấp hành',
  THEMATIC_INSPECTION: 'Kiểm tra chuyên đề',
  SUSPECTED_VIOLATION_INSPECTION: 'Kiểm tra khi có dấu hiệu vi phạm',
  REGULAR_SUPERVISION: 'Giám sát thường xuyên',
  THEMATIC_SUPERVISION: 'Giám sát chuyên đề',
};

export const SubjectKind = z.enum(['MEMBER', 'ORGANIZATION']);
export type SubjectKind = z.infer<typeof SubjectKind>;

export const subjectKindLabel: Record<SubjectKind, string> = { MEMBER: 'Đảng viên', ORGANIZATION: 'Tổ chức đảng' };

/** Domain §5.3. Extending is an act on a running case, kept with its reason, not a state. */
export const CaseState = z.enum([
  'PLANNED',
  'DECIDED',
  'ANNOUNCED',
  'SELF_REPORTED',
  'VERIFYING',
  'HEARING',
  'REPORTED',
  'CONCLUDED',
  'FOLLOW_UP',
  'FILED',
  'ESCALATED',
  'TERMINATED',
]);
export type CaseState = z.infer<typeof CaseState>;

export const caseStateLabel: Record<CaseState, string> = {
  PLANNED: 'Đang chuẩn bị',
  DECIDED: 'Đã có quyết định',
  ANNOUNCED: 'Đã triển khai quyết định',
  SELF_REPORTED: 'Đã có báo cáo tự kiểm tra',
  VERIFYING: 'Đang thẩm tra, xác minh',
  HEARING: 'Đang hội nghị, làm việc với đối tượng',
  REPORTED: 'Đã báo cáo kết quả',
  CONCLUDED: 'Đã thông báo kết luận',
  FOLLOW_UP: 'Đang theo dõi sau kết luận',
  FILED: 'Đã lưu hồ sơ',
  ESCALATED: 'Đã chuyển xử lý',
  TERMINATED: 'Đã dừng',
};

/** Where a case goes on when it leaves its own course (domain §5.3, ESCALATED). */
export const EscalationTarget = z.enum(['SUSPECTED_VIOLATION', 'DISCIPLINE', 'AUTHORITY']);
export type EscalationTarget = z.infer<typeof EscalationTarget>;

export const escalationTargetLabel: Record<EscalationTarget, string> = {
  SUSPECTED_VIOLATION: 'Kiểm tra khi có dấu hiệu vi phạm',
  DISCIPLINE: 'Xem xét, thi hành kỷ luật',
  AUTHORITY: 'Chuyển cơ quan có thẩm quyền',
};

export const FindingKind = z.enum(['STRENGTH', 'SHORTCOMING', 'VIOLATION']);
export type FindingKind = z.infer<typeof FindingKind>;

export const findingKindLabel: Record<FindingKind, string> = { STRENGTH: 'Ưu điểm', SHORTCOMING: 'Khuyết điểm', VIOLATION: 'Vi phạm' };

/** From the lightest to the heaviest (domain §5.4). Only an organization can be disbanded; a member is never. */
export const DisciplineForm = z.enum(['REPRIMAND', 'WARNING', 'DISMISSAL', 'EXPULSION', 'DISBANDMENT']);
export type DisciplineForm = z.infer<typeof DisciplineForm>;

export const disciplineFormLabel: Record<DisciplineForm, string> = {
  REPRIMAND: 'Khiển trách',
  WARNING: 'Cảnh cáo',
  DISMISSAL: 'Cách chức',
  EXPULSION: 'Khai trừ',
  DISBANDMENT: 'Giải tán',
};

/** Whose discipline it is: which forms there are follows from it. */
export const DisciplineSubject = z.enum(['OFFICIAL_MEMBER', 'PROBATIONARY_MEMBER', 'ORGANIZATION']);
export type DisciplineSubject = z.infer<typeof DisciplineSubject>;

export const disciplineSubjectLabel: Record<DisciplineSubject, string> = {
  OFFICIAL_MEMBER: 'Đảng viên chính thức',
  PROBATIONARY_MEMBER: 'Đảng viên dự bị',
  ORGANIZATION: 'Tổ chức đảng',
};
