import { parameter, since } from './parameter.js';
import * as s from './source.js';
import { fraction } from './unit.js';
import { shareText } from './wording.js';

const FEES_RISE = '2028-01-01';

/** Party fees: domain.md §3.5. Values before 02/2026 are those of 342-QĐ/TW, from general knowledge. */
export const fee = {
  'fee.insured': parameter({
    unit: 'fraction',
    says: (f) => `Người đóng bảo hiểm xã hội bắt buộc đóng đảng phí ${shareText(f)} tiền lương làm căn cứ đóng bảo hiểm tháng trước.`,
    rows: [{ ...since(s.QD342_FROM, fraction(1, 100), s.QD342, 'G'), validTo: s.QD01_FROM }, since(s.QD01_FROM, fraction(1, 100), s.QD01, 'V')],
  }),
  'fee.pensioner': parameter({
    unit: 'fraction',
    says: (f) => `Người hưởng lương hưu đóng đảng phí ${shareText(f)} lương hưu.`,
    rows: [{ ...since(s.QD342_FROM, fraction(5, 1000), s.QD342, 'G'), validTo: s.QD01_FROM }, since(s.QD01_FROM, fraction(5, 1000), s.QD01, 'V')],
  }),
  'fee.working_age': parameter({
    unit: 'fraction',
    says: (f) => `Người chưa đến tuổi nghỉ hưu, không đóng bảo hiểm bắt buộc đóng đảng phí ${shareText(f)} lương tối thiểu vùng.`,
    rows: [{ ...since(s.QD01_FROM, fraction(3, 1000), s.QD01, 'Q'), validTo: FEES_RISE }, since(FEES_RISE, fraction(5, 1000), s.QD01, 'Q')],
  }),
  'fee.past_working_age': parameter({
    unit: 'fraction',
    says: (f) => `Người quá tuổi nghỉ hưu, không có lương hưu đóng đảng phí ${shareText(f)} lương tối thiểu vùng.`,
    rows: [{ ...since(s.QD01_FROM, fraction(2, 1000), s.QD01, 'Q'), validTo: FEES_RISE }, since(FEES_RISE, fraction(3, 1000), s.QD01, 'Q')],
  }),
  'fee.student': parameter({
    unit: 'dong',
    says: (n) => `Học sinh, sinh viên đóng đảng phí ${n} đồng mỗi tháng.`,
    rows: [since(s.QD01_FROM, 5000, s.QD01, 'Q')],
  }),
  'fee.exempt_seniority_years': parameter({
    unit: 'years',
    says: (n) => `Đảng viên từ ${n} năm tuổi đảng trở lên được miễn đóng đảng phí.`,
    rows: [since(s.QD01_FROM, 50, s.QD01, 'Q')],
  }),
  'fee.hardship_max_months': parameter({
    unit: 'months',
    stricter: 'lower',
    says: (n) => `Mỗi lần miễn, giảm đảng phí vì khó khăn không quá ${n} tháng.`,
    rows: [since(s.QD01_FROM, 12, s.QD01, 'Q')],
  }),
  'fee.retained_village': parameter({
    unit: 'fraction',
    says: (f) => `Chi bộ thôn, tổ dân phố được giữ lại ${shareText(f)} đảng phí.`,
    rows: [since(s.QD01_FROM, fraction(70, 100), s.QD01, 'Q')],
  }),
  'fee.unpaid_months': parameter({
    unit: 'months',
    says: (n) => `Không đóng đảng phí ${n} tháng trong năm mà không có lý do thì chi bộ xem xét xóa tên.`,
    rows: [since(s.QD01_FROM, 3, s.QD01, 'V')],
  }),
} as const;
