import { z } from 'zod';
import { get, query } from '../operation.js';
import { conflict } from '../problem.js';
import { CalendarDate, Id } from '../types.js';

export const DisciplinePaperKind = z.enum([
  'BALLOT',
  'COUNT',
  'DECISION',
  'APPEAL_NOTICE',
  'APPEAL_REFUSAL',
  'APPEAL_DECISION',
  'SUSPENSION',
  'SUSPENSION_EXTENSION',
  'SUSPENSION_END',
]);
export type DisciplinePaperKind = z.infer<typeof DisciplinePaperKind>;
export const disciplinePaperLabel: Record<DisciplinePaperKind, string> = {
  BALLOT: 'Phiếu biểu quyết',
  COUNT: 'Biên bản kiểm phiếu',
  DECISION: 'Quyết định kỷ luật',
  APPEAL_NOTICE: 'Thông báo thụ lý khiếu nại',
  APPEAL_REFUSAL: 'Thông báo không giải quyết khiếu nại',
  APPEAL_DECISION: 'Quyết định giải quyết khiếu nại',
  SUSPENSION: 'Quyết định đình chỉ sinh hoạt đảng',
  SUSPENSION_EXTENSION: 'Quyết định gia hạn đình chỉ sinh hoạt đảng',
  SUSPENSION_END: 'Quyết định chấm dứt đình chỉ sinh hoạt đảng',
};

/** How a paper stands: once it has its number it is kept as it was issued, with the SHA-256 of its bytes. */
export const paperStanding = {
  /** Absent on a blank form, and on what is not signed yet. */
  documentId: Id.optional(),
  on: CalendarDate.optional(),
  number: z.string().optional(),
  /** The register has not answered yet. */
  awaited: z.boolean(),
  /** Of the PDF as it was issued. */
  sha256: z.string().optional(),
} as const;

export const DisciplinePaper = z.object({
  ...paperStanding,
  kind: DisciplinePaperKind,
  /** A later one stands in its place and names it. */
  replaced: z.boolean(),
});
export type DisciplinePaper = z.infer<typeof DisciplinePaper>;

/** A paper of the case in the prescribed form; the newest of its kind where none is named. */
export const downloadDisciplinePaper = query({
  subject: 'inspection.discipline.download-paper',
  http: get('/discipline-cases/:disciplineId/papers/:kind/:format'),
  access: { self: true },
  audit: 'Tải văn bản của hồ sơ kỷ luật',
  input: z.strictObject({ disciplineId: Id, kind: DisciplinePaperKind, format: z.enum(['pdf', 'docx']), documentId: Id.optional() }),
  output: z.strictObject({ fileId: Id, name: z.string(), type: z.string() }),
  download: true,
  errors: { 'inspection/paper-not-ready': conflict('Văn bản này chưa có nội dung ở bước hiện tại của hồ sơ. Hãy làm xong bước trước rồi tải lại.') },
});
