import type { Permission } from '@vungmanh/contracts/permission';
import { type Holding, holdingOf, withHolding } from './holding.js';

const held = { permissions: ['meetings:read' as Permission], handsOn: ['meetings:confirm' as Permission] };

it.each<[Permission, Holding]>([
  ['meetings:read', 'use'],
  ['meetings:confirm', 'hand-on'],
  ['membership:read', 'none'],
])('%s is held: %s', (permission, expected) => {
  expect(holdingOf(permission, held)).toBe(expected);
  for (const next of ['none', 'use', 'hand-on'] as const) {
    const changed = withHolding(permission, next, held);
    expect(holdingOf(permission, changed)).toBe(next);
    expect(changed.permissions.filter((p) => changed.handsOn.includes(p))).toEqual([]);
  }
});
