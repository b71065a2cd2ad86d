import { z } from 'zod';

/** A report in writing: sent, taken note of by the committee, looked into in a case, answered. */
export const WrittenReportState = z.enum(['SENT', 'RECEIVED', 'TAKEN_UP', 'ANSWERED']);
export type WrittenReportState = z.infer<typeof WrittenReportState>;

export const writtenReportStateLabel: Record<WrittenReportState, string> = {
  SENT: 'Đã gửi, chờ tiếp nhận',
  RECEIVED: 'Đã tiếp nhận',
  TAKEN_UP: 'Đã lập hồ sơ',
  ANSWERED: 'Đã trả lời',
};

/** What who has received it may do; `open-case` is the opening of a case that names the report. */
export const WrittenReportAct = z.enum(['acknowledge', 'open-case', 'answer']);
export type WrittenReportAct = z.infer<typeof WrittenReportAct>;
