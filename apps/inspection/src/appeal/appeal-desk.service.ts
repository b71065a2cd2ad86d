import { Injectable } from '@nestjs/common';
import { listAppeals, takeUpAppeal } from '@vungmanh/contracts/inspection/appeal';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { workerOf, putOnList } from '../discipline/discipline-list.js';
import { settlement } from './appeal.rules.js';

type Line = OutputOf<typeof listAppeals>['items'][number];

/** Appeals that wait at the organization whose commission settles them. */
@Injectable()
export class AppealDesk {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Nothing of the person: whoever takes one up reads it on record. */
  @Rpc(listAppeals)
  async list(call: Call<typeof listAppeals>): Promise<OutputOf<typeof listAppeals>> {
    const { nodeId, cursor, limit } = call.input;
    const after = readCursor(cursor, 2);
    const params: unknown[] = [nodeId, limit + 1];
    const grantedSql = call.scope.granted('c.appeal_node_id', params);
    const afterSql = after ? `and (a.on_day, c.id) > ($${params.push(after[0])}::date, $${params.push(after[1])}::uuid)` : '';
    const rows = await this.db.query<Pick<Line, 'disciplineId' | 'fromNodeName' | 'actor' | 'form' | 'on'>>(
      `select c.id as "disciplineId", coalesce(n.name, '') as "fromNodeName", coalesce(c.proposed_to_actor, c.actor) as actor, c.form, a.on_day::text as on
       from discipline_case c join appeal a on a.case_id = c.id and a.state in ('SUBMITTED', 'ACCEPTED')
       left join node_view n on n.id = coalesce(c.proposed_to_node_id, c.node_id)
       where c.appeal_node_id = $1 and ${grantedSql} ${afterSql} order by a.on_day, c.id limit $2`,
      params,
    );
    const page = pageOf(rows, limit, (row) => [row.on, row.disciplineId]);
    const context = await ruleContextOf(this.db, nodeId);
    return {
      ...page,
      items: page.items.map((row) => {
        const { due, late } = settlement(row.on, null, this.clock.today(), context);
        return { ...row, ...(due === undefined ? {} : { due }), overdue: late };
      }),
    };
  }

  @Rpc(takeUpAppeal)
  takeUp(call: Call<typeof takeUpAppeal>): Promise<OutputOf<typeof takeUpAppeal>> {
    const { nodeId, disciplineId } = call.input;
    const by = workerOf(call.actor);
    return this.db.commit(call, async (tx) => {
      const params: unknown[] = [disciplineId, nodeId];
      const grantedSql = call.scope.granted('c.appeal_node_id', params);
      const [found] = await tx.query<{ person_id: string | null }>(
        `select c.person_id from discipline_case c where c.id = $1 and c.appeal_node_id = $2 and ${grantedSql} for update`,
        params,
      );
      if (!found) throw refuse('request/not-found');
      if (found.person_id === by) throw fail(takeUpAppeal, 'inspection/own-case');
      // Whoever had a part in what is appealed against, at an earlier level too, does not judge it; a part that has ended counts.
      const [partial] = await tx.query(
        `select 1 from discipline_access x where x.case_id = $1 and x.person_id = $2 and (x.part in ('HANDLER', 'VOTER_RECORDER', 'DECIDER')
           or (x.part = 'APPEAL_JUDGE' and x.since < (select max(a.at) from appeal a where a.case_id = $1))) limit 1`,
        [disciplineId, by],
      );
      if (partial) throw fail(takeUpAppeal, 'inspection/own-decision');
      await putOnList(tx, [{ disciplineId, personId: by, part: 'APPEAL_JUDGE', by }]);
      await tx.query(
        `update discipline_case set version = version + 1, readers = readers || $2::uuid where id = $1 and not readers @> array[$2::uuid]`,
        [disciplineId, by],
      );
      tx.about({ node: nodeId, target: disciplineId, persons: found.person_id === null ? [] : [found.person_id] });
      return { disciplineId };
    });
  }
}
