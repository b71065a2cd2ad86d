import { type Block, paragraph, type Paper } from '../paper.js';
import { fill, longDate, sentence, type Template } from '../wording.js';
import { sentPaper, type SentPaper, type SentWording } from './parts.js';

/** What came of a denunciation. No field of it could tell who denounces. */
interface Settled extends SentPaper {
  /** "đồng chí Lương Văn Khuê": whom or what it is about. */
  readonly about: string;
  readonly receivedOn: string;
  readonly acceptedOn: string;
}

export interface DenunciationConclusionInput extends Settled {
  /** What was denounced, and the result of each. */
  readonly items: readonly { readonly text: string; readonly result: string }[];
  /** Whether whoever is denounced was told and has explained. */
  readonly heard: 'EXPLAINED' | 'TOLD' | 'NOT_TOLD';
  readonly conclusion: string;
  /** Settled behind the last day. */
  readonly late: boolean;
}

type Part = 'opening' | 'items' | 'heard' | 'conclusion';

export interface DenunciationConclusionWording extends SentWording<Part> {
  readonly opening: Template;
  readonly heard: Readonly<Record<DenunciationConclusionInput['heard'], string>>;
  readonly result: Template;
  readonly late: string;
}

const archive = 'Lưu {proper}, hồ sơ tố cáo (chỉ người có trách nhiệm được xem)';

export const denunciationConclusionWording: DenunciationConclusionWording = {
  type: 'KẾT LUẬN',
  symbol: 'KL',
  abstract: 'giải quyết tố cáo đối với {about}',
  order: ['opening', 'items', 'heard', 'conclusion'],
  headings: { items: 'KẾT QUẢ THEO TỪNG NỘI DUNG', heard: 'GIẢI TRÌNH CỦA ĐỐI TƯỢNG BỊ TỐ CÁO', conclusion: 'KẾT LUẬN' },
  opening: '{Received}, {noun} nhận được tố cáo đối với {about}; thụ lý từ {accepted}. Sau khi thẩm tra, xác minh, {noun} kết luận như sau:',
  heard: {
    EXPLAINED: 'Đối tượng bị tố cáo đã được thông báo từng nội dung và đã giải trình; bản giải trình lưu trong hồ sơ.',
    TOLD: 'Đối tượng bị tố cáo đã được thông báo từng nội dung, không gửi giải trình.',
    NOT_TOLD: 'Trong hồ sơ chưa ghi nhận việc thông báo nội dung tố cáo cho đối tượng bị tố cáo.',
  },
  result: '{n}. {text} Kết quả: {result}',
  late: 'Kết luận ban hành sau thời hạn giải quyết.',
  recipients: 'Nơi nhận:',
  archive,
};

/** Kết luận giải quyết tố cáo: the result of every item, whether whoever is denounced was heard, and what follows. */
export function denunciationConclusionPaper(
  input: DenunciationConclusionInput,
  wording: DenunciationConclusionWording = denunciationConclusionWording,
): Paper {
  const values = settledValues(input);
  return sentPaper(
    input,
    wording,
    {
      opening: () => [paragraph(fill(wording.opening, values))],
      items: () =>
        input.items.map(({ text, result }, i) => paragraph(fill(wording.result, { n: i + 1, text: sentence(text), result: sentence(result) }))),
      heard: () => [paragraph(wording.heard[input.heard])],
      conclusion: () => [paragraph(sentence(input.conclusion)), ...(input.late ? [paragraph(wording.late)] : [])],
    },
    values,
  );
}

/** What happened to a denunciation that whoever denounces, or whoever is denounced, is told of. */
export type DenunciationNews =
  | { readonly kind: 'RESULT'; readonly settledOn: string; readonly conclusion: string; readonly results: readonly string[] }
  | { readonly kind: 'EXTENDED'; readonly until: string; readonly former: string; readonly rule?: string }
  | { readonly kind: 'NOT_ACCEPTED' }
  | { readonly kind: 'FORWARDED' };

