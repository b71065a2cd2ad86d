import { paragraph, type Paper } from '../paper.js';
import { fill, longDate, shortDate, type Template } from '../wording.js';
import { footerOf, headingOf, type Issued, onBehalf, type Signer } from './issuer.js';

/** A certificate of a course, as the book has it. */
export interface CertificateInput extends Issued {
  readonly signer: Signer;
  readonly name: string;
  readonly birthYear?: number;
  /** "Chi bộ bản Na Mèo". */
  readonly unit: string;
  readonly course: string;
  readonly from: string;
  readonly to: string;
  /** "07/2026/GCN". */
  readonly bookNumber: string;
  /** Its first day without value; absent: it does not expire. */
  readonly expiresOn?: string;
  /** In groups: by it anyone may ask whether the paper is worth something. */
  readonly code: string;
}

export interface CertificateWording {
  readonly type: string;
  readonly certifies: Template;
  readonly person: Template;
  readonly born: Template;
  readonly unit: Template;
  readonly completed: Template;
  readonly book: Template;
  readonly until: Template;
  readonly code: Template;
}

export const certificateWording: CertificateWording = {
  type: 'GIẤY CHỨNG NHẬN',
  certifies: '{proper} chứng nhận:',
  person: 'Đồng chí: {name}',
  born: 'Sinh năm: {birthYear}',
  unit: 'Tổ chức đảng: {unit}',
  completed: 'Đã hoàn thành chương trình {course}, từ {from} đến {to}.',
  book: 'Số vào sổ cấp giấy chứng nhận: {bookNumber}',
  until: 'Có giá trị đến trước ngày {expiresOn}.',
  code: 'Mã kiểm tra: {code}. Nhập mã này ở trang Kiểm tra giấy chứng nhận của hệ thống để biết giấy còn giá trị hay không.',
};

/** Giấy chứng nhận; signed and sealed by hand, as every paper. */
export function certificatePaper(input: CertificateInput, wording: CertificateWording = certificateWording): Paper {
  const { name, birthYear, unit, course, bookNumber, expiresOn, code } = input;
  const values = {
    ...input.issuer.terms,
    name,
    birthYear: String(birthYear ?? ''),
    unit,
    course,
    bookNumber,
    code,
    from: longDate(input.from),
    to: longDate(input.to),
    expiresOn: expiresOn === undefined ? '' : shortDate(expiresOn),
  };
  const centered = (line: Template, bold = false) => paragraph([{ text: fill(line, values), bold }], 'center');
  return {
    heading: headingOf(input, undefined),
    title: { type: wording.type },
    blocks: [
      centered(wording.certifies),
      centered(wording.person, true),
      ...(birthYear === undefined ? [] : [centered(wording.born)]),
      centered(wording.unit),
      centered(wording.completed),
      ...(expiresOn === undefined ? [] : [centered(wording.until)]),
      paragraph(fill(wording.book, values), 'left'),
      paragraph(fill(wording.code, values), 'left'),
      { kind: 'closing', right: onBehalf(input.issuer, input.signer) },
    ],
    ...footerOf(input),
  };
}
