import { parameter, since } from './parameter.js';
import * as s from './source.js';
import { atLeast } from './unit.js';
import { thresholdText } from './wording.js';

/** A member's life from admission to removal: domain.md §3.3–§3.5, §11.2. */
export const membership = {
  'admission.age': parameter({
    unit: 'range',
    says: (r) =>
      `Người vào Đảng từ đủ ${r.from} đến đủ ${r.to} tuổi, tính theo tháng; trên ${r.to} tuổi phải được ban thường vụ tỉnh ủy đồng ý bằng văn bản.`,
    rows: [
      { ...since(s.QD294_FROM, { from: 18, to: 60 }, s.QD294, 'Q'), validTo: s.QD208_FROM },
      since(s.QD208_FROM, { from: 18, to: 60 }, s.QD208, 'Q'),
    ],
  }),
  'admission.cell_majority': parameter({
    unit: 'threshold',
    effect: 'blocks',
    stricter: 'higher',
    says: (t) => `Nghị quyết kết nạp đảng viên phải được ${thresholdText(t)} đảng viên chính thức của chi bộ tán thành.`,
    rows: [since(s.STATUTE_FROM, atLeast(2, 3), s.statute('4'), 'Q')],
  }),
  'admission.committee_majority': parameter({
    unit: 'threshold',
    effect: 'blocks',
    stricter: 'higher',
    says: (t) => `Đảng ủy cơ sở được ủy quyền quyết định kết nạp khi ${thresholdText(t)} cấp ủy viên tán thành.`,
    rows: [since(s.HD06_FROM, atLeast(2, 3), s.HD06, 'Q')],
  }),
  'recognition.cell_majority': parameter({
    unit: 'threshold',
    effect: 'blocks',
    stricter: 'higher',
    says: (t) => `Nghị quyết đề nghị công nhận đảng viên chính thức phải được ${thresholdText(t)} đảng viên chính thức tán thành.`,
    rows: [since(s.STATUTE_FROM, atLeast(2, 3), s.statute('5'), 'Q')],
  }),
  'removal.cell_majority': parameter({
    unit: 'threshold',
    effect: 'blocks',
    stricter: 'higher',
    says: (t) => `Đề nghị xóa tên đảng viên dự bị phải được ${thresholdText(t)} đảng viên chính thức tán thành.`,
    rows: [since(s.HD01_FROM, atLeast(2, 3), s.HD01, 'Q')],
  }),
  'introducer.min_months': parameter({
    unit: 'months',
    stricter: 'higher',
    says: (n) => `Người giới thiệu cùng công tác, lao động hoặc cư trú với người vào Đảng ít nhất ${n} tháng.`,
    rows: [since(s.STATUTE_FROM, 12, s.statute('4'), 'Q')],
  }),
  'awareness.valid_months': parameter({
    unit: 'months',
    stricter: 'lower',
    says: (n) => `Giấy chứng nhận học lớp nhận thức về Đảng có giá trị ${n} tháng; quá hạn phải học lại trước khi chi bộ xét.`,
    rows: [since(s.HD01_FROM, 60, s.HD01, 'Q')],
  }),
  'ceremony.max_wd': parameter({
    unit: 'working-days',
    stricter: 'lower',
    says: (n) => `Lễ kết nạp tổ chức chậm nhất ${n} ngày làm việc kể từ ngày quyết định.`,
    rows: [since(s.QD208_FROM, 30, s.QD208, 'Q')],
  }),
  'probation.months': parameter({
    unit: 'months',
    effect: 'blocks',
    says: (n) => `Thời gian dự bị là ${n} tháng kể từ ngày chi bộ làm lễ kết nạp.`,
    rows: [since(s.STATUTE_FROM, 12, s.statute('5'), 'Q')],
  }),
  'recognition.max_wd': parameter({
    unit: 'working-days',
    stricter: 'lower',
    says: (n) => `Chi bộ xét công nhận đảng viên chính thức chậm nhất ${n} ngày làm việc sau khi hết thời gian dự bị.`,
    rows: [{ ...since(s.QD294_FROM, 30, s.QD294, 'Q'), validTo: s.QD208_FROM }, since(s.QD208_FROM, 30, s.QD208, 'Q')],
  }),
  'transfer.complete_wd': parameter({
    unit: 'working-days',
    stricter: 'lower',
    says: (n) => `Đảng viên chuyển sinh hoạt chính thức phải hoàn thành thủ tục trong ${n} ngày làm việc.`,
    rows: [{ ...since(s.QD294_FROM, 60, s.QD294, 'Q'), validTo: s.QD208_FROM }, since(s.QD208_FROM, 60, s.QD208, 'Q')],
  }),
  'transfer.present_wd': parameter({
    unit: 'working-days',
    stricter: 'lower',
    says: (n) => `Giấy giới thiệu sinh hoạt đảng phải nộp ở nơi đến trong ${n} ngày làm việc kể từ ngày cấp.`,
    rows: [since(s.QD208_FROM, 30, s.QD208, 'Q')],
  }),
  'removal.missed_months': parameter({
    unit: 'months',
    says: (n) => `Đảng viên bỏ sinh hoạt hoặc không đóng đảng phí ${n} tháng trong năm mà không có lý do thì chi bộ xem xét xóa tên.`,
    rows: [since(s.QD208_FROM, 3, s.QD208, 'Q')],
  }),
  'removal.appeal_wd': parameter({
    unit: 'working-days',
    says: (n) => `Đảng viên bị xóa tên được khiếu nại trong ${n} ngày làm việc.`,
    rows: [since(s.QD208_FROM, 30, s.QD208, 'Q')],
  }),
  'readmission.min_months': parameter({
    unit: 'months',
    stricter: 'higher',
    says: (n) => `Người được xét kết nạp lại phải ra khỏi Đảng ít nhất ${n} tháng.`,
    rows: [since(s.QD208_FROM, 36, s.QD208, 'Q')],
  }),
  'readmission.after_conviction_months': parameter({
    unit: 'months',
    stricter: 'higher',
    says: (n) => `Người bị án hình sự ít nghiêm trọng chỉ được xét kết nạp lại sau ít nhất ${n} tháng kể từ khi được xóa án tích.`,
    rows: [since(s.QD208_FROM, 60, s.QD208, 'Q')],
  }),
  'dossier.reconcile_months': parameter({
    unit: 'months',
    stricter: 'lower',
    says: (n) => `Cấp ủy cơ sở đối khớp danh sách đảng viên với hồ sơ ${n} tháng một lần.`,
    rows: [since(s.HD01_FROM, 12, s.HD01, 'Q')],
  }),
  'badge.years': parameter({
    unit: 'whole-list',
    says: () => 'Huy hiệu Đảng tặng theo các mốc tuổi đảng đã quy định.',
    rows: [since(s.HD01_FROM, [30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95], s.HD01, 'Q')],
  }),
} as const;
