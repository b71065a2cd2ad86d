import { parameter, since } from './parameter.js';
import { thresholdText } from './wording.js';

const HD61 = 'HD 61-HD/BTGTW, 16/6/2022';
const QD350 = 'QĐ 350-QĐ/TW, 29/8/2025';

/** Training: domain.md §6.2. */
export const training = {
  'training.awareness.periods': parameter({
    unit: 'periods',
    stricter: 'higher',
    says: (n) => `Lớp nhận thức về Đảng có ${n} tiết.`,
    rows: [since('2022-06-16', 50, HD61, 'V')],
  }),
  'training.attendance_min': parameter({
    unit: 'threshold',
    stricter: 'higher',
    says: (t) => `Học viên dự ${thresholdText(t)} thời gian lớp học mới được cấp giấy chứng nhận.`,
    rows: [],
  }),
  'training.intermediate.min_age_women': parameter({
    unit: 'years',
    stricter: 'higher',
    says: (n) => `Nữ học trung cấp lý luận chính trị không tập trung từ ${n} tuổi trở lên.`,
    rows: [since('2025-08-29', 28, QD350, 'V')],
  }),
  'training.intermediate.min_age_men': parameter({
    unit: 'years',
    stricter: 'higher',
    says: (n) => `Nam học trung cấp lý luận chính trị không tập trung từ ${n} tuổi trở lên.`,
    rows: [since('2025-08-29', 30, QD350, 'V')],
  }),
} as const;
