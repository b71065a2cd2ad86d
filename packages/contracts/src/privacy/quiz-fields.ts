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
  {
    ...training,
    key: 'quizResult',
    label: 'Bài kiểm tra: ai làm bài, giờ làm, phương án đã chọn, số câu đúng, điểm',
    purpose: 'Xét kết quả của lớp hoặc vòng thi; số liệu từng câu hỏi không gắn với người. Người giữ bài không xem phương án đã chọn',
    retention: 'Như hồ sơ lớp bồi dưỡng, hội thi; không tự xóa',
    readers: ['self', 'training:conduct'],
    fields: [
      'quizResult.name',
      'quizResult.startedAt',
      'quizResult.handedInAt',
      'quizResult.byTime',
      'quizResult.answered',
      'quizResult.late',
      'quizResult.right',
      'quizResult.mark',
    ],
    columns: [
      'training.quiz_attempt.started_at',
      'training.quiz_attempt.handed_in_at',
      'training.quiz_attempt.by_time',
      'training.attempt_item.chosen',
      'training.attempt_item.elapsed_ms',
      'training.attempt_item.late',
    ],
  },
  {
    ...training,
    key: 'contestEntry',
    label: 'Dự hội thi: người dự thi, lý do rút, điểm từng tiêu chí, hạng của vòng thi; giám khảo và điểm từng giám khảo',
    purpose: 'Kết quả của vòng thi đó; không cộng dồn, không xếp hạng người hoặc chi bộ ở nơi nào khác',
    retention: 'Như hồ sơ hội thi; không tự xóa',
    readers: ['self', 'training:conduct'],
    fields: ['contestEntry.name', 'contestEntry.nodeName', 'contestEntry.marked', 'contestEntry.result'],
    columns: [
      'training.contest_entry.withdrawn_because',
      'training.contest_entry.place',
      'training.contest_entry.total',
      'training.contest_entry.points',
      'training.contest_points.points',
      'training.contest_juror.role',
    ],
  },
] as const satisfies readonly PersonalField[];
