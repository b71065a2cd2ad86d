import { courseKindLabel } from '@vungmanh/contracts/training/course';
import { holderLevelLabel } from '@vungmanh/contracts/training/past-sheet';
import { theoryLevelLabel, type TrainingReport } from '@vungmanh/contracts/training/report';
import type { SheetColumn, SheetToWrite, SheetValue } from '@vungmanh/documents/workbook/write';

const text = (header: string, width: number): SheetColumn => ({ header, width, kind: 'text' });
const number = (header: string): SheetColumn => ({ header, width: 12, kind: 'number' });

export const KEPT_BACK = 'không nêu số nhỏ';
const shown = (count: number | undefined): SheetValue => count ?? KEPT_BACK;

/** A report as three sheets. A number that is kept back says so. */
export function reportSheets({ volumes, duties, theory }: TrainingReport): SheetToWrite[] {
  const years = volumes[0]?.years.map(({ year }) => year) ?? [];
  return [
    {
      name: 'Số lượt',
      columns: [text('Loại lớp', 20), text('Cấp mở lớp', 24), ...years.map((year) => number(`Năm ${year}`))],
      rows: volumes.map((row) => [
        courseKindLabel[row.kind],
        row.level === undefined ? 'Chưa ghi' : holderLevelLabel[row.level],
        ...row.years.map(({ count }) => shown(count)),
      ]),
    },
    {
      name: 'Lớp phải học',
      columns: [text('Lớp học', 50), number('Đã học'), number('Còn phải học')],
      rows: duties.map((row) => [row.courseLabel, shown(row.done), shown(row.open)]),
    },
    {
      name: 'Lý luận chính trị',
      columns: [text('Trình độ', 30), number('Số đảng viên')],
      rows: theory.map((row) => [theoryLevelLabel[row.level], shown(row.members)]),
    },
  ];
}
