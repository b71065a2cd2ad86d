import { addDays } from '@vungmanh/regulations/calendar';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { type Asked, ungivableForCheck } from './temporary.rules.js';

const TODAY = '2026-11-23';
const most = ruleAt('account.temporary_grant.max_days', TODAY)?.value ?? 0;
const asked = (more: Partial<Asked> = {}): Asked => ({ covered: true, below: true, today: TODAY, validTo: addDays(TODAY, 10), ...more });

it.each<[string, Partial<Asked>, ReturnType<typeof ungivableForCheck>]>([
  ['for a check of some days', {}, undefined],
  ['on the last day that the rule allows', { validTo: addDays(TODAY, most) }, undefined],
  ['a day beyond it', { validTo: addDays(TODAY, most + 1) }, 'identity/temporary-too-long'],
  ['where the opener may not check', { covered: false }, 'identity/temporary-not-covered'],
  ['beside, above, or at the committee itself', { below: false }, 'identity/temporary-not-below'],
  ['where both are wrong', { covered: false, below: false }, 'identity/temporary-not-covered'],
  ['before any rule was in force', { today: '2025-01-01', validTo: '2029-01-01' }, undefined],
])('%s', (_case, more, expected) => {
  expect(ungivableForCheck(asked(more))).toBe(expected);
});
