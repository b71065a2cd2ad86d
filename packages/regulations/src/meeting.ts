import { parameter, since } from './parameter.js';
import * as s from './source.js';
import { atLeast, moreThan } from './unit.js';
import { thresholdText } from './wording.js';

/** Meetings of a cell: domain.md §4.2, §11.2. */
export const meeting = {
  'meeting.regular.per_month': parameter({
    unit: 'times',
    stricter: 'higher',
    says: (n) => `Chi bộ sinh hoạt thường kỳ mỗi tháng ${n} lần.`,
    rows: [since(s.STATUTE_FROM, 1, s.statute('24'), 'S0')],
  }),
  'meeting.regular.day': parameter({
    unit: 'month-day',
    says: (d) => `Sinh hoạt chi bộ thường kỳ thống nhất vào ngày ${String(d).padStart(2, '0')} hằng tháng.`,
    rows: [since(s.CT50_FROM, 3, s.CT50, 'Q')],
  }),
  // "Tuần đầu của tháng" is read as the first seven days, so that every month has the same room.
  'meeting.regular.fallback': parameter({
    unit: 'range',
    says: (r) => `Trùng ngày nghỉ lễ hoặc có việc đặc biệt thì sinh hoạt trong tuần đầu của tháng (ngày ${r.from} đến ngày ${r.to}).`,
    rows: [since(s.CT50_FROM, { from: 1, to: 7 }, s.CT50, 'Q')],
  }),
  'meeting.thematic.per_quarter': parameter({
    unit: 'times',
    stricter: 'higher',
    says: (n) => `Chi bộ sinh hoạt chuyên đề mỗi quý ít nhất ${n} lần.`,
    rows: [{ ...since(s.HD12_FROM, 1, s.HD12, 'S0'), validTo: s.HD42_FROM }, since(s.HD42_FROM, 1, s.HD42, 'V')],
  }),
  'meeting.prep.required': parameter({
    unit: 'flag',
    says: () => 'Trước kỳ sinh hoạt, chi ủy (nơi không có chi ủy thì bí thư, phó bí thư) họp chuẩn bị nội dung.',
    rows: [since(s.HD42_FROM, true, s.HD42, 'V')],
  }),
  'meeting.prep.before_days': parameter({
    unit: 'days',
    stricter: 'higher',
    says: (n) => `Chi ủy họp chuẩn bị trước kỳ sinh hoạt ít nhất ${n} ngày.`,
    rows: [],
  }),
  'meeting.announce.content': parameter({
    unit: 'codes',
    says: () => 'Thông báo thời gian, địa điểm, nội dung sinh hoạt đến đảng viên và cấp ủy viên theo dõi chi bộ.',
    rows: [since(s.HD42_FROM, ['time', 'place', 'content'], s.HD42, 'V')],
  }),
  'meeting.docs.before_days': parameter({
    unit: 'days',
    stricter: 'higher',
    says: (n) => `Tài liệu sinh hoạt gửi đến đảng viên trước ít nhất ${n} ngày.`,
    rows: [since(s.HD42_FROM, 1, s.HD42, 'V')],
  }),
  'meeting.publish.after_days': parameter({
    unit: 'days',
    stricter: 'lower',
    says: (n) => `Báo cáo, kết luận, nghị quyết đã hoàn thiện được đăng tải chậm nhất ${n} ngày sau kỳ sinh hoạt.`,
    rows: [since(s.HD42_FROM, 2, s.HD42, 'Q')],
  }),
  'meeting.min_minutes': parameter({
    unit: 'minutes',
    stricter: 'higher',
    says: (n) => `Thời gian một buổi sinh hoạt chi bộ ít nhất ${n} phút.`,
    rows: [{ ...since(s.HD12_FROM, 90, s.HD12, 'V'), validTo: s.HD42_FROM }, since(s.HD42_FROM, 90, s.HD42, 'V')],
  }),
  // HD 42 lets the competent committee set another time for small cells; which cells are small it leaves to that committee.
  'meeting.min_minutes.small_cell': parameter({
    unit: 'minutes',
    replaceable: true,
    says: (n) => `Thời gian một buổi sinh hoạt của chi bộ ít đảng viên do cấp ủy có thẩm quyền quy định: ít nhất ${n} phút.`,
    rows: [],
  }),
  'meeting.combined.min_minutes': parameter({
    unit: 'minutes',
    stricter: 'higher',
    says: (n) => `Sinh hoạt thường kỳ kết hợp chuyên đề trong một buổi thì thời gian ít nhất ${n} phút.`,
    rows: [since(s.HD42_FROM, 120, s.HD42, 'V')],
  }),
  'meeting.attendance.target': parameter({
    unit: 'threshold',
    stricter: 'higher',
    says: (t) => `Tỷ lệ đảng viên dự sinh hoạt đạt ${thresholdText(t)}.`,
    rows: [{ ...since(s.HD12_FROM, moreThan(85, 100), s.HD12, 'V'), validTo: s.HD42_FROM }, since(s.HD42_FROM, atLeast(90, 100), s.HD42, 'Q')],
  }),
  'meeting.absence.max_excused_in_row': parameter({
    unit: 'times',
    stricter: 'lower',
    says: (n) => `Đảng viên không vắng có lý do quá ${n} kỳ liên tiếp trong năm.`,
    rows: [since(s.HD42_FROM, 3, s.HD42, 'Q')],
  }),
  'meeting.group_mode.min_members': parameter({
    unit: 'members',
    stricter: 'higher',
    says: (n) => `Chi bộ từ ${n} đảng viên trở lên và có tổ đảng mới được sinh hoạt theo tổ đảng.`,
    rows: [since(s.HD03_FROM, 50, s.HD03, 'Q')],
  }),
  'meeting.group_mode.max_per_year': parameter({
    unit: 'times',
    stricter: 'lower',
    says: (n) => `Sinh hoạt theo tổ đảng thay sinh hoạt chi bộ không quá ${n} lần mỗi năm.`,
    rows: [since(s.HD03_FROM, 3, s.HD03, 'Q')],
  }),
  'meeting.quorum': parameter({
    unit: 'threshold',
    stricter: 'higher',
    says: (t) => `Buổi sinh hoạt cần ${thresholdText(t)} đảng viên được triệu tập có mặt.`,
    rows: [],
  }),
  'meeting.check.months': parameter({
    unit: 'months',
    stricter: 'lower',
    says: (n) => `Đảng ủy cơ sở kiểm tra việc sinh hoạt chi bộ định kỳ ${n} tháng một lần.`,
    rows: [since(s.SEED0_FROM, 6, s.SEED0, 'S0')],
  }),
  'meeting.check.sample': parameter({
    unit: 'times',
    stricter: 'higher',
    says: (n) => `Mỗi chi bộ được đọc biên bản của ${n} buổi sinh hoạt trong kỳ kiểm tra.`,
    rows: [since(s.OPERATING_FROM, 2, s.OPERATING, 'G')],
  }),
  'superior.attend.per_quarter': parameter({
    unit: 'times',
    stricter: 'higher',
    says: (n) => `Cấp ủy viên, cán bộ được phân công dự sinh hoạt chi bộ mỗi quý ít nhất ${n} lần.`,
    rows: [since(s.SEED1_FROM, 1, s.SEED1, 'S1')],
  }),
  'committee.meeting.per_month': parameter({
    unit: 'times',
    stricter: 'higher',
    says: (n) => `Đảng ủy cơ sở họp thường lệ mỗi tháng ${n} lần.`,
    rows: [since('2021-07-30', 1, s.QD24, 'V')],
  }),
  'committee.plenary.per_year': parameter({
    unit: 'times',
    stricter: 'higher',
    says: (n) => `Đảng bộ cơ sở họp toàn đảng bộ thường lệ mỗi năm ${n} lần.`,
    rows: [since('2021-07-30', 2, s.QD24, 'V')],
  }),
} as const;
