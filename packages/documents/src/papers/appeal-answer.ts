import { paragraph, type Paper } from '../paper.js';
import { fill, longDate, sentence, type Template } from '../wording.js';
import { upper } from './issuer.js';
import { articles, sentPaper, type SentPaper, type SentWording } from './parts.js';

/** What a commission answers to an appeal against a decision on discipline. */
interface AppealAnswer extends SentPaper {
  /** "đồng chí Lò Văn Ước": who appeals. */
  readonly from: string;
  /** "Quyết định kỷ luật Số 11-QĐ/CB ngày 12/10/2026 của Chi bộ bản Na Hin": the paper that is appealed against. */
  readonly against: string;
  /** 'YYYY-MM-DD': when the appeal was sent. */
  readonly sentOn: string;
  /** Why, in the words of the commission. */
  readonly reason: string;
}

export interface AppealDecisionInput extends AppealAnswer {
  readonly outcome: 'UPHELD' | 'CHANGED' | 'ANNULLED';
  /** "cảnh cáo": as decided. */
  readonly form: string;
  /** "khiển trách": what takes its place; only where it is changed. */
  readonly changedTo?: string;
  /** Where the next appeal goes, and the sentence of the register on its term; absent where no body of the province is above. */
  readonly next?: { readonly to: string; readonly rule: string };
}

export interface AppealDecisionWording extends SentWording<'articles'> {
  readonly bases: readonly Template[];
  readonly decides: Template;
  readonly outcome: Readonly<Record<AppealDecisionInput['outcome'], Template>>;
  readonly reason: Template;
  readonly force: Template;
  readonly next: Template;
  readonly beyond: string;
  readonly duty: Template;
}

const archive = 'Lưu {proper}, hồ sơ khiếu nại (chỉ người có trách nhiệm được xem)';

export const appealDecisionWording: AppealDecisionWording = {
  type: 'QUYẾT ĐỊNH',
  symbol: 'QĐ',
  abstract: 'giải quyết khiếu nại kỷ luật của {from}',
  order: ['articles'],
  headings: {},
  bases: ['Căn cứ Điều lệ Đảng', 'Căn cứ {against}', 'Xét khiếu nại {sent} của {from}'],
  decides: '{proper} quyết định:',
  outcome: {
    UPHELD: 'Giữ nguyên hình thức kỷ luật {form} đối với {from} theo {against}.',
    CHANGED: 'Thay đổi hình thức kỷ luật {form} đối với {from} theo {against} bằng hình thức {changedTo}.',
    ANNULLED: 'Xóa bỏ hình thức kỷ luật {form} đối với {from} theo {against}.',
  },
  reason: 'Lý do: {reason}',
  force: 'Quyết định có hiệu lực kể từ ngày ký.',
  // Điều lệ Đảng, Điều 39
  next: '{rule} Khiếu nại tiếp gửi đến {to}; trong thời gian chờ giải quyết phải chấp hành Quyết định này.',
  beyond: 'Không đồng ý thì được khiếu nại tiếp bằng văn bản đến cơ quan có thẩm quyền ở Trung ương.',
  duty: '{proper}, tổ chức đảng đã quyết định kỷ luật và {from} chịu trách nhiệm thi hành Quyết định này.',
  recipients: 'Nơi nhận:',
  archive,
};

/** Quyết định giải quyết khiếu nại kỷ luật: upheld, changed or annulled, why, and how to go a level higher. */
export function appealDecisionPaper(input: AppealDecisionInput, wording: AppealDecisionWording = appealDecisionWording): Paper {
  const { form, changedTo = '', outcome, next } = input;
  const values = { ...answerValues(input), form, changedTo };
  const list = [
    [fill(wording.outcome[outcome], values), fill(wording.reason, values)],
    [wording.force, next === undefined ? wording.beyond : fill(wording.next, { rule: next.rule, to: next.to })],
    [fill(wording.duty, values)],
  ];
  const bases = wording.bases.map((basis) => fill(basis, values));
  return sentPaper(input, wording, { articles: () => articles(bases, upper(fill(wording.decides, values)), list) }, values);
}

export interface AppealRefusalInput extends AppealAnswer {
  /** "Quá thời hạn khiếu nại": the case of 296-QĐ/TW, art. 23. */
  readonly ground: string;
}

export interface AppealRefusalWording extends SentWording<'body'> {
  readonly opening: Template;
  readonly ground: Template;
  readonly reason: Template;
  readonly force: string;
}

export const appealRefusalWording: AppealRefusalWording = {
  type: 'THÔNG BÁO',
  symbol: 'TB',
  abstract: 'không giải quyết khiếu nại kỷ luật của {from}',
  order: ['body'],
  headings: {},
  opening: '{proper} nhận được khiếu nại {sent} của {from} đối với {against}. Sau khi xem xét, {noun} không giải quyết khiếu nại này.',
  ground: 'Trường hợp không giải quyết: {ground}',
  reason: 'Trả lời cụ thể: {reason}',
  force: 'Quyết định kỷ luật nêu trên vẫn có hiệu lực thi hành.',
  recipients: 'Nơi nhận:',
  archive,
};

/** Thông báo không giải quyết khiếu nại: in which of the cases that there are, and why. */
export function appealRefusalPaper(input: AppealRefusalInput, wording: AppealRefusalWording = appealRefusalWording): Paper {
  const values = { ...answerValues(input), ground: sentence(input.ground) };
  const lines = [wording.opening, wording.ground, wording.reason].map((line) => paragraph(fill(line, values)));
  return sentPaper(input, wording, { body: () => [...lines, paragraph(wording.force)] }, values);
}

const answerValues = ({ issuer, from, against, sentOn, reason }: AppealAnswer) => ({
  ...issuer.terms,
  from,
  against,
  sent: `gửi ${longDate(sentOn)}`,
  reason: sentence(reason),
});
