import { type Block, bullet, paragraph, paragraphs, type Paper, section } from '../paper.js';
import { clockTime, fill, labeled, longDate, sentence, type Template } from '../wording.js';
import { caseArchive, caseHead, type CaseInput, caseValues, ownHand, teamSigner } from './case.js';
import { type Hearing, hearingBlocks, type HearingWording, hearingWording } from './case-hearing.js';
import { footerOf, onBehalf } from './issuer.js';
import { numberedParts, type SentWording } from './parts.js';

/** A session of the team with the subject, or the conference that hears the result. */
export interface CaseMinutesInput extends Omit<CaseInput, 'signer' | 'recipients'> {
  /** "làm việc với đồng chí Lò Văn Ước", "hội nghị chi bộ thông qua kết quả". */
  readonly occasion: string;
  readonly startedOn: string;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly venue: string;
  /** Who took part, by side: "Tổ kiểm tra", "Đối tượng kiểm tra", "Đại biểu dự". */
  readonly sides: readonly { readonly side: string; readonly people: readonly string[] }[];
  readonly items: readonly { readonly title: string; readonly text: string }[];
  readonly hearing: Hearing;
  readonly conclusion?: string;
  /** Documents handed over, with date and number. */
  readonly received: readonly string[];
  readonly copies?: number;
  readonly leader: string;
  readonly minuteTaker: string;
  /** Who signs for the subject; absent where the subject does not sign: then `unsigned` says why. */
  readonly subjectSigner?: string;
  readonly unsigned?: string;
}

type Part = 'opening' | 'sides' | 'items' | 'hearing' | 'received' | 'conclusion' | 'end';

export interface CaseMinutesWording extends SentWording<Part>, HearingWording {
  readonly opening: Template;
  readonly end: Template;
  readonly unended: Template;
  readonly copies: Template;
  readonly subject: Template;
  readonly minuteTaker: string;
}

export const caseMinutesWording: CaseMinutesWording = {
  type: 'BIÊN BẢN',
  symbol: 'BB',
  abstract: '{occasion} về {matter}',
  order: ['opening', 'sides', 'items', 'hearing', 'received', 'conclusion', 'end'],
  headings: {
    sides: 'THÀNH PHẦN',
    items: 'NỘI DUNG',
    hearing: 'Ý KIẾN CỦA ĐỐI TƯỢNG',
    received: 'HỒ SƠ, TÀI LIỆU GIAO NHẬN',
    conclusion: 'KẾT LUẬN',
  },
  opening: 'Vào lúc {time}, {date}, tại {venue}, {team} của {noun} tiến hành {occasion} về {matter}.',
  end: 'Buổi làm việc kết thúc lúc {time} cùng ngày. Biên bản đã được đọc lại cho những người có tên trên cùng nghe và thống nhất thông qua.',
  unended: 'Biên bản đã được đọc lại cho những người có tên trên cùng nghe và thống nhất thông qua.',
  copies: 'Biên bản lập thành {copies} bản có nội dung như nhau, mỗi bên giữ một bản.',
  subject: 'Đối tượng {verb}',
  minuteTaker: 'Người ghi biên bản',
  ...hearingWording,
  ...caseArchive,
};

/** Biên bản of a working session or a conference of a case; how the subject was heard always has its part. */
export function caseMinutesPaper(input: CaseMinutesInput, wording: CaseMinutesWording = caseMinutesWording): Paper {
  const signer = teamSigner(input, input.leader);
  const of = { ...input, signer, recipients: [] };
  const values = {
    ...caseValues(of),
    occasion: input.occasion,
    time: clockTime(input.startedAt),
    date: longDate(input.startedOn),
    venue: input.venue,
  };
  const blocks = numberedParts(
    wording,
    {
      opening: () => [paragraph(fill(wording.opening, values))],
      sides: () => input.sides.map(({ side, people }) => bullet(labeled(side, sentence(people.join('; '))))),
      items: () => input.items.flatMap(({ title, text }, index) => [section(`${index + 1}. ${title}`, 2), ...paragraphs(text)]),
      hearing: () => hearingBlocks(input.hearing, wording),
      received: () => input.received.map((document, index) => paragraph(`${index + 1}. ${sentence(document)}`)),
      conclusion: () => paragraphs(input.conclusion ?? ''),
      end: () => end(input, wording),
    },
    values,
  );
  const hand = ownHand(wording.minuteTaker, input.minuteTaker);
  const subject = input.subjectSigner === undefined ? [] : [ownHand(fill(wording.subject, values), input.subjectSigner)];
  return {
    ...caseHead(of, wording, values),
    blocks: [
      ...blocks,
      { kind: 'closing', left: hand, right: onBehalf(input.issuer, signer) },
      ...subject.map((right) => ({ kind: 'closing', right }) as const),
    ],
    ...footerOf(input),
  };
}

const end = ({ endedAt, copies, unsigned }: CaseMinutesInput, wording: CaseMinutesWording): Block[] => [
  paragraph(endedAt === undefined ? wording.unended : fill(wording.end, { time: clockTime(endedAt) })),
  ...(copies === undefined ? [] : [paragraph(fill(wording.copies, { copies: String(copies).padStart(2, '0') }))]),
  ...(unsigned === undefined ? [] : [paragraph(sentence(unsigned))]),
];
