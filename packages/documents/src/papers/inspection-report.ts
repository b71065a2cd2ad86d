import { paragraph, paragraphs, type Paper, type Table } from '../paper.js';
import { fill, type Template } from '../wording.js';
import { bullets, openArchive, sentPaper, type SentPaper, type SentWording } from './parts.js';

/** The report of a quarter, half a year or a year. */
export interface InspectionReportInput extends SentPaper {
  /** "quý IV năm 2026". */
  readonly term: string;
  /** "Đảng ủy xã Mường Chanh": to whom; absent for the topmost body. */
  readonly addressee?: string;
  /** Whole sentences. */
  readonly results: readonly string[];
  readonly figures: readonly { readonly what: string; readonly now: string; readonly before: string }[];
  readonly assessment: string;
  readonly shortcomings: string;
  readonly directions: string;
}

type Part = 'opening' | 'results' | 'assessment' | 'shortcomings' | 'directions';

export interface InspectionReportWording extends SentWording<Part> {
  readonly addressee: Template;
  readonly opening: Template;
  readonly columns: readonly [order: string, what: string, now: string, before: string];
}

export const inspectionReportWording: InspectionReportWording = {
  type: 'BÁO CÁO',
  symbol: 'BC',
  abstract: 'công tác kiểm tra, giám sát và thi hành kỷ luật đảng {term}',
  order: ['opening', 'results', 'assessment', 'shortcomings', 'directions'],
  headings: {
    results: 'KẾT QUẢ THỰC HIỆN',
    assessment: 'NHẬN XÉT, ĐÁNH GIÁ',
    shortcomings: 'HẠN CHẾ, KHUYẾT ĐIỂM',
    directions: 'PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI',
  },
  addressee: 'Kính gửi: {addressee}',
  opening: '{proper} báo cáo công tác kiểm tra, giám sát và thi hành kỷ luật đảng {term} như sau:',
  columns: ['TT', 'Nội dung', 'Kỳ này', 'Cùng kỳ năm trước'],
  ...openArchive,
};

/** Báo cáo công tác kiểm tra, giám sát và thi hành kỷ luật đảng. */
export function inspectionReportPaper(input: InspectionReportInput, wording: InspectionReportWording = inspectionReportWording): Paper {
  const { addressee, term, results, figures } = input;
  const values = { ...input.issuer.terms, term };
  return sentPaper(
    input,
    wording,
    {
      opening: () => [
        ...(addressee === undefined ? [] : [paragraph([{ text: fill(wording.addressee, { addressee }), bold: true }], 'center')]),
        paragraph(fill(wording.opening, values)),
      ],
      results: () => [...bullets(results), ...(figures.length === 0 ? [] : [figureTable(input, wording)])],
      assessment: () => paragraphs(input.assessment),
      shortcomings: () => paragraphs(input.shortcomings),
      directions: () => paragraphs(input.directions),
    },
    values,
  );
}

function figureTable({ figures }: InspectionReportInput, wording: InspectionReportWording): Table {
  const [order, what, now, before] = wording.columns;
  return {
    kind: 'table',
    columns: [
      { header: order, width: 11, align: 'center' },
      { header: what, width: 94 },
      { header: now, width: 30, align: 'center' },
      { header: before, width: 30, align: 'center' },
    ],
    rows: figures.map((figure, index) => [String(index + 1), figure.what, figure.now, figure.before]),
  };
}
