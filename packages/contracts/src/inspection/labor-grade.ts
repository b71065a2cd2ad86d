import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { command, get, post, put, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { Id, line, Month } from '../types.js';
import { MemberSupervision, supervisionNotNow } from './member-supervision.js';

const supervisionId = { supervisionId: Id };
const notNow = { 'inspection/supervision-not-in-state': supervisionNotNow };
const monthRefused = invalid('Chỉ ghi cho tháng trong quý, không ghi trước cho tháng chưa đến.');
const unknownGrade = invalid('Có mức không thuộc thang bình xét của chi bộ.');
const noScale = conflict('Chi bộ chưa đặt thang bình xét. Hãy đặt các mức trước.');
const fileUnknown = invalid('Không tìm thấy tệp đã gửi. Hãy gửi lại tệp.');
const fileUnread = invalid('Không đọc được tệp bảng tính.');

/** Grades of months as the cell decided them, typed in a grid; a cell without a grade takes the old one away. */
export const recordGrades = command({
  subject: 'inspection.labor-grade.record',
  http: put('/member-supervisions/:supervisionId/grades'),
  access: { self: true },
  audit: 'Ghi kết quả bình xét lao động hằng tháng',
  on: 'existing',
  input: z.strictObject({
    ...supervisionId,
    cells: z
      .array(z.strictObject({ lineId: Id, month: Month, grade: line(20).optional() }))
      .min(1)
      .max(600),
  }),
  output: MemberSupervision,
  errors: { ...notNow, 'inspection/month-out-of-quarter': monthRefused, 'inspection/grade-unknown': unknownGrade, 'inspection/no-scale': noScale },
});

/** A sheet with the names of the cell and the months of the quarter, to be filled in and sent back. */
export const gradeSheet = query({
  subject: 'inspection.labor-grade.sheet',
  http: get('/member-supervisions/:supervisionId/grade-sheet'),
  access: { self: true },
  audit: 'Tải bảng bình xét lao động của chi bộ',
  input: z.strictObject(supervisionId),
  output: Download,
  download: true,
});

/** How a cell of an uploaded sheet reads. */
export const GradeCell = z.strictObject({
  month: Month,
  /** As written; absent where empty. */
  written: z.string().optional(),
  state: z.enum(['NEW', 'CHANGED', 'SAME', 'EMPTY', 'WRONG']),
  why: z.string().optional(),
});
export const GradeRow = z.strictObject({
  row: z.number().int(),
  name: z.string(),
  /** The member whose row it is; absent where nobody could be found, and then `why` says so. */
  lineId: Id.optional(),
  why: z.string().optional(),
  cells: z.array(GradeCell),
});
export type GradeRow = z.infer<typeof GradeRow>;

/** What an uploaded sheet would do, cell by cell; nothing is kept of it. */
export const previewGrades = query({
  subject: 'inspection.labor-grade.preview',
  http: get('/member-supervisions/:supervisionId/grade-sheets/:fileId'),
  access: { self: true },
  audit: 'Xem trước bảng bình xét lao động',
  input: z.strictObject({ ...supervisionId, fileId: Id }),
  output: z.strictObject({ items: z.array(GradeRow), wrong: z.number().int(), changes: z.number().int() }),
  errors: { ...notNow, 'inspection/no-scale': noScale, 'inspection/file-unknown': fileUnknown, 'inspection/file-unread': fileUnread },
});

/** Takes over an uploaded sheet: all of it, or nothing while a cell is wrong. */
export const importGrades = command({
  subject: 'inspection.labor-grade.import',
  http: post('/member-supervisions/:supervisionId/grade-sheets/:fileId/import'),
  access: { self: true },
  audit: 'Nhập kết quả bình xét lao động từ bảng tính',
  on: 'existing',
  deadlineSeconds: 30,
  input: z.strictObject({ ...supervisionId, fileId: Id }),
  output: MemberSupervision,
  errors: {
    ...notNow,
    'inspection/no-scale': noScale,
    'inspection/file-unknown': fileUnknown,
    'inspection/file-unread': fileUnread,
    'inspection/sheet-has-errors': conflict('Bảng còn ô chưa đúng nên chưa ghi gì. Hãy sửa các ô được đánh dấu rồi gửi lại.'),
  },
});
