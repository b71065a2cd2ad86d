import { Injectable } from '@nestjs/common';
import { endTemporaryGrants, type GrantSource, giveTemporaryGrants, TEMPORARY_ROLE } from '@vungmanh/contracts/identity/temporary-grant';
import type { InputOf, OutputOf } from '@vungmanh/contracts/operation';
import type { Permission } from '@vungmanh/contracts/permission';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { provinceContext } from '@vungmanh/platform/scope/rule-context';
import { tell } from './give.js';
import { ungivableForCheck } from './temporary.rules.js';

const CHECKS: Permission = 'inspection:check-meetings';

type Asked = InputOf<typeof giveTemporaryGrants>;

/**
 * What another service opens for a while to people whom a thing of its own names, and closes with it. Both are safe to repeat, and
 * whichever comes last, nothing stands open after the end.
 */
@Injectable()
export class TemporaryGrantService {
  constructor(private readonly db: Db) {}

  @Rpc(giveTemporaryGrants)
  async give(call: Call<typeof giveTemporaryGrants>): Promise<OutputOf<typeof giveTemporaryGrants>> {
    const asked = call.input;
    return this.db.commit(call, async (tx) => {
      tx.about({ node: asked.checkingNodeId, target: asked.source.id, persons: asked.personIds });
      if (await isEnded(tx, asked.source)) return { given: 0, without: [], ended: true };
      const refused = ungivableForCheck({
        ...(await provinceContext(tx)),
        ...(await factsOf(tx, asked)),
        today: tx.clock.today(),
        validTo: asked.validTo,
      });
      if (refused) throw fail(giveTemporaryGrants, refused);
      const accounts = await tx.query<{ id: string; person_id: string }>(
        'select id, person_id from account where person_id = any($1::uuid[]) and not disabled order by id for update',
        [asked.personIds],
      );
      const accountIds = accounts.map((a) => a.id);
      const given = await insertGrants(tx, asked, accountIds);
      const changed = await changeGrants(tx, asked, accountIds);
      await tell(tx, [...given, ...changed]);
      const known = new Set(accounts.map((a) => a.person_id));
      return { given: given.length, without: asked.personIds.filter((id) => !known.has(id)), ended: false };
    });
  }

  @Rpc(endTemporaryGrants)
  async end(call: Call<typeof endTemporaryGrants>): Promise<OutputOf<typeof endTemporaryGrants>> {
    const { source } = call.input;
    return this.db.commit(call, async (tx) => {
      await tx.query(
        `insert into grant_source as s (id, kind, ended_at) values ($1, $2, $3)
         on conflict (id) do update set ended_at = coalesce(s.ended_at, excluded.ended_at)`,
        [source.id, source.kind, tx.clock.now()],
      );
      const ended = await tx.query<{ id: string; person_id: string | null }>(
        `update account_grant g set valid_to = greatest($2::date, g.valid_from), version = g.version + 1 from account a
         where a.id = g.account_id and g.source_id = $1 and (g.valid_to is null or g.valid_to > $2::date) returning g.id, a.person_id`,
        [source.id, tx.clock.today()],
      );
      await tell(
        tx,
        ended.map((g) => g.id),
      );
      const persons = [...new Set(ended.flatMap((g) => (g.person_id === null ? [] : [g.person_id])))];
      tx.about({ target: source.id, persons });
      return { ended: ended.length };
    });
  }
}

/** Takes the source for this transaction: giving and ending of the same follow each other. */
async function isEnded(tx: Tx, { id, kind }: GrantSource): Promise<boolean> {
  await tx.query('insert into grant_source (id, kind) values ($1, $2) on conflict (id) do nothing', [id, kind]);
  const [row] = await tx.query<{ ended: boolean }>('select ended_at is not null as ended from grant_source where id = $1 for update', [id]);
  return row?.ended === true;
}

/** From this service's own grants and tree, whatever the asking service believes: a right that was itself lent lends nothing. */
async function factsOf(tx: Tx, { openerId, checkingNodeId, nodeIds }: Asked): Promise<{ covered: boolean; below: boolean }> {
  const [facts] = await tx.query<{ covered: boolean; below: boolean }>(
    `select exists (
       select 1 from account_grant g join role r on r.code = g.role_code join account a on a.id = g.account_id and not a.disabled
       where g.account_id = $1 and $2 = any(r.permissions) and g.on_behalf_of is null and g.source_id is null
         and g.valid_from <= $5::date and (g.valid_to is null or g.valid_to > $5::date)
         and g.below and exists (select 1 from tree_now t where t.ancestor = g.node_id and t.descendant = $3)) as covered,
       not exists (select 1 from unnest($4::uuid[]) as n(id)
         where not exists (select 1 from tree_now t where t.ancestor = $3 and t.descendant = n.id and t.depth > 0)) as below`,
    [openerId, CHECKS, checkingNodeId, nodeIds, tx.clock.today()],
  );
  return facts ?? { covered: false, below: false };
}

/** What stands open: ended today for who is not named any more, else until the day that is asked for now; the ids of those that were changed. */
async function changeGrants(tx: Tx, { source, nodeIds, addedIds, validTo }: Asked, accountIds: string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update account_grant g set version = g.version + 1,
       valid_to = case when g.account_id = any($2::uuid[]) then $4::date else greatest($5::date, g.valid_from) end
     from account a where a.id = g.account_id and g.source_id = $1 and g.node_id = any($3::uuid[])
       and case when g.account_id = any($2::uuid[])
         then g.valid_to is distinct from $4::date and (g.valid_to > $5::date or a.person_id = any($6::uuid[]))
         else g.valid_to > greatest($5::date, g.valid_from) end
     returning g.id`,
    [source.id, accountIds, nodeIds, validTo, tx.clock.today(), addedIds],
  );
  return rows.map((r) => r.id);
}

/** Each account at each organization, once; the ids of those that are new. */
async function insertGrants(tx: Tx, { source, openerId, nodeIds, validTo }: Asked, accountIds: string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `insert into account_grant (id, version, account_id, role_code, node_id, below, valid_from, valid_to, given_by, given_at, source_kind, source_id)
     select uuidv7(), 1, a.id, $3, n.id, false, $4, $5, $6, $7, $8, $9 from unnest($1::uuid[]) as a(id) cross join unnest($2::uuid[]) as n(id)
     on conflict (source_id, account_id, node_id) where source_id is not null do nothing returning id`,
    [accountIds, nodeIds, TEMPORARY_ROLE, tx.clock.today(), validTo, openerId, tx.clock.now(), source.kind, source.id],
  );
  return rows.map((r) => r.id);
}
