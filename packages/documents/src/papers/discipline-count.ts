import { bullet, type Block, paragraph, type Paper, type Table } from '../paper.js';
import { clockTime, count, fill, labeled, longDate, sentence, share, type Template } from '../wording.js';
import { ownHand } from './case.js';
import { footerOf, headingOf, type Issued } from './issuer.js';
import { numberedParts, type PartWording } from './parts.js';

/** A counted secret ballot on discipline: counts only. */
export interface DisciplineCountInput extends Issued {
  readonly subject: string;
  readonly heldOn: string;
  readonly startedAt: string;
  readonly venue: string;
  /** Leader first. */
  readonly counters: readonly string[];
  /** All who have a vote, absent ones included; and who of them was there. */
  readonly voters: number;
  readonly present: number;
  readonly ballots: { readonly issued: number; readonly returned: number; readonly valid: number; readonly invalid: number };
  /** From the heaviest form, with the sum of it and all heavier ones; a form that was not summed up to has none. */
  readonly rows: readonly { readonly form: string; readonly votes: number; readonly sum?: number }[];
  readonly noDiscipline: number;
  /** As the rule counts it: "khai trừ 2; +3 = 5; +7 = 12 > 10". */
  readonly sums: string;
  /** "cảnh cáo"; absent where no form was adopted. */
  readonly adopted?: string;
  /** The body proposes the form; another one decides. */
  readonly proposes: boolean;
  /** The sentence of the register on the majority. */
  readonly rule: string;
  readonly chair: string;
  /** "Biên bản kiểm phiếu Số 04-BB/CB ngày 03/10/2026": the minutes in whose place these stand. */
  readonly replaces?: string;
}

type Part = 'opening' | 'counters' | 'ballots' | 'votes' | 'result';

export interface DisciplineCountWording extends PartWording<Part> {
  readonly type: string;
  readonly symbol: string;
  readonly abstract: Template;
  readonly opening: Template;
  readonly voters: string;
  readonly present: string;
  readonly ballots: Readonly<Record<keyof DisciplineCountInput['ballots'], string>>;
  readonly columns: readonly [form: string, votes: string, sum: string];
  readonly noDiscipline: string;
  readonly sums: string;
  readonly adopted: Template;
  readonly proposed: Template;
  readonly none: Template;
  readonly end: string;
  readonly counter: string;
  readonly chair: string;
  readonly replaces: Template;
}

export const disciplineCountWording: DisciplineCountWording = {
  type: 'BIÊN BẢN KIỂM PHIẾU',
  symbol: 'BB',
  abstract: 'biểu quyết hình thức kỷ luật đối với {subject}',
  order: ['opening', 'counters', 'ballots', 'votes', 'result'],
  headings: { counters: 'TỔ KIỂM PHIẾU', ballots: 'SỐ PHIẾU', votes: 'KẾT QUẢ BIỂU QUYẾT', result: 'KẾT LUẬN' },
  opening:
    'Vào lúc {time}, {date}, tại {venue}, {noun} bỏ phiếu kín biểu quyết hình thức kỷ luật đối với {subject}. Tổ kiểm phiếu đã kiểm phiếu, kết quả như sau:',
  voters: 'Tổng số người có quyền biểu quyết',
  present: 'Có mặt',
  ballots: { issued: 'Số phiếu phát ra', returned: 'Số phiếu thu về', valid: 'Số phiếu hợp lệ', invalid: 'Số phiếu không hợp lệ' },
  columns: ['Hình thức', 'Số phiếu', 'Cộng dồn từ hình thức cao nhất'],
  noDiscipline: 'Không kỷ luật',
  sums: 'Cách tính',
  adopted: 'Căn cứ kết quả trên, {noun} quyết định kỷ luật {subject} bằng hình thức {adopted}.',
  proposed: 'Căn cứ kết quả trên, {noun} đề nghị cấp có thẩm quyền kỷ luật {subject} bằng hình thức {adopted}.',
  none: 'Không có hình thức kỷ luật nào đủ số phiếu theo quy định.',
  end: 'Biên bản đã được công bố trước hội nghị; phiếu được niêm phong, lưu cùng hồ sơ, chỉ người có trách nhiệm được xem.',
  counter: 'T/M tổ kiểm phiếu',
  chair: 'Chủ trì',
  replaces: 'Biên bản này thay thế {former}.',
};

/** Biên bản kiểm phiếu of a vote on discipline: ballots, votes by form with their sums, outcome. */
export function disciplineCountPaper(input: DisciplineCountInput, wording: DisciplineCountWording = disciplineCountWording): Paper {
  const values = {
    ...input.issuer.terms,
    subject: input.subject,
    time: clockTime(input.startedAt),
    date: longDate(input.heldOn),
    venue: input.venue,
    adopted: input.adopted ?? '',
  };
  const outcome = input.adopted === undefined ? wording.none : input.proposes ? wording.proposed : wording.adopted;
  const replaced = input.replaces === undefined ? [] : [paragraph(fill(wording.replaces, { former: input.replaces }))];
  const blocks = numberedParts(
    wording,
    {
      opening: () => [paragraph(fill(wording.opening, values))],
      counters: () => input.counters.map((name, index) => paragraph(`${index + 1}. Đồng chí ${sentence(name)}`)),
      ballots: () => ballotLines(input, wording),
      votes: () => [voteTable(input, wording), paragraph(labeled(wording.sums, sentence(input.sums)))],
      result: () => [paragraph(input.rule), paragraph([{ text: fill(outcome, values), bold: true }]), paragraph(wording.end), ...replaced],
    },
    values,
  );
  return {
    heading: headingOf(input, wording.symbol),
    title: { type: wording.type, abstract: fill(wording.abstract, values) },
    blocks: [...blocks, { kind: 'closing', left: ownHand(wording.counter, input.counters[0]), right: ownHand(wording.chair, input.chair) }],
    ...footerOf(input),
  };
}

const ballotLines = ({ voters, present, ballots }: DisciplineCountInput, wording: DisciplineCountWording): Block[] => [
  bullet(labeled(wording.voters, `${count(voters)}.`)),
  bullet(labeled(wording.present, `${share(present, voters)}.`)),
  ...(['issued', 'returned', 'valid', 'invalid'] as const).map((key) => bullet(labeled(wording.ballots[key], `${count(ballots[key])}.`))),
];

function voteTable({ rows, noDiscipline, voters }: DisciplineCountInput, wording: DisciplineCountWording): Table {
  const [form, votes, sum] = wording.columns;
  return {
    kind: 'table',
    columns: [
      { header: form, width: 65 },
      { header: votes, width: 45, align: 'center' },
      { header: sum, width: 55, align: 'center' },
    ],
    rows: [
      ...rows.map((row) => [row.form, share(row.votes, voters), row.sum === undefined ? '' : share(row.sum, voters)]),
      [wording.noDiscipline, share(noDiscipline, voters), ''],
    ],
  };
}
