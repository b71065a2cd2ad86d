import { addDays } from './calendar.js';
import { passes, voteDenominator, votesNeeded } from './majority.js';
import { checkOverride, readOverride } from './override.js';
import type { Parameter } from './parameter.js';
import { register, ruleKeys } from './register.js';
import { inForce, ruleAt } from './rule-at.js';
import type { RuleOverride } from './rule-at.js';
import { deviation } from './deviation.js';
import { compareValues, unitValues } from './unit.js';
import { Deviation } from '@vungmanh/contracts/deviation';

const [CELL, COMMUNE, PROVINCE] = ['cell', 'commune', 'province'] as const;
const path = [CELL, COMMUNE, PROVINCE];
const TODAY = '2026-11-22';

describe('register', () => {
  const parameters = ruleKeys.map((key): [string, Parameter<keyof typeof unitValues>] => [key, register[key] as Parameter<keyof typeof unitValues>]);

  it.each(parameters)('%s is well formed', (_key, p) => {
    for (const row of p.rows) {
      expect(unitValues[p.unit].safeParse(row.value).success).toBe(true);
      // a document with its year; what only a seed article states names the article
      expect(row.source).toMatch(row.mark.startsWith('S') ? /\d{3}/ : /\d{4}/);
      expect(row.validTo === undefined || row.validFrom < row.validTo).toBe(true);
      expect(p.says(row.value)).toMatch(/^\p{Lu}.*\.$/su);
      if (p.stricter !== 'none') expect(compareValues(row.value, row.value)).toBe(0);
    }
  });

  it.each(parameters)('%s never has two values on one day for one type', (_key, p) => {
    const days = p.rows.flatMap((row) => [row.validFrom, addDays(row.validFrom, -1)]);
    for (const day of days) {
      const scopes = p.rows.filter((row) => inForce(row, day)).flatMap((row) => row.nodeTypes ?? ['*']);
      expect(new Set(scopes).size).toBe(scopes.length);
    }
  });

  // domain.md §11.2
  it.each([
    ['meeting.regular.day', TODAY, 3, 'CT 50-CT/TW, 23/7/2025'],
    ['meeting.regular.day', '2025-07-22', undefined, undefined],
    ['meeting.min_minutes', TODAY, 90, 'HD 42-HD/BTCTW, 28/10/2025'],
    ['meeting.min_minutes', '2025-10-27', 90, 'HD 12-HD/BTCTW, 06/7/2018'],
    ['meeting.combined.min_minutes', TODAY, 120, 'HD 42-HD/BTCTW, 28/10/2025'],
    ['meeting.attendance.target', '2025-10-27', { num: 85, den: 100, how: 'more-than' }, 'HD 12-HD/BTCTW, 06/7/2018'],
    ['meeting.attendance.target', '2025-10-28', { num: 90, den: 100, how: 'at-least' }, 'HD 42-HD/BTCTW, 28/10/2025'],
    ['meeting.docs.before_days', TODAY, 1, 'HD 42-HD/BTCTW, 28/10/2025'],
    ['meeting.publish.after_days', TODAY, 2, 'HD 42-HD/BTCTW, 28/10/2025'],
    ['cell.min_official', TODAY, 3, 'Điều lệ Đảng (Đại hội XI, 19/01/2011), Điều 21, 24'],
    ['admission.cell_majority', TODAY, { num: 2, den: 3, how: 'at-least' }, 'Điều lệ Đảng (Đại hội XI, 19/01/2011), Điều 4'],
    ['fee.working_age', '2027-12-31', { num: 3, den: 1000 }, 'QĐ 01-QĐ/TW, 03/02/2026'],
    ['fee.working_age', '2028-01-01', { num: 5, den: 1000 }, 'QĐ 01-QĐ/TW, 03/02/2026'],
    ['dsr.reply_wd', TODAY, 2, 'NĐ 356/2025/NĐ-CP, 31/12/2025'],
    // a key without a source has no value, and nothing is refused for it
    ['meeting.quorum', TODAY, undefined, undefined],
    ['inspect.cell.compliance_days', TODAY, undefined, undefined],
  ] as const)('%s on %s', (key, day, value, source) => {
    const rule = ruleAt(key, day);
    expect(rule?.value).toEqual(value);
    expect(rule?.source).toBe(source);
  });

  it('blocks only what would be void (design.md §6), the rest deviates', () => {
    const blocking = ruleKeys.filter((key) => register[key].effect === 'blocks');
    expect(blocking.toSorted()).toEqual([
      'admission.cell_majority',
      'admission.committee_majority',
      'cell.min_official',
      'discipline.forms.official',
      'discipline.forms.organization',
      'discipline.forms.probationary',
      'discipline.vote',
      'probation.months',
      'recognition.cell_majority',
      'removal.cell_majority',
      'resolution.item.fields',
      'vote.majority',
    ]);
  });

  it('a row for a node type is no row for the others', () => {
    expect(ruleAt('ubkt.size', TODAY, { nodeType: 'PROVINCE' })?.value).toEqual({ from: 11, to: 13 });
    expect(ruleAt('ubkt.size', TODAY, { nodeType: 'CELL' })).toBeUndefined();
    expect(ruleAt('ubkt.size', TODAY)).toBeUndefined();
  });

  it('does not compile for a key that nobody declared, and types the value by the key', () => {
    // @ts-expect-error no such key
    expect(() => ruleAt('meeting.min_hours', TODAY)).toThrow(TypeError);
    const minutes: number | undefined = ruleAt('meeting.min_minutes', TODAY)?.value;
    // @ts-expect-error a threshold is not a number
    const share: number | undefined = ruleAt('vote.majority', TODAY)?.value;
    expect([typeof minutes, typeof share]).toEqual(['number', 'object']);
  });
});

