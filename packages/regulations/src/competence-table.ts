import type { InspectionKind, Inspector, SubjectKind } from '@vungmanh/contracts/inspection/kind';
import type { CalendarDate } from '@vungmanh/contracts/types';
import type { Mark } from './parameter.js';
import type { RuleKey } from './register.js';
import * as s from './source.js';

/** REPORT_IN_WRITING: not inspected, but reported in writing to the committee that is competent. MAY_WITH: on a condition. */
export type Verdict = 'MAY' | 'MAY_NOT' | 'REPORT_IN_WRITING' | 'MAY_WITH';

/** One cell of the table of competences while one regulation was in force. */
export interface CompetenceRow {
  readonly actor: Inspector;
  readonly acts: readonly InspectionKind[];
  /** Absent: members and organizations. */
  readonly subject?: SubjectKind;
  /** Absent: all members, whoever manages them. */
  readonly managedByHigherLevel?: boolean;
  readonly verdict: Verdict;
  readonly covers?: string;
  readonly says: string;
  /** The parameter whose sentence is the condition. */
  readonly rule?: RuleKey;
  readonly validFrom: CalendarDate;
  readonly validTo?: CalendarDate;
  readonly source: string;
  readonly mark: Mark;
}

const INSPECT = ['COMPLIANCE_INSPECTION', 'THEMATIC_INSPECTION'] as const;
const SUSPECTED = ['SUSPECTED_VIOLATION_INSPECTION'] as const;
const SUPERVISE = ['REGULAR_SUPERVISION', 'THEMATIC_SUPERVISION'] as const;

const qd21 = { validFrom: s.QD21_FROM, source: s.QD21, mark: 'Q' } as const;
const qd21article6 = { ...qd21, source: `${s.QD21}, Điều 6.1` } as const;
const MEMBER_DUTIES = 'Việc thực hiện nhiệm vụ đảng viên và nhiệm vụ chuyên môn được giao';
const BELOW = 'Tổ chức đảng và đảng viên thuộc phạm vi lãnh đạo, quản lý';
const SUSPECTED_BELOW = 'Tổ chức đảng cấp dưới và đảng viên khi có dấu hiệu vi phạm';

const committee = (actor: Inspector, name: string): CompetenceRow[] => [
  { ...qd21, actor, acts: INSPECT, verdict: 'MAY', covers: BELOW, says: `${name} kiểm tra tổ chức đảng cấp dưới và đảng viên.` },
  {
    ...qd21,
    actor,
    acts: SUSPECTED,
    subject: 'MEMBER',
    managedByHigherLevel: true,
    verdict: 'MAY_WITH',
    covers: SUSPECTED_BELOW,
    says: `${name} kiểm tra đảng viên do cấp ủy cấp trên quản lý theo phân cấp quản lý cán bộ; ngoài phân cấp thì báo cáo cấp ủy có thẩm quyền.`,
    mark: 'G',
  },
  { ...qd21, actor, acts: SUSPECTED, verdict: 'MAY', covers: SUSPECTED_BELOW, says: `${name} kiểm tra khi có dấu hiệu vi phạm.` },
  { ...qd21, actor, acts: SUPERVISE, verdict: 'MAY', covers: BELOW, says: `${name} giám sát tổ chức đảng cấp dưới và đảng viên.` },
];

