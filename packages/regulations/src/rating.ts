import { parameter, since } from './parameter.js';
import * as s from './source.js';
import { fraction } from './unit.js';
import { shareText } from './wording.js';

/** Yearly review and classification: domain.md §3.6, §11.2. */
export const rating = {
  'rating.bands': parameter({
    unit: 'bands',
    says: () => 'Xếp loại chất lượng theo thang điểm 100 với bốn mức.',
    rows: [
      since(
        s.QD366_FROM,
        [
          { code: 'EXCELLENT', from: 90 },
          { code: 'GOOD', from: 70 },
          { code: 'COMPLETED', from: 50 },
          { code: 'NOT_COMPLETED', from: 0 },
        ],
        s.QD366,
        'V',
      ),
    ],
  }),
  'rating.excellent_min_beyond': parameter({
    unit: 'fraction',
    stricter: 'higher',
    says: (f) => `Hoàn thành xuất sắc nhiệm vụ phải có ít nhất ${shareText(f)} nhiệm vụ vượt mức.`,
    rows: [since(s.QD366_FROM, fraction(30, 100), s.QD366, 'V')],
  }),
  'rating.completed_max_late': parameter({
    unit: 'fraction',
    stricter: 'lower',
    says: (f) => `Hoàn thành nhiệm vụ thì số nhiệm vụ chậm tiến độ không quá ${shareText(f)}.`,
    rows: [since(s.QD366_FROM, fraction(20, 100), s.QD366, 'V')],
  }),
  // The ratio is known for 124 only; that 366 keeps it is not confirmed (domain.md §12, open point 5).
  'rating.excellent_cap': parameter({
    unit: 'fraction',
    stricter: 'lower',
    says: (f) => `Số xếp loại hoàn thành xuất sắc không quá ${shareText(f)} số hoàn thành tốt nhiệm vụ trở lên.`,
    rows: [{ ...since(s.QD124_FROM, fraction(20, 100), s.QD124, 'G'), validTo: s.QD366_FROM }, since(s.QD366_FROM, fraction(20, 100), s.QD366, 'G')],
  }),
  'rating.min_months': parameter({
    unit: 'months',
    says: (n) => `Đảng viên mới kết nạp chưa đủ ${n} tháng tự kiểm điểm nhưng chưa xếp loại.`,
    rows: [{ ...since(s.QD124_FROM, 6, s.QD124, 'G'), validTo: s.QD366_FROM }, since(s.QD366_FROM, 6, s.QD366, 'G')],
  }),
} as const;
