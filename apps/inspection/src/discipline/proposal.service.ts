import { Injectable } from '@nestjs/common';
import type { DisciplineStanding } from '@vungmanh/contracts/inspection/discipline';
import { decideProposal, listProposals, takeUpProposal } from '@vungmanh/contracts/inspection/discipline-act';
import type { DisciplineForm, Inspector } from '@vungmanh/contracts/inspection/kind';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { DisciplineChange } from './discipline-change.js';
import { workerOf, putOnList } from './discipline-list.js';
import { dismissedBodies } from './held-seats.js';
import { expectForm } from './discipline.rules.js';

interface ProposalRow {
  disciplineId: string;
  fromNodeName: string;
  actor: Inspector;
  form: DisciplineForm;
  on: string;
}

/** What bodies below propose, at the organization that decides. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly db: Db,
    private readonly change: DisciplineChange,
  ) {}

  /** Nothing of the person: whoever takes one up reads it on record. */
  @Rpc(listProposals)
  async list(call: Call<typeof listProposals>): Promise<OutputOf<typeof listProposals>> {
    const { nodeId, cursor, limit } = call.input;
    const after = readCursor(cursor, 2);
    const params: unknown[] = [nodeId, limit + 1];
    const grantedSql = call.scope.granted('c.proposed_to_node_id', params);
    const afterSql = after ? `and (c.proposed_on, c.id) > ($${params.push(after[0])}::date, $${params.push(after[1])}::uuid)` : '';
    const rows = await this.db.query<ProposalRow>(
      `select c.id as "disciplineId", coalesce(n.name, '') as "fromNodeName", c.actor, c.vote ->> 'adopted' as form, c.proposed_on::text as on
       from discipline_case c left join node_view n on n.id = c.node_id
       where c.proposed_to_node_id = $1 and c.state = 'PROPOSED' and ${grantedSql} ${afterSql} order by c.proposed_on, c.id limit $2`,
      params,
    );
    return pageOf(rows, limit, (row) => [row.on, row.disciplineId]);
  }

  @Rpc(takeUpProposal)
  takeUp(call: Call<typeof takeUpProposal>): Promise<OutputOf<typeof takeUpProposal>> {
    const { nodeId, disciplineId } = call.input;
    const by = workerOf(call.actor);
    return this.db.commit(call, async (tx) => {
      const params: unknown[] = [disciplineId, nodeId];
      const grantedSql = call.scope.granted('c.proposed_to_node_id', params);
      const [found] = await tx.query<{ person_id: string | null }>(
        `select c.person_id from discipline_case c where c.id = $1 and c.proposed_to_node_id = $2 and c.state = 'PROPOSED' and ${grantedSql} for update`,
        params,
      );
      if (!found) throw refuse('request/not-found');
      if (found.person_id === by) throw fail(takeUpProposal, 'inspection/own-case');
      await putOnList(tx, [{ disciplineId, personId: by, part: 'DECIDER', by }]);
      await tx.query(
        `update discipline_case set version = version + 1, readers = readers || $2::uuid where id = $1 and not readers @> array[$2::uuid]`,
        [disciplineId, by],
      );
      tx.about({ node: nodeId, target: disciplineId, persons: found.person_id === null ? [] : [found.person_id] });
      return { disciplineId };
    });
  }

  @Rpc(decideProposal)
  decide(call: Call<typeof decideProposal>): Promise<DisciplineStanding> {
    const { on, form, dismissedFrom } = call.input;
    return this.change.apply(call, 'decide-proposal', async ({ found, tx, today }) => {
      expectForm({ ...found, actor: found.deciding.actor }, form, on);
      found.decide({ form, on, dismissedFrom: await dismissedBodies(tx, found, { form, on, dismissedFrom }) }, today);
    });
  }
}
