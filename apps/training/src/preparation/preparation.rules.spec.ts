import { PreparationState } from '@vungmanh/contracts/training/preparation';
import { dutyRuleAt } from '@vungmanh/regulations/duty';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';
import { type Aim, checksOf, type Known, mayGo, yearsBetween } from './preparation.rules.js';

const TODAY = '2026-12-14';
const aim: Aim = { post: 'SECRETARY', body: 'CELL', from: '2027-01-01', ofTheBase: true };
const known: Known = {
  birthDate: '1986-01-02',
  sex: 'FEMALE',
  admittedOn: '2016-12-15',
  officialOn: '2017-12-15',
  status: 'OFFICIAL',
  theory: 'ELEMENTARY',
  taken: {},
};
const local = (
  key: 'training.preparation.max_age_women' | 'training.preparation.min_party_years' | 'training.preparation.min_theory',
  value: number,
): RuleContext => ({
  path: ['province'],
  overrides: [{ key, value, nodeId: 'province', validFrom: '2026-01-01', source: 'Hướng dẫn mô phỏng' }],
});
const one = (aspect: string, of: Partial<Known> = {}, context: RuleContext = {}, at: Partial<Aim> = {}) =>
  checksOf({ ...known, ...of }, { ...aim, ...at }, TODAY, context).find((check) => check.aspect === aspect);

it.each([
  ['PROPOSED', 'APPROVED', true],
  ['PROPOSED', 'TAKEN_OUT', true],
  ['APPROVED', 'TAKEN_OUT', true],
  ['APPROVED', 'PROPOSED', false],
  ['TAKEN_OUT', 'APPROVED', false],
] as const)('from %s to %s: %s', (from, to, may) => {
  expect(mayGo(from, to)).toBe(may);
  expect(PreparationState.options).toContain(to);
});

it.each([
  ['1986-01-02', '2027-01-01', 40],
  ['1986-01-01', '2027-01-01', 41],
  ['2000-02-29', '2026-02-28', 25],
])('from %s to %s are %s whole years', (from, to, years) => expect(yearsBetween(from, to)).toBe(years));

describe('what somebody has and lacks', () => {
  it('is no sum and no order: one verdict for each rule', () => {
    expect(checksOf(known, aim, TODAY, {}).map((check) => [check.aspect, check.verdict])).toEqual([
      ['MEMBERSHIP', 'MET'],
      ['AGE', 'NO_RULE'],
      ['PARTY_AGE', 'NO_RULE'],
      ['THEORY', 'NO_RULE'],
      ['DUTY_COURSE', 'LACKING'],
    ]);
  });

  it.each([
    [40, 'MET'],
    [39, 'LACKING'],
  ] as const)('age at the beginning against a province that allows %s: %s', (most, verdict) => {
    expect(one('AGE', {}, local('training.preparation.max_age_women', most))).toMatchObject({
      verdict,
      has: '40 tuổi khi bắt đầu thời hạn',
      source: 'Hướng dẫn mô phỏng',
    });
    expect(one('AGE', { sex: undefined }, local('training.preparation.max_age_women', most))?.verdict).toBe('UNKNOWN');
    expect(one('AGE', { birthDate: undefined })?.verdict).toBe('UNKNOWN');
    // What the province says of women says nothing of men.
    expect(one('AGE', { sex: 'MALE' }, local('training.preparation.max_age_women', most))?.verdict).toBe('NO_RULE');
  });

  it.each([
    [9, 'MET'],
    [10, 'LACKING'],
  ] as const)('Party age counts whole years from the admission: nine against %s is %s', (least, verdict) => {
    expect(one('PARTY_AGE', {}, local('training.preparation.min_party_years', least))).toMatchObject({ verdict, has: '9 năm' });
    expect(one('PARTY_AGE', { officialOn: undefined }, local('training.preparation.min_party_years', least))?.verdict).toBe('LACKING');
  });

  it('theory against a rule, else by when one may be sent to it', () => {
    const context = local('training.preparation.min_theory', 2);
    expect(one('THEORY', {}, context)?.verdict).toBe('LACKING');
    expect(one('THEORY', { theory: 'INTERMEDIATE' }, context)?.verdict).toBe('MET');
    const opens = ruleAt('training.intermediate.min_age_women', TODAY);
    expect(one('THEORY')).toMatchObject({ verdict: 'NO_RULE', source: opens?.source, has: expect.stringContaining('; đủ tuổi') });
    expect(one('THEORY', { birthDate: `${2026 - (opens?.value ?? 0)}-12-15` })?.has).toContain('chưa đủ tuổi');
  });

  it('the course of the post, by the table of duties; committees above the base have none of it', () => {
    const rule = dutyRuleAt('CELL_SECRETARY', TODAY);
    expect(one('DUTY_COURSE')).toMatchObject({ verdict: 'LACKING', source: rule?.source });
    expect(one('DUTY_COURSE', { taken: { [rule?.course ?? '']: '2025-05-10' } })).toMatchObject({
      verdict: 'MET',
      has: expect.stringContaining('10/05/2025'),
    });
    expect(one('DUTY_COURSE', {}, {}, { ofTheBase: false, body: 'COMMITTEE' })?.verdict).toBe('NO_RULE');
  });

  it('who is on probation or gone lacks the first', () => {
    expect(one('MEMBERSHIP', { status: 'PROBATIONARY' })?.verdict).toBe('LACKING');
    expect(one('MEMBERSHIP', { status: undefined })?.verdict).toBe('LACKING');
  });

  it('of whom the cell is out of sight, nothing is said to be lacking that they may have', () => {
    const gone = { status: undefined, theory: 'NONE' } as const;
    expect(one('THEORY', gone, local('training.preparation.min_theory', 2))).toMatchObject({ verdict: 'UNKNOWN', source: 'Hướng dẫn mô phỏng' });
    expect(one('THEORY', { ...gone, theory: 'INTERMEDIATE' }, local('training.preparation.min_theory', 2))?.verdict).toBe('MET');
    expect(one('DUTY_COURSE', gone)?.verdict).toBe('UNKNOWN');
    expect(one('DUTY_COURSE', { ...gone, taken: { [dutyRuleAt('CELL_SECRETARY', TODAY)?.course ?? '']: '2025-05-10' } })?.verdict).toBe('MET');
  });
});
