import type { VolumeRow } from '@vungmanh/contracts/training/report';
import { kindsIn, yearsOf } from './report-text.js';

const row = (level: VolumeRow['level'], counts: (number | undefined)[]): VolumeRow => ({
  kind: 'FOSTERING',
  ...(level ? { level } : {}),
  years: counts.map((count, i) => ({ year: 2025 + i, ...(count === undefined ? {} : { count }) })),
});

it('sums levels by year, and says nothing of a year of which a part is kept back', () => {
  const volumes = [row('PROVINCE', [10, undefined]), row('COMMUNE', [5, 7])];
  expect(yearsOf(volumes, 'FOSTERING')).toEqual([
    { year: 2025, count: 15 },
    { year: 2026, count: undefined },
  ]);
  expect(yearsOf(volumes, 'DEGREE')).toEqual([]);
  expect(kindsIn({ volumes })).toEqual(['FOSTERING']);
});
