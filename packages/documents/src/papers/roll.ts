import { bullet, type Block, paragraph, type Paper, type Table } from '../paper.js';
import { clockTime, count, fill, labeled, sentence, share, type Template, weekdayAndDate } from '../wording.js';
import { footerOf, headingOf, type Issued } from './issuer.js';

/** A roll: empty to be signed by hand before a meeting, or filled from the closed roll. */
export interface RollInput extends Issued {
  readonly meeting: string;
  readonly startsOn: string;
  readonly startsAt: string;
  readonly venue: string;
  readonly rows: readonly RollRow[];
  /** Absent on an empty roll. */
  readonly totals?: RollTotals;
  readonly chair?: string;
  readonly minuteTaker?: string;
}

export interface RollRow {
  readonly name: string;
  readonly birthYear?: number;
  /** "Chính thức", "Dự bị", "Sinh hoạt tạm thời". */
  readonly standing: string;
  /** "Có mặt", "Vắng có lý do (ốm)"; absent on an empty roll. */
  readonly state?: string;
}

export interface RollTotals {
  readonly summoned: number;
  readonly present: number;
  readonly excused: number;
  readonly unexcused: number;
}

type Part = 'meeting' | 'time' | 'venue' | 'table' | 'totals';

export interface RollWording {
  readonly type: string;
  readonly abstract: Template;
  readonly order: readonly Part[];
  readonly meeting: string;
  readonly time: string;
  readonly venue: string;
  readonly columns: readonly [order: string, name: string, birthYear: string, standing: string, state: string, signature: string];
  readonly totals: Template;
  readonly minuteTaker: string;
  readonly chair: string;
  readonly note: string;
}

export const rollWording: RollWording = {
  type: 'DANH SÁCH ĐIỂM DANH',
  abstract: '{meeting}',
  order: ['time', 'venue', 'table', 'totals'],
  meeting: 'Cuộc họp',
  time: 'Thời gian',
  venue: 'Địa điểm',
  columns: ['TT', 'Họ và tên', 'Năm sinh', 'Đảng viên', 'Có mặt, vắng (lý do)', 'Ký tên'],
  totals: 'Tổng số được triệu tập: {summoned}; có mặt: {attended}; vắng có lý do: {excused}; vắng không có lý do: {unexcused}.',
  minuteTaker: 'NGƯỜI GHI BIÊN BẢN',
  chair: 'CHỦ TRÌ',
  note: '(Ký, ghi rõ họ tên)',
};

/** Danh sách điểm danh on A4 with a column to sign in. */
export function rollPaper(input: RollInput, wording: RollWording = rollWording): Paper {
  const parts: Record<Part, () => Block[]> = {
    meeting: () => [bullet(labeled(wording.meeting, sentence(input.meeting)))],
    time: () => [bullet(labeled(wording.time, `${clockTime(input.startsAt)}, ${weekdayAndDate(input.startsOn)}.`))],
    venue: () => [bullet(labeled(wording.venue, sentence(input.venue)))],
    table: () => [rollTable(input.rows, wording)],
    totals: () =>
      input.totals === undefined
        ? []
        : [paragraph(fill(wording.totals, { ...counted(input.totals), attended: share(input.totals.present, input.totals.summoned) }))],
  };
  const hand = (office: string, name: string | undefined) =>
    ({ kind: 'signature', office, note: wording.note, ...(name === undefined ? {} : { name }) }) as const;
  return {
    heading: headingOf(input, undefined),
    title: { type: wording.type, abstract: fill(wording.abstract, { meeting: input.meeting }) },
    blocks: [
      ...wording.order.flatMap((part) => parts[part]()),
      { kind: 'closing', left: hand(wording.minuteTaker, input.minuteTaker), right: hand(wording.chair, input.chair) },
    ],
    ...footerOf(input),
  };
}

const counted = (totals: RollTotals): Record<string, string> =>
  Object.fromEntries(Object.entries(totals).map(([key, n]: [string, number]) => [key, count(n)]));

function rollTable(rows: readonly RollRow[], wording: RollWording): Table {
  const [order, name, birthYear, standing, state, signature] = wording.columns;
  return {
    kind: 'table',
    columns: [
      { header: order, width: 11, align: 'center' },
      { header: name, width: 53 },
      { header: birthYear, width: 16, align: 'center' },
      { header: standing, width: 25 },
      { header: state, width: 32 },
      { header: signature, width: 28 },
    ],
    rows: rows.map((row, index) => [String(index + 1), row.name, String(row.birthYear ?? ''), row.standing, row.state ?? '', '']),
    rowHeight: 8,
  };
}
