import { z } from 'zod';
import { get, query } from '../operation.js';
import { conflict } from '../problem.js';
import { Id } from '../types.js';

export const PaperKind = z.enum(['NOTICE', 'ROLL', 'MINUTES', 'RESOLUTION']);
export type PaperKind = z.infer<typeof PaperKind>;
export const paperKindLabel: Record<PaperKind, string> = {
  NOTICE: 'Thông báo sinh hoạt',
  ROLL: 'Danh sách điểm danh',
  MINUTES: 'Biên bản',
  RESOLUTION: 'Nghị quyết',
};

/** A paper of the meeting in the prescribed form; drawn on demand until it is issued, then the stored one. */
export const downloadPaper = query({
  subject: 'meetings.paper.download',
  http: get('/meetings/:meetingId/papers/:kind/:format'),
  access: { grant: 'meetings:read' },
  audit: 'Tải văn bản của cuộc họp',
  input: z.strictObject({ meetingId: Id, kind: PaperKind, format: z.enum(['pdf', 'docx']) }),
  output: z.strictObject({ fileId: Id, name: z.string(), type: z.string() }),
  download: true,
  errors: { 'meetings/paper-not-ready': conflict('Văn bản này chưa có nội dung ở bước hiện tại của buổi sinh hoạt.') },
});
