import {
  addDays,
  addMonths,
  addMonthsTo,
  dayIn,
  daysBetween,
  firstOfMonth,
  formatVi,
  formatViLong,
  lastOfMonth,
  monthOf,
  monthsOf,
  quarterOf,
  weekdayOf,
  weekdayVi,
} from './calendar.js';
import { holidayYears } from './holiday.js';
import type { HolidayYear } from './holiday.js';
import { regularDay } from './regular-day.js';
import { ruleAt } from './rule-at.js';
import { addWorkingDays, holidayOn, holidayStateOf, isHoliday, isWorkingDay, workingDaysBetween } from './working-days.js';

describe('calendar', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['1999-12-31', 366, '2000-12-31'],
  ])('%s and %i days', (date, n, expected) => {
    expect(addDays(date, n)).toBe(expected);
    expect(daysBetween(date, expected)).toBe(n);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-10', 12, '2027-03-10'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-03', 60, '2031-12-03'],
  ])('%s and %i months', (date, n, expected) => {
    expect(addMonths(date, n)).toBe(expected);
  });

  it('knows weekdays, also before 1970', () => {
    expect([weekdayOf('2026-12-03'), weekdayOf('2027-01-03'), weekdayOf('1930-02-03')]).toEqual([4, 7, 1]);
    expect(weekdayVi('2026-12-03')).toBe('thứ Năm');
    expect(weekdayVi('2027-01-03')).toBe('Chủ nhật');
  });

  it('knows months and quarters', () => {
    expect([monthOf('2026-12-03'), firstOfMonth('2026-12-03'), lastOfMonth('2026-02-03')]).toEqual(['2026-12', '2026-12-01', '2026-02-28']);
    expect([dayIn('2027-02', 31), addMonthsTo('2026-12', 1), addMonthsTo('2026-01', -1)]).toEqual(['2027-02-28', '2027-01', '2025-12']);
    for (let m = 1; m <= 12; m++) {
      const month = `2026-${String(m).padStart(2, '0')}`;
      expect(monthsOf(quarterOf(month))).toContain(month);
      expect(quarterOf(`${month}-03`)).toBe(`2026-Q${Math.ceil(m / 3)}`);
    }
  });

  // HD 05-HD/VPTW (domain.md §7)
  it.each([
    ['2026-02-03', '03/02/2026', 'ngày 03 tháng 02 năm 2026'],
    ['2026-12-03', '03/12/2026', 'ngày 03 tháng 12 năm 2026'],
    ['2026-03-10', '10/03/2026', 'ngày 10 tháng 3 năm 2026'],
    ['2026-09-09', '09/09/2026', 'ngày 09 tháng 9 năm 2026'],
  ])('writes %s', (date, short, long) => {
    expect([formatVi(date), formatViLong(date)]).toEqual([short, long]);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '03/12/2026', '', '2026-12-3', '2026-12-03T00:00:00Z'])('refuses %j', (text) => {
    for (const ask of [() => addDays(text, 0), () => addMonths(text, 1), () => monthOf(text), () => formatVi(text), () => weekdayOf(text)]) {
      expect(ask).toThrow(RangeError);
    }
  });
});

