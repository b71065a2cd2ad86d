import type { PersonalField } from './field.js';

const law = 'Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP';
const meeting = {
  group: 'Sinh hoạt chi bộ',
  basis: `Nền nếp sinh hoạt chi bộ, ghi biên bản, ra nghị quyết theo Điều lệ Đảng; ${law}`,
  retention: 'Như sổ biên bản và tài liệu của chi bộ; không tự xóa',
} as const;
const account = {
  group: 'Tài khoản, nhật ký',
  basis: `Bảo đảm an toàn, biết ai đã làm gì (${law})`,
} as const;

/** What meetings keep of the people in them. */
export const meetingFields = [
  {
    ...meeting,
    key: 'minutes',
    label: 'Nội dung biên bản, phần bổ sung',
    class: 'SENSITIVE',
    purpose: 'Ghi lại diễn biến, kết luận của buổi sinh hoạt',
    readers: ['meetings:read', 'meetings:take-minutes'],
    stored: 'SEALED',
    fields: ['minutes.items', 'minutes.ideology', 'minutes.selfCriticism', 'minutes.praise', 'minutes.otherConclusion', 'minutes.concerns'],
    columns: ['meetings.minutes.content_sealed', 'meetings.minutes_addendum.text_sealed'],
  },
  {
    ...meeting,
    key: 'attendance',
    label: 'Điểm danh: có mặt, vắng, lý do, ghi chú',
    class: 'BASIC',
    purpose: 'Xác định số có mặt, đủ điều kiện tiến hành và biểu quyết',
    readers: ['meetings:read', 'meetings:take-minutes'],
    stored: 'CLEAR',
    fields: ['roll.state', 'roll.reason', 'roll.note', 'roll.arrivedAt', 'roll.leftAt'],
    columns: ['meetings.roll_event.event', 'meetings.meeting.roll_frozen', 'meetings.idempotency.answer'],
  },
  {
    ...meeting,
    key: 'guest',
    label: 'Khách dự: họ tên, chức vụ',
    class: 'BASIC',
    purpose: 'Ghi thành phần dự trong biên bản',
    readers: ['meetings:read', 'meetings:take-minutes'],
    stored: 'CLEAR',
    fields: ['guest.name', 'guest.office'],
    columns: ['meetings.roll_event.event', 'meetings.meeting.roll_frozen', 'meetings.idempotency.answer'],
  },
  {
    ...meeting,
    key: 'task',
    label: 'Nhiệm vụ được giao, kết quả thực hiện',
    class: 'BASIC',
    purpose: 'Theo dõi, kiểm tra việc thực hiện nghị quyết',
    readers: ['self', 'meetings:read', 'meetings:verify-task'],
    stored: 'CLEAR',
    fields: ['task.doers', 'task.checker', 'task.report', 'task.verification'],
    columns: ['meetings.task.report', 'meetings.task.verification', 'meetings.idempotency.answer'],
  },
] as const satisfies readonly PersonalField[];

/** What programs of inspection and supervision keep of their subjects and teams. */
export const inspectionFields = [
  {
    group: 'Kiểm tra, giám sát',
    basis: `Công tác kiểm tra, giám sát, kỷ luật đảng theo Điều lệ Đảng, QĐ 21-QĐ/TW; ${law}`,
    retention: 'Như hồ sơ kiểm tra, giám sát của tổ chức đảng; không tự xóa',
    key: 'plan',
    label: 'Cuộc kiểm tra, giám sát theo chương trình: đối tượng, nội dung, đoàn, kết quả đã xong, lý do điều chỉnh',
    class: 'BASIC',
    purpose: 'Lập, thông báo, theo dõi chương trình kiểm tra, giám sát',
    readers: ['self', 'inspection:read', 'inspection:plan'],
    stored: 'CLEAR',
    fields: ['line.subjectName', 'line.content', 'line.leader', 'line.team', 'line.conflicts', 'line.because', 'line.note'],
    columns: [
      'inspection.plan_line.content',
      'inspection.plan_line.because',
      'inspection.plan_line.note',
      'inspection.plan_amendment.reason',
      'inspection.sensitive_mark.reason',
      'inspection.idempotency.answer',
    ],
  },
] as const satisfies readonly PersonalField[];

/** What is kept of whoever signs in, and of what they did. */
export const accountFields = [
  {
    ...account,
    key: 'account',
    label: 'Tài khoản: tên đăng nhập, họ tên hiển thị',
    class: 'BASIC',
    purpose: 'Đăng nhập; ghi nhận ai đã làm gì',
    retention: 'Không tự xóa: nhật ký nói đến tài khoản. Thôi dùng thì khóa',
    readers: ['self', 'identity:manage-grants', 'identity:see-access'],
    stored: 'CLEAR',
    fields: ['account.username', 'account.displayName', 'account.personId'],
    columns: ['identity.account.username', 'identity.account.display_name', 'identity.account.search_text', 'identity.idempotency.answer'],
  },
  {
    ...account,
    key: 'password',
    label: 'Mật khẩu',
    class: 'SENSITIVE',
    purpose: 'Xác minh người đăng nhập',
    retention: 'Đến khi đổi mật khẩu',
    readers: ['nobody'],
    stored: 'HASHED',
    fields: ['secret.password'],
    columns: ['identity.account.password_hash'],
  },
  {
    ...account,
    key: 'session',
    label: 'Phiên đăng nhập: thiết bị, địa chỉ mạng, thời điểm',
    class: 'BASIC',
    purpose: 'Để chủ tài khoản thấy và kết thúc phiên lạ; chống dò mật khẩu',
    retention: 'Đến khi phiên kết thúc; số lần đăng nhập sai chỉ giữ dưới giá trị băm, quá một giờ thì xóa',
    readers: ['self'],
    stored: 'CLEAR',
    fields: ['session.agent', 'session.address', 'session.beganAt', 'session.lastSeen'],
    columns: ['gateway.session.agent', 'gateway.session.address'],
  },
  {
    ...account,
    key: 'audit',
    label: 'Nhật ký: ai đã xem, thay đổi, lúc nào, về ai (chỉ ghi mã, không ghi nội dung)',
    class: 'BASIC',
    purpose: 'Trả lời đảng viên ai đã xem hồ sơ của mình; kiểm tra khi có dấu hiệu vi phạm',
    retention: 'Không tự xóa; niêm phong để không sửa được',
    readers: ['self', 'audit:read'],
    stored: 'CLEAR',
    fields: ['audit.actorId', 'audit.onBehalfOf', 'audit.persons'],
    columns: [],
  },
] as const satisfies readonly PersonalField[];
