import { paragraph, paragraphs, type Paper, type Table } from '../paper.js';
import { fill, type Template } from '../wording.js';
import { type Demand, demandTable, type Period, periodText } from './case.js';
import { bullets, openArchive, sentPaper, type SentPaper, type SentWording } from './parts.js';

/** What a check of the cells' meetings tells all cells. */
export interface CellCheckNoticeInput extends SentPaper {
  /** "6 tháng đầu năm 2026". */
  readonly term: string;
  readonly period: Period;
  /** What was done and counted: "Số chi bộ được đọc sổ biên bản" and "12/12". */
  readonly figures: readonly { readonly what: string; readonly result: string }[];
  readonly strengths: readonly string[];
  readonly weaknesses: readonly string[];
  /** Good ways of one cell that others may take over. */
  readonly practices: readonly string[];
  /** What the cells said, as a whole: no names. */
  readonly heard?: string;
  readonly demands: readonly Demand[];
}

type Part = 'opening' | 'figures' | 'strengths' | 'weaknesses' | 'practices' | 'heard' | 'demands';

export interface CellCheckNoticeWording extends SentWording<Part> {
  readonly opening: Template;
  readonly figures: readonly [order: string, what: string, result: string];
  readonly demands: Template;
  readonly columns: readonly [order: string, content: string, doer: string, due: string];
}

export const cellCheckNoticeWording: CellCheckNoticeWording = {
  type: 'THÔNG BÁO',
  symbol: 'TB',
  abstract: 'kết quả kiểm tra việc sinh hoạt chi bộ {term}',
  order: ['opening', 'figures', 'strengths', 'weaknesses', 'practices', 'heard', 'demands'],
  headings: {
    figures: 'VIỆC KIỂM TRA',
    strengths: 'ƯU ĐIỂM',
    weaknesses: 'HẠN CHẾ, KHUYẾT ĐIỂM',
    practices: 'CÁCH LÀM HAY',
    heard: 'Ý KIẾN CỦA CÁC CHI BỘ',
    demands: 'YÊU CẦU ĐỐI VỚI CÁC CHI BỘ',
  },
  opening: '{proper} đã kiểm tra việc sinh hoạt chi bộ {period} và thông báo kết quả đến các chi bộ như sau:',
  figures: ['TT', 'Nội dung', 'Kết quả'],
  demands: '{proper} yêu cầu các chi bộ:',
  columns: ['TT', 'Nội dung', 'Chi bộ thực hiện', 'Thời hạn'],
  ...openArchive,
};

/** Thông báo of a six-monthly check of the cells' meetings, for all cells. */
export function cellCheckNoticePaper(input: CellCheckNoticeInput, wording: CellCheckNoticeWording = cellCheckNoticeWording): Paper {
  const values = { ...input.issuer.terms, term: input.term, period: periodText(input.period) };
  return sentPaper(
    input,
    wording,
    {
      opening: () => [paragraph(fill(wording.opening, values))],
      figures: () => (input.figures.length === 0 ? [] : [figureTable(input, wording)]),
      strengths: () => bullets(input.strengths),
      weaknesses: () => bullets(input.weaknesses),
      practices: () => bullets(input.practices),
      heard: () => paragraphs(input.heard ?? ''),
      demands: () => (input.demands.length === 0 ? [] : [paragraph(fill(wording.demands, values)), demandTable(input.demands, wording.columns)]),
    },
    values,
  );
}

function figureTable({ figures }: CellCheckNoticeInput, wording: CellCheckNoticeWording): Table {
  const [order, what, result] = wording.figures;
  return {
    kind: 'table',
    columns: [
      { header: order, width: 11, align: 'center' },
      { header: what, width: 109 },
      { header: result, width: 45, align: 'center' },
    ],
    rows: figures.map((figure, index) => [String(index + 1), figure.what, figure.result]),
  };
}
