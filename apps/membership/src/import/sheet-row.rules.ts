import { CardNumber, CitizenNumber } from '@vungmanh/contracts/membership/member-change';
import type { MemberSheetRow } from '@vungmanh/contracts/membership/import';
import type { CellRemark, MemberColumn } from '@vungmanh/contracts/organization/import-sheet';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { probationOver } from '../member/member.rules.js';
import { Reading, searched, type Sheet } from './reading.rules.js';

/** What one row of the sheet of members says, with what is wrong in its cells. No remark ever repeats a card or citizen number. */
export interface ReadRow {
  readonly row: number;
  readonly nodeId?: string | undefined;
  readonly name?: string | undefined;
  readonly birthDate?: CalendarDate | undefined;
  readonly sex?: 'MALE' | 'FEMALE' | undefined;
  readonly cardNumber?: string | undefined;
  readonly citizenNumber?: string | undefined;
  readonly residence?: string | undefined;
  readonly status?: 'PROBATIONARY' | 'OFFICIAL' | undefined;
  readonly admittedOn?: CalendarDate | undefined;
  readonly officialOn?: CalendarDate | undefined;
  readonly exemptFrom?: CalendarDate | undefined;
  readonly awayFrom?: CalendarDate | undefined;
  readonly awayPlace?: string | undefined;
  readonly remarks: CellRemark[];
  /** What can be shown of the row again, by {@link shownCells}; the two numbers stand apart, as they were written when they cannot be taken. */
  readonly shown: string;
  readonly shownCard?: string | undefined;
  readonly shownCitizen?: string | undefined;
}

const sexes: Readonly<Record<string, 'MALE' | 'FEMALE'>> = { nam: 'MALE', nu: 'FEMALE' };
const statuses: Readonly<Record<string, 'PROBATIONARY' | 'OFFICIAL'>> = {
  'du bi': 'PROBATIONARY',
  'dang vien du bi': 'PROBATIONARY',
  'chinh thuc': 'OFFICIAL',
  'dang vien chinh thuc': 'OFFICIAL',
};
/** What lists write for everybody who takes part; the official day then tells the status. */
const takesPart = new Set(['dang sinh hoat', 'dang vien dang sinh hoat', 'sinh hoat chinh thuc', 'mien sinh hoat', 'di lam an xa']);

/** Reads a row; whatever cannot be taken is left out and said in a remark. */
export function readRow(sheetRow: MemberSheetRow, sheet: Sheet): ReadRow {
  const r = new Reading(sheetRow, sheet);
  const name = r.required('name', nameOf(r), 'Chưa ghi họ và tên.');
  const birthDate = r.date('birthDate');
  if (r.written('birthDate') === undefined) r.say('birthDate', 'WARNING', 'Chưa ghi ngày sinh.');
  const admittedOn = r.required('admittedOn', r.date('admittedOn'), 'Chưa ghi ngày kết nạp.');
  const officialOn = r.date('officialOn');
  const status = r.required('status', statusOf(r, officialOn), 'Chưa ghi trạng thái.');
  const exemptFrom = r.date('exemptFrom');
  const awayFrom = r.date('awayFrom');
  r.order('admittedOn', birthDate, admittedOn, 'Ngày kết nạp trước ngày sinh.');
  r.order('officialOn', admittedOn, officialOn, 'Ngày chính thức trước ngày kết nạp.');
  r.order('exemptFrom', admittedOn, exemptFrom, 'Ngày miễn sinh hoạt trước ngày kết nạp.');
  r.order('awayFrom', admittedOn, awayFrom, 'Ngày đi làm ăn xa trước ngày kết nạp.');
  if (status === 'PROBATIONARY' && officialOn !== undefined) r.say('officialOn', 'ERROR', 'Đảng viên dự bị chưa có ngày chính thức.');
  warnOfProbation(r, admittedOn, officialOn);
  return {
    row: sheetRow.row,
    nodeId: cellOf(r),
    name,
    birthDate,
    sex: choiceOf(r, 'sex', sexes, 'Giới tính ghi Nam hoặc Nữ.'),
    cardNumber: cardOf(r),
    citizenNumber: citizenOf(r),
    residence: r.text('residence'),
    status,
    admittedOn,
    officialOn,
    exemptFrom,
    awayFrom,
    awayPlace: r.text('awayPlace'),
    remarks: r.remarks,
    shown: r.line(),
    shownCard: r.shown('cardNumber'),
    shownCitizen: r.shown('citizenNumber'),
  };
}

