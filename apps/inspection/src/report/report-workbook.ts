import { inspectionKindLabel, subjectKindLabel } from '@vungmanh/contracts/inspection/kind';
import { ReportMeasure, type InspectionReport } from '@vungmanh/contracts/inspection/report';
import { reportCodeText, reportMeasureLabel } from '@vungmanh/contracts/inspection/report-label';
import type { SheetColumn, SheetToWrite, SheetValue } from '@vungmanh/documents/workbook/write';

const text = (header: string, width: number): SheetColumn => ({ header, width, kind: 'text' });
const number = (header: string): SheetColumn => ({ header, width: 14, kind: 'number' });

const planned: readonly SheetColumn[] = [
  text('Hình thức', 40),
  text('Đối tượng', 16),
  ...['Theo chương trình', 'Đang tiến hành', 'Đã xong', 'Quá hạn'].map(number),
];
const figures: readonly SheetColumn[] = [text('Nội dung', 48), text('Phân loại', 48), text('Đối tượng', 16), number('Số lượng')];

/** A report as two sheets: how far programs have come, and what came of cases. A number that is kept back says so. */
export function reportSheets(report: InspectionReport): SheetToWrite[] {
  const plan = report.planned.map((p): SheetValue[] => [
    inspectionKindLabel[p.kind],
    subjectKindLabel[p.subject],
    p.planned + p.inProgress + p.done,
    p.inProgress,
    p.done,
    p.overdue,
  ]);
  const counted = ReportMeasure.options.flatMap((measure) =>
    report.figures
      .filter((f) => f.measure === measure)
      .map((f): SheetValue[] => [
        reportMeasureLabel[measure],
        reportCodeText(measure, f.code),
        f.subject === undefined ? '' : subjectKindLabel[f.subject],
        f.count ?? 'không nêu số nhỏ',
      ]),
  );
  return [
    { name: 'Thực hiện chương trình', columns: planned, rows: plan },
    { name: 'Kết quả', columns: figures, rows: counted },
  ];
}
