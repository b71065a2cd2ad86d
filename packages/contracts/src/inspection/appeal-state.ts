import { z } from 'zod';
import { CalendarDate } from '../types.js';
import { DisciplineDelivery } from './discipline-state.js';
import { DisciplineForm } from './kind.js';

/** An appeal, from the day on which it was sent. */
export const AppealState = z.enum(['SUBMITTED', 'ACCEPTED', 'REFUSED', 'SETTLED']);
export type AppealState = z.infer<typeof AppealState>;

export const appealStateLabel: Record<AppealState, string> = {
  SUBMITTED: 'Đã gửi, chờ thụ lý',
  ACCEPTED: 'Đang giải quyết',
  REFUSED: 'Không giải quyết',
  SETTLED: 'Đã giải quyết',
};

/** Why an appeal is not settled (296-QĐ/TW, art. 23). */
export const AppealRefusal = z.enum(['OUT_OF_TIME', 'FINAL', 'SENTENCED', 'BY_PROXY', 'NO_DECISION', 'REFUSED_DECISION', 'MOVED']);
export type AppealRefusal = z.infer<typeof AppealRefusal>;

export const appealRefusalLabel: Record<AppealRefusal, string> = {
  OUT_OF_TIME: 'Quá thời hạn khiếu nại',
  FINAL: 'Đã được cấp có thẩm quyền cao nhất kết luận',
  SENTENCED: 'Đã bị tòa án tuyên từ cải tạo không giam giữ trở lên',
  BY_PROXY: 'Khiếu nại hộ',
  NO_DECISION: 'Chưa có quyết định kỷ luật bằng văn bản',
  REFUSED_DECISION: 'Từ chối nhận quyết định kỷ luật',
  MOVED: 'Đã chuyển sinh hoạt lên tổ chức đảng cấp trên khác trước khi khiếu nại',
};

export const AppealOutcome = z.enum(['UPHELD', 'CHANGED', 'ANNULLED']);
export type AppealOutcome = z.infer<typeof AppealOutcome>;

export const appealOutcomeLabel: Record<AppealOutcome, string> = {
  UPHELD: 'Giữ nguyên quyết định kỷ luật',
  CHANGED: 'Thay đổi hình thức kỷ luật',
  ANNULLED: 'Hủy bỏ quyết định kỷ luật',
};

export const Appeal = z.object({
  state: AppealState,
  /** The body that settles it. */
  to: z.string(),
  on: CalendarDate,
  /** The last day by the rule, and its sentence. */
  due: CalendarDate.optional(),
  rule: z.string().optional(),
  /** Not settled by then, or settled later. */
  late: z.boolean(),
  acceptedOn: CalendarDate.optional(),
  number: z.string().optional(),
  closedOn: CalendarDate.optional(),
  ground: AppealRefusal.optional(),
  outcome: AppealOutcome.optional(),
  form: DisciplineForm.optional(),
  /** The answer in the hands of whoever appeals: from that day the time for the next appeal runs. */
  delivered: z.object({ how: DisciplineDelivery, on: CalendarDate }).optional(),
});
export type Appeal = z.infer<typeof Appeal>;
