import { bullet, type Block, paragraph, type Paper, type Table } from '../paper.js';
import { clockTime, fill, labeled, sentence, type Template, weekdayAndDate } from '../wording.js';
import { footerOf, headingOf, type Issued, onBehalf, recipientsOf, type Signer } from './issuer.js';

/** What a notice of a meeting is made of. */
export interface NoticeInput extends Issued {
  /** The meeting in words: "sinh hoạt chi bộ thường kỳ tháng 02/2026". */
  readonly meeting: string;
  /** 'YYYY-MM-DD' and 'HH:MM' in Asia/Ho_Chi_Minh. */
  readonly startsOn: string;
  readonly startsAt: string;
  readonly venue: string;
  /** Who is called together; default "Toàn thể đảng viên chi bộ". */
  readonly audience?: string;
  readonly guests: readonly string[];
  readonly chair?: string;
  readonly agenda: readonly NoticeItem[];
  /** Chapters of the handbook that the items cite: 'mục 2: ST-02 “Đảng phí” (bản 1)'. */
  readonly handbook?: readonly string[];
  /** Names of the documents that go with the notice. */
  readonly documents: readonly string[];
  readonly signer: Signer;
  readonly recipients: readonly string[];
}

export interface NoticeItem {
  readonly title: string;
  /** Planned minutes. */
  readonly minutes?: number;
  readonly presenter?: string;
}

type Part = 'opening' | 'time' | 'venue' | 'audience' | 'guests' | 'chair' | 'agenda' | 'handbook' | 'documents' | 'request';

export interface NoticeWording {
  readonly type: string;
  readonly symbol: string;
  readonly abstract: Template;
  readonly order: readonly Part[];
  readonly opening: Template;
  readonly time: string;
  readonly venue: string;
  readonly audience: string;
  readonly everybody: Template;
  readonly guests: string;
  readonly chair: string;
  readonly agenda: string;
  readonly columns: readonly [order: string, content: string, presenter: string, minutes: string];
  readonly total: Template;
  readonly handbook: string;
  readonly documents: string;
  readonly request: Template;
  readonly recipients: string;
  readonly everyMember: Template;
  readonly archive: Template;
}

/** Wording in use; order and words are data that a province may replace. */
export const noticeWording: NoticeWording = {
  type: 'THÔNG BÁO',
  symbol: 'TB',
  abstract: '{meeting}',
  order: ['opening', 'time', 'venue', 'audience', 'guests', 'chair', 'agenda', 'handbook', 'documents', 'request'],
  opening: '{body} trân trọng thông báo và kính mời các đồng chí dự {meeting}, cụ thể như sau:',
  time: 'Thời gian',
  venue: 'Địa điểm',
  audience: 'Thành phần',
  everybody: 'Toàn thể {members}',
  guests: 'Mời dự',
  chair: 'Chủ trì',
  agenda: 'Nội dung, chương trình',
  columns: ['TT', 'Nội dung', 'Người trình bày', 'Thời gian (phút)'],
  total: 'Tổng thời gian dự kiến: {minutes} phút.',
  handbook: 'Đọc trước trong Sổ tay nghiệp vụ',
  documents: 'Tài liệu gửi kèm',
  request:
    'Đề nghị các đồng chí nghiên cứu trước tài liệu, chuẩn bị ý kiến và dự họp đầy đủ, đúng giờ. Đồng chí nào vắng mặt cần báo cáo lý do với người chủ trì trước buổi họp.',
  recipients: 'Nơi nhận:',
  everyMember: 'Các {members}',
  archive: 'Lưu {proper}',
};

/** Thông báo (giấy mời) of a meeting with its agenda as a table. */
export function noticePaper(input: NoticeInput, wording: NoticeWording = noticeWording): Paper {
  const { issuer, meeting } = input;
  const terms = { ...issuer.terms };
  const parts: Record<Part, () => Block[]> = {
    opening: () => [paragraph(fill(wording.opening, { body: issuer.terms.proper, meeting }))],
    time: () => [bullet(labeled(wording.time, `${clockTime(input.startsAt)}, ${weekdayAndDate(input.startsOn)}.`))],
    venue: () => [bullet(labeled(wording.venue, sentence(input.venue)))],
    audience: () => [bullet(labeled(wording.audience, sentence(input.audience ?? fill(wording.everybody, terms))))],
    guests: () => (input.guests.length === 0 ? [] : [bullet(labeled(wording.guests, sentence(input.guests.join('; '))))]),
    chair: () => (input.chair === undefined ? [] : [bullet(labeled(wording.chair, sentence(input.chair)))]),
    agenda: () =>
      input.agenda.length === 0
        ? []
        : [bullet([{ text: `${wording.agenda}:`, bold: true }]), agendaTable(input.agenda, wording), ...totalOf(input.agenda, wording)],
    handbook: () => (input.handbook?.length ? [bullet(labeled(wording.handbook, sentence(input.handbook.join('; '))))] : []),
    documents: () => (input.documents.length === 0 ? [] : [bullet(labeled(wording.documents, sentence(input.documents.join('; '))))]),
    request: () => [paragraph(fill(wording.request, terms))],
  };
  const recipients = input.recipients.length > 0 ? input.recipients : [fill(wording.everyMember, terms)];
  return {
    heading: headingOf(input, wording.symbol),
    title: { type: wording.type, abstract: fill(wording.abstract, { meeting }) },
    blocks: [
      ...wording.order.flatMap((part) => parts[part]()),
      { kind: 'closing', left: recipientsOf(wording.recipients, recipients, fill(wording.archive, terms)), right: onBehalf(issuer, input.signer) },
    ],
    ...footerOf(input),
  };
}

function agendaTable(agenda: readonly NoticeItem[], wording: NoticeWording): Table {
  const [order, content, presenter, minutes] = wording.columns;
  return {
    kind: 'table',
    columns: [
      { header: order, width: 12, align: 'center' },
      { header: content, width: 87 },
      { header: presenter, width: 43 },
      { header: minutes, width: 23, align: 'center' },
    ],
    rows: agenda.map((item, index) => [String(index + 1), item.title, item.presenter ?? '', item.minutes === undefined ? '' : String(item.minutes)]),
  };
}

function totalOf(agenda: readonly NoticeItem[], wording: NoticeWording): Block[] {
  const minutes = agenda.reduce((sum, item) => sum + (item.minutes ?? 0), 0);
  return minutes === 0 ? [] : [paragraph([{ text: fill(wording.total, { minutes }), italic: true }])];
}
