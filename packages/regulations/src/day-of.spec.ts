import { dayOf } from './day-of.js';

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

it('a point in time falls on the day that the calendar of Vietnam says, also before 1975', () => {
  for (let at = Date.UTC(1950, 0, 1); at < Date.UTC(2060, 0, 1); at += 86_400_000 * 3 + 3_599_999) {
    expect(dayOf(new Date(at).toISOString())).toBe(calendar.format(at));
  }
});

it('midnight is seven hours before that of Greenwich', () => {
  expect(dayOf('2026-12-02T16:59:59.999Z')).toBe('2026-12-02');
  expect(dayOf('2026-12-02T17:00:00Z')).toBe('2026-12-03');
  expect(dayOf('2026-12-03T00:30:00+07:00')).toBe('2026-12-03');
  expect(() => dayOf('gestern')).toThrow(RangeError);
});
