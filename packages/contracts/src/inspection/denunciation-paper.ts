import { z } from 'zod';
import { get, query } from '../operation.js';
import { conflict } from '../problem.js';
import { Id } from '../types.js';
import { paperStanding } from './discipline-paper.js';

export const DenunciationPaperKind = z.enum(['ACCEPTANCE', 'EXTENSION', 'CONCLUSION', 'RESULT', 'NOT_ACCEPTED', 'FORWARDED']);
export type DenunciationPaperKind = z.infer<typeof DenunciationPaperKind>;
export const denunciationPaperLabel: Record<DenunciationPaperKind, string> = {
  ACCEPTANCE: 'Thông báo thụ lý tố cáo',
  EXTENSION: 'Thông báo gia hạn giải quyết tố cáo',
  CONCLUSION: 'Kết luận giải quyết tố cáo',
  RESULT: 'Thông báo kết quả cho người tố cáo',
  NOT_ACCEPTED: 'Thông báo không thụ lý cho người tố cáo',
  FORWARDED: 'Thông báo chuyển tố cáo cho người tố cáo',
};

/** To whoever denounces; whoever is denounced gets none of these. */
const toDenunciant: ReadonlySet<DenunciationPaperKind> = new Set(['RESULT', 'NOT_ACCEPTED', 'FORWARDED']);
export const isToDenunciant = (kind: DenunciationPaperKind): boolean => toDenunciant.has(kind);

export const DenunciationPaper = z.object({ ...paperStanding, kind: DenunciationPaperKind });
export type DenunciationPaper = z.infer<typeof DenunciationPaper>;

/** A paper of a denunciation in the prescribed form: no field of any could tell who denounces. */
export const downloadDenunciationPaper = query({
  subject: 'inspection.denunciation.download-paper',
  http: get('/denunciations/:denunciationId/papers/:kind/:format'),
  access: { self: true },
  audit: 'Tải văn bản của hồ sơ tố cáo',
  input: z.strictObject({ denunciationId: Id, kind: DenunciationPaperKind, format: z.enum(['pdf', 'docx']) }),
  output: z.strictObject({ fileId: Id, name: z.string(), type: z.string() }),
  download: true,
  errors: { 'inspection/paper-not-ready': conflict('Văn bản này chưa có ở bước hiện tại của hồ sơ. Hãy làm xong bước trước rồi tải lại.') },
});
