import { grantChanged, type GrantRow } from '@vungmanh/contracts/identity/grant';
import { factorChanged } from '@vungmanh/contracts/identity/second-factor';
import type { Role } from '@vungmanh/contracts/identity/role';
import type { Tx } from '@vungmanh/platform/db/tx';
import { placeGrants } from '@vungmanh/platform/scope/grant-view';
import { GrantEntity, type Given } from './grant.entity.js';
import { needOf } from '../second-factor/need.rules.js';
import { allowedSql } from './held.js';

/** A role that people give, as it stands until the transaction ends. */
export async function roleOf(tx: Tx, code: string): Promise<Role | undefined> {
  const [role] = await tx.query<Role>(
    `select code, label, permissions, hands_on as "handsOn", four_eyes as "fourEyes", version from role
     where code = $1 and not temporary for share`,
    [code],
  );
  return role;
}

type Hindrance = 'identity/account-disabled' | 'identity/grant-held' | 'identity/behalf-lacks';

/** Why an account cannot get a grant now: it is closed, holds the same already, or acts for nobody by it. Undefined where it is not there. */
export async function hindrance(tx: Tx, given: Given): Promise<{ refused?: Hindrance; persons: string[] } | undefined> {
  const { accountId, roleCode, nodeId, below, validFrom, onBehalfOf = null } = given;
  const [account] = await tx.query<{ person_id: string | null; disabled: boolean }>(
    'select person_id, disabled from account where id = $1 for update',
    [accountId],
  );
  if (!account) return undefined;
  const persons = account.person_id ? [account.person_id] : [];
  if (account.disabled) return { refused: 'identity/account-disabled', persons };
  const held = await tx.query(
    `select 1 as held from account_grant where account_id = $1 and role_code = $2 and node_id = $3 and below = $4
       and on_behalf_of is not distinct from $5 and (valid_to is null or valid_to > $6)`,
    [accountId, roleCode, nodeId, below, onBehalfOf, validFrom],
  );
  if (held.length > 0) return { refused: 'identity/grant-held', persons };
  return (await holdsThemselves(tx, given)) ? { persons } : { refused: 'identity/behalf-lacks', persons };
}

/** Whether the one for whom somebody is to act holds the role there, as widely and as long, by a grant of their own. */
async function holdsThemselves(tx: Tx, { onBehalfOf, accountId, roleCode, nodeId, below, validTo }: Given): Promise<boolean> {
  if (onBehalfOf === undefined) return true;
  if (onBehalfOf === accountId) return false;
  const rows = await tx.query(
    `select 1 as held from account_grant g join account a on a.id = g.account_id and not a.disabled
     where g.account_id = $1 and g.role_code = $2 and g.on_behalf_of is null and g.valid_from <= $3 and (g.valid_to is null or g.valid_to > $3)
       and (g.valid_to is null or g.valid_to >= $4::date)
       and (g.node_id = $5 and (g.below or not $6)
         or g.below and exists (select 1 from tree_now t where t.ancestor = g.node_id and t.descendant = $5)) limit 1`,
    [onBehalfOf, roleCode, tx.clock.today(), validTo ?? null, nodeId, below],
  );
  return rows.length > 0;
}

/** Stores a new grant and tells everybody. */
export async function give(tx: Tx, id: string, given: Given): Promise<GrantEntity> {
  const grant = GrantEntity.give(id, given, tx.clock.now());
  await tx.insert(grant);
  await endWeakSessions(tx, given, await tell(tx, [grant.id]));
  return grant;
}

/** A grant `g` of a role `r` as every service knows it (GrantRow). */
export const grantRowSql = `jsonb_strip_nulls(jsonb_build_object(
  'id', g.id, 'version', g.version, 'accountId', g.account_id, 'nodeId', g.node_id, 'below', g.below, 'onBehalfOf', g.on_behalf_of,
  'permissions', ${allowedSql}, 'validFrom', g.valid_from, 'validTo', g.valid_to))`;

/** Publishes grants as they stand and puts them into this service's own view in the same transaction. */
export async function tell(tx: Tx, ids: readonly string[]): Promise<GrantRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<{ row: GrantRow }>(
    `select ${grantRowSql} as row from account_grant g join role r on r.code = g.role_code where g.id = any($1::uuid[]) order by g.id`,
    [ids],
  );
  const told = rows.map((r) => r.row);
  await placeGrants(tx, told);
  tx.publish(grantChanged, told);
  return told;
}

/** What asks for a second factor is not to be had in a session that began without one. */
async function endWeakSessions(tx: Tx, { accountId, validFrom, validTo }: Given, told: readonly GrantRow[]): Promise<void> {
  const today = tx.clock.today();
  const counts = validFrom <= today && (validTo === undefined || validTo > today);
  if (!counts || needOf(told) === 'NONE') return;
  const [account] = await tx.query<{ version: number }>('select version from account where id = $1', [accountId]);
  if (account) tx.publish(factorChanged, { id: accountId, version: account.version, ends: 'WEAK' });
}

/**
 * Ends today what others do for an account, and tells everybody: all of it, or what leans on one grant that has ended (the same
 * role, there or below).
 */
export async function endOnBehalfOf(tx: Tx, accountId: string, ended?: { roleCode: string; nodeId: string; below: boolean }): Promise<void> {
  const rows = await tx.query<{ id: string }>(
    `update account_grant g set valid_to = greatest($2::date, valid_from), version = version + 1
     where g.on_behalf_of = $1 and (g.valid_to is null or g.valid_to > $2::date) and ($3::text is null or g.role_code = $3
       and (g.node_id = $4 or $5 and exists (select 1 from tree_now t where t.ancestor = $4 and t.descendant = g.node_id)))
     returning g.id`,
    [accountId, tx.clock.today(), ended?.roleCode ?? null, ended?.nodeId ?? null, ended?.below ?? null],
  );
  await tell(
    tx,
    rows.map((r) => r.id),
  );
}
