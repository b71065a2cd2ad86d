import type { Session } from '@vungmanh/contracts/gateway/session';
import type { Permission } from '@vungmanh/contracts/permission';

/** An organization for which somebody works, and whether for everything below it too. */
export interface Unit {
  readonly nodeId: string;
  readonly below: boolean;
}

/**
 * Where the person holds the permission, each organization once; one held with everything below counts as that. What a check lends for a
 * while is used from the page of the check, and is no place of work.
 */
export function unitsOf(session: Pick<Session, 'grants'>, permission: Permission): readonly Unit[] {
  const units = new Map<string, Unit>();
  for (const { nodeId, below, role, source } of session.grants) {
    if (source || !role.permissions.includes(permission)) continue;
    units.set(nodeId, { nodeId, below: below || (units.get(nodeId)?.below ?? false) });
  }
  return [...units.values()];
}
