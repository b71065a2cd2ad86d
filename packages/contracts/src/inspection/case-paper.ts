import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { get, query } from '../operation.js';
import { conflict } from '../problem.js';
import { Id } from '../types.js';

export const CasePaperKind = z.enum(['DECISION', 'PLAN', 'OUTLINE', 'SCHEDULE', 'SELF_REPORT_FORM', 'MINUTES', 'REPORT', 'CONCLUSION']);
export type CasePaperKind = z.infer<typeof CasePaperKind>;

export const casePaperLabel: Record<CasePaperKind, string> = {
  DECISION: 'Quyết định',
  PLAN: 'Kế hoạch',
  OUTLINE: 'Đề cương gợi ý',
  SCHEDULE: 'Lịch làm việc',
  SELF_REPORT_FORM: 'Mẫu báo cáo tự kiểm tra',
  MINUTES: 'Biên bản',
  REPORT: 'Báo cáo kết quả',
  CONCLUSION: 'Thông báo kết luận',
};

/** A paper that has its content; `number` as printed, `awaited` while the register has not answered. */
export const CasePaper = z.object({ kind: CasePaperKind, number: z.string().optional(), awaited: z.boolean() });
export type CasePaper = z.infer<typeof CasePaper>;

/** A paper of a case in the prescribed form; drawn on demand until it has its number, then the stored one. The subject gets theirs. */
export const downloadCasePaper = query({
  subject: 'inspection.case-paper.download',
  http: get('/inspection-cases/:caseId/papers/:kind/:format'),
  access: { self: true },
  audit: 'Tải văn bản của cuộc kiểm tra, giám sát',
  input: z.strictObject({ caseId: Id, kind: CasePaperKind, format: z.enum(['pdf', 'docx']) }),
  output: Download,
  download: true,
  errors: { 'inspection/paper-not-ready': conflict('Văn bản này chưa có nội dung ở bước hiện tại của cuộc kiểm tra, giám sát.') },
});
