import { addDays, addMonths } from './calendar.js';
import { caseDue, extensionOf, limitationOf, suspensionOf } from './case-term.js';
import { due } from './due.js';
import { ruleAt } from './rule-at.js';
import type { RuleKey } from './register.js';
import type { RuleContext, RuleOverride } from './rule-at.js';
import { addWorkingDays } from './working-days.js';

const PROVINCE = 'province';
const START = '2026-11-23';
const set = <K extends RuleKey>(key: K, value: RuleOverride<K>['value']): RuleOverride<K> => ({
  key,
  value,
  nodeId: PROVINCE,
  validFrom: '2026-05-01',
  source: 'QĐ 03-QĐ/TU, 01/5/2026',
});
/** domain.md §5.3 [L: Lào Cai], and a second set of values. */
const local = (compliance: number, violation: number, extension: { num: number; den: number }, times: number): RuleContext => ({
  path: [PROVINCE],
  overrides: [
    set('inspect.cell.compliance_days', compliance),
    set('inspect.cell.violation_days', violation),
    set('inspect.cell.supervision_days', 30),
    set('inspect.commission.days', 90),
    set('inspect.extension', extension),
    set('inspect.extension_times', times),
  ] as RuleOverride[],
});
const laoCai = local(30, 45, { num: 1, den: 3 }, 1);
const other = local(20, 31, { num: 1, den: 2 }, 2);

describe('the term of a case', () => {
  it.each([
    ['CELL', 'COMPLIANCE_INSPECTION', laoCai, 30, 40],
    ['CELL', 'THEMATIC_INSPECTION', laoCai, 30, 40],
    ['CELL', 'SUSPECTED_VIOLATION_INSPECTION', laoCai, 45, 60],
    ['CELL_COMMITTEE', 'THEMATIC_SUPERVISION', laoCai, 30, 40],
    ['INSPECTION_COMMISSION', 'SUSPECTED_VIOLATION_INSPECTION', laoCai, 90, 120],
    ['CELL', 'COMPLIANCE_INSPECTION', other, 20, 30],
    // half of 31 days is 15 whole ones
    ['CELL', 'SUSPECTED_VIOLATION_INSPECTION', other, 31, 46],
  ] as const)('%s, %s, %j', (actor, kind, context, days, extended) => {
    const of = { actor, kind, startedOn: START };
    expect(caseDue(of, context)).toMatchObject({ until: addDays(START, days), rule: { value: days, setBy: PROVINCE } });
    expect(extensionOf(of, 0, context)?.until).toBe(addDays(START, extended));
  });

  it('counts how often it may still be extended', () => {
    const of = { actor: 'CELL', kind: 'COMPLIANCE_INSPECTION', startedOn: START } as const;
    expect([0, 1, 2].map((used) => extensionOf(of, used, laoCai)?.left)).toEqual([1, 0, 0]);
    expect([0, 1, 2, 3].map((used) => extensionOf(of, used, other)?.left)).toEqual([2, 1, 0, 0]);
  });

  it('has no end where no rule was found, and regular supervision never has', () => {
    expect(caseDue({ actor: 'CELL', kind: 'COMPLIANCE_INSPECTION', startedOn: START })).toBeUndefined();
    expect(extensionOf({ actor: 'CELL', kind: 'COMPLIANCE_INSPECTION', startedOn: START }, 0)).toBeUndefined();
    expect(caseDue({ actor: 'GRASSROOTS_COMMITTEE', kind: 'SUSPECTED_VIOLATION_INSPECTION', startedOn: START }, laoCai)).toBeUndefined();
    expect(caseDue({ actor: 'INSPECTION_COMMISSION', kind: 'REGULAR_SUPERVISION', startedOn: START }, laoCai)).toBeUndefined();
    expect(caseDue({ actor: 'CELL', kind: 'COMPLIANCE_INSPECTION', startedOn: '2026-04-30' }, laoCai)).toBeUndefined();
  });
});

