import { CardNumber } from '@vungmanh/contracts/membership/member-change';
import type { CellRemark } from '@vungmanh/contracts/organization/import-sheet';
import { searchText } from '@vungmanh/contracts/text';
import type { CourseKind } from '@vungmanh/contracts/training/course';
import { pastColumns, type HolderLevel, type PastColumn, type PastResult } from '@vungmanh/contracts/training/past-sheet';
import { Id, type CalendarDate } from '@vungmanh/contracts/types';

/** A row as it was read: empty cells are left out; `broken` cells say in Vietnamese why they cannot be taken. */
export interface PastSheetRow {
  readonly row: number;
  readonly cells: Partial<Record<PastColumn, string>>;
  readonly broken?: readonly PastColumn[];
}

/** What one row says, with what is wrong in its cells. */
export interface ReadPast {
  readonly row: number;
  /** As a person sees it again; the card number by its last three digits. */
  readonly shown: Partial<Record<PastColumn, string>>;
  readonly remarks: CellRemark[];
  readonly who: { personId?: string; card?: string; name?: string; birthDate?: CalendarDate; cellCode?: string };
  readonly kind?: CourseKind | undefined;
  readonly course?: string | undefined;
  readonly courseKey?: string | undefined;
  readonly level?: HolderLevel | undefined;
  readonly place?: string | undefined;
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  readonly hours?: number | undefined;
  readonly result?: PastResult | undefined;
  readonly certificate?: string | undefined;
}

const kinds: Readonly<Record<string, CourseKind>> = { 'boi duong': 'FOSTERING', 'tap huan': 'TRAINING_SESSION', 'dao tao': 'DEGREE' };
const levels: Readonly<Record<string, HolderLevel>> = {
  'trung uong': 'CENTRAL',
  tinh: 'PROVINCE',
  'cap tinh': 'PROVINCE',
  huyen: 'DISTRICT',
  'cap huyen': 'DISTRICT',
  xa: 'COMMUNE',
  'cap xa': 'COMMUNE',
  'co so': 'COMMUNE',
  'cap xa, co so': 'COMMUNE',
};
/** A grade says that it was passed; which grade is not kept. */
const results: Readonly<Record<string, PastResult>> = {
  'hoan thanh': 'PASSED',
  dat: 'PASSED',
  'dat yeu cau': 'PASSED',
  'xuat sac': 'PASSED',
  gioi: 'PASSED',
  kha: 'PASSED',
  'trung binh': 'PASSED',
  'trung binh kha': 'PASSED',
  'khong hoan thanh': 'FAILED',
  'khong dat': 'FAILED',
  'da du': 'ATTENDED',
  'tham gia': 'ATTENDED',
};
const dated: ReadonlySet<PastColumn> = new Set(pastColumns.filter((c) => 'date' in c).map((c) => c.key));
const MOST_HOURS = 5000;

/** Reads a row; whatever cannot be taken is left out and said in a remark. `today`: nothing of the past lies after it. */
export function readPastRow({ row, cells, broken = [] }: PastSheetRow, today: CalendarDate): ReadPast {
  const remarks: CellRemark[] = [];
  const wrong = (column: PastColumn, says: string): undefined => {
    remarks.push({ column, kind: 'ERROR', says });
    return undefined;
  };
  for (const column of broken) wrong(column, cells[column] ?? '');
  const text = (column: PastColumn, most = 200): string | undefined => {
    const value = broken.includes(column) ? undefined : cells[column];
    return value !== undefined && value.length > most ? wrong(column, `Dài quá ${most} ký tự.`) : value;
  };
  const needed = (column: PastColumn, says: string): string | undefined => (cells[column] === undefined ? wrong(column, says) : text(column));
  const one = <T>(column: PastColumn, choices: Readonly<Record<string, T>>, says: string): T | undefined => {
    const value = text(column);
    return value === undefined ? undefined : (choices[searchText(value)] ?? wrong(column, says));
  };
  const course = needed('course', 'Chưa ghi tên lớp.');
  const from = needed('from', 'Chưa ghi ngày bắt đầu.');
  const to = text('to') ?? from;
  if (from !== undefined && from > today) wrong('from', 'Ngày học sau hôm nay. Lượt học sắp tới thì mở lớp trong hệ thống.');
  else if (to !== undefined && to > today) wrong('to', 'Ngày kết thúc sau hôm nay.');
  if (from !== undefined && to !== undefined && to < from) wrong('to', 'Ngày kết thúc trước ngày bắt đầu.');
  return {
    row,
    shown: Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, shown(key as PastColumn, value, broken)])),
    who: whoOf(text, needed, wrong, (column, says) => remarks.push({ column, kind: 'WARNING', says })),
    kind: one('kind', kinds, 'Loại lớp ghi Bồi dưỡng, Tập huấn hoặc Đào tạo.'),
    course,
    courseKey: course === undefined ? undefined : searchText(course),
    level: one('level', levels, 'Cấp mở lớp ghi Trung ương, tỉnh, huyện hoặc xã.'),
    place: text('place'),
    from,
    to,
    hours: hoursOf(text('hours'), (says) => wrong('hours', says)),
    result: one('result', results, 'Kết quả ghi Hoàn thành, Không hoàn thành hoặc Đã dự.'),
    certificate: text('certificate', 60),
    remarks,
  };
}

type Text = (column: PastColumn) => string | undefined;
type Wrong = (column: PastColumn, says: string) => undefined;

function whoOf(
  text: Text,
  needed: (column: PastColumn, says: string) => string | undefined,
  wrong: Wrong,
  warn: (column: PastColumn, says: string) => void,
): ReadPast['who'] {
  const name = needed('name', 'Chưa ghi họ và tên.');
  const [person, card, birthDate, cellCode] = (['person', 'cardNumber', 'birthDate', 'cellCode'] as const).map((column) => text(column));
  const named = { ...(name === undefined ? {} : { name }), ...(birthDate === undefined ? {} : { birthDate }) };
  if (person !== undefined) {
    return Id.safeParse(person).success
      ? { ...named, personId: person }
      : (wrong('person', 'Mã hồ sơ không đúng. Nếu tự lập tệp, hãy để trống.') ?? named);
  }
  const digits = card?.replace(/[\s.]/g, '');
  if (digits !== undefined) {
    return CardNumber.safeParse(digits).success
      ? { ...named, card: digits }
      : (wrong('cardNumber', 'Số thẻ đảng viên gồm 8 đến 12 chữ số.') ?? named);
  }
  if (cellCode === undefined) wrong('cellCode', 'Không có số thẻ thì cần mã chi bộ đang sinh hoạt để nhận ra người.');
  else if (birthDate === undefined) {
    warn('birthDate', 'Không có số thẻ và ngày sinh nên chỉ nhận ra theo họ tên. Hãy kiểm tra có đúng người không.');
  }
  return { ...named, ...(cellCode === undefined ? {} : { cellCode: cellCode.toUpperCase().replace(/\s/g, '') }) };
}

function hoursOf(text: string | undefined, wrong: (says: string) => undefined): number | undefined {
  if (text === undefined) return undefined;
  const hours = Number(text);
  return Number.isInteger(hours) && hours > 0 && hours <= MOST_HOURS ? hours : wrong(`Số tiết là số nguyên từ 1 đến ${MOST_HOURS}.`);
}

function shown(column: PastColumn, value: string, broken: readonly PastColumn[]): string {
  if (broken.includes(column)) return '';
  if (column === 'cardNumber') return `…${value.slice(-3)}`;
  return dated.has(column) ? value.split('-').toReversed().join('/') : value;
}
