import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { type Criterion, type RoundState } from '@vungmanh/contracts/training/contest';
import { getJurySheet, type JurySheet, markEntry, myJuries } from '@vungmanh/contracts/training/contest-jury';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Reader } from '@vungmanh/platform/db/reader';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { fitScale, juried } from './contest.rules.js';
import { conflictSql } from './round-page.js';

/** A juror's own work: whom they mark, and their points. */
@Injectable()
export class JuryService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Rpc(myJuries)
  async mine(call: Call<typeof myJuries>): Promise<OutputOf<typeof myJuries>> {
    const { cursor, limit } = call.input;
    const params: unknown[] = [call.actor.person];
    const after = readCursor(cursor, 2);
    const afterSql = after ? `and (r.held_on, r.id) < ($${params.push(after[0])}::date, $${params.push(after[1])}::uuid)` : '';
    const rows = await this.db.query<OutputOf<typeof myJuries>['items'][number]>(
      `select r.id, r.title, r.held_on::text as "heldOn", r.state from contest_juror j join contest_round r on r.id = j.round_id
       where j.person_id = $1 and r.state <> 'PLANNED' ${afterSql} order by r.held_on desc, r.id desc limit $${params.push(limit + 1)}`,
      params,
    );
    return pageOf(rows, limit, (row) => [row.heldOn, row.id]);
  }

  @Rpc(getJurySheet)
  sheet(call: Call<typeof getJurySheet>): Promise<JurySheet> {
    return sheetOf(this.db, call.input.roundId, call.actor.person, this.clock.today());
  }

  @Rpc(markEntry)
  mark(call: Call<typeof markEntry>): Promise<JurySheet> {
    const { roundId, entryId, points } = call.input;
    const { person } = call.actor;
    return this.db.commit(call, async (tx) => {
      const today = tx.clock.today();
      // Locked before it is read: no points come in behind the results.
      await tx.query(`select 1 from contest_round where id = $1 and state <> 'PLANNED' for share`, [roundId]);
      const [round] = await tx.query<{ state: RoundState; nodeId: string; criteria: Criterion[]; conflict: boolean; personId: string }>(
        `select r.state, r.node_id as "nodeId", c.criteria, e.person_id as "personId", ${conflictSql('$4')} as conflict
         from contest_round r join contest c on c.id = r.contest_id join contest_juror j on j.round_id = r.id and j.person_id = $2
         join contest_entry e on e.round_id = r.id and e.id = $3 and e.withdrawn_because is null
         where r.id = $1 for share of j`,
        [roundId, person, entryId, today],
      );
      if (!round) throw refuse('request/not-found');
      tx.about({ node: round.nodeId, target: roundId, persons: [round.personId] });
      if (round.state !== 'MARKING') throw fail(markEntry, 'training/round-state');
      if (round.conflict) throw fail(markEntry, 'training/jury-conflict');
      if (!fitScale(points, round.criteria)) throw fail(markEntry, 'training/points-unfit');
      await tx.query(
        `insert into contest_points (entry_id, juror_id, key, points, round_id, holder_id)
         select $1, $2, p.key, p.points, $3, $4 from jsonb_to_recordset($5::jsonb) as p(key text, points numeric)
         on conflict (entry_id, juror_id, key) do update set points = excluded.points`,
        [entryId, person, roundId, round.nodeId, JSON.stringify(points)],
      );
      return sheetOf(tx, roundId, person, today);
    });
  }
}

/** The sheet of one juror; throws `request/not-found` for whoever is not on the jury. */
async function sheetOf(reader: Reader, roundId: string, person: string | undefined, today: string): Promise<JurySheet> {
  const [round] = await reader.query<Omit<JurySheet, 'entries'>>(
    `select r.id as "roundId", r.title, r.state, c.criteria from contest_round r join contest c on c.id = r.contest_id
     join contest_juror j on j.round_id = r.id and j.person_id = $2 where r.id = $1 and r.state <> 'PLANNED'`,
    [roundId, person],
  );
  if (!round) throw refuse('request/not-found');
  const entries = await reader.query<JurySheet['entries'][number]>(
    `select e.id as "entryId", coalesce(p.name, '') as name, coalesce(n.name, '') as "nodeName", ${conflictSql('$3')} as conflict,
       (select coalesce(jsonb_agg(jsonb_build_object('key', k.key, 'points', k.points) order by k.key), '[]') from contest_points k
        where k.entry_id = e.id and k.juror_id = $2) as points
     from contest_entry e join contest_juror j on j.round_id = e.round_id and j.person_id = $2
     left join person_name p on p.person_id = e.person_id left join node_view n on n.id = e.node_id
     where e.round_id = $1 and e.withdrawn_because is null order by p.sort_key collate "C", e.id`,
    [roundId, person, today],
  );
  return { ...round, criteria: juried(round.criteria), entries };
}
