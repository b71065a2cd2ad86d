import type { PersonalField } from './field.js';

const supervision = {
  group: 'Giám sát đảng viên theo quý',
  basis: 'Chi bộ giám sát đảng viên thực hiện nhiệm vụ được phân công (21-QĐ/TW); Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP',
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
