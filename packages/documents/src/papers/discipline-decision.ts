import type { Paper } from '../paper.js';
import { fill, longDate, sentence, type Template } from '../wording.js';
import { upper } from './issuer.js';
import { articles, sentPaper, type SentPaper, type SentWording } from './parts.js';

/** A decision on discipline. */
export interface DisciplineDecisionInput extends SentPaper {
  /** "đồng chí Lò Văn Ước": whom it disciplines. */
  readonly subject: string;
  /** "sinh ngày 02/9/1980, đảng viên chính thức, sinh hoạt tại Chi bộ bản Na Hin". */
  readonly about: string;
  /** "cảnh cáo". */
  readonly form: string;
  /** What was violated, in the words of the conclusion. */
  readonly violation: string;
  /** What it rests on, each beginning with "Căn cứ" or "Xét". */
  readonly bases: readonly string[];
  /** 'YYYY-MM-DD': the day from which it counts, as the rule of the body has it. */
  readonly effectiveOn: string;
  readonly effectiveFrom: 'ANNOUNCEMENT' | 'SIGNATURE';
  /** The sentence of the register on how long one may appeal. */
  readonly appeal: string;
  /** "Ủy ban kiểm tra Đảng ủy xã Mường Chanh": where an appeal goes first. */
  readonly appealTo: string;
  /** Who carries it out, beside the subject. */
  readonly carriedOutBy: readonly string[];
}

export interface DisciplineDecisionWording extends SentWording<'articles'> {
  readonly decides: Template;
  readonly discipline: Template;
  readonly violation: Template;
  readonly effect: Readonly<Record<DisciplineDecisionInput['effectiveFrom'], Template>>;
  readonly appeal: Template;
  readonly force: Template;
}

export const disciplineDecisionWording: DisciplineDecisionWording = {
  type: 'QUYẾT ĐỊNH',
  symbol: 'QĐ',
  abstract: 'thi hành kỷ luật {subject}',
  order: ['articles'],
  headings: {},
  decides: '{proper} quyết định:',
  discipline: 'Thi hành kỷ luật {subject}, {about}, bằng hình thức {form}.',
  violation: 'Nội dung vi phạm: {violation}',
  effect: {
    ANNOUNCEMENT: 'Quyết định có hiệu lực kể từ khi công bố kết quả biểu quyết, {date}.',
    SIGNATURE: 'Quyết định có hiệu lực kể từ ngày ký, {date}.',
  },
  // Điều lệ Đảng, Điều 39
  appeal: '{appeal} Khiếu nại gửi trước hết đến {appealTo}; trong thời gian chờ giải quyết phải chấp hành Quyết định này.',
  force: '{carriedOutBy} và {subject} chịu trách nhiệm thi hành Quyết định này.',
  recipients: 'Nơi nhận:',
  archive: 'Lưu {proper}, hồ sơ kỷ luật (chỉ người có trách nhiệm được xem)',
};

/** Quyết định kỷ luật: form and violation, since when, how to appeal, who carries it out. */
export function disciplineDecisionPaper(input: DisciplineDecisionInput, wording: DisciplineDecisionWording = disciplineDecisionWording): Paper {
  const { subject, about, form, appeal, appealTo } = input;
  const values = {
    ...input.issuer.terms,
    subject,
    about,
    form,
    appeal,
    appealTo,
    violation: sentence(input.violation),
    date: longDate(input.effectiveOn),
    carriedOutBy: input.carriedOutBy.join(', '),
  };
  const list = [
    [fill(wording.discipline, values), fill(wording.violation, values)],
    [fill(wording.effect[input.effectiveFrom], values), fill(wording.appeal, values)],
    [fill(wording.force, values)],
  ];
  return sentPaper(input, wording, { articles: () => articles(input.bases, upper(fill(wording.decides, values)), list) }, values);
}
