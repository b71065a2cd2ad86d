import { Injectable } from '@nestjs/common';
import { type MeetingCheckLine, MOST_CELLS, openMeetingCheck } from '@vungmanh/contracts/inspection/meeting-check';
import { monthsOfHalf } from '@vungmanh/contracts/inspection/meeting-check-state';
import { newId } from '@vungmanh/contracts/new-id';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { monthOf } from '@vungmanh/regulations/calendar';
import { CheckJobs } from './check-jobs.js';
import { checkLine } from './check-line.js';
import { MeetingCheckEntity } from './meeting-check.entity.js';
import { isPlannable } from './meeting-check.rules.js';

/** Draws up a check with a line for every cell below, whatever stands between. */
@Injectable()
export class OpenCheckService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly jobs: CheckJobs,
  ) {}

  @Rpc(openMeetingCheck)
  async open(call: Call<typeof openMeetingCheck>): Promise<MeetingCheckLine> {
    const { nodeId, half, plannedEnd, teamIds } = call.input;
    const { person } = call.actor;
    const today = this.clock.today();
    if (person === undefined) throw fail(openMeetingCheck, 'inspection/person-needed');
    if (!isPlannable(plannedEnd, today, await ruleContextOf(this.db, nodeId))) throw fail(openMeetingCheck, 'inspection/planned-end');
    if (monthsOfHalf(half).from > monthOf(today)) throw fail(openMeetingCheck, 'inspection/half-not-begun');
    const team = [...new Set([person, ...teamIds])];
    return this.db.commit(call, async (tx) => {
      const id = newId(this.clock.millis());
      const documentId = newId(this.clock.millis());
      if (await isThere(tx, nodeId, half)) throw fail(openMeetingCheck, 'inspection/check-there');
      const check = MeetingCheckEntity.open({ id, nodeId, half, plannedEnd, openedBy: call.actor.id, documentId }, this.clock.now());
      await tx.insert(check);
      if ((await insertTeam(tx, call, { id, team, leader: person })) < team.length) throw fail(openMeetingCheck, 'inspection/team-unknown');
      const cells = await insertCells(tx, call, { id, nodeId });
      if (cells === 0) throw fail(openMeetingCheck, 'inspection/no-cells');
      if (cells > MOST_CELLS) throw fail(openMeetingCheck, 'inspection/too-many-cells');
      await this.jobs.count(tx, check);
      tx.about({ node: nodeId, target: id, persons: team });
      return checkLine(tx, id);
    });
  }
}

/** Taken for this transaction: two who open the same at once follow each other. */
async function isThere(tx: Tx, nodeId: string, half: string): Promise<boolean> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`meeting_check ${nodeId} ${half}`]);
  const rows = await tx.query(`select 1 as there from meeting_check where node_id = $1 and half = $2 and state <> 'CANCELLED'`, [nodeId, half]);
  return rows.length > 0;
}

/** How many of the team are known; who is not has no row. */
async function insertTeam(tx: Tx, { actor }: Call, { id, team, leader }: { id: string; team: string[]; leader: string }): Promise<number> {
  const rows = await tx.query(
    `insert into meeting_check_access (check_id, person_id, part, since, by)
     select $1, p.person_id, case when p.person_id = $3::uuid then 'LEADER' else 'MEMBER' end, $4, $5 from person_name p where p.person_id = any($2::uuid[])
     returning person_id`,
    [id, team, leader, tx.clock.now(), actor.id],
  );
  return rows.length;
}

/** One line for each cell below that meets today, in one statement. */
async function insertCells(tx: Tx, { scope }: Call, { id, nodeId }: { id: string; nodeId: string }): Promise<number> {
  const params: unknown[] = [id, nodeId];
  const rows = await tx.query(
    `insert into check_cell (id, version, check_id, node_id, place, meetings, samples)
     select uuidv7(), 1, $1, n.id, n.code, '[]', '[]' from tree_now t join node_view n on n.id = t.descendant
     where t.ancestor = $2 and t.depth > 0 and n.status = 'ACTIVE' and (n.traits ->> 'meetsAsCell')::boolean and ${scope.within('n.id', params)}
     returning id`,
    params,
  );
  return rows.length;
}
