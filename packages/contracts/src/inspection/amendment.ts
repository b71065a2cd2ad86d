import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict } from '../problem.js';
import { Instant, line, page, pageInput } from '../types.js';
import { InspectionKind } from './kind.js';
import { details, inProgram, lineNotNow, newLineErrors, newLines, ofLine, Quarter } from './plan-line.js';
import { notInState } from './program.js';

/** What changes after approval: each with its reason, kept in order. */
export const Amendment = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ADD'), ...newLines }),
  z.strictObject({ type: z.literal('CHANGE'), ...ofLine, ...details }),
  z.strictObject({ type: z.literal('MOVE'), ...ofLine, toQuarter: Quarter }),
  z.strictObject({ type: z.literal('CANCEL'), ...ofLine }),
]);
export type Amendment = z.infer<typeof Amendment>;

export const amendmentTypeLabel: Record<Amendment['type'], string> = {
  ADD: 'Bổ sung',
  CHANGE: 'Sửa nội dung, đoàn, thời gian',
  MOVE: 'Chuyển quý',
  CANCEL: 'Hủy',
};

export const amendProgram = command({
  subject: 'inspection.amendment.add',
  http: post('/inspection-programs/:programId/amendments'),
  access: { grant: 'inspection:plan' },
  audit: 'Điều chỉnh chương trình kiểm tra, giám sát',
  on: 'many',
  deadlineSeconds: 30,
  input: z.strictObject({ ...inProgram, reason: line(500), change: Amendment }),
  output: z.object({ number: z.number().int(), lines: z.number().int(), leftOut: z.number().int() }),
  errors: {
    ...newLineErrors,
    'inspection/not-in-state': notInState,
    'inspection/line-not-in-state': lineNotNow,
    'inspection/line-exists': conflict('Quý được chọn đã có cuộc cùng hình thức với đối tượng này. Hãy chọn quý khác.'),
    'inspection/nothing-new': conflict('Tất cả đối tượng đã có cuộc như vậy trong quý này. Không có gì để bổ sung.'),
  },
});

/** Who changed what of an approved program, when and why; the newest first. */
export const AmendmentLine = z.object({
  number: z.number().int(),
  at: Instant,
  byName: z.string(),
  type: z.enum(['ADD', 'CHANGE', 'MOVE', 'CANCEL']),
  reason: z.string(),
  lines: z.number().int(),
  kind: InspectionKind,
  quarter: z.number().int(),
  toQuarter: z.number().int().optional(),
  /** Of a single line. */
  subjectName: z.string().optional(),
});
export type AmendmentLine = z.infer<typeof AmendmentLine>;

export const listAmendments = query({
  subject: 'inspection.amendment.list',
  http: get('/inspection-programs/:programId/amendments'),
  access: { grant: 'inspection:read' },
  input: z.strictObject({ ...inProgram, ...pageInput }),
  output: page(AmendmentLine),
});
