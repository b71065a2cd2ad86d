import type { PersonalField } from './field.js';

const common = {
  group: 'Kiểm tra sinh hoạt chi bộ',
  class: 'SENSITIVE',
  basis: 'Đảng ủy cơ sở kiểm tra việc sinh hoạt chi bộ định kỳ 6 tháng; Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP',
  retention: 'Như hồ sơ kiểm tra, giám sát của cấp ủy; không tự xóa',
  stored: 'SEALED',
} as const;

/** What a check of cells' meetings writes. It speaks of cells; that a person is named in a remark cannot be ruled out, so all of it is sealed. */
export const checkFields = [
  {
    ...common,
    key: 'checkRecord',
    label: 'Phiếu kiểm tra của chi bộ: nhận xét, nội dung chi bộ phản ánh',
    purpose: 'Đánh giá việc sinh hoạt của chi bộ; chỉ đoàn kiểm tra được xem',
    readers: ['self'],
    fields: [
      'checkRecord.minuteBook',
      'checkRecord.resolutions',
      'checkRecord.tasks',
      'checkRecord.thematic',
      'checkRecord.handbook',
      'checkRecord.superiors',
      'checkRecord.attendedOn',
      'checkRecord.hearing',
    ],
    columns: ['inspection.check_cell.record_sealed'],
  },
  {
    ...common,
    key: 'checkFinding',
    label: 'Ưu điểm, khuyết điểm của chi bộ, kiến nghị',
    purpose: 'Rút kinh nghiệm, khắc phục; đoàn kiểm tra và chi bộ ấy được xem',
    readers: ['self', 'inspection:read'],
    fields: ['checkFinding.text', 'checkFinding.proposal'],
    columns: ['inspection.check_finding.text_sealed', 'inspection.check_finding.proposal_sealed'],
  },
  {
    ...common,
    key: 'checkNotice',
    label: 'Thông báo kết quả kiểm tra sinh hoạt chi bộ',
    purpose: 'Thông báo chung đến các chi bộ, báo cáo tổng kết năm',
    readers: ['self', 'inspection:check-meetings'],
    fields: ['checkNotice.strengths', 'checkNotice.weaknesses', 'checkNotice.practices', 'checkNotice.heard', 'checkNotice.demands'],
    columns: ['inspection.meeting_check.notice_sealed'],
  },
  {
    ...common,
    key: 'checkChange',
    label: 'Lý do thay đổi đoàn, thời hạn kiểm tra',
    purpose: 'Giải trình việc thay đổi quyền đọc sổ biên bản; chỉ đoàn kiểm tra được xem',
    readers: ['self'],
    fields: ['checkChange.reason'],
    columns: ['inspection.meeting_check_change.reason_sealed'],
  },
] as const satisfies readonly PersonalField[];
