import { bullet, type Block, paragraph, paragraphs, type Paper, section, type Table } from '../paper.js';
import { fill, longDate, monthOf, sentence, share, shortDate, type Template } from '../wording.js';
import { footerOf, headingOf, type Issued, onBehalf, recipientsOf, type Signer } from './issuer.js';
import { numberedParts } from './parts.js';

/** What the resolution of a month holds (HD 42-HD/BTCTW; domain.md §4.6). Free texts may have several lines. */
export interface ResolutionInput extends Issued {
  /** The meeting that adopted it, in words, and its day. */
  readonly meeting: string;
  readonly adoptedOn: string;
  /** 'YYYY-MM': the month that the resolution is about. */
  readonly month: string;
  /** I. How the month before went. */
  readonly review: {
    readonly month: string;
    readonly ideology?: string;
    readonly tasks?: string;
    readonly results: readonly TaskResult[];
    readonly praise: readonly string[];
    readonly reminders: readonly string[];
    readonly shortcomings?: string;
  };
  /** II. What is to be done. */
  readonly directions: readonly { readonly title?: string; readonly text: string }[];
  /** III. Who does what; all six fields are there or the resolution is not issued. */
  readonly items: readonly ResolutionItem[];
  /** IV. Self-assessment of the session, where the body assesses it. */
  readonly assessment?: string;
  readonly vote: { readonly denominator: number; readonly for: number; readonly against: number; readonly noOpinion: number };
  readonly signer: Signer;
  readonly recipients: readonly string[];
}

/** One task of the last resolution and what became of it; `result` in the words of the interface. */
export interface TaskResult {
  readonly content: string;
  readonly doer: string;
  readonly due: string;
  readonly result: string;
}

export interface ResolutionItem {
  readonly content: string;
  readonly requirement: string;
  readonly measure: string;
  /** 'YYYY-MM-DD'. */
  readonly due: string;
  readonly doer: string;
  readonly checker: string;
}

type Part = 'opening' | 'review' | 'directions' | 'items' | 'assessment' | 'vote';

export interface ResolutionWording {
  readonly type: string;
  readonly symbol: string;
  readonly abstract: Template;
  readonly order: readonly Part[];
  /** Headings of the numbered parts; the numerals follow the order. */
  readonly headings: Readonly<Partial<Record<Part, Template>>>;
  readonly opening: Template;
  readonly ideology: string;
  readonly tasks: string;
  readonly results: string;
  readonly resultColumns: readonly [order: string, content: string, doer: string, due: string, result: string];
  readonly noResults: string;
  readonly praise: string;
  readonly reminders: string;
  readonly shortcomings: string;
  readonly items: Template;
  readonly itemColumns: readonly [order: string, content: string, requirement: string, measure: string, due: string, doer: string, checker: string];
  readonly vote: Template;
  readonly recipients: string;
  readonly everyMember: Template;
  readonly archive: Template;
}

export const resolutionWording: ResolutionWording = {
  type: 'NGHỊ QUYẾT',
  symbol: 'NQ',
  abstract: '{meeting}',
  order: ['opening', 'review', 'directions', 'items', 'assessment', 'vote'],
  headings: {
    review: 'ĐÁNH GIÁ KẾT QUẢ THÁNG {reviewed}',
    directions: 'PHƯƠNG HƯỚNG, NHIỆM VỤ THÁNG {month}',
    items: 'PHÂN CÔNG, TỔ CHỨC THỰC HIỆN',
    assessment: 'TỰ ĐÁNH GIÁ CHẤT LƯỢNG SINH HOẠT',
  },
  opening: '{proper} tổ chức {meeting} {date}. Sau khi thảo luận, {noun} quyết nghị:',
  ideology: 'Tình hình tư tưởng',
  tasks: 'Thực hiện nhiệm vụ',
  results: 'Kết quả từng nhiệm vụ đã giao',
  resultColumns: ['TT', 'Nhiệm vụ', 'Người thực hiện', 'Thời hạn', 'Kết quả'],
  noResults: 'Tháng trước không có nhiệm vụ được giao.',
  praise: 'Biểu dương',
  reminders: 'Nhắc nhở',
  shortcomings: 'Hạn chế, nguyên nhân',
  items: '{proper} phân công thực hiện các nhiệm vụ sau:',
  itemColumns: ['TT', 'Nội dung', 'Yêu cầu', 'Biện pháp', 'Thời hạn', 'Người thực hiện', 'Người kiểm tra, đôn đốc'],
  vote: 'Nghị quyết được {noun} thông qua với số phiếu tán thành {for}; không tán thành {against}; không có ý kiến {noOpinion}.',
  recipients: 'Nơi nhận:',
  everyMember: 'Các {members}',
  archive: 'Lưu {proper}',
};

