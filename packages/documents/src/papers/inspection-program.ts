import { type Paper, paragraph, type Table } from '../paper.js';
import { fill, type Template } from '../wording.js';
import { bullets, openArchive, sentPaper, type SentPaper, type SentWording } from './parts.js';

/** The program of a year. */
export interface InspectionProgramInput extends SentPaper {
  readonly year: number;
  readonly purposes: readonly string[];
  readonly lines: readonly ProgramLine[];
  readonly arrangements: readonly string[];
}

/** One line: a subject, what is done, and when. */
export interface ProgramLine {
  readonly subject: string;
  /** "Kiểm tra việc chấp hành". */
  readonly kind: string;
  readonly content: string;
  /** "Quý II". */
  readonly time: string;
  readonly lead: string;
}

type Part = 'purposes' | 'lines' | 'arrangements';

export interface InspectionProgramWording extends SentWording<Part> {
  readonly columns: readonly [order: string, subject: string, kind: string, content: string, time: string, lead: string];
  readonly lines: Template;
}

export const inspectionProgramWording: InspectionProgramWording = {
  type: 'CHƯƠNG TRÌNH',
  symbol: 'CTr',
  abstract: 'công tác kiểm tra, giám sát năm {year}',
  order: ['purposes', 'lines', 'arrangements'],
  headings: { purposes: 'MỤC ĐÍCH, YÊU CẦU', lines: 'NỘI DUNG KIỂM TRA, GIÁM SÁT', arrangements: 'TỔ CHỨC THỰC HIỆN' },
  columns: ['TT', 'Đối tượng', 'Hình thức', 'Nội dung', 'Thời gian', 'Chủ trì'],
  lines: 'Năm {year}, {noun} tiến hành {count} cuộc kiểm tra, giám sát sau đây:',
  ...openArchive,
};

/** Chương trình kiểm tra, giám sát of a year with its lines as a table. */
export function inspectionProgramPaper(input: InspectionProgramInput, wording: InspectionProgramWording = inspectionProgramWording): Paper {
  const values = { ...input.issuer.terms, year: String(input.year), count: String(input.lines.length).padStart(2, '0') };
  return sentPaper(
    input,
    wording,
    {
      purposes: () => bullets(input.purposes),
      lines: () => (input.lines.length === 0 ? [] : [paragraph(fill(wording.lines, values)), lineTable(input.lines, wording)]),
      arrangements: () => bullets(input.arrangements),
    },
    values,
  );
}

function lineTable(lines: readonly ProgramLine[], wording: InspectionProgramWording): Table {
  const widths = [11, 34, 28, 46, 20, 26];
  return {
    kind: 'table',
    columns: wording.columns.map((header, index) => ({
      header,
      width: widths[index] ?? 20,
      ...(index === 0 || index === 4 ? { align: 'center' } : {}),
    })),
    rows: lines.map((line, index) => [String(index + 1), line.subject, line.kind, line.content, line.time, line.lead]),
  };
}
