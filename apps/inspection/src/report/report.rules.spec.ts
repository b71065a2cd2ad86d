import { figuresIn, figuresOf, periodOf, type Counted } from './report.rules.js';
import type { UpTree } from '@vungmanh/attendance/telling';

describe('the period of a report', () => {
  it.each([
    ['2026-Q1', '2026-01-01', '2026-03-31', [1]],
    ['2026-Q4', '2026-10-01', '2026-12-31', [4]],
    ['2024-H1', '2024-01-01', '2024-06-30', [1, 2]],
    ['2026-H2', '2026-07-01', '2026-12-31', [3, 4]],
    ['2026', '2026-01-01', '2026-12-31', [1, 2, 3, 4]],
  ])('%s: %s to %s', (period, from, to, quarters) => {
    expect(periodOf(period)).toEqual({ year: Number(period.slice(0, 4)), from, to, quarters });
  });
});

describe('what a report tells', () => {
  const tree: UpTree = [
    { id: 'a1', parentId: 'a' },
    { id: 'a2', parentId: 'a' },
    { id: 'a', parentId: 'top' },
    { id: 'b', parentId: 'top' },
    { id: 'top', parentId: null },
  ];
  const had = (nodeId: string, n: number, more: Partial<Counted> = {}): Counted => ({
    nodeId,
    n,
    others: n,
    year: 2026,
    quarter: 1,
    measure: 'DISCIPLINE_BY_FORM',
    code: 'WARNING',
    subject: 'MEMBER',
    ...more,
  });
  const whole = { year: 2026, quarters: [1, 2, 3, 4] };
  const of = (rows: readonly Counted[], under: UpTree = tree, when = whole) => figuresOf(rows, under, when).map((figure) => figure.count ?? 'few');
  const under = (id: string): UpTree => tree.filter((node) => node.id.startsWith(id));

  it.each([
    ['two cases of others are few', [had('b', 2)], ['few']],
    ['three are told', [had('b', 3)], [3]],
    ['one’s own are told, however few', [had('b', 2, { others: 0 })], [2]],
    ['one other beside one’s own is not', [had('b', 4, { others: 1 })], ['few']],
    ['one at each of three cells makes three', [had('a1', 1), had('a2', 1), had('b', 1)], [3]],
    ['five told below and one beside would tell of the one', [had('a1', 5), had('b', 1)], ['few']],
    ['five told below and three in two others tell of nobody', [had('a1', 5), had('a2', 1), had('b', 2)], [8]],
  ])('%s', (_, rows, told) => {
    expect(of(rows)).toEqual(told);
  });

  it('at no level of the tree does the difference of two told sums lie below three', () => {
    const rows = [had('a1', 4), had('a2', 1), had('a', 1), had('b', 2)];
    expect(of(rows)).toEqual([8]);
    expect(of(rows.slice(0, 3), under('a'))).toEqual(['few']);
    expect(of(rows.slice(0, 1), under('a1'))).toEqual([4]);
  });

  it('a year is told before its quarters, and a half where both of its quarters are', () => {
    const rows = [had('b', 5), had('b', 1, { quarter: 2 })];
    const at = (quarters: readonly number[], counted: readonly Counted[] = rows) => of(counted, tree, { year: 2026, quarters: [...quarters] });
    expect(at([1, 2, 3, 4])).toEqual([6]);
    expect(at([1])).toEqual(['few']);
    expect(at([1, 2])).toEqual(['few']);
    expect(at([3, 4])).toEqual([]);
    const enough = [had('b', 5), had('b', 4, { quarter: 2 })];
    expect(at([1], enough)).toEqual([5]);
    expect(at([1, 2], enough)).toEqual([9]);
  });

  it('stands beside the same period of the year before, which is kept back by itself', () => {
    const year = (n: number) => ({ year: n });
    const shown = (rows: readonly Counted[]) => figuresOf(rows, tree, whole).map(({ count, before, mine }) => [count, before, mine]);
    expect(shown([had('b', 5), had('b', 4, year(2025))])).toEqual([[5, 4, 0]]);
    expect(shown([had('b', 5, { others: 3 }), had('b', 1, year(2025))])).toEqual([[5, undefined, 2]]);
    expect(shown([had('b', 3, year(2025))])).toEqual([[0, 3, 0]]);
    expect(shown([had('b', 3)])).toEqual([[3, 0, 0]]);
    expect(shown([had('b', 3, year(2024))])).toEqual([]);
  });

  it('over the years, by quarters', () => {
    const [figure] = figuresIn([had('b', 5), had('b', 1, { quarter: 2 }), had('b', 3, { year: 2025, quarter: 4 })], tree);
    const quarters = (year: number) => [1, 2, 3, 4].map((quarter) => figure?.count(year, [quarter]));
    expect(quarters(2026)).toEqual([undefined, undefined, 0, 0]);
    expect(quarters(2025)).toEqual([0, 0, 0, 3]);
    expect(quarters(2024)).toEqual([0, 0, 0, 0]);
  });

  it('the last few of a measure take the smallest other figure with them', () => {
    const forms = [had('b', 9), had('b', 4, { code: 'REPRIMAND' }), had('b', 1, { code: 'EXPULSION' })];
    expect(of(forms)).toEqual([9, 'few', 'few']);
    expect(of([...forms, had('b', 7, { measure: 'DISCIPLINE_BY_POST', code: 'NONE' })])).toEqual([9, 'few', 'few', 7]);
  });
});
