import { isTold } from './few.js';
import { type Few, tellings, type UpTree } from './telling.js';

const P = 1_000_003;
const mod = (n: number): number => ((n % P) + P) % P;
const power = (n: number, e: number): number => (e === 0 ? 1 : e % 2 === 1 ? mod(n * power(n, e - 1)) : power(mod(n * n), e / 2));

/** Whether `wanted` can be made of the rows by adding and taking away multiples of them. */
function isMadeOf(rows: readonly (readonly number[])[], wanted: readonly number[]): boolean {
  const rest = [...wanted];
  const left = rows.map((row) => [...row]);
  for (let at = 0; at < rest.length; at += 1) {
    const pivot = left.findIndex((row) => mod(row[at] ?? 0) !== 0);
    if (pivot < 0) continue;
    const [row = []] = left.splice(pivot, 1);
    const inverse = power(mod(row[at] ?? 0), P - 2);
    for (const other of [...left, rest]) {
      const times = mod((other[at] ?? 0) * inverse);
      row.forEach((n, i) => (other[i] = mod((other[i] ?? 0) - mod(times * n))));
    }
  }
  return rest.every((n) => n === 0);
}

/** A generator that gives the same numbers each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

const code = 'ANY';
const told = (rows: readonly Few[], tree: UpTree) => tellings(rows, tree).get(code) ?? { year: true, quarters: new Set([1, 2, 3, 4]) };

/** What stands below an organization, with it, those below first. */
function under(tree: UpTree, top: string): UpTree {
  const within = new Set([top]);
  for (const { id, parentId } of tree.toReversed()) if (parentId !== null && within.has(parentId)) within.add(id);
  return tree.filter(({ id }) => within.has(id));
}

/** Every sum that somebody who reads all reports of a year is told: which numbers it is made of. */
function sumsTold(rows: readonly Few[], tree: UpTree): number[][] {
  return tree.flatMap(({ id }) => {
    const below = under(tree, id);
    const inside = new Set(below.map((node) => node.id));
    const { year, quarters } = told(
      rows.filter((row) => inside.has(row.nodeId)),
      below,
    );
    const of = (wanted: (row: Few) => boolean) => rows.map((row) => (inside.has(row.nodeId) && wanted(row) ? 1 : 0));
    const halves = [
      [1, 2],
      [3, 4],
    ].filter((half) => half.every((q) => quarters.has(q)));
    return [
      ...(year ? [of(() => true)] : []),
      ...[...quarters].map((q) => of((row) => row.quarter === q)),
      ...halves.map((half) => of((row) => half.includes(row.quarter))),
    ];
  });
}

/** One or two people that the told sums single out, if there are any: one number, or two ones. */
function singledOut(rows: readonly Few[], sums: readonly (readonly number[])[]): Few[] | undefined {
  const small = rows.flatMap((row, i) => (isTold(row.others) ? [] : [{ row, i }]));
  const pairs = small.flatMap((a) => small.filter((b) => b.i > a.i && a.row.others + b.row.others < 3).map((b) => [a, b]));
  const found = [...small.map((one) => [one]), ...pairs].find((set) =>
    isMadeOf(
      sums,
      rows.map((_, i) => (set.some((one) => one.i === i) ? 1 : 0)),
    ),
  );
  return found?.map(({ row }) => row);
}

const tree: UpTree = [
  { id: 'a1', parentId: 'a' },
  { id: 'a2', parentId: 'a' },
  { id: 'a3', parentId: 'a' },
  { id: 'b1', parentId: 'b' },
  { id: 'b2', parentId: 'b' },
  { id: 'a', parentId: 'top' },
  { id: 'b', parentId: 'top' },
  { id: 'c', parentId: 'top' },
  { id: 'top', parentId: null },
];

describe('who adds up and takes away everything that is told', () => {
  const attack = (seed: number) => {
    const roll = dice(seed);
    const most = 1 + roll(6);
    const rows = tree.flatMap(({ id }) =>
      [1, 2, 3, 4].flatMap((quarter) => (roll(3) === 0 ? [{ nodeId: id, quarter, code, others: 1 + roll(most) }] : [])),
    );
    const sums = sumsTold(rows, tree);
    return { out: singledOut(rows, sums), sums: sums.filter((sum) => sum.includes(1)).length };
  };

  it('singles out nobody, in three hundred years of trees and quarters', () => {
    const years = Array.from({ length: 300 }, (_, i) => attack(i + 1));
    expect(years.filter(({ out }) => out !== undefined)).toEqual([]);
    // And not because nothing is told.
    expect(years.reduce((n, { sums }) => n + sums, 0)).toBeGreaterThan(3500);
  });

  it('would single out the one case of a quarter where tree and quarters were each safe by themselves only', () => {
    // Told by each rule alone: the years of both communes, the first quarter of the first and that of both.
    const rows: Few[] = [
      { nodeId: 'a', quarter: 1, code, others: 4 },
      { nodeId: 'b', quarter: 1, code, others: 1 },
      { nodeId: 'b', quarter: 2, code, others: 4 },
    ];
    const all = rows.map(() => 1);
    const first = [1, 1, 0];
    expect(singledOut(rows, [[1, 0, 0], [0, 1, 1], all, first])).toEqual([rows[1]]);
    expect(singledOut(rows, sumsTold(rows, tree))).toBeUndefined();
  });
});

describe('what can be told', () => {
  const of = (rows: readonly [node: string, quarter: number, others: number][]) => {
    const { year, quarters } = told(
      rows.map(([nodeId, quarter, others]) => ({ nodeId, quarter, code, others })),
      tree,
    );
    return [year, [...quarters]];
  };

  it.each([
    ['nothing hides in nothing', [], [true, [1, 2, 3, 4]]],
    ['three in a quarter, and nothing else', [['a1', 2, 3]], [true, [1, 2, 3, 4]]],
    [
      'the year before its quarters: five and one',
      [
        ['a1', 1, 5],
        ['a1', 2, 1],
      ],
      [true, [3, 4]],
    ],
    [
      'three in each of two quarters',
      [
        ['a1', 1, 3],
        ['a1', 2, 3],
      ],
      [true, [1, 2, 3, 4]],
    ],
    [
      'one at each of three cells makes three above them',
      [
        ['a1', 4, 1],
        ['a2', 4, 1],
        ['b', 4, 1],
      ],
      [true, [1, 2, 3, 4]],
    ],
    [
      'one beside what is told below it',
      [
        ['a1', 4, 5],
        ['b', 4, 1],
      ],
      [false, [1, 2, 3]],
    ],
    [
      'many communes with one in each quarter: their years, and the quarters of all',
      ['a', 'b', 'c'].flatMap((id) => [1, 2, 3, 4].map((q): [string, number, number] => [id, q, 1])),
      [true, [1, 2, 3, 4]],
    ],
  ] as [string, [string, number, number][], unknown][])('%s', (_, rows, expected) => {
    expect(of(rows)).toEqual(expected);
  });
});