describe('overrides', () => {
  const source = 'QĐ 01-QĐ/TU, 05/01/2026';
  const minutes = (nodeId: string, value: number, validFrom = '2026-01-05', validTo?: string): RuleOverride<'meeting.min_minutes'> => ({
    key: 'meeting.min_minutes',
    value,
    nodeId,
    validFrom,
    source,
    ...(validTo === undefined ? {} : { validTo }),
  });
  const at = (day: string, overrides: RuleOverride[], nodes: readonly string[] = path) =>
    ruleAt('meeting.min_minutes', day, { path: nodes, overrides });

  it('takes the nearest node of the path, on its days only', () => {
    const overrides = [minutes(PROVINCE, 100), minutes(COMMUNE, 120, '2026-03-01', '2026-06-01'), minutes('elsewhere', 200)];
    expect(at('2026-01-04', overrides)?.value).toBe(90);
    expect(at('2026-01-05', overrides)).toMatchObject({ value: 100, setBy: PROVINCE, source });
    expect(at('2026-03-01', overrides)).toMatchObject({ value: 120, setBy: COMMUNE });
    expect(at('2026-06-01', overrides)?.value).toBe(100);
    expect(at('2026-03-01', overrides, [PROVINCE])?.value).toBe(100);
    expect(at('2026-03-01', overrides, [])).toMatchObject({ value: 90, mark: 'V' });
    expect(at('2026-03-01', overrides)?.says).toContain('120 phút');
  });

  it('passes over a value that the center has since overtaken', () => {
    const loose = [minutes(COMMUNE, 60), minutes(PROVINCE, 95)];
    expect(at(TODAY, loose)?.value).toBe(95);
  });

  it.each([
    ['tighter', 'meeting.min_minutes', 120, undefined],
    ['looser', 'meeting.min_minutes', 60, 'looser'],
    ['the same', 'meeting.min_minutes', 90, undefined],
    ['tighter where lower is stricter', 'meeting.publish.after_days', 1, undefined],
    ['looser where lower is stricter', 'meeting.publish.after_days', 3, 'looser'],
    ['a majority above the Statute', 'admission.cell_majority', { num: 3, den: 4, how: 'at-least' }, undefined],
    ['a majority of the same share, exceeded', 'admission.cell_majority', { num: 4, den: 6, how: 'more-than' }, undefined],
    ['a majority below the Statute', 'admission.cell_majority', { num: 3, den: 5, how: 'more-than' }, 'looser'],
    ['a day of its own', 'meeting.regular.day', 5, 'fixed'],
    ['bands that nothing reads yet', 'score.bands', [{ code: 'GOOD', from: 85 }], 'unread'],
    ['a number without central value [L: Lào Cai]', 'inspect.cell.compliance_days', 30, undefined],
    ['another type of value', 'meeting.min_minutes', '120', 'wrong-value'],
    ['a key that does not exist', 'meeting.min_hours', 2, 'unknown-key'],
  ])('%s: %s', (_what, key, value, code) => {
    expect(checkOverride({ key, value, nodeId: PROVINCE, validFrom: TODAY, source })?.code).toBe(code);
  });

  it('holds a value against everything in force above during its whole period', () => {
    const province = minutes(PROVINCE, 110, '2026-05-01');
    const above = { path, overrides: [province] };
    expect(checkOverride(minutes(COMMUNE, 100, '2026-01-05', '2026-05-01'), above)).toBeUndefined();
    expect(checkOverride(minutes(COMMUNE, 100, '2026-01-05'), above)).toMatchObject({ code: 'looser', reason: expect.stringContaining('110 phút') });
    expect(checkOverride(minutes(COMMUNE, 100, '2026-05-01', '2026-05-01'), above)?.code).toBe('empty-period');
    expect(checkOverride(minutes(PROVINCE, 95, '2026-08-01'), above)).toBeUndefined();
  });

  it('reads stored rows only when they fit', () => {
    const row = { nodeId: PROVINCE, validFrom: TODAY, source };
    expect(readOverride({ ...row, key: 'standing.max_ratio', value: { num: 1, den: 4 } })).toMatchObject({ value: { num: 1, den: 4 } });
    expect(readOverride({ ...row, key: 'standing.max_ratio', value: 0.25 })).toBeUndefined();
    expect(readOverride({ ...row, key: 'nothing', value: 1 })).toBeUndefined();
  });
});

