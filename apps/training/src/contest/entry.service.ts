import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { type RoundState } from '@vungmanh/contracts/training/contest';
import { enterPeople } from '@vungmanh/contracts/training/contest-round';
import { broke } from '@vungmanh/platform/db/broke';
import { Db } from '@vungmanh/platform/db/db';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';

/** An organization names its people for a round that it, or somebody above it, holds. */
@Injectable()
export class EntryService {
  constructor(private readonly db: Db) {}

  @Rpc(enterPeople)
  async enter(call: Call<typeof enterPeople>): Promise<OutputOf<typeof enterPeople>> {
    const { roundId, nodeId } = call.input;
    const personIds = [...new Set(call.input.personIds)];
    try {
      return await this.db.commit(call, async (tx) => {
        const [round] = await tx.query<{ nodeId: string; state: RoundState }>(
          `select r.node_id as "nodeId", r.state from contest_round r where r.id = $1 and r.state <> 'PLANNED'
             and exists (select from tree_now t where t.ancestor = r.node_id and t.descendant = $2) for share of r`,
          [roundId, nodeId],
        );
        if (!round) throw refuse('request/not-found');
        if (round.state !== 'ENTERING') throw fail(enterPeople, 'training/round-state');
        const params: unknown[] = [personIds, nodeId, tx.clock.today()];
        const insideSql = call.scope.within('o.node_id', params);
        const cells = await tx.query<{ personId: string; cellId: string }>(
          `select distinct on (o.person_id) o.person_id as "personId", o.node_id as "cellId" from roster_enrollment o
           where o.person_id = any($1::uuid[]) and o.node_id in (select b.descendant from tree_now b where b.ancestor = $2)
             and o.valid_from <= $3::date and (o.valid_to is null or $3::date < o.valid_to) and ${insideSql} order by o.person_id, o.kind`,
          params,
        );
        if (cells.length !== personIds.length) throw fail(enterPeople, 'training/not-of-cell');
        const entries = cells.map((one) => ({ ...one, id: newId(tx.clock.millis()) }));
        const entered = await tx.query(
          `insert into contest_entry (id, round_id, holder_id, node_id, person_id)
           select e.id, $1, $2, e."cellId", e."personId" from jsonb_to_recordset($3::jsonb) as e(id uuid, "personId" uuid, "cellId" uuid)
           where not exists (select from contest_juror j where j.round_id = $1 and j.person_id = e."personId") returning id`,
          [roundId, round.nodeId, JSON.stringify(entries)],
        );
        if (entered.length !== entries.length) throw fail(enterPeople, 'training/is-juror');
        tx.about({ node: nodeId, target: roundId, persons: personIds });
        return { entered: entered.length };
      });
    } catch (error) {
      throw broke(error, 'contest_entry_once') ? fail(enterPeople, 'training/already-entered') : error;
    }
  }
}
