import type { Block, Paper, Signature, Table } from '../paper.js';
import { fill, longDate, shortDate } from '../wording.js';
import { headingOf, type Signer, upper } from './issuer.js';
import { sentPaper, type SentPaper, type SentWording } from './parts.js';

/** One inspection or supervision as all its papers speak of it. */
export interface CaseInput extends SentPaper {
  readonly deed: 'INSPECTION' | 'SUPERVISION';
  /** What follows the deed: "chuyên đề", "khi có dấu hiệu vi phạm". */
  readonly manner?: string;
  /** "việc thực hiện nhiệm vụ được phân công": follows the deed. */
  readonly matter: string;
  /** "đồng chí Lò Văn Ước, đảng viên chi bộ", "Chi bộ bản Na Hin". */
  readonly subject: string;
  /** A cell's group (tổ) or a committee's delegation (đoàn). */
  readonly team: 'GROUP' | 'DELEGATION';
}

/** The period that is looked into: both days included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The file of a case is read by those who are charged with it: the paper says so itself instead of bearing a mark of secrecy. */
export const caseArchive = { recipients: 'Nơi nhận:', archive: 'Lưu {proper}, hồ sơ {verb} (chỉ người có trách nhiệm được xem)' } as const;

const deeds = {
  INSPECTION: { verb: 'kiểm tra', self: 'tự kiểm tra' },
  SUPERVISION: { verb: 'giám sát', self: 'theo yêu cầu giám sát' },
} as const;
const teams = { GROUP: { team: 'tổ', leader: 'tổ trưởng' }, DELEGATION: { team: 'đoàn', leader: 'trưởng đoàn' } } as const;

/**
 * What the templates of a case can name: the terms of the body, {deed} "kiểm tra chuyên đề", {verb} "kiểm tra", {team} "tổ kiểm tra",
 * {leader}, {self} "tự kiểm tra", {matter}, {subject}; {Team} for the beginning of a sentence,
 * {VERB} for a heading.
 */
export function caseValues(input: CaseInput): Record<string, string> {
  const { verb, self } = deeds[input.deed];
  const words = {
    verb,
    self,
    deed: input.manner === undefined ? verb : `${verb} ${input.manner}`,
    team: `${teams[input.team].team} ${verb}`,
    leader: teams[input.team].leader,
    matter: input.matter,
    subject: input.subject,
  };
  return {
    ...input.issuer.terms,
    ...words,
    ...Object.fromEntries(Object.entries(words).map(([key, text]) => [capital(key), capital(text)])),
    VERB: upper(verb),
  };
}

/** The leader of the team as the one who signs. */
export const teamSigner = (input: Pick<CaseInput, 'deed' | 'team'>, name: string): Signer => ({
  onBehalf: `T/M ${teams[input.team].team} ${deeds[input.deed].verb}`,
  office: teams[input.team].leader,
  name,
});

/** A paper of a case: {@link sentPaper} with the words of the case. */
export const casePaper = <P extends string>(input: CaseInput, wording: SentWording<P>, parts: Readonly<Record<P, () => Block[]>>): Paper =>
  sentPaper(input, wording, parts, caseValues(input));

/** Heading and title of a paper of a case that closes in its own way. */
export const caseHead = <P extends string>(
  input: CaseInput,
  wording: SentWording<P>,
  values: Readonly<Record<string, string>> = caseValues(input),
): Pick<Paper, 'heading' | 'title'> => ({
  heading: headingOf(input, wording.symbol),
  title: { type: wording.type, abstract: fill(wording.abstract, values) },
});

/** Somebody who signs for themselves. */
export const ownHand = (office: string, name?: string): Signature => ({
  kind: 'signature',
  office: upper(office),
  note: '(Ký, ghi rõ họ tên)',
  ...(name === undefined ? {} : { name }),
});

/** "từ ngày 01 tháng 01 năm 2026 đến ngày 30 tháng 6 năm 2026". */
export const periodText = ({ from, to }: Period): string => `từ ${longDate(from)} đến ${longDate(to)}`;

/** What is asked of somebody, with whoever does it and the day. */
export interface Demand {
  readonly content: string;
  readonly doer: string;
  /** 'YYYY-MM-DD'. */
  readonly due: string;
}

/** Demands as a table, under the headers of the wording. */
export const demandTable = (demands: readonly Demand[], [order, content, doer, due]: readonly [string, string, string, string]): Table => ({
  kind: 'table',
  columns: [
    { header: order, width: 11, align: 'center' },
    { header: content, width: 84 },
    { header: doer, width: 42 },
    { header: due, width: 28, align: 'center' },
  ],
  rows: demands.map((demand, index) => [String(index + 1), demand.content, demand.doer, shortDate(demand.due)]),
});

const capital = (text: string): string => upper(text.slice(0, 1)) + text.slice(1);
