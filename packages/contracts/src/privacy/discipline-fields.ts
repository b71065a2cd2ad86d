import type { PersonalField } from './field.js';

const discipline = {
  group: 'Kỷ luật đảng',
  basis: 'Thi hành kỷ luật trong Đảng (21-QĐ/TW, 69-QĐ/TW); Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP',
  retention: 'Như hồ sơ kỷ luật do cấp ủy, ủy ban kiểm tra lưu giữ; không tự xóa',
} as const;

/** What inspection keeps of whoever is disciplined. Only the people on the list of a case read it. */
export const disciplineFields = [
  {
    ...discipline,
    key: 'violation',
    label: 'Nội dung vi phạm; việc nghe trình bày, giải trình; lý do hoãn, không kỷ luật',
    class: 'SENSITIVE',
    purpose: 'Xem xét, quyết định kỷ luật; bảo đảm quyền trình bày, giải trình, khiếu nại',
    readers: ['self', 'inspection:discipline'],
    stored: 'SEALED',
    fields: ['discipline.violation', 'discipline.notes'],
    columns: ['inspection.discipline_case.violation_sealed', 'inspection.discipline_note.text_sealed'],
  },
  {
    ...discipline,
    key: 'discipline',
    label: 'Hình thức kỷ luật, các bước, thời hạn; đình chỉ sinh hoạt; lý do tạm hoãn',
    class: 'SENSITIVE',
    purpose: 'Theo dõi thời hạn, hiệu lực; cập nhật tư cách đảng viên; thống kê',
    readers: ['self', 'inspection:discipline'],
    stored: 'CLEAR',
    clearBecause: 'Thời hiệu, thời hạn và quy tắc một vi phạm chỉ kỷ luật một lần phải tính được trong cơ sở dữ liệu',
    fields: ['discipline.form', 'discipline.state', 'discipline.gravity', 'discipline.contents', 'discipline.deferral', 'discipline.suspensions'],
    columns: [
      'inspection.discipline_case.form',
      'inspection.discipline_case.gravity',
      'inspection.discipline_case.contents',
      'inspection.discipline_case.deferral_reason',
      'inspection.suspension.from_on',
      'inspection.suspension.until_on',
      'inspection.suspension.lifted_on',
    ],
  },
  {
    ...discipline,
    key: 'disciplined',
    label: 'Kỷ luật và đình chỉ sinh hoạt ghi trong hồ sơ đảng viên: hình thức, thời gian',
    class: 'SENSITIVE',
    purpose: 'Cập nhật tư cách đảng viên; nội dung vi phạm không ghi ở đây',
    readers: ['self', 'membership:read', 'membership:edit'],
    stored: 'CLEAR',
    clearBecause: 'Tư cách đảng viên phải suy ra được từ hình thức và ngày hiệu lực',
    fields: ['member.disciplines.form', 'member.disciplines.from', 'member.disciplines.to', 'member.suspensions.from', 'member.suspensions.to'],
    columns: [
      'membership.discipline_effect.form',
      'membership.discipline_effect.valid_from',
      'membership.discipline_effect.ended_on',
      'membership.suspension_period.valid_from',
      'membership.suspension_period.valid_to',
    ],
  },
] as const satisfies readonly PersonalField[];
