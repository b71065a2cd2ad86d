import type { PersonalField } from './field.js';

const training = {
  group: 'Đào tạo, bồi dưỡng',
  class: 'BASIC',
  basis: 'QĐ 350-QĐ/TW về bồi dưỡng; Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP',
  stored: 'CLEAR',
} as const;

/** What training keeps of answers that people have given. */
export const quizFields = [
  {
    ...training,
    key: 'practice',
    label: 'Lượt luyện tập: lĩnh vực, câu hỏi, phương án đã chọn',
    purpose: 'Để người đó tự ôn tập; không ai khác xem, không thống kê, không ghi trong nhật ký cho người khác đọc',
    retention: 'Tự xóa sau 90 ngày (quy ước vận hành của hệ thống); người đó xóa sớm hơn được',
    readers: ['self'],
    fields: [],
    columns: ['training.practice.field_id', 'training.practice.started_at', 'training.practice_item.chosen'],
  },
] as const satisfies readonly PersonalField[];
