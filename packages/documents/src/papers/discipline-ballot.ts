import { bullet, paragraph, type Paper } from '../paper.js';
import { fill, type Template } from '../wording.js';
import { footerOf, headingOf, type Issued } from './issuer.js';

/** A ballot as it is handed out: it never has a name on it. */
export interface DisciplineBallotInput extends Omit<Issued, 'number'> {
  readonly subject: string;
  /** "Khiển trách", "Cảnh cáo", …: from the lightest. */
  readonly forms: readonly string[];
}

export interface DisciplineBallotWording {
  readonly type: string;
  readonly abstract: Template;
  readonly ask: Template;
  readonly columns: readonly [order: string, form: string, choice: string];
  readonly none: string;
  readonly notes: readonly string[];
}

export const disciplineBallotWording: DisciplineBallotWording = {
  type: 'PHIẾU BIỂU QUYẾT',
  abstract: 'về hình thức kỷ luật đối với {subject}',
  ask: 'Đề nghị đồng chí chọn một trong các phương án dưới đây bằng cách đánh dấu X vào cột bên phải:',
  columns: ['TT', 'Phương án', 'Đồng ý'],
  none: 'Không kỷ luật',
  notes: [
    'Phiếu hợp lệ là phiếu do tổ kiểm phiếu phát ra và chọn một phương án.',
    'Phiếu không hợp lệ là phiếu không do tổ kiểm phiếu phát ra, không chọn phương án nào hoặc chọn từ hai phương án trở lên.',
    'Bỏ phiếu kín: không ký tên, không ghi tên hoặc đánh dấu riêng lên phiếu.',
  ],
};

/** Phiếu biểu quyết kỷ luật, one page. */
export function disciplineBallotPaper(input: DisciplineBallotInput, wording: DisciplineBallotWording = disciplineBallotWording): Paper {
  const values = { ...input.issuer.terms, subject: input.subject };
  const [order, form, choice] = wording.columns;
  return {
    heading: headingOf(input, undefined),
    title: { type: wording.type, abstract: fill(wording.abstract, values) },
    blocks: [
      paragraph(fill(wording.ask, values)),
      {
        kind: 'table',
        columns: [
          { header: order, width: 15, align: 'center' },
          { header: form, width: 110 },
          { header: choice, width: 40, align: 'center' },
        ],
        rows: [...input.forms, wording.none].map((name, index) => [String(index + 1), name, '']),
        rowHeight: 12,
      },
      ...wording.notes.map((note) => bullet(note)),
    ],
    ...footerOf(input),
  };
}