/** A name in capitals becomes a name as it is written. */
function nameOf(r: Reading): string | undefined {
  const name = r.text('name');
  if (name === undefined) return undefined;
  if (!/^[\p{L}\p{M}\s.'’-]+$/u.test(name)) return r.say('name', 'ERROR', 'Họ và tên có ký tự lạ. Hãy kiểm tra lại.');
  if (name !== name.toUpperCase()) return name;
  return name.toLowerCase().replace(/(^|[\s.'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function choiceOf<T>(r: Reading, column: MemberColumn, choices: Readonly<Record<string, T>>, says: string): T | undefined {
  const text = r.cell(column);
  if (text === undefined) return undefined;
  return choices[searched.of(text)] ?? r.say(column, 'ERROR', says);
}

function statusOf(r: Reading, officialOn: CalendarDate | undefined): 'PROBATIONARY' | 'OFFICIAL' | undefined {
  const cell = r.cell('status');
  if (cell === undefined) return undefined;
  const text = searched.of(cell);
  if (takesPart.has(text)) return officialOn === undefined ? 'PROBATIONARY' : 'OFFICIAL';
  return (
    statuses[text] ??
    r.say('status', 'ERROR', 'Trạng thái ghi Chính thức hoặc Dự bị. Người không còn là đảng viên thì ghi ở hồ sơ, không nhập từ tệp.')
  );
}

function cardOf(r: Reading): string | undefined {
  const text = r.cell('cardNumber');
  if (text === undefined) return undefined;
  const digits = text.replace(/[\s.]/g, '');
  return CardNumber.safeParse(digits).success ? digits : r.say('cardNumber', 'ERROR', 'Số thẻ đảng viên gồm 8 đến 12 chữ số.');
}

function citizenOf(r: Reading): string | undefined {
  const text = r.cell('citizenNumber');
  if (text === undefined) return undefined;
  const digits = text.replace(/[\s.]/g, '');
  if (r.wasNumber('citizenNumber') && /^\d{10,11}$/.test(digits)) {
    r.say('citizenNumber', 'WARNING', 'Ô dạng số nên Excel đã bỏ chữ số 0 ở đầu; đã thêm lại cho đủ 12 chữ số.');
    return digits.padStart(12, '0');
  }
  if (CitizenNumber.safeParse(digits).success) return digits;
  return r.say('citizenNumber', 'ERROR', 'Số căn cước phải đủ 12 chữ số. Nếu chỉ có số chứng minh cũ, hãy để trống ô này.');
}

function cellOf(r: Reading): string | undefined {
  const code = r.cell('cellCode');
  const name = r.cell('cellName');
  if (r.remarks.some((remark) => remark.column === 'cellCode' || remark.column === 'cellName')) return undefined;
  const column = code === undefined && name !== undefined ? 'cellName' : 'cellCode';
  if (code === undefined && name === undefined) return r.say(column, 'ERROR', 'Chưa ghi chi bộ đang sinh hoạt.');
  const cell = r.found;
  if (!cell) return r.say(column, 'ERROR', 'Không tìm thấy chi bộ này trong phạm vi nhập, hoặc có nhiều chi bộ cùng tên. Hãy ghi đúng mã chi bộ.');
  return cell.meetsAsCell ? cell.nodeId : r.say(column, 'ERROR', 'Tổ chức này không phải chi bộ. Đảng viên chỉ sinh hoạt ở chi bộ.');
}

/** Lists of old members hold shorter probations than any rule of ours: nothing is refused for it. */
function warnOfProbation(r: Reading, admittedOn: CalendarDate | undefined, officialOn: CalendarDate | undefined): void {
  if (admittedOn === undefined || officialOn === undefined || officialOn < admittedOn) return;
  const over = probationOver(admittedOn, officialOn);
  if (over !== undefined && officialOn < over) r.say('officialOn', 'WARNING', ruleAt('probation.months', officialOn)?.says ?? '');
}
