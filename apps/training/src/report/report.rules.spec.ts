import type { UpTree } from '@vungmanh/attendance/telling';
import { type Counted, Sums, theoryOf, volumesOf } from './report.rules.js';

const tree: UpTree = [
  { id: 'upper', parentId: 'commune' },
  { id: 'lower', parentId: 'commune' },
  { id: 'commune', parentId: null },
];
const volume = (nodeId: string, n: number, year = 2026, code = 'FOSTERING/PROVINCE'): Counted => ({ nodeId, year, measure: 'VOLUME', code, n });
const countOf = (rows: readonly Counted[], of: UpTree | undefined, year = 2026) =>
  volumesOf(new Sums(rows, of), 2026)[0]?.years.find((y) => y.year === year)?.count;

describe('volumes', () => {
  it('are told whole to who may see persons', () => {
    expect(countOf([volume('upper', 1), volume('lower', 1)], undefined)).toBe(2);
    expect(volumesOf(new Sums([volume('upper', 1)], undefined), 2026)).toMatchObject([{ kind: 'FOSTERING', level: 'PROVINCE' }]);
    expect(volumesOf(new Sums([volume('upper', 1)], undefined), 2026)[0]?.years.map((y) => y.year)).toEqual([
      2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ]);
  });

  it.each([
    ['one or two of a whole are kept back', [volume('upper', 2)], undefined],
    ['three are told', [volume('upper', 3)], 3],
    // The lower cell's own report tells its nine: told here, the ten would give the other one away.
    ['what a neighbor leaves over is kept back', [volume('upper', 1), volume('lower', 9)], undefined],
    ['nothing is nothing', [volume('upper', 5, 2025)], 0],
  ] as const)('%s', (_, rows, count) => expect(countOf(rows, tree)).toBe(count));

  it('a level that stands alone in a small year goes with the next one', () => {
    const rows = [volume('upper', 12), volume('upper', 2, 2026, 'DEGREE/PROVINCE')];
    const found = volumesOf(new Sums(rows, tree), 2026).map((row) => row.years.at(-1)?.count);
    expect(found).toEqual([undefined, undefined]);
  });
});

it('theory levels are told of everybody, or kept back where few have one', () => {
  const rows = [
    { nodeId: 'upper', year: 2026, measure: 'THEORY', code: 'NONE', n: 30 },
    { nodeId: 'upper', year: 2026, measure: 'THEORY', code: 'ADVANCED', n: 1 },
  ];
  expect(theoryOf(new Sums(rows, undefined), 2026)).toEqual([
    { level: 'NONE', members: 30 },
    { level: 'ELEMENTARY', members: 0 },
    { level: 'INTERMEDIATE', members: 0 },
    { level: 'ADVANCED', members: 1 },
  ]);
  // The cell's number of members is known: told, the thirty would give the one away.
  expect(theoryOf(new Sums(rows, tree), 2026)).toEqual([
    { level: 'NONE' },
    { level: 'ELEMENTARY', members: 0 },
    { level: 'INTERMEDIATE', members: 0 },
    { level: 'ADVANCED' },
  ]);
});
