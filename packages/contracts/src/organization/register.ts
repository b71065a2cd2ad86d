import { z } from 'zod';
import { command, get, query } from '../operation.js';
import { conflict } from '../problem.js';
import { CalendarDate, Id, page, pageInput, text, Version } from '../types.js';

/** The abbreviations that a cell or committee may put before its symbol (399-QĐ/TW; HD 05-HD/VPTW). */
export const PaperType = z.enum(['NQ', 'TB', 'BB', 'KL', 'QĐ', 'BC', 'KH', 'CTr', 'TTr', 'CV']);
export type PaperType = z.infer<typeof PaperType>;

/** Who keeps a book of its own at a body; where none is named it is the body's own. */
export const PaperIssuer = z.enum(['INSPECTION_COMMISSION']);
export type PaperIssuer = z.infer<typeof PaperIssuer>;

/** A number in the register of one body: per type and term, from 01, never used twice, gaps allowed and shown. */
export const PaperNumber = z.strictObject({
  id: Id,
  bodyId: Id,
  issuer: PaperIssuer.optional(),
  type: PaperType,
  /** Number of the term that ran on the date of the paper; empty while the body has none. */
  term: z.string(),
  number: z.number().int().positive(),
  documentId: Id,
  date: CalendarDate,
  /** As printed: `Số 05-NQ/CB`. */
  printed: z.string(),
  voidedBecause: z.string().optional(),
  version: Version,
});
export type PaperNumber = z.infer<typeof PaperNumber>;

const input = z.strictObject({ bodyId: Id, issuer: PaperIssuer.optional(), type: PaperType, documentId: Id, date: CalendarDate });

/** Takes the next number for a document; the same document always gets the number it has. */
export const takeNumber = command({
  subject: 'organization.register.take-number',
  access: { internal: ['meetings', 'inspection', 'training'] },
  audit: 'Lấy số văn bản',
  on: 'many',
  input,
  output: PaperNumber,
});

/** Enters a number that was given on paper. */
export const recordNumber = command({
  subject: 'organization.register.record-number',
  access: { internal: ['meetings', 'inspection', 'training'] },
  audit: 'Ghi số văn bản đã cấp trên giấy',
  on: 'many',
  input: input.extend({ number: z.number().int().positive() }),
  output: PaperNumber,
  errors: { 'organization/number-taken': conflict('Số này đã dùng cho một văn bản khác trong nhiệm kỳ. Hãy kiểm tra lại sổ văn bản.') },
});

/** The numbers that a document or a body's papers have been given. */
export const numbersOf = query({
  subject: 'organization.register.list',
  access: { internal: ['meetings', 'inspection', 'training'] },
  input: z.strictObject({ documentIds: z.array(Id).max(200) }),
  output: z.strictObject({ items: z.array(PaperNumber) }),
});

/** Takes a number out of use, with the reason; it is never given again. */
export const voidNumber = command({
  subject: 'organization.register.void-number',
  access: { internal: ['meetings', 'inspection', 'training'] },
  audit: 'Hủy số văn bản',
  on: 'many',
  input: z.strictObject({ documentId: Id, reason: text(500) }),
  output: PaperNumber,
  errors: { 'organization/number-void': conflict('Số văn bản này đã được hủy từ trước.') },
});

/** A line of the register. `gapBefore` says how many numbers before it were never used. */
export const RegisterLine = PaperNumber.extend({ gapBefore: z.number().int().nonnegative() });
export type RegisterLine = z.infer<typeof RegisterLine>;

/** The register of a body as people leaf through it: newest term first, the body's own book before its commission's, then by type, the highest number first. */
export const registerOf = query({
  subject: 'organization.register.page',
  http: get('/organizations/:nodeId/register'),
  access: { grant: 'organization:read-details', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, type: PaperType.optional(), term: z.string().max(20).optional(), ...pageInput }),
  output: page(RegisterLine),
});
