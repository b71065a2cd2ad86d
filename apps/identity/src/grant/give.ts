import { grantChanged, type GrantRow } from '@vungmanh/contracts/identity/grant';
import type { Role } from '@vungmanh/contracts/identity/role';
import type { Tx } from '@vungmanh/platform/db/tx';
import { placeGrants } from '@vungmanh/platform/scope/grant-view';
import { GrantEntity, type Given } from './grant.entity.js';

/** A role that stands as it is until the transaction ends. */
export async function roleOf(tx: Tx, code: string): Promise<Role | undefined> {
  const [role] = await tx.query<Role>(
    `select code, label, permissions, hands_on as "handsOn", four_eyes as "fourEyes", version from role where code = $1 for share`,
    [code],
  );
  return role;
}

/** Why an account cannot get a grant now: it is closed, or holds the same already. Undefined when it can; absent is `unknown`. */
export async function hindrance(
  tx: Tx,
  given: Given,
): Promise<{ refused?: 'identity/account-disabled' | 'identity/grant-held'; persons: string[] } | undefined> {
  const [account] = await tx.query<{ person_id: string | null; disabled: boolean }>(
    'select person_id, disabled from account where id = $1 for update',
    [given.accountId],
  );
  if (!account) return undefined;
  const persons = account.person_id ? [account.person_id] : [];
  if (account.disabled) return { refused: 'identity/account-disabled', persons };
  const held = await tx.query(
    `select 1 as held from account_grant where account_id = $1 and role_code = $2 and node_id = $3 and below = $4
       and (valid_to is null or valid_to > $5)`,
    [given.accountId, given.roleCode, given.nodeId, given.below, given.validFrom],
  );
  return held.length > 0 ? { refused: 'identity/grant-held', persons } : { persons };
}

/** Stores a new grant and tells everybody. */
export async function give(tx: Tx, id: string, given: Given, role: Role): Promise<GrantEntity> {
  const grant = GrantEntity.give(id, given, tx.clock.now());
  await tx.insert(grant);
  await tell(tx, grant, role);
  return grant;
}

/** Publishes a grant as it stands and puts it into this service's own view in the same transaction. */
export async function tell(tx: Tx, grant: GrantEntity, role: Role): Promise<void> {
  const row: GrantRow = {
    id: grant.id,
    version: grant.version,
    accountId: grant.accountId,
    nodeId: grant.nodeId,
    below: grant.below,
    permissions: role.permissions,
    validFrom: grant.validFrom,
    ...(grant.validTo === null ? {} : { validTo: grant.validTo }),
  };
  await placeGrants(tx, [row]);
  tx.publish(grantChanged, row);
}
