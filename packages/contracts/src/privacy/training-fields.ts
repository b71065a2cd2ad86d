import type { PersonalField } from './field.js';

const training = {
  group: 'Đào tạo, bồi dưỡng',
  basis: 'Đào tạo, bồi dưỡng cấp ủy viên, đảng viên theo Điều lệ Đảng và hướng dẫn của Trung ương; Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP',
} as const;

/** What training keeps of who has to take which course, and of why plans were changed. */
export const trainingFields = [
  {
    ...training,
    key: 'training-duty',
    label: 'Lớp học phải tham gia theo chức vụ, tư cách đảng viên; hạn, ngày học xong, giấy tờ',
    class: 'BASIC',
    purpose: 'Nhắc, cử đi học; lập kế hoạch bồi dưỡng; không xếp hạng',
    retention: 'Như hồ sơ bồi dưỡng của tổ chức đảng; không tự xóa',
    readers: ['self', 'training:read'],
    stored: 'CLEAR',
    fields: ['duty.personName', 'duty.birthYear', 'duty.position', 'duty.courseLabel', 'duty.since', 'duty.dueOn'],
    columns: ['training.duty.position', 'training.duty.since', 'training.duty.due_on', 'training.duty.closed_on', 'training.duty.paper'],
  },
  {
    ...training,
    key: 'training-amendment',
    label: 'Lý do điều chỉnh kế hoạch bồi dưỡng',
    class: 'BASIC',
    purpose: 'Theo dõi thay đổi của kế hoạch đã phê duyệt; có thể nhắc đến người',
    retention: 'Như hồ sơ kế hoạch bồi dưỡng; không tự xóa',
    readers: ['training:read'],
    stored: 'CLEAR',
    fields: ['trainingPlan.amendments'],
    columns: ['training.training_amendment.reason', 'training.idempotency.answer'],
  },
  {
    ...training,
    key: 'taken-course',
    label: 'Lớp đã học trước đây: tên lớp, thời gian, nơi học, số tiết, kết quả, số giấy chứng nhận',
    class: 'BASIC',
    purpose: 'Quá trình đào tạo, bồi dưỡng của đảng viên; số liệu tổng hợp. Không giữ xếp loại, không xếp hạng',
    retention: 'Như hồ sơ bồi dưỡng của tổ chức đảng; dòng chờ xác nhận bỏ sau 30 ngày',
    readers: ['self', 'training:read', 'training:import'],
    stored: 'CLEAR',
    fields: [
      'takenCourse.course',
      'takenCourse.kind',
      'takenCourse.level',
      'takenCourse.place',
      'takenCourse.from',
      'takenCourse.to',
      'takenCourse.hours',
      'takenCourse.result',
      'takenCourse.certificate',
    ],
    columns: [
      'training.past_attendance.course',
      'training.past_attendance.kind',
      'training.past_attendance.place',
      'training.past_attendance.from_on',
      'training.past_attendance.to_on',
      'training.past_attendance.hours',
      'training.past_attendance.result',
      'training.past_attendance.certificate',
      'training.past_import_row.shown',
      'training.past_import_row.remarks',
      'training.past_import_row.read_remarks',
    ],
  },
] as const satisfies readonly PersonalField[];
