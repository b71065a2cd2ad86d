import { Injectable } from '@nestjs/common';
import { grantSnapshot, type GrantRow } from '@vungmanh/contracts/identity/grant';
import { expiringGrants } from '@vungmanh/contracts/identity/grant-expiry';
import { endGrant, giveGrant, type GivenGrant } from '@vungmanh/contracts/identity/role';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { endOnBehalfOf, give, grantRowSql, hindrance, roleOf, tell } from './give.js';
import { excess, givenBy } from './giver.js';
import { GrantEntity } from './grant.entity.js';
import { ungivableTo } from './grant.rules.js';
import { HELD_JOINS_SQL, heldSql, namedSql, warnDays } from './held.js';

@Injectable()
export class GrantService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Rpc(grantSnapshot)
  async snapshot(call: Call<typeof grantSnapshot>): Promise<Page<GrantRow>> {
    const { ids, cursor, limit } = call.input;
    const rows = await this.db.query<{ row: GrantRow }>(
      `select ${grantRowSql} as row
       from account_grant g join role r on r.code = g.role_code
       where ($1::uuid[] is null or g.id = any($1)) and ($2::uuid is null or g.id > $2) order by g.id limit $3`,
      [ids ?? null, cursor === undefined ? null : readCursor(cursor, 1)?.[0], limit + 1],
    );
    return pageOf(
      rows.map((r) => r.row),
      limit,
      (g) => [g.id],
    );
  }

  @Rpc(giveGrant)
  async give(call: Call<typeof giveGrant>): Promise<GivenGrant> {
    const given = givenBy(call, this.clock.today());
    const refused = ungivableTo(call.actor.id, given);
    if (refused) throw fail(giveGrant, refused);
    return this.db.commit(call, async (tx) => {
      const role = await roleOf(tx, given.roleCode);
      if (!role) throw fail(giveGrant, 'identity/role-unknown');
      const beyond = await excess(tx, call.actor, role, given);
      if (beyond) throw fail(giveGrant, beyond);
      if (role.fourEyes) throw fail(giveGrant, 'identity/four-eyes');
      const account = await hindrance(tx, given);
      if (!account) throw refuse('request/not-found');
      if (account.refused) throw fail(giveGrant, account.refused);
      const grant = await give(tx, newId(this.clock.millis()), given);
      tx.about({ node: given.nodeId, target: given.accountId, persons: account.persons });
      return shown(tx, grant.id);
    });
  }

  @Rpc(endGrant)
  async end(call: Call<typeof endGrant>): Promise<GivenGrant> {
    return this.db.commit(call, async (tx) => {
      const params: unknown[] = [call.input.grantId];
      const [found] = await tx.query<{ person_id: string | null }>(
        `select a.person_id from account_grant g join account a on a.id = g.account_id
         where g.id = $1 and ${call.scope.within('g.node_id', params)}`,
        params,
      );
      if (!found) throw refuse('request/not-found');
      const grant = await tx.manager.findOneByOrFail(GrantEntity, { id: call.input.grantId });
      tx.expectVersion(call, grant);
      // The role first: whoever changes it takes the role and then its grants.
      await tx.query('select 1 as held from role where code = $1 for share', [grant.roleCode]);
      grant.end(this.clock.today());
      await tx.update(grant);
      await tell(tx, [grant.id]);
      if (grant.onBehalfOf === null) await endOnBehalfOf(tx, grant.accountId, grant);
      tx.about({ node: grant.nodeId, target: grant.accountId, persons: found.person_id ? [found.person_id] : [] });
      return shown(tx, grant.id);
    });
  }

  @Rpc(expiringGrants)
  async expiring(call: Call<typeof expiringGrants>): Promise<OutputOf<typeof expiringGrants>> {
    const { cursor, limit } = call.input;
    const today = this.clock.today();
    const warn = await warnDays(this.db, today);
    const params: unknown[] = [];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const grantSql = heldSql(p, { today, warn });
    const [end, id] = readCursor(cursor, 2) ?? [];
    const afterSql = end === undefined ? 'true' : `(g.valid_to, g.id) > (${p(end)}::date, ${p(id)}::uuid)`;
    const rows = await this.db.query<{ row: OutputOf<typeof expiringGrants>['items'][number] }>(
      `select ${grantSql} || jsonb_build_object('account', ${namedSql('holder')}, 'nodeName', n.name) as row
       from account_grant g ${HELD_JOINS_SQL} join account holder on holder.id = g.account_id join node_view n on n.id = g.node_id
       where g.source_id is null and g.valid_from <= ${p(today)}::date and g.valid_to > ${p(today)}::date and g.valid_to <= ${p(today)}::date + ${p(warn)}::integer
         and not holder.disabled and ${call.scope.within('g.node_id', params)} and ${afterSql}
       order by g.valid_to, g.id limit ${p(limit + 1)}`,
      params,
    );
    return pageOf(
      rows.map((r) => r.row),
      limit,
      (g) => [g.validTo ?? '', g.id],
    );
  }
}

async function shown(tx: Tx, id: string): Promise<GivenGrant> {
  const params: unknown[] = [id];
  const today = tx.clock.today();
  const grantSql = heldSql((value) => `$${params.push(value)}`, { today, warn: await warnDays(tx, today) });
  const [row] = await tx.query<{ grant: GivenGrant }>(
    `select ${grantSql} || jsonb_build_object('accountId', g.account_id) as grant from account_grant g ${HELD_JOINS_SQL} where g.id = $1`,
    params,
  );
  if (!row) throw new Error(`Grant ${id} is not there`);
  return row.grant;
}
