import { parameter, since } from './parameter.js';
import * as s from './source.js';
import { moreThan, atLeast } from './unit.js';
import { shareText, thresholdText } from './wording.js';

/** Inspection, supervision and discipline: domain.md §5.3, §5.4, §11.2. What only one province rules has no value here. */
export const inspection = {
  'inspect.cell.compliance_days': parameter({
    unit: 'days',
    stricter: 'lower',
    says: (n) => `Cuộc kiểm tra chấp hành của chi bộ không quá ${n} ngày.`,
    rows: [],
  }),
  'inspect.cell.violation_days': parameter({
    unit: 'days',
    stricter: 'lower',
    says: (n) => `Cuộc kiểm tra khi có dấu hiệu vi phạm của chi bộ không quá ${n} ngày.`,
    rows: [],
  }),
  'inspect.cell.supervision_days': parameter({
    unit: 'days',
    stricter: 'lower',
    says: (n) => `Cuộc giám sát chuyên đề của chi bộ không quá ${n} ngày.`,
    rows: [],
  }),
  'inspect.extension': parameter({
    unit: 'fraction',
    stricter: 'lower',
    says: (f) => `Gia hạn không quá ${shareText(f)} thời gian của cuộc kiểm tra, giám sát.`,
    rows: [],
  }),
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
  'appeal.days': parameter({
    unit: 'days',
    says: (n) => `Đảng viên được khiếu nại kỷ luật trong ${n} ngày kể từ ngày nhận quyết định.`,
    rows: [since(s.STATUTE_FROM, 30, s.statute('39'), 'V')],
  }),
  'state_discipline.report_days': parameter({
    unit: 'days',
    stricter: 'lower',
    says: (n) => `Cơ quan nhà nước kỷ luật đảng viên phải thông báo cho tổ chức đảng trong ${n} ngày.`,
    rows: [since(s.QD296_FROM, 5, s.QD296, 'V')],
  }),
} as const;
