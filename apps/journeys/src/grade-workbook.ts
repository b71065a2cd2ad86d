import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import { buffer } from 'node:stream/consumers';

const columns = ['Họ và tên', 'Tháng 10', 'Tháng 11'].map((header) => ({ header, width: 20, kind: 'text' as const }));

/** A sheet of the grades of two months as a cell keeps it. */
export const gradeWorkbook = (rows: readonly (readonly [name: string, ...grades: string[]])[]): Promise<Buffer> =>
  buffer(streamOfWorkbook([{ name: 'Bình xét', columns, rows: rows.map((row) => [...row]) }]));
