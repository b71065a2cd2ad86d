import type { changeRole } from '@vungmanh/contracts/identity/role-change';
import type { InputOf } from '@vungmanh/contracts/operation';
import type { Tx } from '@vungmanh/platform/db/tx';
import { refuse } from '@vungmanh/platform/problem';
import type { Scope } from '@vungmanh/platform/scope/scope';
import { tell } from '../grant/give.js';
import { wholeSql } from './managed.js';

export type Content = Omit<InputOf<typeof changeRole>, 'code'>;
type Stored = Content & { id: string; code: string; pending: Content | null; pendingBy: string | null };

/** Whether the scope is the whole tree: a role is everybody's. */
export async function reaches(tx: Tx, scope: Scope): Promise<boolean> {
  const params: unknown[] = [];
  const [row] = await tx.query<{ whole: boolean }>(`select ${wholeSql(scope, params)} as whole`, params);
  return row?.whole === true;
}

/** The highest organizations. */
export async function rootsOf(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('select id from node_view where parent_id is null');
  return rows.map((r) => r.id);
}

/** A role that nobody else changes or gives until the transaction ends, as the caller has seen it. */
export async function lock(tx: Tx, call: { input: { code: string }; ifMatch?: number }): Promise<Stored> {
  const [role] = await tx.query<Stored & { version: number }>(
    `select id, code, label, permissions, hands_on as "handsOn", four_eyes as "fourEyes", version, pending, pending_by as "pendingBy"
     from role where code = $1 and not temporary for update`,
    [call.input.code],
  );
  if (!role) throw refuse('request/not-found');
  if (role.version !== call.ifMatch) throw refuse('request/stale');
  return role;
}

/** Keeps a change until somebody else has approved it. */
export async function propose(tx: Tx, code: string, content: Content, by: string): Promise<void> {
  await tx.query('update role set pending = $2, pending_by = $3, pending_at = $4, version = version + 1 where code = $1', [
    code,
    JSON.stringify(content),
    by,
    tx.clock.now(),
  ]);
}

export async function drop(tx: Tx, code: string): Promise<void> {
  await tx.query('update role set pending = null, pending_by = null, pending_at = null, version = version + 1 where code = $1', [code]);
}

/** Makes a change count for everybody who holds the role. False when nobody would be left who gives rights and changes roles everywhere. */
export async function put(tx: Tx, code: string, { label, permissions, handsOn, fourEyes }: Content): Promise<boolean> {
  const today = tx.clock.today();
  await tx.query(
    `update role set label = $2, permissions = $3, hands_on = $4, four_eyes = $5, pending = null, pending_by = null, pending_at = null,
       version = version + 1 where code = $1`,
    [code, label, permissions, handsOn, fourEyes],
  );
  const touched = await tx.query<{ id: string }>(
    `update account_grant g set version = g.version + 1 where g.role_code = $1 and (g.valid_to is null or g.valid_to > $2) returning g.id`,
    [code, today],
  );
  await tell(
    tx,
    touched.map((g) => g.id),
  );
  const left = await tx.query(
    `select 1 as left from grant_view g join node_view n on n.id = g.node_id and n.parent_id is null
     where g.below and g.permissions @> '{identity:manage-grants,identity:manage-roles}' and g.valid_from <= $1
       and (g.valid_to is null or g.valid_to > $1) limit 1`,
    [today],
  );
  return left.length > 0;
}
