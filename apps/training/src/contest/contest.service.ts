import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import { addContest, changeContest, type ContestLine } from '@vungmanh/contracts/training/contest';
import { addRound, type ContestRound } from '@vungmanh/contracts/training/contest-round';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { ContestEntity } from './contest.entity.js';
import { CONTEST_SQL } from './contest.queries.js';
import { RoundEntity } from './round.entity.js';
import { RoundPage } from './round-page.js';

/** Contests with their rules, and the rounds that organizations hold of them. */
@Injectable()
export class ContestService {
  constructor(
    private readonly db: Db,
    private readonly page: RoundPage,
  ) {}

  @Rpc(addContest)
  add(call: Call<typeof addContest>): Promise<ContestLine> {
    const { nodeId, ...rules } = call.input;
    return this.db.commit(call, async (tx) => {
      const contest = ContestEntity.begin({ id: newId(tx.clock.millis()), nodeId }, rules);
      await tx.insert(contest);
      tx.about({ node: nodeId, target: contest.id });
      return shown(tx, contest.id);
    });
  }

  @Rpc(changeContest)
  change(call: Call<typeof changeContest>): Promise<ContestLine> {
    const { contestId, ...rules } = call.input;
    return this.db.commit(call, async (tx) => {
      const { sql, parameters } = call.scope.where('c.node_id');
      const contest = await tx.manager
        .createQueryBuilder(ContestEntity, 'c')
        .setLock('pessimistic_write')
        .where('c.id = :contestId', { contestId })
        .andWhere(sql, parameters)
        .getOne();
      if (contest === null) throw refuse('request/not-found');
      tx.expectVersion(call, contest);
      tx.about({ node: contest.nodeId, target: contest.id });
      const [rounds] = await tx.query<{ n: number }>('select count(*)::int as n from contest_round where contest_id = $1', [contestId]);
      contest.say(rules, rounds?.n ?? 0);
      await tx.update(contest);
      return shown(tx, contest.id);
    });
  }

  @Rpc(addRound)
  addRound(call: Call<typeof addRound>): Promise<ContestRound> {
    const { contestId, nodeId, ...about } = call.input;
    return this.db.commit(call, async (tx) => {
      const params: unknown[] = [contestId, nodeId];
      // Locked: its rules do not change under the first round.
      const found = await tx.query(
        `select 1 from contest c where c.id = $1 and c.node_id in (select t.ancestor from tree_now t where t.descendant = $2)
           and ${call.scope.within('$2::uuid', params)} for update`,
        params,
      );
      if (found.length === 0) throw fail(addRound, 'training/contest-unfit');
      const id = (): string => newId(tx.clock.millis());
      const round = RoundEntity.plan({ id: id(), contestId, nodeId, ...about, minutesId: id(), resultId: id() });
      await tx.insert(round);
      tx.about({ node: nodeId, target: round.id });
      return this.page.of(tx, call.actor, { roundId: round.id, today: tx.clock.today() }, () => 'true');
    });
  }
}

async function shown(tx: Tx, contestId: string): Promise<ContestLine> {
  const [row] = await tx.query<ContestLine>(`select ${CONTEST_SQL} from contest c left join node_view n on n.id = c.node_id where c.id = $1`, [
    contestId,
  ]);
  if (!row) throw refuse('request/not-found');
  return row;
}
