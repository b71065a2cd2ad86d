import type { giveGrant, Role } from '@vungmanh/contracts/identity/role';
import type { InputOf } from '@vungmanh/contracts/operation';
import type { Tx } from '@vungmanh/platform/db/tx';
import type { Call } from '@vungmanh/platform/rpc/call';
import type { Given } from './grant.entity.js';
import { type Excess, excessOf, type Holding } from './grant.rules.js';

/** The grant that is asked for; it begins today unless it says otherwise. */
export function givenBy({ input, actor }: { input: InputOf<typeof giveGrant>; actor: Call['actor'] }, today: string): Given & { givenBy: string } {
  return { ...input, validFrom: input.validFrom ?? today, givenBy: actor.id };
}

/** What the asker holds today to give from: nobody gives in another's name, nor what they have in another's name. */
export async function holdingsOf(tx: Tx, actor: Call['actor'], today: string): Promise<Holding[]> {
  if (actor.onBehalfOf !== undefined) return [];
  const rows = await tx.query<{ holding: Holding }>(
    `select jsonb_strip_nulls(jsonb_build_object('nodeId', g.node_id, 'below', g.below, 'permissions', r.permissions,
        'handsOn', r.hands_on, 'validTo', g.valid_to)) as holding
     from account_grant g join role r on r.code = g.role_code
     where g.account_id::text = $1 and g.source_id is null and g.on_behalf_of is null and g.valid_from <= $2 and (g.valid_to is null or g.valid_to > $2)`,
    [actor.id, today],
  );
  return rows.map((r) => r.holding);
}

/** In which way the asker would give more than they hold; see {@link excessOf}. */
export async function excess(
  tx: Tx,
  actor: Call['actor'],
  role: Role,
  wanted: { nodeId: string; below: boolean; validTo?: string | undefined },
): Promise<Excess | undefined> {
  const above = await tx.query<{ ancestor: string }>('select ancestor from tree_now where descendant = $1', [wanted.nodeId]);
  return excessOf(
    await holdingsOf(tx, actor, tx.clock.today()),
    { ...wanted, permissions: [...role.permissions, ...role.handsOn] },
    new Set(above.map((a) => a.ancestor)),
  );
}
