import { SupervisionAct, SupervisionState, type Quarter } from '@vungmanh/contracts/inspection/member-supervision';
import { addMonthsTo, monthOf } from '@vungmanh/regulations/calendar';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { actsIn, daysOf, isDayOf, isInTime, isMonthOpen, isPossible, keptFrom, transitions } from './supervision.rules.js';

describe('a quarter of supervision', () => {
  it.each(SupervisionState.options.flatMap((from) => SupervisionState.options.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    const allowed = ['DRAFT OPEN', 'OPEN CLOSED'].includes(`${from} ${to}`);
    expect(transitions[from].includes(to)).toBe(allowed);
  });

  it.each<[SupervisionState, SupervisionAct[]]>([
    ['DRAFT', ['open', 'add-newcomers', 'set-scale']],
    ['OPEN', ['close', 'add-newcomers', 'set-scale', 'record-grades']],
    ['CLOSED', []],
  ])('%s offers what is possible in it and nothing else', (state, acts) => {
    expect(actsIn(state)).toEqual(acts);
    for (const act of SupervisionAct.options) expect([act, isPossible(act, state)]).toEqual([act, acts.includes(act)]);
  });

  it.each<[Quarter, string, string]>([
    ['2026-Q1', '2026-01-01', '2026-04-01'],
    ['2026-Q4', '2026-10-01', '2027-01-01'],
  ])('%s runs from %s to before %s', (quarter, from, to) => {
    expect(daysOf(quarter)).toEqual({ from, to });
  });

  it.each<[Quarter, string, boolean]>([
    ['2026-Q3', '2026-12-03', true],
    ['2026-Q4', '2026-12-03', true],
    ['2027-Q1', '2026-12-03', true],
    ['2026-Q2', '2026-12-03', false],
    ['2027-Q2', '2026-12-03', false],
    ['2025-Q4', '2026-01-31', true],
    ['2025-Q3', '2026-01-31', false],
  ])('%s can be drawn up on %s: %s', (quarter, today, allowed) => {
    expect(isInTime(quarter, today)).toBe(allowed);
  });

  it.each<[string, string, boolean]>([
    ['2026-10', '2026-11-20', true],
    ['2026-11', '2026-11-01', true],
    ['2026-12', '2026-11-30', false],
    ['2026-09', '2026-11-20', false],
    ['2027-01', '2027-01-05', false],
    ['2026-12', '2027-01-05', true],
  ])('month %s on %s in the fourth quarter: %s', (month, today, open) => {
    expect(isMonthOpen('2026-Q4', month, today)).toBe(open);
  });

  it.each<[string, string, boolean]>([
    ['2026-10-01', '2026-11-20', true],
    ['2026-11-20', '2026-11-20', true],
    ['2026-11-21', '2026-11-20', false],
    ['2026-09-30', '2026-11-20', false],
    ['2027-01-01', '2027-01-02', false],
  ])('an act on %s, written down on %s: %s', (day, today, allowed) => {
    expect(isDayOf('2026-Q4', day, today)).toBe(allowed);
  });

  it.each(['2026-11-23', '2028-11-01', '2029-02-28'])('on %s months are kept as long as the rule says, to the month', (today) => {
    const months = ruleAt('supervise.labor_grade.keep_months', today)?.value ?? 0;
    expect(months).toBeGreaterThan(0);
    expect(keptFrom(today)).toBe(addMonthsTo(monthOf(today), -months));
  });

  it('on a day without a rule nothing goes', () => {
    expect(ruleAt('supervise.labor_grade.keep_months', '1990-01-01')).toBeUndefined();
    expect(keptFrom('1990-01-01')).toBeUndefined();
  });
});
