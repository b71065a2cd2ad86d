import { Injectable } from '@nestjs/common';
import { type ContestLine, listContests, listRounds, type RoundLine } from '@vungmanh/contracts/training/contest';
import { type ContestRound, getRound } from '@vungmanh/contracts/training/contest-round';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { ROUND_FROM_SQL, ROUND_SQL } from './round-page.js';
import { RoundReading } from './round-reading.js';

export const CONTEST_SQL = `c.id, c.version, c.node_id as "nodeId", coalesce(n.name, '') as "nodeName", c.title, c.ground, c.criteria, c.ties`;

/** Contests and their rounds as organizations see them. */
@Injectable()
export class ContestQueries {
  constructor(
    private readonly db: Db,
    private readonly reading: RoundReading,
  ) {}

  @Rpc(listContests)
  async list(call: Call<typeof listContests>): Promise<Page<ContestLine>> {
    const { nodeId, cursor, limit } = call.input;
    const params: unknown[] = [nodeId];
    const { conditionSql } = call.scope.below('c.node_id', '$1', params);
    const after = readCursor(cursor, 1);
    const rows = await this.db.query<ContestLine>(
      `select ${CONTEST_SQL} from contest c left join node_view n on n.id = c.node_id
       where ((${conditionSql}) or c.node_id in (select a.ancestor from tree_now a where a.descendant = $1))
         ${after ? `and c.id < $${params.push(after[0])}::uuid` : ''} order by c.id desc limit $${params.push(limit + 1)}`,
      params,
    );
    return pageOf(rows, limit, (row) => [row.id]);
  }

  @Rpc(listRounds)
  async rounds(call: Call<typeof listRounds>): Promise<Page<RoundLine & { held: boolean }>> {
    const { contestId, nodeId, cursor, limit } = call.input;
    const params: unknown[] = [nodeId, contestId];
    const { conditionSql } = call.scope.below('r.node_id', '$1', params);
    const after = readCursor(cursor, 2);
    const afterSql = after ? `and (r.held_on, r.id) < ($${params.push(after[0])}::date, $${params.push(after[1])}::uuid)` : '';
    const rows = await this.db.query<RoundLine & { held: boolean }>(
      `select ${ROUND_SQL}, r.node_id in (select b.descendant from tree_now b where b.ancestor = $1) as held from ${ROUND_FROM_SQL}
       where r.contest_id = $2 ${afterSql} and ((${conditionSql})
         or (r.state <> 'PLANNED' and r.node_id in (select a.ancestor from tree_now a where a.descendant = $1)))
       order by r.held_on desc, r.id desc limit $${params.push(limit + 1)}`,
      params,
    );
    return pageOf(rows, limit, (row) => [row.heldOn, row.id]);
  }

  @Rpc(getRound)
  round(call: Call<typeof getRound>): Promise<ContestRound> {
    return this.reading.of(call, call.input.roundId);
  }
}
