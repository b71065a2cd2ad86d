import { type Block, bullet, paragraph, type Paper, type Table } from '../paper.js';
import { clockTime, count, fill, labeled, longDate, sentence, share, type Template, weekdayAndDate } from '../wording.js';
import { upper } from './issuer.js';
import { articles, sentPaper, type SentPaper, type SentWording } from './parts.js';

/** What every paper of a class says of it. */
export interface ClassPaperInput extends SentPaper {
  /** "Bồi dưỡng nhận thức về Đảng", as the catalog has it. */
  readonly course: string;
  /** "Lớp khóa I năm 2026". */
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly people: readonly ClassPerson[];
  readonly sittings: readonly Sitting[];
}

export interface ClassPerson {
  readonly name: string;
  readonly birthYear?: number;
  readonly unit: string;
  /** Sittings attended; absent before any roll was closed. */
  readonly attended?: number;
  /** Numbers of the sittings missed. */
  readonly missed?: readonly number[];
  readonly mark?: string;
  /** "Đạt yêu cầu". */
  readonly result?: string;
}

export interface Sitting {
  readonly number: number;
  readonly date: string;
  /** '07:30'. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly topic: string;
  readonly lecturers: string;
}

export type ClassPaper = 'decision' | 'participants' | 'invitation' | 'attendance' | 'marks' | 'recognition';

export interface ClassWording extends SentWording<'content'> {
  /** What the paper says, in its order; the articles of a decision. */
  readonly lines: readonly Template[];
  /** A decision's heading line above its articles. */
  readonly decides?: Template;
}

const archive = { order: ['content'], headings: {}, recipients: 'Nơi nhận:', archive: 'Lưu {proper}, hồ sơ lớp học' } as const;

export const classWordings: Readonly<Record<ClassPaper, ClassWording>> = {
  decision: {
    type: 'QUYẾT ĐỊNH',
    symbol: 'QĐ',
    abstract: 'mở lớp {course}',
    decides: '{proper} quyết định:',
    lines: [
      'Mở {title}, chương trình {course}, gồm {count} học viên có tên trong danh sách kèm theo. Thời gian: {time}. Địa điểm: {place}.',
      'Học viên học tập đầy đủ theo lịch của lớp, chấp hành nội quy, viết bài thu hoạch hoặc làm bài kiểm tra theo quy định của chương trình.',
      'Các tổ chức đảng có học viên và học viên có tên trong danh sách chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực từ {date}.',
    ],
    ...archive,
  },
  participants: {
    type: 'DANH SÁCH',
    abstract: 'học viên {title}',
    lines: ['Chương trình {course}. Thời gian: {time}. Địa điểm: {place}. Tổng số: {count} học viên.'],
    ...archive,
  },
  invitation: {
    type: 'GIẤY TRIỆU TẬP',
    abstract: 'dự {title}',
    lines: [
      '{proper} triệu tập {count} đồng chí có tên trong danh sách kèm theo dự {title}, chương trình {course}.',
      'Đồng chí nào không dự được đề nghị báo cáo lý do với chi bộ và {noun} trước ngày khai giảng.',
    ],
    ...archive,
  },
  attendance: {
    type: 'BẢNG ĐIỂM DANH',
    abstract: '{title}',
    lines: ['Chương trình {course}. Thời gian: {time}. Địa điểm: {place}.'],
    ...archive,
  },
  marks: {
    type: 'BẢNG ĐIỂM, KẾT QUẢ',
    abstract: '{title}',
    lines: ['Chương trình {course}. Thời gian: {time}. Kết quả: {passed} học viên đạt yêu cầu.'],
    ...archive,
  },
  recognition: {
    type: 'QUYẾT ĐỊNH',
    symbol: 'QĐ',
    abstract: 'công nhận kết quả lớp {course}',
    decides: '{proper} quyết định:',
    lines: [
      'Công nhận {passed} học viên của {title} hoàn thành chương trình {course} và được cấp giấy chứng nhận (danh sách kèm theo).',
      'Các tổ chức đảng có học viên và học viên có tên trong danh sách chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực từ {date}.',
    ],
    ...archive,
  },
};

