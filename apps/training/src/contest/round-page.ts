import { Injectable } from '@nestjs/common';
import type { ContestRules, RoundLine } from '@vungmanh/contracts/training/contest';
import type { ContestRound, Entry } from '@vungmanh/contracts/training/contest-round';
import type { Actor } from '@vungmanh/platform/actor/actor';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';
import { refuse } from '@vungmanh/platform/problem';
import { Grants } from '@vungmanh/platform/scope/grants';
import { juried, roundActsFor } from './contest.rules.js';

export const ROUND_SQL = `r.id, r.version, r.contest_id as "contestId", r.node_id as "nodeId", coalesce(n.name, '') as "nodeName", r.level, r.title,
  r.held_on::text as "heldOn", r.place, r.state`;
export const ROUND_FROM_SQL = 'contest_round r left join node_view n on n.id = r.node_id';

/** True where the juror `j` belongs to the cell of the entry `e` today: they do not mark each other. The day is the parameter. */
export const conflictSql = (
  daySql: string,
): string => `exists (select from roster_enrollment o where o.person_id = j.person_id and o.node_id = e.node_id
  and o.valid_from <= ${daySql}::date and (o.valid_to is null or ${daySql}::date < o.valid_to))`;

interface Row extends RoundLine {
  contest: ContestRules;
  jury: ContestRound['jury'];
  minutesNumber: string | null;
  resultNumber: string | null;
}

interface EntryRow extends Omit<Entry, 'result'> {
  place: number | null;
  total: string | null;
  points: { key: string; points: number }[] | null;
}

/** Draws a round as whoever holds it sees it. */
@Injectable()
export class RoundPage {
  constructor(private readonly grants: Grants) {}

  async of(reader: Reader, actor: Actor, about: { roundId: string; today: string }, insideSql: (params: unknown[]) => string): Promise<ContestRound> {
    const { roundId, today } = about;
    const params: unknown[] = [roundId];
    const narrowedSql = insideSql(params);
    const [row] = await reader.query<Row>(
      `select ${ROUND_SQL}, r.minutes_number as "minutesNumber", r.result_number as "resultNumber",
         jsonb_build_object('title', c.title, 'ground', c.ground, 'criteria', c.criteria, 'ties', c.ties) as contest,
         (select coalesce(jsonb_agg(jsonb_build_object('personId', j.person_id, 'name', coalesce(p.name, ''), 'role', j.role)
            order by j.role = 'MEMBER', j.role, p.sort_key collate "C"), '[]')
          from contest_juror j left join person_name p on p.person_id = j.person_id where j.round_id = r.id) as jury
       from ${ROUND_FROM_SQL} join contest c on c.id = r.contest_id where r.id = $1 and ${narrowedSql}`,
      params,
    );
    if (!row) throw refuse('request/not-found');
    return {
      ...present(row),
      entries: await entriesOf(reader, roundId, { lines: juried(row.contest.criteria).length, today }),
      may: roundActsFor(row.state, await this.grants.permissionsAt(actor, row.nodeId, reader)),
    };
  }
}

/** Who takes part: by place once there are results, by given name before. */
export async function entriesOf(reader: Reader, roundId: string, about: { lines: number; today: string }): Promise<Entry[]> {
  const rows = await reader.query<EntryRow>(
    `select e.id, e.person_id as "personId", coalesce(p.name, '') as name, e.node_id as "nodeId", coalesce(n.name, '') as "nodeName", m.*,
       e.place, e.total, e.points
     from contest_entry e left join person_name p on p.person_id = e.person_id left join node_view n on n.id = e.node_id
     cross join lateral (select count(*)::int as jurors, count(*) filter (where (select count(*) from contest_points k
           where k.entry_id = e.id and k.juror_id = j.person_id) = $2)::int as marked
         from contest_juror j where j.round_id = e.round_id and not ${conflictSql('$3')}) m
     where e.round_id = $1 and e.withdrawn_because is null order by e.place nulls last, p.sort_key collate "C", e.id`,
    [roundId, about.lines, about.today],
  );
  return rows.map(({ place, total, points, ...entry }) => ({
    ...entry,
    ...(place === null || total === null || points === null ? {} : { result: { place, total: Number(total), points } }),
  }));
}