describe('majorities', () => {
  const rule = <K extends 'vote.majority' | 'admission.cell_majority' | 'discipline.vote'>(key: K) => {
    const found = ruleAt(key, TODAY);
    if (found === undefined) throw new Error(`${key} has no value`);
    return found.value;
  };

  // domain.md §11.3
  it.each([
    ['story 1', 'vote.majority', 24, 26, true],
    ['exactly half is not more than half', 'vote.majority', 13, 26, false],
    ['one above half', 'vote.majority', 14, 26, true],
    ['story 4', 'admission.cell_majority', 14, 20, true],
    ['story 4', 'admission.cell_majority', 13, 20, false],
    ['exactly two thirds', 'admission.cell_majority', 14, 21, true],
    ['story 8: reprimand', 'discipline.vote', 8, 20, false],
    ['story 8: 2 + 3', 'discipline.vote', 5, 20, false],
    ['story 8: 2 + 3 + 7', 'discipline.vote', 12, 20, true],
    ['nobody', 'vote.majority', 0, 0, false],
  ] as const)('%s: %s, %i of %i', (_story, key, votes, denominator, expected) => {
    expect(passes(votes, denominator, rule(key), rule(key).how)).toBe(expected);
  });

  it.each([
    ['the register', rule('admission.cell_majority')],
    ['a second set of values', { num: 3, den: 4, how: 'more-than' }],
  ] as const)('needs exactly the votes that pass, by %s', (_set, t) => {
    for (let denominator = 1; denominator <= 200; denominator++) {
      const needed = votesNeeded(denominator, t, t.how);
      if (needed === undefined) throw new Error('unanimity always passes');
      expect(passes(needed, denominator, t, t.how)).toBe(true);
      expect(passes(needed - 1, denominator, t, t.how)).toBe(false);
    }
    expect(votesNeeded(0, t, t.how)).toBeUndefined();
  });

  it.each([
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [1, Number.NaN],
  ])('%d of %d is no vote', (votes, denominator) => {
    expect(() => passes(votes, denominator, { num: 1, den: 2 }, 'more-than')).toThrow(RangeError);
  });

  // 294-QĐ/TW pt 9.3.2 (domain.md §2.2); story 5: one of 57 is temporarily elsewhere
  it.each([
    [{ official: 26, temporarilyElsewhere: 0, exemptNotVoting: 0 }, 26],
    [{ official: 57, temporarilyElsewhere: 1, exemptNotVoting: 0 }, 56],
    [{ official: 20, temporarilyElsewhere: 2, exemptNotVoting: 3 }, 15],
  ])('denominator of %j is %i', (convened, expected) => {
    expect(voteDenominator(convened)).toBe(expected);
  });

  it('refuses a denominator below zero', () => {
    expect(() => voteDenominator({ official: 1, temporarilyElsewhere: 1, exemptNotVoting: 1 })).toThrow(RangeError);
  });
});

describe('deviation', () => {
  const overrides: RuleOverride<'meeting.combined.min_minutes'>[] = [
    { key: 'meeting.combined.min_minutes', value: 150, nodeId: PROVINCE, validFrom: '2026-01-05', source: 'QĐ 02-QĐ/TU, 05/01/2026' },
  ];

  // story 2: a combined session of 100 minutes
  it.each([
    ['the register', {}],
    ['a second set of values', { path, overrides }],
  ])('says what was expected and what was done, by %s', (_set, context) => {
    const rule = ruleAt('meeting.combined.min_minutes', '2027-01-03', context);
    if (rule === undefined) throw new Error('no rule');
    const stored = deviation(rule, 100, 'Mưa lũ');
    expect(Deviation.parse(stored)).toEqual({
      ruleKey: 'meeting.combined.min_minutes',
      source: rule.source,
      says: rule.says,
      expected: `${rule.value} phút`,
      actual: '100 phút',
      reason: 'Mưa lũ',
    });
    expect(rule.says).toContain(String(rule.value));
  });

  it('takes written text where the fact is of another kind, and no reason before one is given', () => {
    const rule = ruleAt('meeting.regular.day', TODAY);
    if (rule === undefined) throw new Error('no rule');
    const stored = deviation(rule, { text: '05/12/2026' });
    expect(stored).toMatchObject({ expected: 'ngày 03', actual: '05/12/2026' });
    expect(stored).not.toHaveProperty('reason');
  });
});
