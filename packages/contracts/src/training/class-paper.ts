import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { get, query } from '../operation.js';
import { conflict } from '../problem.js';
import { Id } from '../types.js';

/** Papers of a class (domain.md §6.3). */
export const ClassPaperKind = z.enum(['DECISION', 'PARTICIPANTS', 'INVITATION', 'ATTENDANCE', 'MARKS', 'RECOGNITION']);
export type ClassPaperKind = z.infer<typeof ClassPaperKind>;

export const classPaperLabel: Record<ClassPaperKind, string> = {
  DECISION: 'Quyết định mở lớp',
  PARTICIPANTS: 'Danh sách học viên',
  INVITATION: 'Giấy triệu tập học viên',
  ATTENDANCE: 'Bảng điểm danh',
  MARKS: 'Bảng điểm, kết quả',
  RECOGNITION: 'Quyết định công nhận kết quả',
};

/** A paper of a class, drawn from what stands now. */
export const downloadClassPaper = query({
  subject: 'training.class.download-paper',
  http: get('/training-classes/:classId/papers/:kind/:format'),
  access: { grant: 'training:read' },
  audit: 'Tải văn bản của lớp bồi dưỡng',
  input: z.strictObject({ classId: Id, kind: ClassPaperKind, format: z.enum(['pdf', 'docx']) }),
  output: Download,
  download: true,
  errors: { 'training/paper-not-ready': conflict('Văn bản này chưa có nội dung ở bước hiện tại của lớp học.') },
});

/** The sittings of a class as a calendar file, for whoever is called to it. */
export const downloadMyCalendar = query({
  subject: 'training.enrollment.download-calendar',
  http: get('/my/enrollments/:enrollmentId/calendar'),
  access: { self: true },
  input: z.strictObject({ enrollmentId: Id }),
  output: Download,
  download: true,
});

/** The same for the class, to be sent with the invitation. */
export const downloadClassCalendar = query({
  subject: 'training.class.download-calendar',
  http: get('/training-classes/:classId/calendar'),
  access: { grant: 'training:read' },
  input: z.strictObject({ classId: Id }),
  output: Download,
  download: true,
});
