import type { SupervisionRow } from '@vungmanh/contracts/inspection/supervision-line';
import { marksOf, readPasted } from './pasted-grades.js';
import { awaitsReminder, inQuarter, passes, quarterAt, quarterOn, tasksText } from './supervision-text.js';

const none = { given: 0, onTime: 0, late: 0, notDone: 0, overdue: 0, running: 0 };
const row = (changes: Partial<SupervisionRow> = {}): SupervisionRow => ({
  id: 'a',
  version: 1,
  personId: 'p',
  name: 'Lò Thị An',
  managedAbove: false,
  own: false,
  tasks: none,
  grades: [],
  reminders: 0,
  answers: 0,
  reported: false,
  ...changes,
});

it('goes from quarter to quarter over the year', () => {
  expect(quarterAt('2026-12-31')).toBe('2026-Q4');
  expect(quarterOn('2026-Q4', 1)).toBe('2027-Q1');
  expect(quarterOn('2026-Q1', -1)).toBe('2025-Q4');
  expect(inQuarter('2026-Q4')).toBe('quý IV năm 2026');
});

it.each([
  { tasks: { ...none, given: 2, onTime: 2 }, due: false },
  { tasks: { ...none, given: 1, late: 1 }, due: true },
  { tasks: { ...none, given: 1, overdue: 1 }, due: true },
  { tasks: { ...none, given: 1, notDone: 1 }, due: true },
  { tasks: { ...none, given: 1, late: 1 }, reminders: 1, due: false },
  { tasks: { ...none, given: 1, late: 1 }, proposal: 'HELP' as const, due: false },
  { tasks: { ...none, given: 1, late: 1 }, reported: true, due: false },
])('a reminder is due while something fell behind and nobody has spoken of it: $due', ({ due, ...changes }) => {
  expect(awaitsReminder(row(changes))).toBe(due);
  expect(passes(row(changes), 'AWAITS')).toBe(due);
});

it('finds those with whom something was done', () => {
  expect(passes(row({ reported: true }), 'PROPOSED')).toBe(true);
  expect(passes(row({ answers: 1 }), 'ANSWERED')).toBe(true);
  expect(passes(row(), 'REMINDED')).toBe(false);
});

it('says of tasks only what there is', () => {
  expect(tasksText({ ...none, given: 3, onTime: 1, late: 2 })).toBe('3 nhiệm vụ: 1 đúng hạn, 2 chậm');
  expect(tasksText(none)).toBe('Chưa được chi bộ giao nhiệm vụ có hạn trong quý');
});

describe('grades pasted out of a spreadsheet', () => {
  const against = {
    rows: [
      { id: '1', name: 'Lò Thị An' },
      { id: '2', name: 'Nguyễn Văn Toàn' },
      { id: '3', name: 'Nguyễn Văn Toản' },
      { id: '4', name: 'Vi Văn Đức' },
      { id: '5', name: 'Vi Văn Đức' },
    ],
    months: ['2026-10', '2026-11'],
    scale: ['A', 'B'],
  };

  it('are read by name and month, whatever stands before the name', () => {
    const text = 'STT\tHọ và tên\tTháng 10\tTháng 11\n1\tLò Thị An\tA\tb\r\n2\tLO THI AN\t\tA\n3\tNguyễn Văn Toàn\tB\n';
    expect(readPasted(text.normalize('NFD'), against)).toEqual({
      grades: [
        { lineId: '1', month: '2026-10', grade: 'A' },
        { lineId: '1', month: '2026-11', grade: 'B' },
        { lineId: '1', month: '2026-11', grade: 'A' },
        { lineId: '2', month: '2026-10', grade: 'B' },
      ],
      unread: [],
    });
  });

  it('are not guessed', () => {
    const { grades, unread } = readPasted('Nguyen Van Toan\tA\nVi Văn Đức\tA\nLò Thị An\tC\nNgười Lạ\tA', against);
    expect(grades).toEqual([]);
    expect(unread).toEqual([
      'Nguyen Van Toan: có 2 đồng chí cùng tên, hãy chọn ở bảng',
      'Vi Văn Đức: có 2 đồng chí cùng tên, hãy chọn ở bảng',
      'Lò Thị An: "C" không có trong thang bình xét',
      'Người Lạ: không có trong danh sách',
    ]);
  });

  it('marks are parted by commas', () => {
    expect(marksOf(' A, B;C ,')).toEqual(['A', 'B', 'C']);
    expect(marksOf('')).toEqual([]);
  });
});
