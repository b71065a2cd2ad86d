import { registerDayLabel, type RegisterPart, registerPartLabel, type RegisterRow } from '@vungmanh/contracts/inspection/case-register';
import type { SheetColumn, SheetToWrite } from '@vungmanh/documents/workbook/write';

const text = (header: string, width: number): SheetColumn => ({ header, width, kind: 'text' });

/** One part of a book as a sheet. */
export const sheetOf = (part: RegisterPart, rows: readonly RegisterRow[]): SheetToWrite => ({
  name: registerPartLabel[part].slice(0, 31).replace(/[,\s]+$/u, ''),
  columns: [
    { header: 'TT', width: 6, kind: 'number' },
    { header: registerDayLabel[part], width: 14, kind: 'date' },
    text('Đối tượng', 36),
    text('Nội dung', 60),
    text('Văn bản', 44),
    text('Tình trạng', 36),
  ],
  rows: rows.map((row, i) => [i + 1, row.on, row.about, row.what, row.papers.join('; '), row.stands]),
});
