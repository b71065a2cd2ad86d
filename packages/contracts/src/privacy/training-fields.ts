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
] as const satisfies readonly PersonalField[];
