import type { Permission } from '@vungmanh/contracts/permission';

/** Whether a grant with these dates gives nothing any more. */
export function isOver(grant: { validTo: string | null }, today: string): boolean {
  return grant.validTo !== null && grant.validTo <= today;
}

/** A period that holds at least one day. */
function isPeriod(from: string, to: string | undefined): boolean {
  return to === undefined || to > from;
}

/** What refuses a grant before anything is looked up. */
export function ungivableTo(
  giver: string,
  given: { accountId: string; validFrom: string; validTo?: string | undefined },
): 'identity/own-account' | 'identity/period-empty' | undefined {
  if (given.accountId === giver) return 'identity/own-account';
  return isPeriod(given.validFrom, given.validTo) ? undefined : 'identity/period-empty';
}

/** Something that a giver holds today. */
export interface Holding {
  nodeId: string;
  below: boolean;
  /** What it lets them do. */
  permissions: readonly Permission[];
  /** What it lets them give without doing it. */
  handsOn: readonly Permission[];
  validTo?: string | undefined;
}

/** What is to be given. */
export interface Wanted {
  nodeId: string;
  below: boolean;
  /** Everything that the role lets do or hand on. */
  permissions: readonly Permission[];
  validTo?: string | undefined;
}

export type Excess = 'identity/beyond-own' | 'identity/permission-not-held' | 'identity/longer-than-own';

/**
 * In which way a grant would be wider than what its giver holds; undefined when it is not. `above` is the organization of the grant
 * and everything above it. Each permission must be held by one grant that reaches as far and lasts as long, and so must the right to
 * give. What stands at an organization alone never gives what stands below it too, be there nothing below it today.
 */
export function excessOf(holdings: readonly Holding[], wanted: Wanted, above: ReadonlySet<string>): Excess | undefined {
  const reaching = holdings.filter((h) => (h.below ? above.has(h.nodeId) : h.nodeId === wanted.nodeId && !wanted.below));
  const lasting = reaching.filter((h) => h.validTo === undefined || (wanted.validTo !== undefined && wanted.validTo <= h.validTo));
  const gives = (h: Holding): boolean => h.permissions.includes('identity:manage-grants');
  const holds = (permission: Permission) => (h: Holding) => h.permissions.includes(permission) || h.handsOn.includes(permission);
  if (!reaching.some(gives)) return 'identity/beyond-own';
  if (wanted.permissions.some((p) => !reaching.some(holds(p)))) return 'identity/permission-not-held';
  if (!lasting.some(gives) || wanted.permissions.some((p) => !lasting.some(holds(p)))) return 'identity/longer-than-own';
  return undefined;
}
