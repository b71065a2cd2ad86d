import { z } from 'zod';
import { daysBetween, parseDate, showDate, showDue, showInstant, showMonth, showWeekday } from './dates.js';
import { compareNames, initials } from './names.js';
import { parseMinutes, parseTime, showCount, showMinutes, showShare } from './numbers.js';
import { fold, matcher } from './search.js';
import { speakVietnamese } from './zod-messages.js';

const now = '2026-11-22';

describe('typed days', () => {
  it.each([
    ['030226', '2026-02-03'],
    ['03022026', '2026-02-03'],
    ['3/2/26', '2026-02-03'],
    ['03/02/2026', '2026-02-03'],
    [' 3-2-2026 ', '2026-02-03'],
    ['3.2.26', '2026-02-03'],
    ['3/2', '2026-02-03'],
    ['19/5/46', '2046-05-19'],
    ['19/5/47', '1947-05-19'],
    ['290224', '2024-02-29'],
  ])('%s is %s', (typed, day) => expect(parseDate(typed, now)).toBe(day));

  it.each(['29/2/26', '31/4/2026', '0', '3', '2026-02-03x', '32/1/26', '1/13/26', '1/1/1', '01/01/0026', 'mai'])('%s is no day', (typed) =>
    expect(parseDate(typed, now)).toBeUndefined(),
  );

  it('are shown as on paper', () => {
    expect(showDate('2026-02-03')).toBe('03/02/2026');
    expect(showWeekday('2026-02-03')).toBe('Thứ ba, 03/02/2026');
    expect(showMonth('2026-02')).toBe('tháng 02/2026');
    expect(showInstant('2026-02-03T17:05:00Z')).toBe('00:05, 04/02/2026');
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
    expect(showDue('2026-11-25', now)).toBe('Còn 3 ngày');
    expect(showDue(now, now)).toBe('Hạn hôm nay');
    expect(showDue('2026-11-20', now)).toBe('Quá hạn 2 ngày');
  });
});

describe('search without diacritics', () => {
  const decomposed = 'Đỗ Thị Hoà'.normalize('NFD');
  it.each([
    ['duc', 'Nguyễn Văn Đức', true],
    ['Đức', 'Nguyễn Văn Đức'.normalize('NFD'), true],
    ['hoa', decomposed, true],
    ['Hòa', decomposed, true],
    ['do hoa', decomposed, true],
    ['uc', 'Nguyễn Văn Đức', false],
    ['đưc nguyen', 'Nguyễn Văn Đức', true],
    ['', 'Bất kỳ', true],
    ['chi bo 4', 'Chi bộ 4 - Văn phòng', true],
  ])('%s in %s: %s', (query, text, found) => expect(matcher(query)(text)).toBe(found));

  it('folds', () => expect(fold(' ĐẶNG Thuỷ ')).toBe('dang thuy'));
});

it('sorts by given name, middle names, family name', () => {
  const names = ['Trần Văn An', 'Đỗ Thị Đào', 'Lê Thị Dung', 'Nguyễn Văn An', 'Nguyễn Thị An', 'An'];
  expect(names.toSorted(compareNames)).toEqual(['An', 'Nguyễn Thị An', 'Nguyễn Văn An', 'Trần Văn An', 'Lê Thị Dung', 'Đỗ Thị Đào']);
  expect(initials('Nguyễn Văn Đức')).toBe('VĐ');
});

describe('numbers', () => {
  it.each([
    ['90', 90],
    ['1h30', 90],
    ['1:30', 90],
    ['1 giờ 30 phút', 90],
    ['2h', 120],
    ['1:75', undefined],
    ['lâu', undefined],
  ])('%s lasts %s minutes', (typed, minutes) => expect(parseMinutes(typed)).toBe(minutes));

  it.each([
    ['1930', '19:30'],
    ['19h30', '19:30'],
    ['7g', '07:00'],
    ['8', '08:00'],
    ['25:00', undefined],
  ])('%s is the hour %s', (typed, time) => expect(parseTime(typed)).toBe(time));

  it('are shown the Vietnamese way', () => {
    expect(showCount(61491)).toBe('61.491');
    expect(showShare(41, 57)).toBe('71,9%');
    expect(showShare(0, 0)).toBe('–');
    expect([showMinutes(90), showMinutes(60), showMinutes(45)]).toEqual(['1 giờ 30 phút', '1 giờ', '45 phút']);
  });
});

it('explains a wrong field in one Vietnamese sentence', () => {
  speakVietnamese();
  const sentence = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message;
  expect(sentence(z.string(), undefined)).toBe('Chưa nhập ô này');
  expect(sentence(z.number(), Number.NaN)).toBe('Chưa nhập ô này');
  expect(sentence(z.number(), 'ba')).toBe('Phải là số');
  expect(sentence(z.number().min(3), 2)).toBe('Phải từ 3 trở lên');
  expect(sentence(z.number().lt(3), 3)).toBe('Phải nhỏ hơn 3');
  expect(sentence(z.string().min(4), 'ba')).toBe('Cần ít nhất 4 ký tự');
  expect(sentence(z.array(z.string()).min(1), [])).toBe('Chưa chọn mục nào');
  expect(sentence(z.enum(['A']), 'B')).toBe('Hãy chọn một mục trong danh sách');
  expect(sentence(z.string({ error: 'Chưa nhập địa điểm' }), undefined)).toBe('Chưa nhập địa điểm');
});
