import { accessKindOf } from '@vungmanh/contracts/identity/node-access';
import type { EditorFactor, FactorNeed } from '@vungmanh/contracts/identity/second-factor';
import type { Permission } from '@vungmanh/contracts/permission';

/** What gives rights, carries data in or out by the sheet, or shows who did what: too much for a password alone, wherever it is held. */
const MUCH: ReadonlySet<Permission> = new Set([
  'identity:manage-grants',
  'identity:manage-roles',
  'organization:import',
  'organization:export',
  'audit:read',
]);

/** What an account must have besides its password, by all that it holds today. */
export function needOf(grants: readonly { permissions: readonly Permission[]; below: boolean }[]): FactorNeed {
  if (grants.some((g) => g.below || g.permissions.some((p) => MUCH.has(p)))) return 'APP';
  return grants.some((g) => g.permissions.some((p) => accessKindOf[p] === 'CHANGE')) ? 'EDITOR' : 'NONE';
}

/** Whether a printed card is enough. */
export const cardSuffices = (need: FactorNeed, ruled: EditorFactor): boolean => need === 'NONE' || (need === 'EDITOR' && ruled === 'APP_OR_CARD');
