import { Injectable } from '@nestjs/common';
import { approveGrant, type GrantProposal, listProposals, proposeGrant, rejectGrant } from '@vungmanh/contracts/identity/grant-proposal';
import { newId } from '@vungmanh/contracts/new-id';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import type { Given } from '../grant/grant.entity.js';
import { give, hindrance, roleOf } from '../grant/give.js';
import { excess, givenBy } from '../grant/giver.js';
import { isOver, ungivableTo } from '../grant/grant.rules.js';
import { ProposalEntity } from './proposal.entity.js';
import { proposalsOf } from './proposal.queries.js';

/** Four eyes: roles that one alone gives to nobody. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Rpc(proposeGrant)
  async propose(call: Call<typeof proposeGrant>): Promise<GrantProposal> {
    const given = givenBy(call, this.clock.today());
    const refused = ungivableTo(call.actor.id, given);
    if (refused) throw fail(proposeGrant, refused);
    return this.db.commit(call, async (tx) => {
      const role = await roleOf(tx, given.roleCode);
      if (!role) throw fail(proposeGrant, 'identity/role-unknown');
      const beyond = await excess(tx, call.actor, role, given);
      if (beyond) throw fail(proposeGrant, beyond);
      if (!role.fourEyes) throw fail(proposeGrant, 'identity/one-is-enough');
      const account = await hindrance(tx, given);
      if (!account) throw refuse('request/not-found');
      if (account.refused) throw fail(proposeGrant, account.refused);
      const waiting = await tx.query(
        `select 1 as waiting from grant_proposal where state = 'PROPOSED' and account_id = $1 and role_code = $2 and node_id = $3 and below = $4`,
        [given.accountId, given.roleCode, given.nodeId, given.below],
      );
      if (waiting.length > 0) throw fail(proposeGrant, 'identity/already-proposed');
      const id = newId(this.clock.millis());
      await tx.insert(proposalOf(id, given, tx.clock.now()));
      tx.about({ node: given.nodeId, target: given.accountId, persons: account.persons });
      return shown(tx, id);
    });
  }

  @Rpc(listProposals)
  async list(call: Call<typeof listProposals>): Promise<Page<GrantProposal>> {
    const { cursor, limit } = call.input;
    const params: unknown[] = [];
    const [after] = readCursor(cursor, 1) ?? [];
    const afterSql = after === undefined ? 'true' : `q.id > $${params.push(after)}::uuid`;
    const whereSql = `q.state = 'PROPOSED' and ${afterSql} and ${call.scope.within('q.node_id', params)}`;
    return pageOf(await proposalsOf(this.db, { whereSql, limit: limit + 1 }, params), limit, (q) => [q.id]);
  }

  @Rpc(approveGrant)
  async approve(call: Call<typeof approveGrant>): Promise<GrantProposal> {
    return this.db.commit(call, async (tx) => {
      const proposal = await found(tx, call);
      proposal.decide('APPROVED', call.actor.id, tx.clock.now());
      if (isOver(proposal, this.clock.today())) throw fail(approveGrant, 'identity/proposal-over');
      const role = await roleOf(tx, proposal.roleCode);
      if (!role) throw fail(approveGrant, 'identity/role-unknown');
      const given = givenOf(proposal);
      const beyond = await excess(tx, call.actor, role, given);
      if (beyond) throw fail(approveGrant, beyond);
      const account = await hindrance(tx, given);
      if (!account) throw refuse('request/not-found');
      if (account.refused) throw fail(approveGrant, account.refused);
      await tx.update(proposal);
      await give(tx, newId(this.clock.millis()), given);
      tx.about({ node: given.nodeId, target: given.accountId, persons: account.persons });
      return shown(tx, proposal.id);
    });
  }

  @Rpc(rejectGrant)
  async reject(call: Call<typeof rejectGrant>): Promise<GrantProposal> {
    return this.db.commit(call, async (tx) => {
      const proposal = await found(tx, call);
      proposal.decide('REJECTED', call.actor.id, tx.clock.now());
      await tx.update(proposal);
      tx.about({ node: proposal.nodeId, target: proposal.accountId });
      return shown(tx, proposal.id);
    });
  }
}

/** The proposal that a command is about, as the asker has seen it; absent outside of their scope. */
async function found(tx: Tx, call: Call<typeof approveGrant> | Call<typeof rejectGrant>): Promise<ProposalEntity> {
  const params: unknown[] = [call.input.proposalId];
  const rows = await tx.query(`select 1 as found from grant_proposal q where q.id = $1 and ${call.scope.within('q.node_id', params)}`, params);
  if (rows.length === 0) throw refuse('request/not-found');
  const proposal = await tx.manager.findOneByOrFail(ProposalEntity, { id: call.input.proposalId });
  tx.expectVersion(call, proposal);
  return proposal;
}

function proposalOf(id: string, { givenBy: proposedBy, ...wanted }: Given & { givenBy: string }, at: string): ProposalEntity {
  const undecided = { state: 'PROPOSED' as const, decidedBy: null, decidedAt: null };
  return Object.assign(new ProposalEntity(), wanted, undecided, {
    id,
    validTo: wanted.validTo ?? null,
    onBehalfOf: wanted.onBehalfOf ?? null,
    proposedBy,
    proposedAt: at,
  });
}

/** The grant that an approved proposal becomes, with both names. */
function givenOf(proposal: ProposalEntity): Given {
  const { accountId, roleCode, nodeId, below, validFrom, validTo, proposedBy, decidedBy, onBehalfOf } = proposal;
  const names = { givenBy: proposedBy, approvedBy: decidedBy ?? undefined, onBehalfOf: onBehalfOf ?? undefined };
  return { accountId, roleCode, nodeId, below, validFrom, validTo: validTo ?? undefined, ...names };
}

async function shown(tx: Tx, id: string): Promise<GrantProposal> {
  const [proposal] = await proposalsOf(tx, { whereSql: 'q.id = $1', limit: 1 }, [id]);
  if (!proposal) throw new Error(`Proposal ${id} is not there`);
  return proposal;
}
