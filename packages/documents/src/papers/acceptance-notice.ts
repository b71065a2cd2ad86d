import { paragraph, type Paper } from '../paper.js';
import { fill, longDate, sentence, type Template } from '../wording.js';
import { bullets, sentPaper, type SentPaper, type SentWording } from './parts.js';

/**
 * What was accepted. A denunciation has no field for whoever denounces: the paper cannot tell. An appeal names the member or the
 * organization that was disciplined, and the decision.
 */
export type Accepted =
  | { readonly kind: 'DENUNCIATION'; readonly about: string }
  | { readonly kind: 'APPEAL'; readonly from: string; readonly against: string };

export interface AcceptanceNoticeInput extends SentPaper {
  readonly accepted: Accepted;
  readonly receivedOn: string;
  readonly acceptedOn: string;
  /** What will be settled, item by item. */
  readonly items: readonly string[];
  /** The last day by rule, and the sentence of the register; absent where no rule was found. */
  readonly settleBy?: { readonly date: string; readonly rule: string };
}

type Part = 'opening' | 'items' | 'term' | 'rights';

export interface AcceptanceWording extends SentWording<Part> {
  readonly opening: Template;
  readonly term: Template;
  readonly rights: readonly string[];
}

const shared = {
  type: 'THÔNG BÁO',
  symbol: 'TB',
  order: ['opening', 'items', 'term', 'rights'],
  headings: { items: 'NỘI DUNG GIẢI QUYẾT', term: 'THỜI HẠN', rights: 'QUYỀN VÀ TRÁCH NHIỆM' },
  term: '{rule} Chậm nhất {until} có kết quả giải quyết.',
  recipients: 'Nơi nhận:',
} as const;

export const denunciationAcceptanceWording: AcceptanceWording = {
  ...shared,
  abstract: 'thụ lý giải quyết tố cáo đối với {about}',
  opening:
    '{Received}, {noun} nhận được tố cáo có ký tên, nội dung cụ thể đối với {about}. Sau khi phân loại, {noun} thụ lý giải quyết từ {accepted}.',
  // QĐ 21-QĐ/TW (domain.md §5.4)
  rights: [
    'Danh tính, nơi ở, nơi công tác của người tố cáo được giữ bí mật, không ai được tiết lộ',
    'Đối tượng bị tố cáo được trình bày, giải trình; trong khi chờ kết luận vẫn giữ đầy đủ quyền của mình',
    'Kết quả được thông báo theo từng nội dung tố cáo',
  ],
  archive: 'Lưu {proper}, hồ sơ tố cáo (chỉ người có trách nhiệm được xem)',
};

export const appealAcceptanceWording: AcceptanceWording = {
  ...shared,
  abstract: 'thụ lý giải quyết khiếu nại kỷ luật của {from}',
  opening: '{Received}, {noun} nhận được khiếu nại của {from} đối với {against}. Sau khi xem xét, {noun} thụ lý giải quyết từ {accepted}.',
  // Điều lệ Đảng, Điều 39; QĐ 21-QĐ/TW (domain.md §5.4)
  rights: [
    'Người khiếu nại được trình bày ý kiến, bổ sung chứng cứ và được thông báo kết quả giải quyết',
    'Trong thời gian chờ giải quyết, quyết định kỷ luật vẫn phải được chấp hành',
    'Không đồng ý với kết quả giải quyết thì được khiếu nại tiếp lên cấp trên, không vượt cấp',
  ],
  archive: 'Lưu {proper}, hồ sơ khiếu nại (chỉ người có trách nhiệm được xem)',
};

/** Thông báo thụ lý of a denunciation or an appeal. */
export function acceptanceNoticePaper(input: AcceptanceNoticeInput, wording: AcceptanceWording = wordingOf(input.accepted)): Paper {
  const { kind: _kind, ...told } = input.accepted;
  const received = longDate(input.receivedOn);
  const values = { ...input.issuer.terms, ...told, Received: `Ngày${received.slice('ngày'.length)}`, accepted: longDate(input.acceptedOn) };
  const { settleBy } = input;
  return sentPaper(
    input,
    wording,
    {
      opening: () => [paragraph(fill(wording.opening, values))],
      items: () => input.items.map((item, index) => paragraph(`${index + 1}. ${sentence(item)}`)),
      term: () => (settleBy === undefined ? [] : [paragraph(fill(wording.term, { rule: settleBy.rule, until: longDate(settleBy.date) }))]),
      rights: () => bullets(wording.rights),
    },
    values,
  );
}

const wordingOf = ({ kind }: Accepted): AcceptanceWording => (kind === 'APPEAL' ? appealAcceptanceWording : denunciationAcceptanceWording);