/** The table of domain.md §5.2. The first row that fits holds, so that an exception stands before its rule. */
export const competences: readonly CompetenceRow[] = [
  {
    ...qd21,
    actor: 'CELL',
    acts: [...INSPECT, ...SUSPECTED, ...SUPERVISE],
    subject: 'ORGANIZATION',
    verdict: 'MAY_NOT',
    says: 'Chi bộ kiểm tra, giám sát đảng viên trong chi bộ; tổ chức đảng do cấp ủy cấp trên và ủy ban kiểm tra kiểm tra, giám sát.',
  },
  {
    ...qd21article6,
    actor: 'CELL',
    acts: INSPECT,
    verdict: 'MAY',
    covers: 'Việc chấp hành nghị quyết của chi bộ, thực hiện nhiệm vụ được phân công, trách nhiệm nêu gương và những điều đảng viên không được làm',
    says: 'Chi bộ kiểm tra đảng viên trong chi bộ, kể cả đảng viên do cấp ủy cấp trên quản lý.',
  },
  {
    ...qd21,
    actor: 'CELL',
    acts: SUSPECTED,
    managedByHigherLevel: true,
    verdict: 'REPORT_IN_WRITING',
    says: 'Đảng viên do cấp ủy cấp trên quản lý thì chi bộ không kiểm tra dấu hiệu vi phạm. Hãy báo cáo bằng văn bản với cấp ủy có thẩm quyền.',
  },
  {
    ...qd21,
    actor: 'CELL',
    acts: SUSPECTED,
    verdict: 'MAY',
    covers: 'Đảng viên trong chi bộ, trừ đảng viên do cấp ủy cấp trên quản lý',
    says: 'Chi bộ kiểm tra đảng viên trong chi bộ khi có dấu hiệu vi phạm.',
  },
  {
    ...qd21,
    actor: 'CELL',
    acts: ['REGULAR_SUPERVISION'],
    verdict: 'MAY',
    covers: MEMBER_DUTIES,
    says: 'Chi bộ giám sát đảng viên, chủ yếu là giám sát thường xuyên.',
  },
  {
    ...qd21,
    actor: 'CELL',
    acts: ['THEMATIC_SUPERVISION'],
    verdict: 'MAY_WITH',
    covers: MEMBER_DUTIES,
    says: 'Chi bộ chủ yếu giám sát thường xuyên.',
    rule: 'supervise.cell.thematic_members',
  },
  {
    ...qd21,
    actor: 'CELL_COMMITTEE',
    acts: INSPECT,
    subject: 'MEMBER',
    verdict: 'MAY_WITH',
    covers: 'Tổ chức thực hiện cuộc kiểm tra của chi bộ',
    says: 'Chi ủy tổ chức thực hiện việc kiểm tra do chi bộ quyết định.',
  },
  {
    actor: 'CELL_COMMITTEE',
    acts: ['REGULAR_SUPERVISION'],
    subject: 'MEMBER',
    verdict: 'MAY_WITH',
    covers: 'Kế hoạch giám sát từng quý đối với từng đảng viên trong thực hiện nhiệm vụ được phân công',
    says: 'Chi ủy xây dựng kế hoạch và theo dõi việc giám sát đảng viên cho chi bộ.',
    validFrom: s.SEED3_FROM,
    source: s.SEED3,
    mark: 'S3',
  },
  {
    ...qd21,
    actor: 'CELL_COMMITTEE',
    acts: [...INSPECT, ...SUSPECTED, ...SUPERVISE],
    verdict: 'MAY_NOT',
    says: 'Việc này thuộc thẩm quyền của chi bộ, không phải của chi ủy. Hãy đưa ra chi bộ quyết định.',
  },
  ...committee('SECTION_COMMITTEE', 'Đảng ủy bộ phận'),
  ...committee('GRASSROOTS_COMMITTEE', 'Đảng ủy cơ sở, ban thường vụ đảng ủy cơ sở'),
  ...committee('SUPERIOR_COMMITTEE', 'Cấp ủy, ban thường vụ cấp ủy cấp trên'),
  {
    ...qd21,
    actor: 'INSPECTION_COMMISSION',
    acts: INSPECT,
    subject: 'ORGANIZATION',
    verdict: 'MAY_WITH',
    covers: 'Việc thực hiện nhiệm vụ kiểm tra, giám sát, thi hành kỷ luật đảng và tài chính đảng của tổ chức đảng cấp dưới',
    says: 'Ủy ban kiểm tra kiểm tra tổ chức đảng cấp dưới về công tác kiểm tra, giám sát, kỷ luật và tài chính đảng; nội dung khác do cấp ủy kiểm tra.',
    source: s.statute('32'),
    mark: 'G',
  },
  {
    ...qd21,
    actor: 'INSPECTION_COMMISSION',
    acts: INSPECT,
    verdict: 'MAY_NOT',
    says: 'Kiểm tra đảng viên chấp hành do cấp ủy, chi bộ tiến hành; ủy ban kiểm tra kiểm tra đảng viên khi có dấu hiệu vi phạm.',
  },
  {
    ...qd21,
    actor: 'INSPECTION_COMMISSION',
    acts: SUSPECTED,
    verdict: 'MAY',
    covers: SUSPECTED_BELOW,
    says: 'Kiểm tra khi có dấu hiệu vi phạm là nhiệm vụ chủ yếu của ủy ban kiểm tra.',
  },
  {
    ...qd21,
    actor: 'INSPECTION_COMMISSION',
    acts: SUPERVISE,
    verdict: 'MAY',
    covers: BELOW,
    says: 'Ủy ban kiểm tra giám sát tổ chức đảng cấp dưới và đảng viên.',
  },
  {
    ...qd21,
    actor: 'ADVISORY_ORGAN',
    acts: INSPECT,
    verdict: 'MAY_WITH',
    covers: 'Việc thực hiện chủ trương, quy định thuộc lĩnh vực được giao',
    says: 'Cơ quan tham mưu, giúp việc kiểm tra trong lĩnh vực được cấp ủy giao phụ trách.',
  },
  {
    ...qd21,
    actor: 'ADVISORY_ORGAN',
    acts: SUSPECTED,
    verdict: 'MAY_NOT',
    says: 'Cơ quan tham mưu, giúp việc không kiểm tra khi có dấu hiệu vi phạm. Hãy chuyển ủy ban kiểm tra hoặc cấp ủy có thẩm quyền.',
  },
  {
    ...qd21,
    actor: 'ADVISORY_ORGAN',
    acts: SUPERVISE,
    verdict: 'MAY',
    covers: 'Tổ chức đảng và đảng viên trong lĩnh vực được giao',
    says: 'Cơ quan tham mưu, giúp việc giám sát trong lĩnh vực được giao.',
  },
];
