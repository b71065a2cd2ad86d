import type { Cell, Row } from '@vungmanh/documents/workbook/cell';
import { changesOf, judgeSheet, wrongIn, type Against } from './judge-sheet.js';

const row = (at: number, ...values: (string | number | null)[]): Row => ({
  sheet: 'Bình xét',
  row: at,
  cells: values.map((value, i): Cell => ({
    row: at,
    column: i + 1,
    kind: value === null ? 'empty' : typeof value === 'number' ? 'number' : 'text',
    value,
  })),
});

const against: Against = {
  members: [
    { lineId: 'an', name: 'Nguyễn Văn An', birthYear: 1970 },
    { lineId: 'binh-1', name: 'Trần Hòa Bình', birthYear: 1980 },
    { lineId: 'binh-2', name: 'Trần Hòa Bình', birthYear: 1985 },
  ],
  months: ['2026-10', '2026-11', '2026-12'],
  open: ['2026-10', '2026-11'],
  scale: ['A', 'B', 'C'],
  standing: new Map([
    ['an 2026-10', 'B'],
    ['binh-1 2026-10', 'A'],
  ]),
};
const head = row(3, 'Họ và tên', 'Năm sinh', 'Tháng 10', 'Tháng 11', 'Tháng 12');

function judged(...rows: Row[]) {
  const result = judgeSheet([row(1, 'Chi bộ 4'), head, ...rows], against);
  if ('why' in result) throw new Error(result.why);
  return result;
}

describe('a sheet of grades', () => {
  it('tells of each cell what it would do', () => {
    const rows = judged(row(4, 'nguyễn văn an', null, 'A', 'a', null), row(5, 'Trần Hoà Bình', 1980, 'A', null, null));
    expect(rows.map((r) => [r.lineId, r.cells.map((c) => c.state)])).toEqual([
      ['an', ['CHANGED', 'NEW', 'EMPTY']],
      ['binh-1', ['SAME', 'EMPTY', 'EMPTY']],
    ]);
    expect(wrongIn(rows)).toBe(0);
    expect(changesOf(rows)).toEqual([
      { lineId: 'an', month: '2026-10', grade: 'A' },
      { lineId: 'an', month: '2026-11', grade: 'A' },
    ]);
  });

  it.each<[string, Row, string]>([
    ['a mark outside of the scale', row(4, 'Nguyễn Văn An', null, 'D'), '"D" không thuộc thang bình xét (A, B, C).'],
    ['a month that has not begun', row(4, 'Nguyễn Văn An', null, null, null, 'A'), 'Tháng này chưa đến nên chưa ghi được.'],
    ['a name that nobody has', row(4, 'Lê Thị Lạ', null, 'A'), 'Chi bộ không có đảng viên tên "Lê Thị Lạ" trong kế hoạch giám sát quý này.'],
    ['a name that two have', row(4, 'Trần Hòa Bình', null, 'A'), 'Có 2 đồng chí tên "Trần Hòa Bình". Hãy ghi thêm năm sinh.'],
    ['a year of birth that is another', row(4, 'Nguyễn Văn An', 1971, 'A'), 'Năm sinh 1971 không khớp với đồng chí "Nguyễn Văn An".'],
    ['a grade beside no name', row(4, null, null, 'A'), 'Dòng này chưa ghi họ và tên.'],
  ])('does not take %s', (_what, wrong, why) => {
    const rows = judged(wrong);
    expect(wrongIn(rows)).toBe(1);
    expect(JSON.stringify(rows)).toContain(JSON.stringify(why).slice(1, -1));
  });

  it('does not take a member twice', () => {
    const rows = judged(row(4, 'Nguyễn Văn An', null, 'A'), row(5, 'Nguyễn Văn An', 1970, 'B'));
    expect(rows[1]).toMatchObject({ why: 'Đồng chí này đã có ở dòng 4.' });
    expect(changesOf(rows)).toHaveLength(1);
  });

  it('says what a sheet needs that has not the columns', () => {
    expect(judgeSheet([row(1, 'Họ và tên', 'Tháng 9')], against)).toEqual({
      why: 'Bảng cần có cột "Họ và tên" và cột "Tháng 10" theo các tháng trong quý.',
    });
  });
});
