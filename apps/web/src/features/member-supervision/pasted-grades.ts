import { searchText } from '@vungmanh/contracts/text';
import type { Month } from '@vungmanh/contracts/types';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Against {
  readonly rows: readonly Named[];
  /** The months in the order of the pasted columns. */
  readonly months: readonly Month[];
  readonly scale: readonly string[];
}

export interface PastedGrade {
  readonly lineId: string;
  readonly month: Month;
  readonly grade: string;
}

/** Lines of a table as they are copied out of a spreadsheet: columns apart by tabs, the first with letters is the name. */
const cellsOf = (line: string): string[] => {
  const cells = line
    .normalize('NFC')
    .split('\t')
    .map((cell) => cell.trim());
  return cells.slice(cells.findIndex((cell) => /\p{L}/u.test(cell)));
};

const isHead = (line: string): boolean => line.split('\t').some((cell) => /^(ho va ten|ho ten|dang vien)$/.test(searchText(cell)));

/** What was pasted says; what could not be read is said by line, and nothing is guessed. */
export function readPasted(text: string, { rows, months, scale }: Against): { grades: PastedGrade[]; unread: string[] } {
  const grades: PastedGrade[] = [];
  const unread: string[] = [];
  for (const line of text.split(/\r?\n/).filter((one) => one.trim() !== '')) {
    const [name = '', ...marks] = cellsOf(line);
    const exact = rows.filter((row) => row.name.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi'));
    const found = exact.length > 0 ? exact : rows.filter((row) => searchText(row.name) === searchText(name));
    const [only] = found;
    if (only === undefined || found.length > 1) {
      if (!isHead(line))
        unread.push(found.length > 1 ? `${name}: có ${found.length} đồng chí cùng tên, hãy chọn ở bảng` : `${name}: không có trong danh sách`);
      continue;
    }
    for (const [i, month] of months.entries()) {
      const written = marks[i] ?? '';
      if (written === '') continue;
      const grade = scale.find((mark) => searchText(mark) === searchText(written));
      if (grade === undefined) unread.push(`${name}: "${written}" không có trong thang bình xét`);
      else grades.push({ lineId: only.id, month, grade });
    }
  }
  return { grades, unread };
}

/** 'A, B, C' as marks. */
export const marksOf = (typed: string): string[] =>
  typed
    .normalize('NFC')
    .split(/[,;\n]/)
    .map((mark) => mark.trim())
    .filter((mark) => mark !== '');
