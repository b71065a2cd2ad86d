import type { DisciplineForm } from '@vungmanh/contracts/inspection/kind';

export const violation = {
  CELL: 'Nhiều lần không chấp hành phân công của chi bộ, bỏ sinh hoạt không báo cáo lý do (mô phỏng).',
  COMMISSION: 'Buông lỏng quản lý quỹ của tổ chức được giao phụ trách, sổ thu, chi không đầy đủ (mô phỏng).',
} as const;
export const heard = 'Đại diện chi bộ đã gặp, nghe đồng chí trình bày; đồng chí nhận khuyết điểm và nêu hoàn cảnh gia đình (mô phỏng).';
export const explanation = 'Tôi vắng hai buổi vì chăm sóc người thân đi viện, có nhờ báo cáo miệng nhưng chưa có giấy (mô phỏng).';
export const appeal = 'Tôi đề nghị xem xét lại hình thức kỷ luật vì có hai buổi vắng với lý do chính đáng (mô phỏng).';

/** A counted ballot of everybody who has a vote, all present: more than half for the form, the rest for none or a heavier one. */
export function ballotOf(voters: number, form: DisciplineForm): { votes: Partial<Record<DisciplineForm, number>>; none: number } {
  const against = Math.max(1, Math.floor(voters / 10));
  const heavier = form === 'REPRIMAND' ? { WARNING: against } : {};
  return { votes: { [form]: voters - 2 * against, ...heavier }, none: form === 'REPRIMAND' ? against : 2 * against };
}

export const denunciation = {
  items: ['Kê khai không đúng số ngày công của tổ (mô phỏng).', 'Thu tiền đóng góp không ghi biên lai (mô phỏng).'],
  denunciant: { name: 'Người tố cáo (mô phỏng)', contact: 'Không có thật, dữ liệu mô phỏng' },
  note: 'Đơn có họ tên, địa chỉ, nội dung cụ thể; thuộc thẩm quyền (mô phỏng).',
};
