import { mayDiffer } from './override.js';
import { ruleKeys } from './register.js';
import { listRules, sentence } from './rule-list.js';

const DAY = '2026-11-22';
const all = (context = {}) => listRules(DAY, context).flatMap((area) => area.rules);

it('lists every rule of the register once', () => {
  const keys = all().map((rule) => rule.key);
  expect(keys.toSorted()).toEqual([...ruleKeys].toSorted());
});

it('leaves no number and no code in an open sentence that a province may fill', () => {
  for (const { question, key } of all().filter((rule) => rule.settable)) {
    expect(`${key}: ${question}`).not.toMatch(/987|NaN|undefined|1\/8/);
    if (!key.startsWith('score.') && key !== 'account.grant.warn_days') expect(`${key}: ${question}`).toContain('…');
  }
});

it('shows the central value beside that of the province, with both documents', () => {
  const province = 'a0000000-0000-7000-8000-000000000001';
  const overrides = [{ key: 'meeting.min_minutes', value: 100, nodeId: province, validFrom: '2026-01-01', source: '12-QĐ/TU, 1/1/2026' }] as const;
  const rule = all({ path: [province], overrides }).find((one) => one.key === 'meeting.min_minutes');
  expect(rule).toMatchObject({ local: { source: '12-QĐ/TU, 1/1/2026' }, value: 100, settable: mayDiffer('meeting.min_minutes') });
  expect(rule?.local?.text).toBe(sentence('meeting.min_minutes', 100));
  expect(rule?.central?.text).not.toBe(rule?.local?.text);
  expect(all().find((one) => one.key === 'meeting.min_minutes')?.local).toBeUndefined();
});

it('names the parts of a score', () => {
  expect(sentence('score.bands', [{ code: 'GOOD', from: 90 }])).toContain('Tốt từ 90');
});