/** A paper of a class: what it says, then the list or the timetable that belongs to it. */
export function classPaper(kind: ClassPaper, input: ClassPaperInput, wording: ClassWording = classWordings[kind]): Paper {
  const passed = input.people.filter((one) => one.result === PASSED).length;
  const values = {
    ...input.issuer.terms,
    course: input.course,
    title: input.title,
    place: input.place,
    count: count(input.people.length),
    passed: share(passed, input.people.length),
    time: input.from === input.to ? longDate(input.from) : `từ ${longDate(input.from)} đến ${longDate(input.to)}`,
    date: input.date === undefined ? 'ngày ký' : longDate(input.date),
  };
  const said = wording.lines.map((line) => fill(line, values));
  const decides = wording.decides;
  const text =
    decides === undefined
      ? said.map((line) => paragraph(line))
      : articles(
          [],
          upper(fill(decides, values)),
          said.map((line) => [line]),
        );
  return sentPaper(input, wording, { content: () => [...text, ...listed(kind, input)] }, values);
}

/** How a result reads that gives a right to a certificate. */
export const PASSED = 'Đạt yêu cầu';

function listed(kind: ClassPaper, input: ClassPaperInput): Block[] {
  const { people, sittings } = input;
  switch (kind) {
    case 'decision':
    case 'participants':
      return [
        table(
          [
            ['Năm sinh', 20],
            ['Tổ chức đảng', 74],
          ],
          people,
          (one) => [String(one.birthYear ?? ''), one.unit],
        ),
      ];
    case 'invitation':
      return [
        ...sittings.map(sittingLine),
        table(
          [
            ['Năm sinh', 20],
            ['Tổ chức đảng', 74],
          ],
          people,
          (one) => [String(one.birthYear ?? ''), one.unit],
        ),
      ];
    case 'attendance':
      return [
        ...sittings.map(sittingLine),
        table(
          [
            ['Tổ chức đảng', 44],
            ['Số buổi dự', 20],
            ['Buổi vắng', 30],
          ],
          people,
          (one) => [one.unit, `${one.attended ?? 0}/${sittings.length}`, one.missed?.join(', ') ?? ''],
        ),
      ];
    case 'marks':
      return [
        table(
          [
            ['Tổ chức đảng', 36],
            ['Số buổi dự', 18],
            ['Điểm', 14],
            ['Kết quả', 26],
          ],
          people,
          (one) => [one.unit, `${one.attended ?? 0}/${sittings.length}`, one.mark ?? '', one.result ?? ''],
        ),
      ];
    case 'recognition':
      return [
        table(
          [
            ['Năm sinh', 20],
            ['Tổ chức đảng', 74],
          ],
          people.filter((one) => one.result === PASSED),
          (one) => [String(one.birthYear ?? ''), one.unit],
        ),
      ];
  }
}

const sittingLine = ({ number, date, startsAt, endsAt, place, topic, lecturers }: Sitting): Block =>
  bullet(
    labeled(
      `Buổi ${number}`,
      sentence(
        [`${weekdayAndDate(date)}, từ ${clockTime(startsAt)} đến ${clockTime(endsAt)}, tại ${place}: ${topic}`, lecturers]
          .filter(Boolean)
          .join('; giảng viên: '),
      ),
    ),
  );

function table(
  columns: readonly (readonly [header: string, width: number])[],
  people: readonly ClassPerson[],
  cellsOf: (one: ClassPerson) => readonly string[],
): Table {
  return {
    kind: 'table',
    columns: [
      { header: 'TT', width: 11, align: 'center' },
      { header: 'Họ và tên', width: 60 },
      ...columns.map(([header, width]) => ({ header, width, ...(width < 30 ? { align: 'center' as const } : {}) })),
    ],
    rows: people.map((one, i) => [String(i + 1), one.name, ...cellsOf(one)]),
  };
}
