import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { ImportRow, RowCounts, RowState } from '../organization/import-sheet.js';
import { conflict, forbidden, invalid } from '../problem.js';
import { Id, Instant, line, page, pageInput, Version } from '../types.js';

/** Where an import of past attendances stands. What it waits for people in: READY. REFUSED: the file itself could not be taken. */
export const PastImportState = z.enum(['READING', 'CHECKING', 'READY', 'APPLYING', 'DONE', 'REFUSED', 'CANCELED']);
export type PastImportState = z.infer<typeof PastImportState>;

export const pastImportStateLabel: Record<PastImportState, string> = {
  READING: 'Đang đọc tệp',
  CHECKING: 'Đang kiểm tra',
  READY: 'Chờ xác nhận',
  APPLYING: 'Đang ghi',
  DONE: 'Đã nhập xong',
  REFUSED: 'Tệp không nhận được',
  CANCELED: 'Đã hủy',
};

/** A process: upload, preview, confirm, report. It goes on without the person and can be left and found again. */
export const PastImport = z.strictObject({
  id: Id,
  version: Version,
  /** The organization at or below which everybody in the workbook must be. */
  nodeId: Id,
  fileName: z.string(),
  state: PastImportState,
  startedAt: Instant,
  finishedAt: Instant.optional(),
  /** Rows read so far. */
  rowsRead: z.number().int(),
  counts: RowCounts.optional(),
  /** Why it was refused, or what it stumbles over while it tries again. */
  trouble: z.string().optional(),
});
export type PastImport = z.infer<typeof PastImport>;

/** Takes an uploaded workbook and begins to read and check it; no history changes. */
export const startPastImport = command({
  subject: 'training.past-import.start',
  http: post('/training-imports'),
  access: { grant: 'training:import', on: 'nodeId' },
  audit: 'Bắt đầu nhập lượt học trước đây từ tệp Excel',
  on: 'new',
  input: z.strictObject({ nodeId: Id, fileId: Id, fileName: line(200) }),
  output: PastImport,
  errors: {
    'training/import-reaches-below': forbidden(
      'Tệp nhập chạm đến mọi tổ chức bên dưới, còn quyền của đồng chí chỉ ở riêng tổ chức này. Hãy nhờ người có quyền ở cả các tổ chức bên dưới.',
    ),
    'training/file-unknown': invalid('Không tìm thấy tệp đã gửi. Hãy chọn tệp và gửi lại.'),
  },
});

const pastImportId = { pastImportId: Id };

export const getPastImport = query({
  subject: 'training.past-import.get',
  http: get('/training-imports/:pastImportId'),
  access: { grant: 'training:import' },
  input: z.strictObject(pastImportId),
  output: PastImport,
});

/** Imports of the scope, newest first. */
export const listPastImports = query({
  subject: 'training.past-import.list',
  http: get('/training-imports'),
  access: { grant: 'training:import' },
  input: z.strictObject(pageInput),
  output: page(PastImport),
});

/** Rows in the order of the sheet; all, those in one state, or those with a warning. */
export const pastImportRows = query({
  subject: 'training.past-import.rows',
  http: get('/training-imports/:pastImportId/rows'),
  access: { grant: 'training:import' },
  input: z.strictObject({ ...pastImportId, state: z.enum([...RowState.options, 'WARNING']).optional(), ...pageInput }),
  output: page(ImportRow),
});

/** Writes what the preview showed, whole or not at all. */
export const confirmPastImport = command({
  subject: 'training.past-import.confirm',
  http: post('/training-imports/:pastImportId/confirm'),
  access: { grant: 'training:import' },
  audit: 'Xác nhận nhập lượt học trước đây từ tệp Excel',
  on: 'existing',
  input: z.strictObject(pastImportId),
  output: PastImport,
  errors: {
    'training/import-not-ready': conflict('Tệp chưa kiểm tra xong, hoặc đã được xác nhận hay hủy từ trước.'),
    'training/import-has-errors': conflict('Tệp còn dòng có lỗi nên chưa ghi gì. Hãy sửa các dòng đó trong tệp rồi gửi lại.'),
  },
});

/** Leaves everything as it was; what was read is forgotten. */
export const cancelPastImport = command({
  subject: 'training.past-import.cancel',
  http: post('/training-imports/:pastImportId/cancel'),
  access: { grant: 'training:import' },
  audit: 'Hủy nhập lượt học trước đây từ tệp Excel',
  on: 'existing',
  input: z.strictObject(pastImportId),
  output: PastImport,
  errors: { 'training/import-not-ready': conflict('Chỉ hủy được khi tệp đang chờ xác nhận.') },
});