describe('working days', () => {
  it('every row stands once, in its year, with its document; holidays fall where the law puts them', () => {
    for (const { year, rows } of holidayYears) {
      expect(new Set(rows.map((r) => r.date)).size).toBe(rows.length);
      for (const row of rows) {
        expect(row.date.slice(0, 4)).toBe(String(year));
        expect(() => addDays(row.date, 0)).not.toThrow();
        expect(row.source).toMatch(/\d{4}/);
        if (row.kind === 'WORK') expect(weekdayOf(row.date)).toBe(6);
        if (!row.holiday && row.kind === 'OFF') expect(weekdayOf(row.date)).toBeLessThanOrEqual(5);
      }
      // what is swapped is worked on another day
      expect(rows.filter((r) => r.kind === 'WORK')).toHaveLength(rows.filter((r) => r.kind === 'OFF' && !r.holiday).length);
      // 10/3 of the lunar calendar, by another program's calendar
      const lunar = rows.find((r) => r.name === 'Giỗ Tổ Hùng Vương')?.date ?? '';
      expect(lunarDay(lunar)).toBe('3/10');
      const tet = rows.filter((r) => r.name === 'Tết Âm lịch');
      expect(tet.some((r) => lunarDay(r.date) === '1/1')).toBe(true);
      expect(tet.filter((r) => weekdayOf(r.date) <= 5)).toHaveLength(5);
    }
  });

  it.each([
    ['2026-12-03', true],
    ['2026-12-05', false],
    ['2026-01-01', false],
    ['2026-01-02', false],
    ['2026-01-10', true],
    ['2026-02-18', false],
    ['2026-04-27', false],
    ['2026-08-22', true],
    ['2026-11-24', false],
    ['2025-11-24', true],
    ['2027-02-10', false],
    ['2027-02-11', true],
    ['2024-05-04', true],
  ])('%s: %s', (date, working) => {
    expect(isWorkingDay(date)).toBe(working);
  });

  it('counts from the day after', () => {
    expect(addWorkingDays('2026-12-03', 1)).toBe('2026-12-04');
    expect(addWorkingDays('2026-12-04', 1)).toBe('2026-12-07');
    expect(addWorkingDays('2026-02-13', 1)).toBe('2026-02-23');
    expect(addWorkingDays('2026-12-07', -1)).toBe('2026-12-04');
    expect(addWorkingDays('2026-12-05', 0)).toBe('2026-12-05');
  });

  // story 4: admission decided on 10/3, the ceremony within the working days of the rule; Giỗ Tổ (27/4) lies within
  it.each([
    ['the register', undefined, '2026-04-21'],
    ['a second set of values', 35, '2026-04-29'],
  ])('the ceremony of a decision of 10/3/2026 by %s', (_set, days, expected) => {
    const limit = days ?? ruleAt('ceremony.max_wd', '2026-11-22')?.value ?? 0;
    expect(addWorkingDays('2026-03-10', limit)).toBe(expected);
  });

  it('adding and counting agree, both ways', () => {
    for (let n = -400; n <= 400; n += 7) {
      for (const from of ['2025-12-31', '2026-02-14', '2026-08-22']) {
        expect(workingDaysBetween(from, addWorkingDays(from, n))).toBe(n < 0 && !isWorkingDay(from) ? n + 1 : n);
      }
    }
  });

  it('says how far a year is known, and takes other rows', () => {
    expect([2026, 2027, 2031].map((year) => holidayStateOf(year))).toEqual(['announced', 'expected', 'unknown']);
    expect([isHoliday('2031-09-02'), isHoliday('2031-09-03')]).toEqual([true, false]);
    expect(isHoliday('2026-12-05')).toBe(false);
    expect(isHoliday('2026-08-31')).toBe(false);
    expect(holidayOn('2026-02-17')?.source).toBe('Thông báo 9441/TB-BNV, 16/10/2025');
    const years: HolidayYear[] = [
      { year: 2026, state: 'expected', rows: [{ date: '2026-12-03', kind: 'OFF', holiday: true, name: 'Thử', source: 'Thử, 2026' }] },
    ];
    expect(isWorkingDay('2026-12-03', years)).toBe(false);
    expect(addWorkingDays('2026-12-02', 1, years)).toBe('2026-12-04');
  });
});

describe('the day of the regular meeting (CT 50-CT/TW)', () => {
  it.each([
    ['2026-12', '2026-12-03', 'rule-day'],
    // story 2: Sunday 03/01/2027 is no holiday
    ['2027-01', '2027-01-03', 'rule-day'],
    // Monday 03/5/2027 is the compensation of Saturday 01/5
    ['2027-05', '2027-05-04', 'holiday'],
    // Friday 03/9/2027 belongs to the National Day; 04 and 05 are a weekend
    ['2027-09', '2027-09-06', 'holiday'],
  ])('%s: %s', (month, date, why) => {
    const day = regularDay(month);
    expect(day).toMatchObject({ date, why });
    expect(day?.reason === undefined).toBe(why === 'rule-day');
  });

  it('moves for a special case, and finds another day when that is out too', () => {
    expect(regularDay('2026-12', { specialCase: 'bão' })).toMatchObject({ date: '2026-12-04', why: 'special-case' });
    expect(regularDay('2026-12', { specialCase: 'bão' })?.reason).toContain('03/12/2026 có việc đặc biệt (bão)');
    expect(regularDay('2026-12', { unavailable: ['2026-12-03', '2026-12-04', '2026-12-07'] })?.date).toBe('2026-12-05');
    const late = ['03', '04', '05', '06', '07'].map((d) => `2026-12-${d}`);
    expect(regularDay('2026-12', { unavailable: late })?.date).toBe('2026-12-02');
    expect(regularDay('2026-12', { unavailable: [...late, '2026-12-01', '2026-12-02'] })?.date).toBe('2026-12-03');
  });

  it('follows the register: no day before it was ruled, another day with a second set of values', () => {
    expect(regularDay('2025-07')).toBeUndefined();
    expect(regularDay('2025-08')?.date).toBe('2025-08-03');
    const path = ['province'];
    const source = 'Thử, 2026';
    const overrides = [
      { key: 'meeting.regular.day' as const, value: 5, nodeId: 'province', validFrom: '2026-01-01', source },
      { key: 'meeting.regular.fallback' as const, value: { from: 10, to: 12 }, nodeId: 'province', validFrom: '2026-01-01', source },
    ];
    expect(regularDay('2026-12', { path, overrides })?.date).toBe('2026-12-05');
    expect(regularDay('2026-12', { path, overrides, specialCase: 'bão' })?.date).toBe('2026-12-10');
  });

  it('never leaves the first week nor falls on a holiday', () => {
    for (let month = '2025-08'; month < '2028-01'; month = addMonthsTo(month, 1)) {
      const date = regularDay(month)?.date ?? '';
      expect(date.slice(0, 7)).toBe(month);
      expect(Number(date.slice(8))).toBeLessThanOrEqual(7);
      expect(isHoliday(date)).toBe(false);
    }
  });
});

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
const lunarDay = (date: string): string => lunar.format(new Date(`${date}T00:00:00Z`));
