import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { get, query } from '../operation.js';
import { CalendarDate, Id } from '../types.js';

/** Sổ theo dõi: what came in, by when it is to be settled, what came of it. */
export const InspectionBook = z.enum(['DENUNCIATIONS', 'APPEALS']);
export type InspectionBook = z.infer<typeof InspectionBook>;
export const inspectionBookLabel: Record<InspectionBook, string> = {
  DENUNCIATIONS: 'Sổ theo dõi tố cáo',
  APPEALS: 'Sổ theo dõi khiếu nại kỷ luật',
};

/** A line as it is printed. Who denounces has no place in it, nor what is denounced; an appeal is the member's own. */
export const BookLine = z.object({
  /** Of the file; an appeal is one of a case of discipline. */
  id: Id,
  on: CalendarDate,
  /** Whom or what is denounced; who appeals. */
  name: z.string(),
  /** Who settles it. */
  body: z.string(),
  /** How many items; which form against whose decision. */
  matter: z.string(),
  step: z.string(),
  acceptedOn: CalendarDate.optional(),
  notice: z.string().optional(),
  due: CalendarDate.optional(),
  late: z.boolean(),
  closedOn: CalendarDate.optional(),
  answer: z.string().optional(),
  outcome: z.string().optional(),
});
export type BookLine = z.infer<typeof BookLine>;

const input = z.strictObject({ book: InspectionBook, year: z.coerce.number().int().min(2016).max(2100) });

/** The files of a year on whose lists the signed-in person works, the oldest first. */
export const readInspectionBook = query({
  subject: 'inspection.book.read',
  http: get('/my/inspection-books/:book/:year'),
  access: { self: true },
  audit: 'Xem sổ theo dõi tố cáo, khiếu nại',
  input,
  output: z.object({ book: InspectionBook, year: z.number().int(), items: z.array(BookLine) }),
});

export const exportInspectionBook = query({
  subject: 'inspection.book.export',
  http: get('/my/inspection-books/:book/:year/file'),
  access: { self: true },
  audit: 'Kết xuất sổ theo dõi tố cáo, khiếu nại',
  input,
  output: Download,
  download: true,
});
