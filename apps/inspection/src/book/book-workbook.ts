import { inspectionBookLabel, type BookLine, type InspectionBook } from '@vungmanh/contracts/inspection/book';
import type { SheetColumn, SheetToWrite } from '@vungmanh/documents/workbook/write';
import { formatVi } from '@vungmanh/regulations/calendar';

const text = (header: string, width: number): SheetColumn => ({ header, width, kind: 'text' });
const heads: Readonly<Record<InspectionBook, readonly [on: string, name: string, answer: string]>> = {
  DENUNCIATIONS: ['Ngày nhận', 'Đối tượng bị tố cáo', 'Số kết luận'],
  APPEALS: ['Ngày gửi', 'Người khiếu nại', 'Số văn bản trả lời'],
};

/** A register as a sheet: the columns of the printed book but for who denounces. */
export function bookSheet(book: InspectionBook, lines: readonly BookLine[]): SheetToWrite {
  const [on, name, answer] = heads[book];
  const columns = [
    { header: 'TT', width: 6, kind: 'number' as const },
    text(on, 12),
    text(name, 30),
    text('Nội dung', 34),
    text('Cơ quan giải quyết', 34),
    text('Ngày thụ lý', 12),
    text('Số thông báo', 18),
    text('Hạn giải quyết', 14),
    text('Bước', 22),
    text('Ngày kết luận, trả lời', 14),
    text(answer, 18),
    text('Kết quả', 44),
    text('Quá hạn', 10),
  ];
  const day = (date: string | undefined): string => (date === undefined ? '' : formatVi(date));
  const rows = lines.map((line, i) => [
    i + 1,
    day(line.on),
    line.name,
    line.matter,
    line.body,
    day(line.acceptedOn),
    line.notice ?? '',
    day(line.due),
    line.step,
    day(line.closedOn),
    line.answer ?? '',
    line.outcome ?? '',
    line.late ? 'Quá hạn' : '',
  ]);
  return { name: inspectionBookLabel[book], columns, rows };
}
