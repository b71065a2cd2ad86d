import type { GrantProposal } from '@vungmanh/contracts/identity/grant-proposal';
import { instantSql, namedSql } from '../grant/held.js';

/** Runs a statement: the service's database or an open transaction. */
interface Reads {
  query<Row>(sql: string, params?: unknown[]): Promise<Row[]>;
}

/** Proposals `q` as the contract shows them. `rest.whereSql` speaks of `q` and of `params`. */
export async function proposalsOf(db: Reads, rest: { whereSql: string; limit: number }, params: unknown[]): Promise<GrantProposal[]> {
  const rows = await db.query<{ proposal: GrantProposal }>(
    `select jsonb_strip_nulls(jsonb_build_object(
        'id', q.id, 'state', q.state, 'account', ${namedSql('holder')}, 'role', jsonb_build_object('code', r.code, 'label', r.label),
        'nodeId', q.node_id, 'nodeName', coalesce(n.name, ''), 'below', q.below, 'onBehalfOf', ${namedSql('principal')}, 'validFrom', q.valid_from, 'validTo', q.valid_to,
        'proposedBy', ${namedSql('proposer')}, 'proposedAt', ${instantSql('q.proposed_at')}, 'decidedBy', ${namedSql('decider')},
        'version', q.version)) as proposal
     from grant_proposal q join role r on r.code = q.role_code join account holder on holder.id = q.account_id
       join account proposer on proposer.id = q.proposed_by left join account decider on decider.id = q.decided_by
       left join account principal on principal.id = q.on_behalf_of
       left join node_view n on n.id = q.node_id
     where ${rest.whereSql} order by q.id limit $${params.push(rest.limit)}`,
    params,
  );
  return rows.map((r) => r.proposal);
}
