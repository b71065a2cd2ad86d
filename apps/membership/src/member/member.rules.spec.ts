import { MemberStatus } from '@vungmanh/contracts/membership/member-status';
import { Broken } from '@vungmanh/platform/problem';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { addMonths, expectBegun, expectOrder, expectStatusChange, holds, masked, nextStatus, overlaps, probationOver } from './member.rules.js';

const codeOf = (act: () => void): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Broken) return error.code;
    throw error;
  }
  return 'fine';
};

describe('status (domain.md §3.2)', () => {
  // OFFICIAL → EXPELLED | NAME_REMOVED | LEFT | DECEASED; PROBATIONARY → OFFICIAL | NAME_REMOVED | LEFT | DECEASED; nothing after an end.
  const allowed = new Set([
    'PROBATIONARY OFFICIAL',
    'PROBATIONARY NAME_REMOVED',
    'PROBATIONARY LEFT',
    'PROBATIONARY DECEASED',
    'OFFICIAL EXPELLED',
    'OFFICIAL NAME_REMOVED',
    'OFFICIAL LEFT',
    'OFFICIAL DECEASED',
  ]);
  const pairs = MemberStatus.options.flatMap((from) => MemberStatus.options.map((to) => [from, to] as const));

  it.each(pairs)('%s → %s', (from, to) => {
    const said = codeOf(() =>
      expectStatusChange({ status: from, since: '2010-01-01', admittedOn: '2010-01-01' }, { status: to, from: '2026-01-01', decision: '1' }),
    );
    const ended = nextStatus[from].length === 0;
    expect(said).toBe(allowed.has(`${from} ${to}`) ? 'fine' : ended ? 'membership/membership-ended' : 'membership/status-not-reachable');
  });

  it.each([
    ['OFFICIAL', 'membership/decision-missing'],
    ['NAME_REMOVED', 'membership/decision-missing'],
    ['LEFT', 'membership/decision-missing'],
    ['DECEASED', 'fine'],
  ] as const)('%s without the number of a decision: %s', (status, said) => {
    expect(codeOf(() => expectStatusChange({ status: 'PROBATIONARY', since: '2020-01-01' }, { status, from: '2026-01-01' }))).toBe(said);
  });

  it('begins after the one before', () => {
    const at = (from: string) => codeOf(() => expectStatusChange({ status: 'OFFICIAL', since: '2020-05-19' }, { status: 'DECEASED', from }));
    expect([at('2020-05-18'), at('2020-05-19'), at('2020-05-20')]).toEqual([
      'membership/dates-out-of-order',
      'membership/dates-out-of-order',
      'fine',
    ]);
  });
});

describe('probation (Điều lệ Đảng, Điều 5: counted from the ceremony)', () => {
  const months = ruleAt('probation.months', '2026-03-10')?.value ?? 0;
  const recognised = (from: string) =>
    codeOf(() =>
      expectStatusChange({ status: 'PROBATIONARY', since: '2025-03-10', admittedOn: '2025-03-10' }, { status: 'OFFICIAL', from, decision: '1' }),
    );

  it('ends the months of the register after it began, to the day', () => {
    const over = addMonths('2025-03-10', months);
    expect(probationOver('2025-03-10', '2026-03-10')).toBe(over);
    expect(recognised(over)).toBe('fine');
    expect(recognised(addMonths(over, 2))).toBe('fine');
    expect(recognised(new Date(Date.parse(over) - 86_400_000).toISOString().slice(0, 10))).toBe('membership/probation-not-over');
  });

  it('is not asked for where no rule was in force', () => expect(probationOver('1968-02-01', '1968-09-01')).toBeUndefined());
});

describe('months', () => {
  it.each([
    ['2025-03-10', 12, '2026-03-10'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2025-05-19', 0, '2025-05-19'],
  ] as const)('%s + %i = %s', (day, months, then) => expect(addMonths(day, months)).toBe(then));
});

describe('dates', () => {
  it.each([
    [['1970-01-01', '1990-01-01', '1990-01-01'], 'fine'],
    [['1970-01-01', undefined, '1990-01-01', null], 'fine'],
    [['1990-01-01', undefined, '1989-12-31'], 'membership/dates-out-of-order'],
  ])('%j in order: %s', (days, said) => expect(codeOf(() => expectOrder(...days))).toBe(said));

  it.each([
    [{ from: '2026-11-22' }, 'fine'],
    [{ from: '2026-11-22', to: '2027-11-22' }, 'fine'],
    [{ from: '2026-11-23' }, 'membership/date-in-future'],
    [{ from: '2026-11-01', to: '2026-11-01' }, 'membership/dates-out-of-order'],
  ])('%j begun on 22/11/2026: %s', (period, said) => expect(codeOf(() => expectBegun(period, '2026-11-22'))).toBe(said));

  it('periods are half-open', () => {
    expect(overlaps({ from: '2026-01-01', to: '2026-02-01' }, { from: '2026-02-01' })).toBe(false);
    expect(overlaps({ from: '2026-01-01', to: '2026-02-02' }, { from: '2026-02-01' })).toBe(true);
    expect(overlaps({ from: '2026-01-01' }, { from: '2020-01-01', to: '2026-01-01' })).toBe(false);
    expect(holds({ from: '2026-01-01', to: '2026-02-01' }, '2026-01-01')).toBe(true);
    expect(holds({ from: '2026-01-01', to: '2026-02-01' }, '2026-02-01')).toBe(false);
  });
});

it('masks all but the last three digits', () => {
  expect(masked('038168000123')).toBe('•••••••••123');
  expect(masked('12')).toBe('12');
});
