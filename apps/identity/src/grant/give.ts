import { grantChanged, type GrantRow } from '@vungmanh/contracts/identity/grant';
import type { Role } from '@vungmanh/contracts/identity/role';
import type { Tx } from '@vungmanh/platform/db/tx';
import type { Scope } from '@vungmanh/platform/scope/scope';
import { GrantEntity, type Given } from './grant.entity.js';

export async function roleOf(tx: Tx, code: string): Promise<Role | undefined> {
  const [role] = await tx.query<Role>('select code, label, permissions from role where code = $1', [code]);
  return role;
}

/** Stores a new grant and tells everybody. */
export async function give(tx: Tx, id: string, given: Given, role: Role): Promise<GrantEntity> {
  const grant = GrantEntity.give(id, given);
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
  await tx.query(
    `insert into grant_view (grant_id, version, account_id, node_id, below, permissions, valid_from, valid_to)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (grant_id) do update set version = excluded.version, permissions = excluded.permissions, valid_to = excluded.valid_to`,
    [row.id, row.version, row.accountId, row.nodeId, row.below, row.permissions, row.validFrom, row.validTo ?? null],
  );
  tx.publish(grantChanged, row);
}

/** Whether a grant there would reach organizations in which its giver may not give any. */
export async function reachesBeyond(tx: Tx, scope: Scope, nodeId: string): Promise<boolean> {
  const params: unknown[] = [nodeId];
  const beyond = await tx.query(
    `select 1 as beyond from tree_now t where t.ancestor = $1 and not ${scope.within('t.descendant', params)} limit 1`,
    params,
  );
  return beyond.length > 0;
}
