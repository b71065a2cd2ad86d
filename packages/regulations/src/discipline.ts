import { disciplineFormLabel } from '@vungmanh/contracts/inspection/kind';
import type { DisciplineForm } from '@vungmanh/contracts/inspection/kind';
import { parameter, since } from './parameter.js';
import * as s from './source.js';
import { atLeast, moreThan } from './unit.js';
import { thresholdText } from './wording.js';

const limitation = (form: string, years: number) =>
  parameter({
    unit: 'years',
    says: (n) => `Thời hiệu xử lý kỷ luật là ${n} năm đối với vi phạm đến mức ${form}.`,
    rows: [since(s.QD69_FROM, years, s.QD69, 'G')],
  });

const formName = (code: string): string => new Map(Object.entries(disciplineFormLabel)).get(code)?.toLocaleLowerCase('vi-VN') ?? code;

/** The forms for one kind of subject, from the lightest to the heaviest. */
const forms = (subject: string, codes: readonly DisciplineForm[]) =>
  parameter({
    unit: 'codes',
    effect: 'blocks',
    says: (list) => `Hình thức kỷ luật đối với ${subject} gồm: ${list.map(formName).join(', ')}.`,
    rows: [since(s.QD21_FROM, codes, `${s.QD21}, Điều 9`, 'Q')],
  });

/** Discipline, suspension, appeals and denunciations: domain.md §5.4, §11.2. */
export const discipline = {
  'suspension.days': parameter({
    unit: 'days',
    stricter: 'lower',
    says: (n) => `Thời hạn đình chỉ sinh hoạt đảng là ${n} ngày.`,
    rows: [since(s.QD21_FROM, 90, s.QD21, 'Q')],
  }),
  'suspension.extension_days': parameter({
    unit: 'days',
    stricter: 'lower',
    says: (n) => `Gia hạn đình chỉ sinh hoạt đảng một lần, không quá ${n} ngày.`,
    rows: [since(s.QD21_FROM, 30, s.QD21, 'Q')],
  }),
  'discipline.forms.official': forms('đảng viên chính thức', ['REPRIMAND', 'WARNING', 'DISMISSAL', 'EXPULSION']),
  'discipline.forms.probationary': forms('đảng viên dự bị', ['REPRIMAND', 'WARNING']),
  'discipline.forms.organization': forms('tổ chức đảng', ['REPRIMAND', 'WARNING', 'DISBANDMENT']),
  'discipline.vote': parameter({
    unit: 'threshold',
    effect: 'blocks',
    stricter: 'higher',
    says: (t) => `Chi bộ quyết định khiển trách, cảnh cáo khi ${thresholdText(t)} đảng viên chính thức tán thành.`,
    rows: [since(s.QD21_FROM, moreThan(1, 2), s.QD21, 'Q')],
  }),
  'discipline.expulsion_vote': parameter({
    unit: 'threshold',
    stricter: 'higher',
    says: (t) => `Đề nghị khai trừ phải được ${thresholdText(t)} đảng viên chính thức tán thành.`,
    rows: [since(s.QD21_FROM, atLeast(2, 3), s.QD21, 'G')],
  }),
  'discipline.written_days': parameter({
    unit: 'days',
    stricter: 'lower',
    says: (n) => `Quyết định kỷ luật của chi bộ ban hành bằng văn bản chậm nhất ${n} ngày sau khi công bố kết quả bỏ phiếu.`,
    rows: [{ ...since(s.QD296_FROM, 10, s.QD296, 'Q'), validTo: s.QD21_FROM }, since(s.QD21_FROM, 10, s.QD21, 'Q')],
  }),
  'discipline.deferral.child_months': parameter({
    unit: 'months',
    says: (n) => `Chưa xem xét kỷ luật đảng viên đang mang thai, nuôi con dưới ${n} tháng tuổi hoặc đang điều trị bệnh hiểm nghèo tại bệnh viện.`,
    rows: [{ ...since(s.QD296_FROM, 12, s.QD296, 'Q'), validTo: s.QD21_FROM }, since(s.QD21_FROM, 12, s.QD21, 'G')],
  }),
  'limitation.none_for': parameter({
    unit: 'codes',
    says: () => 'Không áp dụng thời hiệu đối với vi phạm đến mức khai trừ và việc sử dụng văn bằng, chứng chỉ không hợp pháp.',
    rows: [since(s.QD69_FROM, ['EXPULSION', 'ILLEGAL_DIPLOMA'], s.QD69, 'Q')],
  }),
  'limitation.reprimand_years': limitation('khiển trách', 5),
  'limitation.warning_years': limitation('cảnh cáo', 10),
  'limitation.dismissal_years': limitation('cách chức', 10),
  'appeal.days': parameter({
    unit: 'days',
    says: (n) => `Đảng viên được khiếu nại kỷ luật trong ${n} ngày kể từ ngày nhận quyết định.`,
    rows: [since(s.STATUTE_FROM, 30, s.statute('39'), 'V')],
  }),
  // Article 39 gives one month at every level "up to the Central Committee"; that it runs from the answer is by its guidance [G].
  'appeal.next_days': parameter({
    unit: 'days',
    says: (n) =>
      `Không đồng ý với kết quả giải quyết thì được khiếu nại tiếp lên cấp trên trong ${n} ngày kể từ ngày nhận quyết định giải quyết khiếu nại.`,
    rows: [since(s.STATUTE_FROM, 30, s.statute('39'), 'G')],
  }),
  // That of the Centre is twice as long [G]; no body of a province settles an appeal by it.
  'appeal.settle_wd': parameter({
    unit: 'working-days',
    stricter: 'lower',
    says: (n) => `Khiếu nại kỷ luật được giải quyết trong ${n} ngày làm việc kể từ ngày nhận khiếu nại.`,
    rows: [since(s.QD21_FROM, 90, s.QD21, 'G')],
  }),
  // 60 to 90 days by hearsay: no document was found.
  'denunciation.settle_days': parameter({
    unit: 'days',
    stricter: 'lower',
    says: (n) => `Tố cáo được giải quyết trong ${n} ngày kể từ ngày thụ lý.`,
    rows: [],
  }),
  'denunciation.extension_days': parameter({
    unit: 'days',
    stricter: 'lower',
    says: (n) => `Gia hạn giải quyết tố cáo không quá ${n} ngày.`,
    rows: [],
  }),
  'state_discipline.report_days': parameter({
    unit: 'days',
    stricter: 'lower',
    says: (n) => `Cơ quan nhà nước kỷ luật đảng viên phải thông báo cho tổ chức đảng trong ${n} ngày.`,
    rows: [since(s.QD296_FROM, 5, s.QD296, 'V')],
  }),
} as const;
