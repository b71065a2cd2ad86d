import { figuresOf, periodOf, type Counted, type UpTree } from './report.rules.js';

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
    quarter: 1,
    measure: 'DISCIPLINE_BY_FORM',
    code: 'WARNING',
    subject: 'MEMBER',
    ...more,
  });
  const of = (rows: readonly Counted[], under: UpTree = tree) => figuresOf(rows, under).map((figure) => figure.count ?? 'few');
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

  it('nor does the difference of a half and its quarters', () => {
    expect(of([had('b', 5), had('b', 1, { quarter: 2 })])).toEqual(['few']);
    expect(of([had('b', 1), had('b', 2, { quarter: 2 })])).toEqual([3]);
  });

  it('the last few of a measure take the smallest other figure with them', () => {
    const forms = [had('b', 9), had('b', 4, { code: 'REPRIMAND' }), had('b', 1, { code: 'EXPULSION' })];
    expect(of(forms)).toEqual([9, 'few', 'few']);
    expect(of([...forms, had('b', 7, { measure: 'DISCIPLINE_BY_POST', code: 'NONE' })])).toEqual([9, 'few', 'few', 7]);
  });
});
