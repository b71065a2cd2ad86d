import { parameter, since } from './parameter.js';
import * as s from './source.js';
import { shareText, thresholdText } from './wording.js';

/** Training: domain.md §6.2. */
export const training = {
  'training.awareness.periods': parameter({
    unit: 'periods',
    stricter: 'higher',
    says: (n) => `Lớp nhận thức về Đảng có ${n} tiết.`,
    rows: [since(s.HD61_FROM, 50, s.HD61, 'V')],
  }),
  'training.position.every_months': parameter({
    unit: 'months',
    stricter: 'lower',
    says: (n) => `Bí thư, phó bí thư, cấp ủy viên được bồi dưỡng ít nhất một lần trong ${n} tháng.`,
    rows: [since(s.SEED0_FROM, 12, s.SEED0, 'S0')],
  }),
  'training.remind_days': parameter({
    unit: 'days',
    says: (n) => `Nhắc việc học trước hạn ${n} ngày.`,
    rows: [since(s.OPERATING_FROM, 90, s.OPERATING, 'G')],
  }),
  'training.practice.keep_days': parameter({
    unit: 'days',
    says: (n) => `Kết quả luyện tập của mỗi người tự xóa sau ${n} ngày.`,
    rows: [since(s.OPERATING_FROM, 90, s.OPERATING, 'G')],
  }),
  'training.quiz.grace_minutes': parameter({
    unit: 'minutes',
    says: (n) => `Câu trả lời trong giờ mà mất kết nối được nhận thêm trong ${n} phút sau giờ nộp bài.`,
    rows: [since(s.OPERATING_FROM, 10, s.OPERATING, 'G')],
  }),
  'training.item.min_answers': parameter({
    unit: 'times',
    says: (n) => `Số liệu của câu hỏi chỉ hiện khi có từ ${n} bài làm trở lên.`,
    rows: [since(s.OPERATING_FROM, 10, s.OPERATING, 'G')],
  }),
  'training.attendance_min': parameter({
    unit: 'threshold',
    stricter: 'higher',
    says: (t) => `Học viên dự ${thresholdText(t)} thời gian lớp học mới được cấp giấy chứng nhận.`,
    rows: [],
  }),
  // A provincial document alone gives a number for these two (Lào Cai, 31-QĐ/TU); a province or an opening decision sets its own.
  'training.at_once.max': parameter({
    unit: 'times',
    stricter: 'lower',
    says: (n) => `Mỗi người dự không quá ${n} lớp trong cùng thời gian.`,
    rows: [],
  }),
  'training.away.max': parameter({
    unit: 'fraction',
    stricter: 'lower',
    says: (share) => `Không quá ${shareText(share)} số đảng viên của chi bộ đi học trong cùng thời gian; chi bộ ít người được cử một người.`,
    rows: [],
  }),
  'training.intermediate.min_age_women': parameter({
    unit: 'years',
    stricter: 'higher',
    says: (n) => `Nữ học trung cấp lý luận chính trị không tập trung từ ${n} tuổi trở lên.`,
    rows: [since(s.QD350_FROM, 28, s.QD350, 'V')],
  }),
  'training.intermediate.min_age_men': parameter({
    unit: 'years',
    stricter: 'higher',
    says: (n) => `Nam học trung cấp lý luận chính trị không tập trung từ ${n} tuổi trở lên.`,
    rows: [since(s.QD350_FROM, 30, s.QD350, 'V')],
  }),
  // Of people who are being prepared for a post no document that we could read gives these; a province sets its own.
  'training.preparation.max_age_men': parameter({
    unit: 'years',
    stricter: 'lower',
    says: (n) => `Nam được quy hoạch lần đầu không quá ${n} tuổi khi bắt đầu thời hạn quy hoạch.`,
    rows: [],
  }),
  'training.preparation.max_age_women': parameter({
    unit: 'years',
    stricter: 'lower',
    says: (n) => `Nữ được quy hoạch lần đầu không quá ${n} tuổi khi bắt đầu thời hạn quy hoạch.`,
    rows: [],
  }),
  'training.preparation.min_party_years': parameter({
    unit: 'years',
    stricter: 'higher',
    says: (n) => `Người được quy hoạch có tuổi đảng từ ${n} năm trở lên.`,
    rows: [],
  }),
  'training.preparation.min_theory': parameter({
    unit: 'steps',
    stricter: 'higher',
    says: (n) => `Người được quy hoạch có trình độ lý luận chính trị từ bậc ${n} trở lên (bậc 1 là sơ cấp, 2 là trung cấp, 3 là cao cấp).`,
    rows: [],
  }),
} as const;
