import { paragraph, paragraphs, type Paper } from '../paper.js';
import { fill, type Template } from '../wording.js';
import { upper } from './issuer.js';
import { sentPaper, type SentPaper, type SentWording } from './parts.js';

/** What a cell reports in writing where it may not inspect by itself. */
export interface WrittenReportInput extends SentPaper {
  /** "Ban Thường vụ Đảng ủy xã Mường Chanh": the competent committee. */
  readonly addressee: string;
  /** "đồng chí Vi Văn Nghĩa, Phó Bí thư Đảng ủy xã": a member in the charge of a superior committee. */
  readonly subject: string;
  /** What was noticed, and how; never from whom. */
  readonly signs: string;
  /** What the cell has done so far. */
  readonly done?: string;
  readonly proposal: string;
  /** "Quy định số 21-QĐ/TW ngày 11/4/2026 của Ban Chấp hành Trung ương": what takes the case out of the cell's hands. */
  readonly basis: string;
}

type Part = 'addressee' | 'signs' | 'done' | 'proposal';

export interface WrittenReportWording extends SentWording<Part> {
  readonly addressee: Template;
  readonly opening: Template;
}

export const writtenReportWording: WrittenReportWording = {
  type: 'BÁO CÁO',
  symbol: 'BC',
  abstract: 'về dấu hiệu vi phạm của {subject}',
  order: ['addressee', 'signs', 'done', 'proposal'],
  headings: { signs: 'DẤU HIỆU VI PHẠM', done: 'VIỆC {NOUN} ĐÃ LÀM', proposal: 'ĐỀ NGHỊ' },
  addressee: 'Kính gửi: {addressee}',
  opening:
    'Theo {basis}, {noun} không kiểm tra dấu hiệu vi phạm của đảng viên do cấp ủy cấp trên quản lý. {proper} báo cáo về {subject} để cấp ủy có thẩm quyền xem xét:',
  recipients: 'Nơi nhận:',
  archive: 'Lưu {proper}, hồ sơ kiểm tra (chỉ người có trách nhiệm được xem)',
};

/** Báo cáo bằng văn bản to the committee that is competent for a member whom the cell may not inspect. */
export function writtenReportPaper(input: WrittenReportInput, wording: WrittenReportWording = writtenReportWording): Paper {
  const { addressee, subject, basis } = input;
  const values = { ...input.issuer.terms, NOUN: upper(input.issuer.terms.noun), addressee, subject, basis };
  return sentPaper(
    input,
    wording,
    {
      addressee: () => [paragraph([{ text: fill(wording.addressee, values), bold: true }], 'center'), paragraph(fill(wording.opening, values))],
      signs: () => paragraphs(input.signs),
      done: () => paragraphs(input.done ?? ''),
      proposal: () => paragraphs(input.proposal),
    },
    values,
  );
}
