import type { Paper } from '../paper.js';
import { fill, longDate, type Template } from '../wording.js';
import { upper } from './issuer.js';
import { articles, sentPaper, type SentPaper, type SentWording } from './parts.js';

/** A decision on the activities of a member: that they are suspended, for longer, or no more. */
export interface SuspensionDecisionInput extends SentPaper {
  /** "đồng chí Lò Văn Ước, sinh hoạt tại Chi bộ bản Na Hin". */
  readonly subject: string;
  /** Of all activities, or of those of committees alone. */
  readonly of: 'ACTIVITIES' | 'COMMITTEE';
  readonly step: 'START' | 'EXTENSION' | 'END';
  /** 'YYYY-MM-DD': the first day, and the last one by this decision; of an end the first day on which the member takes part again. */
  readonly from: string;
  readonly until: string;
  /** The sentence of the register on the term. */
  readonly rule: string;
  /** "Quyết định Số 05-QĐ/ĐU ngày 02/11/2026": the decision that this one follows; absent on the first. */
  readonly former?: string;
}

export interface SuspensionDecisionWording extends SentWording<'articles'> {
  readonly about: Readonly<Record<SuspensionDecisionInput['step'], Template>>;
  readonly bases: readonly string[];
  readonly decides: Template;
  readonly what: Readonly<Record<SuspensionDecisionInput['of'], string>>;
  readonly meanwhile: Template;
  readonly again: string;
  readonly force: string;
  readonly duty: Template;
  readonly deeds: Readonly<Record<SuspensionDecisionInput['step'], Template>>;
}

export const suspensionDecisionWording: SuspensionDecisionWording = {
  type: 'QUYẾT ĐỊNH',
  symbol: 'QĐ',
  abstract: '{deed} đối với {subject}',
  order: ['articles'],
  headings: {},
  bases: ['Căn cứ Điều lệ Đảng', 'Căn cứ quy định về công tác kiểm tra, giám sát và kỷ luật của Đảng'],
  decides: '{proper} quyết định:',
  what: { ACTIVITIES: 'đảng', COMMITTEE: 'cấp ủy' },
  deeds: {
    START: 'đình chỉ sinh hoạt {what}',
    EXTENSION: 'gia hạn đình chỉ sinh hoạt {what}',
    END: 'chấm dứt đình chỉ sinh hoạt {what}',
  },
  about: {
    START: 'Đình chỉ sinh hoạt {what} đối với {subject} từ {from} đến hết {until}, để xem xét, xử lý vi phạm.',
    EXTENSION: 'Gia hạn đình chỉ sinh hoạt {what} đối với {subject} đến hết {until}.',
    END: 'Chấm dứt đình chỉ sinh hoạt {what} đối với {subject}; đồng chí sinh hoạt {what} trở lại từ {until}.',
  },
  meanwhile: 'Trong thời gian đình chỉ, đồng chí không tham gia sinh hoạt {what}, có trách nhiệm giải trình và chấp hành kết luận.',
  again: 'Từ ngày sinh hoạt trở lại, đồng chí có đầy đủ quyền và nhiệm vụ của đảng viên theo Điều lệ Đảng.',
  force: 'Quyết định có hiệu lực kể từ ngày ký.',
  duty: '{proper} và {subject} chịu trách nhiệm thi hành Quyết định này.',
  recipients: 'Nơi nhận:',
  archive: 'Lưu {proper}, hồ sơ kỷ luật (chỉ người có trách nhiệm được xem)',
};

/** Quyết định đình chỉ sinh hoạt đảng, its extension and its end; each later one names the one before it. */
export function suspensionDecisionPaper(input: SuspensionDecisionInput, wording: SuspensionDecisionWording = suspensionDecisionWording): Paper {
  const { subject, step, former, rule } = input;
  const what = wording.what[input.of];
  const deed = fill(wording.deeds[step], { what });
  const values = { ...input.issuer.terms, subject, what, deed, from: longDate(input.from), until: longDate(input.until) };
  const list = [
    [fill(wording.about[step], values), ...(step === 'END' ? [wording.again] : [rule, fill(wording.meanwhile, values)])],
    [wording.force],
    [fill(wording.duty, values)],
  ];
  const bases = [...wording.bases, ...(former === undefined ? [] : [`Căn cứ ${former}`])];
  return sentPaper(input, wording, { articles: () => articles(bases, upper(fill(wording.decides, values)), list) }, values);
}