export interface DenunciationNoticeInput extends SentPaper {
  readonly about: string;
  readonly receivedOn: string;
  readonly news: DenunciationNews;
}

export interface DenunciationNoticeWording extends SentWording<'opening' | 'news' | 'kept'> {
  readonly abstracts: Readonly<Record<DenunciationNews['kind'], Template>>;
  readonly opening: Template;
  readonly item: Template;
  readonly news: Readonly<Record<DenunciationNews['kind'], Template>>;
  readonly kept: string;
}

export const denunciationNoticeWording: DenunciationNoticeWording = {
  type: 'THÔNG BÁO',
  symbol: 'TB',
  abstract: '{deed}',
  order: ['opening', 'news', 'kept'],
  headings: {},
  abstracts: {
    RESULT: 'kết quả giải quyết tố cáo',
    EXTENDED: 'gia hạn giải quyết tố cáo',
    NOT_ACCEPTED: 'không thụ lý tố cáo',
    FORWARDED: 'chuyển tố cáo đến nơi có thẩm quyền',
  },
  opening: '{Received}, {noun} nhận được tố cáo đối với {about}.',
  item: 'Nội dung {n}: {result}',
  news: {
    RESULT: '{Settled}, {noun} đã kết luận theo {conclusion}. Kết quả theo từng nội dung tố cáo, xếp theo thứ tự trong đơn:',
    EXTENDED: 'Thời hạn giải quyết ghi tại {former} được gia hạn; chậm nhất {until} có kết quả giải quyết. {rule}',
    NOT_ACCEPTED: 'Sau khi phân loại, {noun} không thụ lý vì tố cáo không đủ điều kiện theo quy định; nội dung được lưu làm thông tin.',
    FORWARDED: 'Sau khi phân loại, {noun} đã chuyển tố cáo, niêm phong, đến cơ quan có thẩm quyền giải quyết.',
  },
  // QĐ 21-QĐ/TW (domain.md §5.4)
  kept: 'Danh tính người tố cáo được giữ bí mật; Thông báo này không ghi và không được ghi thêm họ tên, địa chỉ của người tố cáo.',
  recipients: 'Nơi nhận:',
  archive,
};

/** Thông báo about a denunciation; it is addressed without a name: whoever sends it reads the name out of the vault. */
export function denunciationNoticePaper(input: DenunciationNoticeInput, wording: DenunciationNoticeWording = denunciationNoticeWording): Paper {
  const { news } = input;
  const values = { ...noticeValues(input, news), deed: wording.abstracts[news.kind] };
  const told: Block[] = [paragraph(fill(wording.news[news.kind], values).trim())];
  const results = news.kind === 'RESULT' ? news.results : [];
  return sentPaper(
    input,
    wording,
    {
      opening: () => [paragraph(fill(wording.opening, values))],
      news: () => [...told, ...results.map((result, i) => paragraph(fill(wording.item, { n: i + 1, result: sentence(result) })))],
      kept: () => [paragraph(wording.kept)],
    },
    values,
  );
}

function noticeValues(input: DenunciationNoticeInput, news: DenunciationNews) {
  const { issuer, about, receivedOn } = input;
  return {
    ...issuer.terms,
    about,
    Received: atBeginning(receivedOn),
    Settled: news.kind === 'RESULT' ? atBeginning(news.settledOn) : '',
    conclusion: news.kind === 'RESULT' ? news.conclusion : '',
    former: news.kind === 'EXTENDED' ? news.former : '',
    until: news.kind === 'EXTENDED' ? longDate(news.until) : '',
    rule: news.kind === 'EXTENDED' ? (news.rule ?? '') : '',
  };
}

const settledValues = ({ issuer, about, receivedOn, acceptedOn }: Settled) => ({
  ...issuer.terms,
  about,
  Received: atBeginning(receivedOn),
  accepted: longDate(acceptedOn),
});

const atBeginning = (date: string): string => `Ngày${longDate(date).slice('ngày'.length)}`;