describe('clocks', () => {
  const days = (key: 'appeal.days' | 'discipline.written_days') => ruleAt(key, START)?.value ?? 0;

  // domain.md §5.4; holidays are days off only for working days
  it('count the days, working days, months or years of their rule', () => {
    expect(due('appeal.days', START)).toMatchObject({ until: '2026-12-23', rule: { value: 30 } });
    expect(due('discipline.written_days', START)).toMatchObject({ until: '2026-12-03', rule: { value: 10 } });
    expect(due('appeal.days', START)?.until).toBe(addDays(START, days('appeal.days')));
    const settle = ruleAt('appeal.settle_wd', START)?.value ?? 0;
    expect(due('appeal.settle_wd', START)?.until).toBe(addWorkingDays(START, settle));
    expect(due('appeal.settle_wd', START)?.until).not.toBe(addDays(START, settle));
    expect(due('supervise.labor_grade.keep_months', '2026-11-30')?.until).toBe('2028-11-30');
    expect(due('limitation.reprimand_years', '2024-02-29')?.until).toBe('2029-02-28');
  });

  it('follow a second set of values', () => {
    const context = {
      path: [PROVINCE],
      overrides: [set('discipline.written_days', 7), set('inspect.announce_wd', 5), set('denunciation.settle_days', 60)] as RuleOverride[],
    };
    expect(due('discipline.written_days', START, context)?.until).toBe('2026-11-30');
    // 24/11 is a day off
    expect(due('inspect.announce_wd', START, context)?.until).toBe('2026-12-01');
    expect(due('denunciation.settle_days', START, context)?.until).toBe('2027-01-22');
    expect(due('inspect.announce_wd', START)).toBeUndefined();
    expect(due('denunciation.settle_days', START)).toBeUndefined();
  });

  // @ts-expect-error a threshold is no length of time
  it('are only of lengths of time', () => expect(() => due('discipline.vote', START)).toThrow(TypeError));

  it('suspension: its term, and at most one extension after it', () => {
    expect(suspensionOf(START)).toMatchObject({ until: '2027-02-21', extended: { until: '2027-03-23' } });
    expect(
      suspensionOf(START, { path: [PROVINCE], overrides: [set('suspension.days', 60), set('suspension.extension_days', 15)] as RuleOverride[] }),
    ).toMatchObject({
      until: '2027-01-22',
      extended: { until: '2027-02-06' },
    });
    expect(suspensionOf('2026-04-10')).toBeUndefined();
  });

  // domain.md §5.4
  it.each([
    ['REPRIMAND', [], 'limitation.reprimand_years'],
    ['WARNING', [], 'limitation.warning_years'],
    ['DISMISSAL', [], 'limitation.dismissal_years'],
  ] as const)('limitation of a violation that deserves %s', (form, contents, key) => {
    const rule = ruleAt(key, START);
    expect(limitationOf({ form, contents, committedOn: '2020-06-15' }, START)).toEqual({
      until: addMonths('2020-06-15', 12 * (rule?.value ?? 0)),
      rule,
    });
  });

  it('limitation: none for expulsion and for illegal diplomas, and no answer where none was found', () => {
    const violation = { contents: [], committedOn: '2020-06-15' };
    expect(limitationOf({ ...violation, form: 'EXPULSION' }, START)).toMatchObject({ endless: { source: 'QĐ 69-QĐ/TW, 06/7/2022' } });
    expect(limitationOf({ ...violation, form: 'REPRIMAND', contents: ['ILLEGAL_DIPLOMA'] }, START)).toHaveProperty('endless');
    expect(limitationOf({ ...violation, form: 'DISBANDMENT' }, START)).toBeUndefined();
    expect(limitationOf({ ...violation, form: 'WARNING' }, '2022-07-05')).toBeUndefined();
    expect(limitationOf({ ...violation, form: 'EXPULSION' }, '2022-07-05')).toBeUndefined();
  });
});
