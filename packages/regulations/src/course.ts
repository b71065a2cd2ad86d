import type { CourseKind, Syllabus } from '@vungmanh/contracts/training/course';
import type { CalendarDate } from '@vungmanh/contracts/types';
import type { Mark } from './parameter.js';
import * as s from './source.js';

/** A course as the documents describe it (domain.md §6.2); what none of them gives is left out. */
export interface CourseRow extends Syllabus {
  readonly code: CourseCode;
  readonly label: string;
  readonly kind: CourseKind;
  readonly validFrom: CalendarDate;
  readonly mark: Mark;
}

export const courseCodes = [
  'PARTY_AWARENESS',
  'NEW_MEMBER',
  'CELL_SECRETARY_COMMITTEE',
  'PARTY_WORK',
  'INSPECTION_SKILLS',
  'THEORY_ELEMENTARY',
  'THEORY_INTERMEDIATE',
  'THEORY_ADVANCED',
] as const;
export type CourseCode = (typeof courseCodes)[number];

const LOCAL = 'Cơ quan có thẩm quyền do cấp ủy giao';
const SCHOOL = 'Trường chính trị cấp tỉnh';

/** What a new installation begins with; a province adds editions and courses of its own. */
export const courses: readonly CourseRow[] = [
  {
    code: 'PARTY_AWARENESS',
    label: 'Bồi dưỡng nhận thức về Đảng',
    kind: 'FOSTERING',
    audience: 'Quần chúng ưu tú, có trình độ từ trung học cơ sở trở lên',
    periods: 50,
    sessions: 10,
    days: 5,
    validMonths: 60,
    issuer: LOCAL,
    topics: [
      ...[5, 10, 5, 5, 5].map((periods, i) => ({ title: `Bài ${i + 1}`, periods })),
      { title: 'Thảo luận', periods: 5 },
      { title: 'Nghiên cứu thực tế hoặc chuyên đề', periods: 5 },
      { title: 'Giải đáp thắc mắc', periods: 5 },
      { title: 'Viết bài thu hoạch', periods: 5 },
    ],
    source: s.HD61,
    mark: 'V',
    validFrom: s.HD61_FROM,
  },
  {
    code: 'NEW_MEMBER',
    label: 'Bồi dưỡng lý luận chính trị dành cho đảng viên mới',
    kind: 'FOSTERING',
    audience: 'Đảng viên dự bị',
    days: 7.5,
    issuer: LOCAL,
    topics: Array.from({ length: 10 }, (_, i) => ({ title: `Chuyên đề ${i + 1}` })),
    source: s.NEW_MEMBER_COURSE,
    mark: 'V',
    validFrom: s.HD61_FROM,
  },
  {
    code: 'CELL_SECRETARY_COMMITTEE',
    label: 'Bồi dưỡng bí thư chi bộ, cấp ủy viên',
    kind: 'FOSTERING',
    audience: 'Bí thư, phó bí thư chi bộ, chi ủy viên',
    issuer: LOCAL,
    topics: [
      'Quy trình tổ chức sinh hoạt thường kỳ',
      'Quy trình tổ chức sinh hoạt chuyên đề',
      'Nghiệp vụ công tác đảng',
      'Kỹ năng kiểm tra, giám sát',
    ].map((title) => ({ title })),
    source: s.SEED0,
    mark: 'S0',
    validFrom: s.SEED0_FROM,
  },
  {
    code: 'PARTY_WORK',
    label: 'Bồi dưỡng nghiệp vụ công tác đảng',
    kind: 'FOSTERING',
    audience: 'Cấp ủy viên cơ sở',
    issuer: LOCAL,
    topics: [{ title: 'Nghiệp vụ công tác đảng' }],
    source: s.SEED1,
    mark: 'S1',
    validFrom: s.SEED1_FROM,
  },
  {
    code: 'INSPECTION_SKILLS',
    label: 'Bồi dưỡng nghiệp vụ kiểm tra, giám sát',
    kind: 'FOSTERING',
    audience: 'Ủy viên ủy ban kiểm tra',
    issuer: LOCAL,
    topics: [{ title: 'Nghiệp vụ kiểm tra, giám sát' }],
    source: s.OPERATING,
    mark: 'G',
    validFrom: s.OPERATING_FROM,
  },
  {
    code: 'THEORY_ELEMENTARY',
    label: 'Sơ cấp lý luận chính trị',
    kind: 'DEGREE',
    audience: 'Đảng viên, cán bộ cơ sở',
    issuer: LOCAL,
    topics: [],
    source: s.OPERATING,
    mark: 'G',
    validFrom: s.OPERATING_FROM,
  },
  {
    code: 'THEORY_INTERMEDIATE',
    label: 'Trung cấp lý luận chính trị',
    kind: 'DEGREE',
    audience: 'Đảng viên, có trình độ cao đẳng trở lên, hai năm liền kề hoàn thành tốt nhiệm vụ; cấp ủy viên cơ sở và người trong quy hoạch',
    issuer: SCHOOL,
    topics: [],
    source: s.QD350,
    mark: 'V',
    validFrom: s.QD350_FROM,
  },
  {
    code: 'THEORY_ADVANCED',
    label: 'Cao cấp lý luận chính trị',
    kind: 'DEGREE',
    audience: 'Cán bộ giữ chức vụ lãnh đạo, quản lý cao hơn và người trong quy hoạch',
    issuer: 'Học viện Chính trị quốc gia Hồ Chí Minh',
    topics: [],
    source: s.QD350,
    mark: 'V',
    validFrom: s.QD350_FROM,
  },
];
