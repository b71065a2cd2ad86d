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

const supervision = {
  group: 'Giám sát đảng viên theo quý',
  basis: `Chi bộ giám sát đảng viên thực hiện nhiệm vụ được phân công (21-QĐ/TW); ${law}`,
  readers: ['self', 'inspection:supervise'],
} as const;

/** What a cell's committee keeps of its members' duties and tasks; shown to the member and to that committee alone. */
export const supervisionFields = [
  {
    ...supervision,
    key: 'supervision-month',
    label: 'Kết quả bình xét lao động, nhận xét hằng tháng',
    class: 'SENSITIVE',
    purpose: 'Giám sát việc thực hiện nhiệm vụ trong quý; không cộng điểm, không xếp hạng',
    retention: '24 tháng, hết hạn tự xóa',
    stored: 'SEALED',
    fields: ['supervision.grades', 'supervision.months'],
    columns: ['inspection.supervision_month.grade_sealed', 'inspection.supervision_month.note_sealed'],
  },
  {
    ...supervision,
    key: 'supervision-words',
    label: 'Nội dung nhắc nhở, lý do đề nghị, báo cáo bằng văn bản, giải trình của đảng viên',
    class: 'SENSITIVE',
    purpose: 'Uốn nắn sớm, biểu dương, giúp đỡ; để đảng viên biết và giải trình',
    retention: 'Như hồ sơ kiểm tra, giám sát của chi bộ; không tự xóa',
    stored: 'SEALED',
    fields: ['supervision.given', 'supervision.proposed', 'supervision.report', 'supervision.said'],
    columns: [
      'inspection.supervision_line.proposal_reason_sealed',
      'inspection.supervision_line.report_sealed',
      'inspection.supervision_reminder.text_sealed',
      'inspection.supervision_answer.text_sealed',
    ],
  },
  {
    ...supervision,
    key: 'supervision-standing',
    label: 'Số nhiệm vụ trong quý theo kết quả, số lần nhắc nhở, đề nghị của chi ủy',
    class: 'SENSITIVE',
    purpose: 'Theo dõi kế hoạch giám sát quý; cấp trên chỉ thấy số đếm từ ba đồng chí trở lên',
    retention: 'Như hồ sơ kiểm tra, giám sát của chi bộ; không tự xóa',
    stored: 'CLEAR',
    clearBecause: 'Phải đếm được theo chi bộ; dòng chỉ mở cho chính đảng viên và chi ủy của chi bộ',
    fields: ['supervision.tasks', 'supervision.reminders', 'supervision.proposal', 'supervision.reported'],
    columns: [
      'inspection.supervision_line.tasks',
      'inspection.supervision_line.reminders',
      'inspection.supervision_line.proposal',
      'inspection.supervision_line.reported_to',
      'inspection.supervision_reminder.place',
      'inspection.task_view.doer_ids',
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
