import { type Block, bullet, paragraph, type Paper, type Table } from '../paper.js';
import { count, fill, longDate, type Template } from '../wording.js';
import { sentPaper, type SentPaper, type SentWording } from './parts.js';

/** What the papers of a round of a contest say: of this round alone. */
export interface ContestPaperInput extends SentPaper {
  /** "Hội thi Bí thư chi bộ giỏi năm 2026". */
  readonly contest: string;
  /** The plan or rules that it follows. */
  readonly ground: string;
  readonly round: string;
  readonly level: string;
  readonly heldOn: string;
  readonly place: string;
  readonly criteria: readonly { readonly key: string; readonly label: string; readonly max: number }[];
  readonly jury: readonly { readonly name: string; readonly role: string }[];
  /** By place. */
  readonly entries: readonly ContestEntry[];
}

export interface ContestEntry {
  readonly name: string;
  readonly unit: string;
  readonly place: number;
  readonly total: number;
  readonly points: readonly { readonly key: string; readonly points: number }[];
}

export type ContestPaper = 'minutes' | 'results';
type Part = 'opening' | 'jury' | 'scale' | 'result' | 'end';

export interface ContestWording extends SentWording<Part> {
  readonly opening: Template;
  readonly scale: Template;
  readonly end: Template;
}

const common = {
  recipients: 'Nơi nhận:',
  archive: 'Lưu {proper}, hồ sơ hội thi',
  scale: '{label}: tối đa {max} điểm',
} as const;

export const contestWordings: Readonly<Record<ContestPaper, ContestWording>> = {
  minutes: {
    type: 'BIÊN BẢN',
    symbol: 'BB',
    abstract: 'chấm thi của ban giám khảo {round}, {contest}',
    order: ['opening', 'jury', 'scale', 'result', 'end'],
    headings: { jury: 'BAN GIÁM KHẢO', scale: 'THANG ĐIỂM', result: 'KẾT QUẢ' },
    opening: 'Ngày {day}, tại {place}, ban giám khảo chấm {round} ({level}), {contest}, theo {ground}; có {count} người dự thi.',
    end: 'Giám khảo không chấm người cùng chi bộ. Điểm mỗi tiêu chí là trung bình cộng điểm của các giám khảo. Biên bản đã được ban giám khảo thông qua.',
    ...common,
  },
  results: {
    type: 'THÔNG BÁO',
    symbol: 'TB',
    abstract: 'kết quả {round}, {contest}',
    order: ['opening', 'result', 'end'],
    headings: {},
    opening: '{proper} thông báo kết quả {round} ({level}), {contest}, tổ chức ngày {day} tại {place}, theo {ground}:',
    end: 'Kết quả này có giá trị trong phạm vi hội thi.',
    ...common,
  },
};

/** Biên bản of the jury, or the notice of results, of a round that was closed. */
export function contestPaper(kind: ContestPaper, input: ContestPaperInput, wording: ContestWording = contestWordings[kind]): Paper {
  const values = {
    ...input.issuer.terms,
    contest: input.contest,
    ground: input.ground,
    round: input.round,
    level: input.level.toLowerCase(),
    place: input.place,
    day: longDate(input.heldOn).replace(/^ngày /, ''),
    count: count(input.entries.length),
  };
  return sentPaper(
    input,
    wording,
    {
      opening: () => [paragraph(fill(wording.opening, values))],
      jury: () => input.jury.map(({ name, role }) => bullet(`Đồng chí ${name}: ${role.toLowerCase()}.`)),
      scale: () => input.criteria.map(({ label, max }) => bullet(`${fill(wording.scale, { label, max: String(max) })}.`)),
      result: () => [resultTable(kind, input)],
      end: (): Block[] => [paragraph(fill(wording.end, values))],
    },
    values,
  );
}

const points = (value: number): string => String(value).replace('.', ',');

/** Minutes show every line of the scale; the notice the total alone. */
function resultTable(kind: ContestPaper, { criteria, entries }: ContestPaperInput): Table {
  const lines = kind === 'minutes' ? criteria : [];
  const width = lines.length === 0 ? 0 : Math.floor(60 / lines.length);
  return {
    kind: 'table',
    columns: [
      { header: 'Hạng', width: 13, align: 'center' },
      { header: 'Họ và tên', width: 46 },
      { header: 'Tổ chức đảng', width: lines.length === 0 ? 86 : 28 },
      ...lines.map(({ label }) => ({ header: label, width, align: 'center' as const })),
      { header: 'Tổng điểm', width: 18, align: 'center' },
    ],
    rows: entries.map((one) => [
      String(one.place),
      one.name,
      one.unit,
      ...lines.map(({ key }) => points(one.points.find((p) => p.key === key)?.points ?? 0)),
      points(one.total),
    ]),
  };
}
