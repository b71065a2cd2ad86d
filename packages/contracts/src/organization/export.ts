import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { command, get, post, query } from '../operation.js';
import { conflict } from '../problem.js';
import { Id, Instant, page, pageInput, Version } from '../types.js';

export const ExportState = z.enum(['RUNNING', 'DONE', 'FAILED']);
export type ExportState = z.infer<typeof ExportState>;

export const exportStateLabel: Record<ExportState, string> = { RUNNING: 'Đang tạo tệp', DONE: 'Đã xong', FAILED: 'Không tạo được tệp' };

export const Export = z.strictObject({
  id: Id,
  version: Version,
  nodeId: Id,
  nodeName: z.string(),
  withMembers: z.boolean(),
  state: ExportState,
  startedAt: Instant,
  finishedAt: Instant.optional(),
  organizations: z.number().int(),
  members: z.number().int(),
});
export type Export = z.infer<typeof Export>;

/** Begins to write the workbook of an organization and everything below it, in the form in which it can be imported. */
export const startExport = command({
  subject: 'organization.export.start',
  http: post('/exports'),
  access: { grant: 'organization:export', on: 'nodeId', stepUp: true },
  audit: 'Xuất danh sách ra tệp Excel',
  on: 'new',
  input: z.strictObject({ nodeId: Id, withMembers: z.boolean().default(true) }),
  output: Export,
});

/** The person's own exports, newest first. */
export const listExports = query({
  subject: 'organization.export.list',
  http: get('/exports'),
  access: { grant: 'organization:export' },
  input: z.strictObject(pageInput),
  output: page(Export),
});

export const getExport = query({
  subject: 'organization.export.get',
  http: get('/exports/:exportId'),
  access: { grant: 'organization:export' },
  input: z.strictObject({ exportId: Id }),
  output: Export,
});

/** The finished workbook; only for the one who asked for it. */
export const downloadExport = query({
  subject: 'organization.export.download',
  http: get('/exports/:exportId/file'),
  access: { grant: 'organization:export', stepUp: true },
  audit: 'Tải danh sách đã kết xuất',
  input: z.strictObject({ exportId: Id }),
  output: Download,
  download: true,
  errors: { 'organization/export-running': conflict('Tệp chưa tạo xong. Hãy đợi ít phút rồi tải lại trang.') },
});
