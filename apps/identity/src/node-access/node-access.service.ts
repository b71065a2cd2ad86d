import { Injectable } from '@nestjs/common';
import { AccessKind, accessKindOf, type NodeAccess, nodeAccess, nodeAccessShort } from '@vungmanh/contracts/identity/node-access';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { permissions } from '@vungmanh/contracts/permission';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { allowedSql, HELD_JOINS_SQL, heldSql, namedSql, warnDays } from '../grant/held.js';

const kinds = AccessKind.options;
const ofKind = (kind: AccessKind): readonly string[] => permissions.filter((p) => accessKindOf[p] === kind);

interface Asked {
  nodeId: string;
  cursor?: string | undefined;
  limit: number;
}

/** Who can see an organization, and why. */
@Injectable()
export class NodeAccessService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Rpc(nodeAccess)
  list(call: Call<typeof nodeAccess>): Promise<Page<NodeAccess>> {
    return this.page(call.input, call.scope);
  }

  @Rpc(nodeAccessShort)
  async short(call: Call<typeof nodeAccessShort>): Promise<OutputOf<typeof nodeAccessShort>> {
    const { items, next } = await this.page(call.input, call.scope);
    const short = items.map(({ id, kind, account, role, nodeName, onBehalfOf, validTo, source }) => ({
      id,
      kind,
      name: account.name,
      roleLabel: role.label,
      nodeName,
      ...(onBehalfOf === undefined ? {} : { onBehalfOf: onBehalfOf.name }),
      ...(validTo === undefined ? {} : { validTo }),
      ...(source === undefined ? {} : { source }),
    }));
    return { items: short, ...(next === undefined ? {} : { next }) };
  }

  /** Two statements whatever stands there: the way up is short, and grants are found by their organization. */
  private async page({ nodeId, cursor, limit }: Asked, scope: Call['scope']): Promise<Page<NodeAccess>> {
    const params: unknown[] = [];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const today = this.clock.today();
    const warn = await warnDays(this.db, today);
    const rankSql = `case ${kinds.map((kind, i) => `when ${allowedSql} && ${p(ofKind(kind))}::text[] then ${i}`).join(' ')} end`;
    const [rank, name, id] = readCursor(cursor, 3) ?? [];
    const afterSql =
      rank === undefined ? 'true' : `(${rankSql}, a.display_name, g.id) > (${p(Number(rank))}::integer, ${p(name)}::text, ${p(id)}::uuid)`;
    const rows = await this.db.query<{ rank: number; access: NodeAccess }>(
      `select ${rankSql} as rank, ${heldSql(p, { today, warn })} || jsonb_build_object('account', ${namedSql('a')}, 'username', a.username,
          'nodeName', n.name, 'kind', (${p(kinds)}::text[])[${rankSql} + 1]) as access
       from tree_now t join account_grant g on g.node_id = t.ancestor and (g.below or t.depth = 0)
         join account a on a.id = g.account_id and not a.disabled join node_view n on n.id = g.node_id ${HELD_JOINS_SQL}
       where t.descendant = ${p(nodeId)} and ${scope.within('t.descendant', params)}
         and g.valid_from <= ${p(today)}::date and (g.valid_to is null or g.valid_to > ${p(today)}::date)
         and cardinality(r.permissions) > 0 and ${afterSql}
       order by rank, a.display_name, g.id limit ${p(limit + 1)}`,
      params,
    );
    const { items, next } = pageOf(rows, limit, ({ rank: place, access }) => [String(place), access.account.name, access.id]);
    return { items: items.map((row) => row.access), ...(next === undefined ? {} : { next }) };
  }
}
