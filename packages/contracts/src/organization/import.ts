import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict, forbidden, invalid } from '../problem.js';
import { Id, Instant, line, page, pageInput, Version } from '../types.js';
import { ImportRow, ImportSheet, RowCounts, RowState } from './import-sheet.js';

/** Where an import stands. What it waits for people in: READY. REFUSED: the file itself could not be taken. */
export const ImportState = z.enum(['READING', 'CHECKING', 'READY', 'APPLYING_ORGANIZATIONS', 'APPLYING_MEMBERS', 'DONE', 'REFUSED', 'CANCELED']);
export type ImportState = z.infer<typeof ImportState>;

export const importStateLabel: Record<ImportState, string> = {
  READING: 'Đang đọc tệp',
  CHECKING: 'Đang kiểm tra',
  READY: 'Chờ xác nhận',
  APPLYING_ORGANIZATIONS: 'Đang ghi tổ chức đảng',
  APPLYING_MEMBERS: 'Đang ghi đảng viên',
  DONE: 'Đã nhập xong',
  REFUSED: 'Tệp không nhận được',
  CANCELED: 'Đã hủy',
};

/** A process: upload, preview, confirm, report. It goes on without the person and can be left and found again. */
export const Import = z.strictObject({
  id: Id,
  version: Version,
  /** The organization under which everything in the workbook must lie. */
  nodeId: Id,
  fileName: z.string(),
  state: ImportState,
  startedAt: Instant,
  finishedAt: Instant.optional(),
  /** Rows read so far and in all, of both sheets. */
  progress: z.strictObject({ done: z.number().int(), total: z.number().int() }),
  /** Of the sheets that the workbook has. */
  organizations: RowCounts.optional(),
  members: RowCounts.optional(),
  /** The sheets that were confirmed. */
  confirmed: z.array(ImportSheet),
  /** Why it was refused, or what it stumbles over while it tries again. */
  trouble: z.string().optional(),
});
export type Import = z.infer<typeof Import>;

/** Takes an uploaded workbook and begins to read and check it; nothing of the register changes. */
export const startImport = command({
  subject: 'organization.import.start',
  http: post('/imports'),
  access: { grant: 'organization:import', on: 'nodeId' },
  audit: 'Bắt đầu nhập danh sách từ tệp Excel',
  on: 'new',
  input: z.strictObject({ nodeId: Id, fileId: Id, fileName: line(200) }),
  output: Import,
  errors: {
    'organization/import-reaches-below': forbidden(
      'Tệp nhập chạm đến mọi tổ chức bên dưới, còn quyền của đồng chí chỉ ở riêng tổ chức này. Hãy nhờ người có quyền ở cả các tổ chức bên dưới.',
    ),
    'organization/file-unknown': invalid('Không tìm thấy tệp đã gửi. Hãy chọn tệp và gửi lại.'),
  },
});

export const getImport = query({
  subject: 'organization.import.get',
  http: get('/imports/:importId'),
  access: { grant: 'organization:import' },
  input: z.strictObject({ importId: Id }),
  output: Import,
});

/** Imports of the scope, newest first. */
export const listImports = query({
  subject: 'organization.import.list',
  http: get('/imports'),
  access: { grant: 'organization:import' },
  input: z.strictObject(pageInput),
  output: page(Import),
});

/** Rows of one sheet in the order of the sheet; all, those in one state, or those with a warning. */
export const importRows = query({
  subject: 'organization.import.rows',
  http: get('/imports/:importId/rows'),
  access: { grant: 'organization:import' },
  input: z.strictObject({ importId: Id, sheet: ImportSheet, state: z.enum([...RowState.options, 'WARNING']).optional(), ...pageInput }),
  output: page(ImportRow),
});

/** Applies what the preview showed: each sheet whole or not at all, organizations first. */
export const confirmImport = command({
  subject: 'organization.import.confirm',
  http: post('/imports/:importId/confirm'),
  access: { grant: 'organization:import' },
  audit: 'Xác nhận nhập danh sách từ tệp Excel',
  on: 'existing',
  input: z.strictObject({ importId: Id, sheets: z.array(ImportSheet).min(1).max(2) }),
  output: Import,
  errors: {
    'organization/import-not-ready': conflict('Tệp chưa kiểm tra xong, hoặc đã được xác nhận hay hủy từ trước.'),
    'organization/import-has-errors': conflict('Trang tính đã chọn còn dòng có lỗi. Hãy sửa tệp và nhập lại, hoặc chỉ nhập trang tính không có lỗi.'),
    'organization/import-sheet-missing': invalid('Tệp không có trang tính đã chọn.'),
    'organization/import-needs-organizations': conflict('Danh sách đảng viên có chi bộ mới trong tệp. Hãy chọn nhập cả trang tổ chức đảng.'),
  },
});

/** Leaves everything as it was; what was read is forgotten. */
export const cancelImport = command({
  subject: 'organization.import.cancel',
  http: post('/imports/:importId/cancel'),
  access: { grant: 'organization:import' },
  audit: 'Hủy nhập danh sách từ tệp Excel',
  on: 'existing',
  input: z.strictObject({ importId: Id }),
  output: Import,
  errors: { 'organization/import-not-ready': conflict('Chỉ hủy được khi tệp đang chờ xác nhận.') },
});
