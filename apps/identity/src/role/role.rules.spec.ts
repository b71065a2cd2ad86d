import type { Permission } from '@vungmanh/contracts/permission';
import { added, isWider, notHeld } from './role.rules.js';

const [A, B, C] = ['organization:read', 'meetings:read', 'membership:read'] as const satisfies readonly Permission[];
const role = (permissions: Permission[], handsOn: Permission[] = [], fourEyes = false) => ({ permissions, handsOn, fourEyes });

it.each([
  ['the same', role([A, B]), role([B, A]), [], false],
  ['one less', role([A, B]), role([A]), [], false],
  ['one more', role([A]), role([A, B]), [B], true],
  ['another', role([A]), role([B]), [B], true],
  ['one more to hand on', role([A]), role([A], [B]), [B], true],
  ['used, not only handed on', role([A], [B]), role([A, B], [B]), [B], true],
  ['handed on, no longer used', role([A, B]), role([A], [B]), [B], true],
  ['two people from now on', role([A]), role([A], [], true), [], false],
  ['one person from now on', role([A], [], true), role([A]), [], true],
])('a role with %s', (_what, before, after, more, wider) => {
  expect(added(before, after)).toEqual(more);
  expect(isWider(before, after)).toBe(wider);
});

it.each([
  ['below the root', [{ ...role([A], [B]), nodeId: 'root', below: true }], ['root'], [C]],
  ['at the root alone', [{ ...role([A, B, C]), nodeId: 'root', below: false }], ['root'], [A, B, C]],
  ['lower down', [{ ...role([A, B, C]), nodeId: 'commune', below: true }], ['root'], [A, B, C]],
  ['below one root of two', [{ ...role([A, B, C]), nodeId: 'root', below: true }], ['root', 'second'], [A, B, C]],
  ['before there is a tree', [{ ...role([A, B, C]), nodeId: 'root', below: true }], [], [A, B, C]],
])('holding %s', (_where, holdings, roots, missing) => {
  expect(notHeld([A, B, C], holdings, roots)).toEqual(missing);
});
