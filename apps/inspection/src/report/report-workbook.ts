import { inspectionKindLabel, subjectKindLabel } from '@vungmanh/contracts/inspection/kind';
import type { LineTotals } from '@vungmanh/contracts/inspection/program';
import { ReportMeasure, type InspectionReport } from '@vungmanh/contracts/inspection/report';
import { reportCodeText, reportMeasureLabel } from '@vungmanh/contracts/inspection/report-label';
import type { SheetColumn, SheetToWrite, SheetValue } from '@vungmanh/documents/workbook/write';

const text = (header: string, width: number): SheetColumn => ({ header, width, kind: 'text' });
const number = (header: string): SheetColumn => ({ header, width: 14, kind: 'number' });

const planned: readonly SheetColumn[] = [
  text('Hình thức', 40),
  text('Đối tượng', 16),
  ...['Theo chương trình', 'Đang tiến hành', 'Đã xong', 'Quá hạn', 'Theo chương trình, cùng kỳ năm trước', 'Đã xong, cùng kỳ năm trước'].map(number),
];
const figures: readonly SheetColumn[] = [
  text('Nội dung', 48),
  text('Phân loại', 48),
  text('Đối tượng', 16),
  number('Số lượng'),
  number('Cùng kỳ năm trước'),
];

const KEPT_BACK = 'không nêu số nhỏ';
const all = ({ planned: waiting, inProgress, done }: LineTotals): number => waiting + inProgress + done;

/** A report as two sheets: how far programs have come, and what came of cases. A number that is kept back says so. */
export function reportSheets(report: InspectionReport): SheetToWrite[] {
  const plan = report.planned.map((p): SheetValue[] => [
    inspectionKindLabel[p.kind],
    subjectKindLabel[p.subject],
    all(p),
    p.inProgress,
    p.done,
    p.overdue,
    all(p.before),
    p.before.done,
  ]);
  const counted = ReportMeasure.options.flatMap((measure) =>
    report.figures
      .filter((f) => f.measure === measure)
      .map((f): SheetValue[] => [
        reportMeasureLabel[measure],
        reportCodeText(measure, f.code),
        f.subject === undefined ? '' : subjectKindLabel[f.subject],
        f.count ?? KEPT_BACK,
        f.before ?? KEPT_BACK,
      ]),
  );
  return [
    { name: 'Thực hiện chương trình', columns: planned, rows: plan },
    { name: 'Kết quả', columns: figures, rows: counted },
  ];
}
