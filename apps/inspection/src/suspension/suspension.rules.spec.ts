import { Broken } from '@vungmanh/platform/problem';
import { addDays, daysBetween } from '@vungmanh/regulations/calendar';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { endOf, expectExtension, extensibleTo, holdsOn, lastDay } from './suspension.rules.js';

const FROM = '2026-11-23';
const days = ruleAt('suspension.days', FROM)?.value ?? Number.NaN;
const more = ruleAt('suspension.extension_days', FROM)?.value ?? Number.NaN;
const until = lastDay(FROM) ?? '';
const term = { from: FROM, until, extended: false };

it('lasts the days of the rule, the first among them', () => {
  expect(daysBetween(FROM, until) + 1).toBe(days);
  expect([addDays(FROM, -1), FROM, until, addDays(until, 1)].map((day) => holdsOn(term, day))).toEqual([false, true, true, false]);
  expect(endOf(term)).toBe(addDays(FROM, days));
});

it('ends sooner where it is lifted', () => {
  const lifted = { ...term, liftedOn: '2026-12-01' };
  expect([holdsOn(lifted, '2026-11-30'), holdsOn(lifted, '2026-12-01'), endOf(lifted)]).toEqual([true, false, '2026-12-01']);
  expect(extensibleTo(lifted)).toBeUndefined();
});

it.each([
  ['to the last day of the rule', term, addDays(until, more), FROM, 'done'],
  ['a day longer', term, addDays(until, more + 1), FROM, 'inspection/suspension-too-long'],
  ['a second time', { ...term, extended: true }, addDays(until, 1), FROM, 'inspection/extended-already'],
  ['once it is over', term, addDays(until, 1), addDays(until, 1), 'inspection/discipline-not-in-state'],
  ['to no later day', term, until, FROM, 'inspection/in-the-future'],
] as const)('is extended %s: %#', (_how, of, to, today, code) => {
  let said = 'done';
  try {
    expectExtension(of, to, today);
  } catch (error) {
    said = error instanceof Broken ? error.code : String(error);
  }
  expect(said).toBe(code);
});
