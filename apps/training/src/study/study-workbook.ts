import type { StudyCounts } from '@vungmanh/contracts/training/study-campaign';
import type { StudyLevelLine } from '@vungmanh/contracts/training/study-level';
import { StudyState, studyStateLabel, studyTierLabel } from '@vungmanh/contracts/training/study-state';
import type { SheetColumn, SheetToWrite, SheetValue } from '@vungmanh/documents/workbook/write';

const number = (header: string): SheetColumn => ({ header, width: 14, kind: 'number' });
const day = (header: string): SheetColumn => ({ header, width: 14, kind: 'date' });
const sums = ['Số buổi học tập', 'Lượt triệu tập', 'Lượt dự', 'Bài thu hoạch'].map(number);

const sum = ({ figures }: StudyCounts, of: (f: StudyCounts['figures'][number]) => number): number => figures.reduce((all, f) => all + of(f), 0);

/** How many organizations stand where, right below one, and its total. `rows`: the organization first. */
export function countsSheet([top, ...below]: readonly StudyCounts[]): SheetToWrite {
  const columns: SheetColumn[] = [
    { header: 'TT', width: 6, kind: 'number' },
    { header: 'Mã tổ chức', width: 16, kind: 'text' },
    { header: 'Tổ chức đảng', width: 44, kind: 'text' },
    number('Số tổ chức'),
    ...StudyState.options.map((state) => number(studyStateLabel[state])),
    number('Quá hạn'),
    ...sums,
  ];
  const lines = below.map((row, i): SheetValue[] => [i + 1, row.code, row.name, ...counted(row)]);
  return { name: 'Tổng hợp', columns, rows: top ? [...lines, ['', '', 'Tổng cộng', ...counted(top)]] : lines };
}

const counted = (row: StudyCounts): SheetValue[] => [
  sum(row, (f) => f.levels),
  ...StudyState.options.map((state) => sum(row, (f) => (f.state === state ? f.levels : 0))),
  sum(row, (f) => f.late),
  row.sessions,
  row.expected,
  row.attended,
  row.essays,
];

const levelColumns: readonly SheetColumn[] = [
  { header: 'TT', width: 6, kind: 'number' },
  { header: 'Tổ chức đảng', width: 44, kind: 'text' },
  { header: 'Cấp', width: 30, kind: 'text' },
  { header: 'Tình trạng', width: 28, kind: 'text' },
  day('Hạn bước tiếp theo'),
  { header: 'Quá hạn', width: 10, kind: 'boolean' },
  ...sums,
  day('Ngày học tập xong'),
  { header: 'Số chương trình, kế hoạch', width: 22, kind: 'text' },
  day('Ngày ban hành'),
  day('Ngày sơ kết, tổng kết'),
];

/** Every organization in the order of the tree. */
export const levelsSheet = (levels: AsyncIterable<StudyLevelLine>): SheetToWrite => ({
  name: 'Danh sách',
  columns: levelColumns,
  rows: lines(levels),
});

async function* lines(levels: AsyncIterable<StudyLevelLine>): AsyncIterable<SheetValue[]> {
  let i = 0;
  for await (const l of levels) {
    i += 1;
    const step = l.state === 'REVIEWED' ? undefined : l.dueOn;
    const held = [l.sessions, l.expected, l.attended, l.essays];
    const program = [l.program?.number, l.program?.issuedOn];
    yield [i, l.nodeName, studyTierLabel[l.tier], studyStateLabel[l.state], step, l.late, ...held, l.studiedOn, ...program, l.reviewedOn];
  }
}
