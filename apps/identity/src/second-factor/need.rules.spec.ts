import type { Permission } from '@vungmanh/contracts/permission';
import { cardSuffices, needOf } from './need.rules.js';

const grant = (permissions: Permission[], below = false) => ({ permissions, below });

it.each<[string, ReturnType<typeof grant>[], ReturnType<typeof needOf>]>([
  ['nothing', [], 'NONE'],
  ['reading at one organization', [grant(['organization:read', 'meetings:read'])], 'NONE'],
  ['figures of one organization', [grant(['meetings:overview'])], 'NONE'],
  ['writing the minutes of one cell', [grant(['meetings:read', 'meetings:take-minutes'])], 'EDITOR'],
  ['reading below an organization', [grant(['organization:read'], true)], 'APP'],
  ['exports at one organization', [grant(['organization:export'])], 'APP'],
  ['giving rights at one organization', [grant(['identity:manage-grants'])], 'APP'],
  ['cutting roles', [grant(['identity:manage-roles'])], 'APP'],
  ['the audit of one organization', [grant(['audit:read'])], 'APP'],
  ['several, of which one asks for more', [grant(['organization:read']), grant(['meetings:confirm']), grant([], true)], 'APP'],
])('who holds %s needs as much', (_, grants, need) => {
  expect(needOf(grants)).toBe(need);
});

it.each([
  ['NONE', 'APP', true],
  ['EDITOR', 'APP_OR_CARD', true],
  ['EDITOR', 'APP', false],
  ['APP', 'APP_OR_CARD', false],
] as const)('a card for %s where %s is ruled: %s', (need, ruled, enough) => {
  expect(cardSuffices(need, ruled)).toBe(enough);
});
