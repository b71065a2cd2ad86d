import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { get, query } from '../operation.js';
import { CalendarDate, Id, page, pageInput } from '../types.js';
import { ProgramActor, ProgramYear } from './program.js';
import { BehindKind } from './report.js';

/** The parts of a body's book for a year (sổ theo dõi, domain §5.6). */
export const RegisterPart = z.enum(['CASES', 'RECOMMENDATIONS', 'DISCIPLINE']);
export type RegisterPart = z.infer<typeof RegisterPart>;

export const registerPartLabel: Record<RegisterPart, string> = {
  CASES: 'Cuộc kiểm tra, giám sát',
  RECOMMENDATIONS: 'Kiến nghị sau kiểm tra, giám sát',
  DISCIPLINE: 'Thi hành kỷ luật',
};

/** The day by which the book is kept, in the words of each part. */
export const registerDayLabel: Record<RegisterPart, string> = { CASES: 'Ngày lập hồ sơ', RECOMMENDATIONS: 'Thời hạn', DISCIPLINE: 'Ngày quyết định' };

export const RegisterRow = z.object({
  id: Id,
  opens: BehindKind,
  openId: Id,
  on: CalendarDate,
  about: z.string(),
  what: z.string(),
  /** Numbers and days of the papers, one a line. */
  papers: z.array(z.string()),
  stands: z.string(),
});
export type RegisterRow = z.infer<typeof RegisterRow>;

const whose = { nodeId: Id, actor: ProgramActor, year: ProgramYear };

/** One body's book of a year, oldest first, with what whoever asks may read: everything stays with the list of its own case. */
export const caseRegister = query({
  subject: 'inspection.register.list',
  http: get('/organizations/:nodeId/inspection-register/:actor/:year/:part'),
  access: { grant: 'inspection:read', on: 'nodeId', own: true },
  audit: 'Xem sổ theo dõi kiểm tra, giám sát, kỷ luật',
  input: z.strictObject({ ...pageInput, ...whose, part: RegisterPart }),
  output: page(RegisterRow),
});

/** The whole book as a workbook. */
export const exportCaseRegister = query({
  subject: 'inspection.register.export',
  http: get('/organizations/:nodeId/inspection-register/:actor/:year'),
  access: { grant: 'inspection:read', on: 'nodeId', own: true },
  audit: 'Kết xuất sổ theo dõi kiểm tra, giám sát, kỷ luật',
  input: z.strictObject(whose),
  output: Download,
  download: true,
});
