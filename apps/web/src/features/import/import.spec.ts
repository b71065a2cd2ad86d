import type { Import } from '@vungmanh/contracts/organization/import';
import type { ImportRow } from '@vungmanh/contracts/organization/import-sheet';
import {
  allRows,
  changesAnything,
  columnsOf,
  columnsWithContent,
  confirmSentence,
  isUnderWay,
  rowRemarks,
  sheetsOf,
  worstOf,
} from './import-text.js';
import { fileTrouble } from './file-trouble.js';

const none = { new: 0, changed: 0, unchanged: 0, errors: 0, warnings: 0 };
const run: Import = {
  id: 'i',
  version: 2,
  nodeId: 'n',
  fileName: 'danh-sach.xlsx',
  state: 'READY',
  startedAt: '2026-11-22T01:00:00Z',
  progress: { done: 0, total: 0 },
  confirmed: [],
  organizations: { ...none, new: 12, unchanged: 3 },
  members: { ...none, new: 1204, changed: 4, errors: 2 },
};

describe('what confirming would write', () => {
  it.each([
    [['ORGANIZATIONS', 'MEMBERS'], 'Sẽ thêm mới 12 tổ chức đảng; thêm mới 1.204 đảng viên, thay đổi 4 đảng viên.'],
    [['ORGANIZATIONS'], 'Sẽ thêm mới 12 tổ chức đảng.'],
    [[], 'Chưa chọn trang tính nào.'],
  ] as const)('%j: %s', (sheets, sentence) => expect(confirmSentence(run, sheets)).toBe(sentence));

  it('is nothing while every sheet holds errors', () => {
    const { organizations: _, ...membersOnly } = run;
    expect(confirmSentence(membersOnly, [])).toBe('Chưa nhập được: đồng chí sửa các dòng có lỗi trong tệp rồi gửi lại.');
  });

  it('is nothing when the file says what stands already', () => {
    const same = { ...run, members: { ...none, unchanged: 9 } };
    expect(confirmSentence(same, ['MEMBERS'])).toBe('Sẽ không thay đổi đảng viên nào.');
    expect([changesAnything(same, ['MEMBERS']), changesAnything(run, ['MEMBERS'])]).toEqual([false, true]);
  });
});

it('shows the sheets that the file has', () => {
  const { organizations: _, ...membersOnly } = run;
  expect([sheetsOf(run), sheetsOf(membersOnly)]).toEqual([['ORGANIZATIONS', 'MEMBERS'], ['MEMBERS']]);
  expect(allRows({ ...none, new: 1, unchanged: 2, errors: 3, warnings: 3 })).toBe(6);
  expect([isUnderWay('READING'), isUnderWay('READY'), isUnderWay('DONE')]).toEqual([true, false, false]);
});

it('draws the columns that say something, and keeps remarks about the whole row', () => {
  const row: ImportRow = {
    row: 2,
    state: 'ERROR',
    warned: false,
    cells: { name: 'Nguyễn Văn Mẫu' },
    remarks: [
      { column: 'birthDate', kind: 'ERROR', says: 'Ngày sinh không có thật.' },
      { column: '', kind: 'WARNING', says: 'Dòng này lặp lại dòng 5.' },
    ],
  };
  expect(columnsWithContent(columnsOf('MEMBERS'), [row]).map((c) => c.key)).toEqual(['name', 'birthDate']);
  expect(rowRemarks(columnsOf('MEMBERS'), row).map((r) => r.says)).toEqual(['Dòng này lặp lại dòng 5.']);
  expect([worstOf(row.remarks), worstOf([])]).toEqual(['ERROR', undefined]);
});

it('stops a wrong file before it is sent', () => {
  expect(fileTrouble({ name: 'a.XLSX', size: 10 })).toBeUndefined();
  expect(fileTrouble({ name: 'a.xls', size: 10 })).toContain('.xlsx');
  expect(fileTrouble({ name: 'a.xlsx', size: 21 * 1024 * 1024 })).toContain('20 MB');
  expect(fileTrouble(undefined)).toBe('Chưa chọn tệp');
});
