import type { Post } from '@vungmanh/contracts/organization/body';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { checkPost, checkSeats, committeeDeviations, termDeviations, type BodyFacts } from './body.rules.js';

const on = '2026-11-22';
const cell: BodyFacts = { kind: 'CELL', nodeType: 'CELL', on };
const committee: BodyFacts = { kind: 'COMMITTEE', nodeType: 'GRASSROOTS_COMMITTEE', on };
const threshold = ruleAt('cell.committee_threshold', on)?.value ?? 0;
const posts = (...counts: [Post, number][]): Post[] => counts.flatMap(([post, n]) => Array.from({ length: n }, () => post));

describe('the committee of a cell (Điều lệ Đảng, Điều 24)', () => {
  it.each([
    ['one below the threshold, with committee members', threshold - 1, posts(['SECRETARY', 1], ['MEMBER', 2]), ['cell.committee_threshold']],
    ['at the threshold', threshold, posts(['SECRETARY', 1], ['MEMBER', 2]), []],
    ['below it, with secretary and deputy alone', threshold - 1, posts(['SECRETARY', 1], ['DEPUTY', 1]), []],
    ['of unknown size', undefined, posts(['SECRETARY', 1], ['MEMBER', 2]), []],
  ])('%s', (_what, officialMembers, seats, expected) => {
    expect(committeeDeviations({ ...cell, officialMembers }, seats).map((d) => d.ruleKey)).toEqual(expected);
  });

  it('says what the rule wants, with its source and the reason given', () => {
    const [found] = committeeDeviations({ ...cell, officialMembers: threshold - 1 }, posts(['MEMBER', 1]), 'Chờ sáp nhập');
    expect(found).toMatchObject({ expected: `${threshold} đảng viên`, actual: `${threshold - 1} đảng viên`, reason: 'Chờ sáp nhập' });
    expect(found?.source).toContain('Điều 24');
  });
});

describe('the standing committee (QĐ 208-QĐ/TW)', () => {
  const share = ruleAt('standing.max_ratio', on)?.value ?? { num: 0, den: 1 };
  it.each([
    ['exactly its share', posts(['SECRETARY', 1], ['STANDING_MEMBER', share.num * 3 - 1], ['MEMBER', (share.den - share.num) * 3]), []],
    ['one more', posts(['SECRETARY', 1], ['STANDING_MEMBER', share.num * 3], ['MEMBER', (share.den - share.num) * 3]), ['standing.max_ratio']],
    ['none', posts(['SECRETARY', 1], ['DEPUTY', 2], ['MEMBER', 1]), []],
  ])('%s', (_what, seats, expected) => {
    expect(committeeDeviations(committee, seats).map((d) => d.ruleKey)).toEqual(expected);
  });

  it('was bound by no rule that we know of before', () => {
    expect(committeeDeviations({ ...committee, on: '2020-01-01' }, posts(['SECRETARY', 1], ['STANDING_MEMBER', 5]))).toEqual([]);
  });
});

describe('a term', () => {
  it.each([
    ['of a committee, to the day', committee, '2025-06-30', '2030-06-30', 0],
    ['of a committee, a day too long', committee, '2025-06-30', '2030-07-01', 1],
    ['of a cell below a grassroots committee, half as long', cell, '2025-08-31', '2028-02-29', 0],
    ['of such a cell, a day too long', cell, '2025-08-31', '2028-03-01', 1],
  ])('%s', (_what, body, from, to, deviations) => {
    expect(termDeviations(body, from, to)).toHaveLength(deviations);
  });

  it('does not end before it begins', () => {
    expect(() => termDeviations(cell, '2025-01-01', '2025-01-01')).toThrow('organization/term-backwards');
  });
});

it.each<[string, Post, boolean]>([
  ['a secretary', 'SECRETARY', true],
  ['a deputy', 'DEPUTY', true],
  ['a standing member', 'STANDING_MEMBER', false],
  ['a standing deputy', 'STANDING_DEPUTY', false],
])('a cell may have %s', (_what, post, may) => {
  if (may) expect(() => checkPost('CELL', post)).not.toThrow();
  else expect(() => checkPost('CELL', post)).toThrow('organization/post-unfit');
});

it('one secretary at a time, one seat for each', () => {
  expect(() =>
    checkSeats([
      { personId: 'a', post: 'SECRETARY' },
      { personId: 'b', post: 'SECRETARY' },
    ]),
  ).toThrow('organization/post-taken');
  expect(() =>
    checkSeats([
      { personId: 'a', post: 'SECRETARY' },
      { personId: 'a', post: 'MEMBER' },
    ]),
  ).toThrow('organization/person-seated');
  expect(() =>
    checkSeats([
      { personId: 'a', post: 'DEPUTY' },
      { personId: 'b', post: 'DEPUTY' },
    ]),
  ).not.toThrow();
});
