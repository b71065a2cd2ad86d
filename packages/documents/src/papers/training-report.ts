import { paragraph, type Block, type Paper, type Table } from '../paper.js';
import { count, fill, type Template } from '../wording.js';
import { sentPaper, type SentPaper, type SentWording } from './parts.js';

/** The yearly report of training; a number that may not be told is absent. */
export interface TrainingReportInput extends SentPaper {
  readonly year: number;
  readonly volumes: readonly {
    readonly kind: string;
    readonly level: string;
    readonly before?: number | undefined;
    readonly now?: number | undefined;
  }[];
  readonly duties: readonly { readonly course: string; readonly done?: number | undefined; readonly open?: number | undefined }[];
  readonly theory: readonly { readonly level: string; readonly members?: number | undefined }[];
}

type Part = 'volumes' | 'duties' | 'theory' | 'outlook';

export interface TrainingReportWording extends SentWording<Part> {
  readonly intro: Template;
  readonly keptBack: string;
  readonly none: string;
  readonly outlook: readonly Template[];
}

/** Source of its parts: domain.md §6.3; what is assessed and proposed is written by the body itself, on the lines left for it. */
export const trainingReportWording: TrainingReportWording = {
  type: 'BÁO CÁO',
  symbol: 'BC',
  abstract: 'kết quả công tác đào tạo, bồi dưỡng năm {year}',
  intro: '{proper} báo cáo kết quả công tác đào tạo, bồi dưỡng cán bộ, đảng viên năm {year} như sau:',
  order: ['volumes', 'duties', 'theory', 'outlook'],
  headings: {
    volumes: 'Kết quả mở lớp, cử người đi học',
    duties: 'Thực hiện việc bồi dưỡng theo chức vụ, tư cách đảng viên',
    theory: 'Trình độ lý luận chính trị của đảng viên',
    outlook: 'Đánh giá, phương hướng',
  },
  keptBack: 'không nêu số nhỏ',
  none: 'Không có.',
  outlook: ['Ưu điểm: …', 'Hạn chế, nguyên nhân: …', 'Phương hướng năm {next}: …', 'Đề xuất, kiến nghị: …'],
  recipients: 'Nơi nhận:',
  archive: 'Lưu {proper}',
};

export function trainingReport(input: TrainingReportInput, wording: TrainingReportWording = trainingReportWording): Paper {
  const values = { ...input.issuer.terms, year: String(input.year), next: String(input.year + 1) };
  const told = (n: number | undefined): string => (n === undefined ? wording.keptBack : count(n));
  const table = (columns: readonly (readonly [header: string, width: number])[], rows: readonly (readonly string[])[]): Block =>
    rows.length === 0
      ? paragraph(wording.none)
      : ({
          kind: 'table',
          columns: columns.map(([header, width], i) => ({ header, width, ...(i > 0 && width <= 35 ? { align: 'center' as const } : {}) })),
          rows,
        } satisfies Table);
  return sentPaper(
    input,
    wording,
    {
      volumes: () => [
        paragraph(fill(wording.intro, values)),
        table(
          [
            ['Loại lớp', 45],
            ['Cấp mở lớp', 50],
            [`Số lượt năm ${input.year - 1}`, 35],
            [`Số lượt năm ${input.year}`, 35],
          ],
          input.volumes.map((row) => [row.kind, row.level, told(row.before), told(row.now)]),
        ),
      ],
      duties: () => [
        table(
          [
            ['Lớp học', 95],
            ['Đã học', 35],
            ['Còn phải học', 35],
          ],
          input.duties.map((row) => [row.course, told(row.done), told(row.open)]),
        ),
      ],
      theory: () => [
        table(
          [
            ['Trình độ', 120],
            ['Số đảng viên', 35],
          ],
          input.theory.map((row) => [row.level, told(row.members)]),
        ),
      ],
      outlook: () => wording.outlook.map((line) => paragraph(fill(line, values))),
    },
    values,
  );
}
