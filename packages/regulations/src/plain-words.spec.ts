import { plainRows, plainTopics } from './plain-words-table.js';
import { rulesInWords } from './plain-words.js';
import { register } from './register.js';
import type { RuleKey } from './register.js';
import { ruleAt } from './rule-at.js';
import type { RuleOverride } from './rule-at.js';

const TODAY = '2026-11-22';
const all = (...args: Parameters<typeof rulesInWords>) => rulesInWords(...args).flatMap((topic) => topic.rules);
const keys = plainRows.flatMap((row) => ('key' in row ? [row.key] : []));

/** Another value in the direction that a committee may take, or that the center might. */
function changed(key: RuleKey): RuleOverride {
  const { stricter } = register[key];
  const value = ruleAt(key, TODAY)?.value;
  const other =
    typeof value === 'number'
      ? value + (stricter === 'lower' ? -1 : 1)
      : typeof value === 'object' && 'num' in value
        ? { ...value, num: 3, den: 4 }
        : value === undefined
          ? samples[register[key].unit]
          : ['REPRIMAND'];
  return { key, value: other, nodeId: 'province', validFrom: '2026-05-01', source: 'QĐ 03-QĐ/TU, 01/5/2026' } as RuleOverride;
}
const samples: Partial<Record<string, unknown>> = {
  threshold: { num: 1, den: 5, how: 'at-least' },
  fraction: { num: 1, den: 3 },
  days: 37,
  'working-days': 37,
  months: 37,
  members: 37,
  times: 37,
};

describe('the rules in plain words', () => {
  it('tell of every topic, in sentences with their sources', () => {
    expect(rulesInWords(TODAY).map((topic) => topic.code)).toEqual(Object.keys(plainTopics));
    for (const rule of all(TODAY)) {
      expect(rule.text).toMatch(/^\p{Lu}.*\.$/su);
      expect(rule.source).toMatch(/\d{3}/);
      expect(rule.text.length).toBeLessThan(300);
    }
    expect(new Set(all(TODAY).map((rule) => rule.text)).size).toBe(all(TODAY).length);
  });

  it('have every number from the register: without its sentence no digit is left, and none is spelled out', () => {
    for (const rule of all(TODAY)) {
      const own = rule.key === undefined ? '' : (ruleAt(rule.key, TODAY)?.says ?? '');
      expect(rule.text.replace(own, '')).not.toMatch(/\d|\b(hai|bốn|năm|sáu|bảy|tám|chín|mười) (ngày|tháng|năm|lần|phần)\b/u);
    }
  });

  it.each(keys.filter((key) => register[key].unit !== 'codes'))('change when %s changes', (key) => {
    const override = changed(key);
    const texts = (context = {}) => all(TODAY, context).map((rule) => rule.text);
    const [before, after] = [texts(), texts({ path: ['province'], overrides: [override] })];
    const own = ruleAt(key, TODAY)?.says;
    if (own !== undefined) expect(before).toContain(own);
    expect(after).not.toEqual(before);
    expect(after.filter((text) => !before.includes(text))).toEqual([ruleAt(key, TODAY, { path: ['province'], overrides: [override] })?.says]);
    if (own !== undefined) expect(after).not.toContain(own);
    expect(all(TODAY, { path: ['province'], overrides: [override] }).find((rule) => rule.key === key)).toMatchObject({ source: override.source });
  });

  it('are those of their day: before 21-QĐ/TW nothing of it is told, and nothing that has no source ever', () => {
    expect(all('2026-04-10').filter((rule) => rule.source.includes('21-QĐ/TW'))).toEqual([]);
    expect(all('2026-04-10').map((rule) => rule.text)).toContain(ruleAt('discipline.written_days', '2026-04-10')?.says);
    expect(all('2010-01-01')).toEqual([]);
    expect(all(TODAY).some((rule) => rule.key === 'inspect.cell.compliance_days')).toBe(false);
  });
});
