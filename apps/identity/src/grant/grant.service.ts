import { Injectable } from '@nestjs/common';
import { grantSnapshot, type GrantRow } from '@vungmanh/contracts/identity/grant';
import { endGrant, giveGrant, type HeldGrant, type Role } from '@vungmanh/contracts/identity/role';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { give, reachesBeyond, roleOf, tell } from './give.js';
import { GrantEntity } from './grant.entity.js';
import { isPeriod } from './grant.rules.js';

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
      `select jsonb_strip_nulls(jsonb_build_object(
          'id', g.id, 'version', g.version, 'accountId', g.account_id, 'nodeId', g.node_id, 'below', g.below,
          'permissions', r.permissions, 'validFrom', g.valid_from, 'validTo', g.valid_to)) as row
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
  async give(call: Call<typeof giveGrant>): Promise<OutputOf<typeof giveGrant>> {
    const { accountId, roleCode, nodeId, below, validTo } = call.input;
    const validFrom = call.input.validFrom ?? this.clock.today();
    if (accountId === call.actor.id) throw fail(giveGrant, 'identity/own-account');
    if (!isPeriod(validFrom, validTo)) throw fail(giveGrant, 'identity/period-empty');
    return this.db.commit(call, async (tx) => {
      const role = await roleOf(tx, roleCode);
      if (!role) throw fail(giveGrant, 'identity/role-unknown');
      if (below && (await reachesBeyond(tx, call.scope, nodeId))) throw fail(giveGrant, 'identity/beyond-own');
      const [account] = await tx.query<{ person_id: string | null }>('select person_id from account where id = $1 for update', [accountId]);
      if (!account) throw refuse('request/not-found');
      const held = await tx.query(
        `select 1 as held from account_grant where account_id = $1 and role_code = $2 and node_id = $3 and below = $4
           and (valid_to is null or valid_to > $5)`,
        [accountId, roleCode, nodeId, below, validFrom],
      );
      if (held.length > 0) throw fail(giveGrant, 'identity/grant-held');
      const grant = await give(tx, newId(this.clock.millis()), { accountId, roleCode, nodeId, below, validFrom, validTo }, role);
      tx.about({ node: nodeId, target: accountId, persons: account.person_id ? [account.person_id] : [] });
      return shown(grant, role);
    });
  }

  @Rpc(endGrant)
  async end(call: Call<typeof endGrant>): Promise<OutputOf<typeof endGrant>> {
    return this.db.commit(call, async (tx) => {
      const params: unknown[] = [call.input.grantId];
      const found = await tx.query(`select 1 as found from account_grant g where g.id = $1 and ${call.scope.within('g.node_id', params)}`, params);
      if (found.length === 0) throw refuse('request/not-found');
      const grant = await tx.manager.findOneByOrFail(GrantEntity, { id: call.input.grantId });
      tx.expectVersion(call, grant);
      grant.end(this.clock.today());
      await tx.update(grant);
      const role = await roleOf(tx, grant.roleCode);
      if (!role) throw new Error(`Grant ${grant.id} has a role that is not there`);
      await tell(tx, grant, role);
      tx.about({ node: grant.nodeId, target: grant.accountId });
      return shown(grant, role);
    });
  }
}

function shown(grant: GrantEntity, role: Role): HeldGrant & { accountId: string } {
  const { id, accountId, nodeId, below, validFrom, validTo, version } = grant;
  return { id, accountId, role, nodeId, below, validFrom, ...(validTo === null ? {} : { validTo }), version };
}