/** Nghị quyết of a month: review with the table of results, directions, items with their six fields, the vote. */
export function resolutionPaper(input: ResolutionInput, wording: ResolutionWording = resolutionWording): Paper {
  const terms = { ...input.issuer.terms };
  const months = { month: monthOf(input.month), reviewed: monthOf(input.review.month) };
  const parts: Record<Part, () => Block[]> = {
    opening: () => [paragraph(fill(wording.opening, { ...terms, meeting: input.meeting, date: longDate(input.adoptedOn) }))],
    review: () => review(input.review, wording),
    directions: () =>
      input.directions.flatMap(({ title, text }, index) => [
        ...(title === undefined ? [] : [section(`${index + 1}. ${title}`, 2)]),
        ...paragraphs(text),
      ]),
    items: () => (input.items.length === 0 ? [] : [paragraph(fill(wording.items, terms)), itemTable(input.items, wording)]),
    assessment: () => (input.assessment === undefined ? [] : paragraphs(input.assessment)),
    vote: () => [paragraph(voteLine(input, wording))],
  };
  const blocks = numberedParts(wording, parts, months);
  const recipients = input.recipients.length > 0 ? input.recipients : [fill(wording.everyMember, terms)];
  return {
    heading: headingOf(input, wording.symbol),
    title: { type: wording.type, abstract: fill(wording.abstract, { meeting: input.meeting }) },
    blocks: [
      ...blocks,
      {
        kind: 'closing',
        left: recipientsOf(wording.recipients, recipients, fill(wording.archive, terms)),
        right: onBehalf(input.issuer, input.signer),
      },
    ],
    ...footerOf(input),
  };
}

function review(last: ResolutionInput['review'], wording: ResolutionWording): Block[] {
  const listed = (title: string, names: readonly string[]): Block[] =>
    names.length === 0 ? [] : [section(title, 2), ...names.map((name) => bullet(sentence(name)))];
  const written = (title: string, text: string | undefined): Block[] => (text === undefined ? [] : [section(title, 2), ...paragraphs(text)]);
  const groups = [
    written(wording.ideology, last.ideology),
    written(wording.tasks, last.tasks),
    [section(wording.results, 2), ...(last.results.length === 0 ? [paragraph(wording.noResults)] : [resultTable(last.results, wording)])],
    listed(wording.praise, last.praise),
    listed(wording.reminders, last.reminders),
    written(wording.shortcomings, last.shortcomings),
  ].filter((group) => group.length > 0);
  return groups.flatMap((group, index) =>
    group.map((block, at) => (at === 0 && block.kind === 'section' ? section(`${index + 1}. ${block.text}`, 2) : block)),
  );
}

function resultTable(results: readonly TaskResult[], wording: ResolutionWording): Table {
  const [order, content, doer, due, result] = wording.resultColumns;
  return {
    kind: 'table',
    columns: [
      { header: order, width: 11, align: 'center' },
      { header: content, width: 62 },
      { header: doer, width: 34 },
      { header: due, width: 25, align: 'center' },
      { header: result, width: 33 },
    ],
    rows: results.map((task, index) => [String(index + 1), task.content, task.doer, shortDate(task.due), task.result]),
  };
}

function itemTable(items: readonly ResolutionItem[], wording: ResolutionWording): Table {
  const widths = [10, 34, 27, 29, 24, 20, 21];
  return {
    kind: 'table',
    columns: wording.itemColumns.map((header, index) => ({
      header,
      width: widths[index] ?? 20,
      ...(index === 0 || index === 4 ? { align: 'center' } : {}),
    })),
    rows: items.map((item, index) => [String(index + 1), item.content, item.requirement, item.measure, shortDate(item.due), item.doer, item.checker]),
  };
}

const voteLine = ({ issuer, vote }: ResolutionInput, wording: ResolutionWording): string =>
  fill(wording.vote, {
    ...issuer.terms,
    for: share(vote.for, vote.denominator),
    against: share(vote.against, vote.denominator),
    noOpinion: share(vote.noOpinion, vote.denominator),
  });
