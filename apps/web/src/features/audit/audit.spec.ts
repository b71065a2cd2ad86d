import { dayRange } from './day-range.js';

it('takes days of Vietnam whole, both ends included', () => {
  expect(dayRange('2026-03-03', '2026-03-03')).toEqual({ from: '2026-03-02T17:00:00.000Z', to: '2026-03-03T17:00:00.000Z' });
  expect(dayRange(undefined, '2026-12-31')).toEqual({ to: '2026-12-31T17:00:00.000Z' });
  expect(dayRange('2028-02-29', undefined)).toEqual({ from: '2028-02-28T17:00:00.000Z' });
});
