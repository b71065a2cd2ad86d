import type { Post } from '@vungmanh/contracts/organization/body';
import { suspendedSql } from './suspended.js';
import type { RosterPerson } from './roster.rules.js';

/** The database, or the transaction that is open. */
export interface Reader {
  query<Row>(sql: string, params?: unknown[]): Promise<Row[]>;
}

interface Row {
  n: number;
  person_id: string;
  status: RosterPerson['status'];
  enrollment: RosterPerson['enrollment'];
  exempt: boolean;
  working_away: boolean;
  name: string | null;
  birth_year: number | null;
  post: Post | null;
  sort_key: string | null;
}

/** The roster of a body as of a day, in the order of Vietnamese lists; empty for a body that is not known. */
export async function rosterOf(reader: Reader, bodyId: string, day: string): Promise<RosterPerson[]> {
  const [roster] = await rostersOf(reader, [{ bodyId, day }]);
  return roster ?? [];
}

/**
 * Rosters of many bodies, each as of its own day, in one statement; in the order asked for. A cell: its members with official or
 * temporary enrollment there that day who were official or probationary members (a person enrolled both ways stands once, as
 * official). A committee: who held a seat that day. Whoever is suspended that day is on neither. Periods are half-open.
 */
export async function rostersOf(reader: Reader, asked: readonly { bodyId: string; day: string }[]): Promise<RosterPerson[][]> {
  const rows = await reader.query<Row>(ROSTERS_SQL, [asked.map((a) => a.bodyId), asked.map((a) => a.day)]);
  rows.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const rosters = asked.map((): RosterPerson[] => []);
  for (const row of rows) rosters[row.n - 1]?.push(personOf(row));
  return rosters;
}

/** Who would be on the roster of a body that day and is suspended, by name. */
export async function suspendedOf(reader: Reader, bodyId: string, day: string): Promise<{ personId: string; name: string }[]> {
  return reader.query(
    `select distinct w.person_id as "personId", coalesce(p.name, '') as name
     from (
       select l.person_id from body_view b join roster_line l on l.node_id = b.node_id and l.valid_from <= $2 and (l.valid_to is null or l.valid_to > $2)
       where b.id = $1 and b.kind = 'CELL' and ${suspendedSql('l.person_id', '$2', 'CELL')}
       union all
       select v.person_id from body_view b join seat_view v on v.body_id = b.id and v.valid_from <= $2 and (v.valid_to is null or v.valid_to > $2)
       where b.id = $1 and b.kind = 'COMMITTEE' and ${suspendedSql('v.person_id', '$2', 'COMMITTEE')}
     ) w left join person_name p on p.person_id = w.person_id order by 2, 1`,
    [bodyId, day],
  );
}

/** The key of a name is made to be compared letter by letter. */
const placeOf = ({ sort_key, person_id }: Row): string => `${sort_key ?? ''} ${person_id}`;

const personOf = (row: Row): RosterPerson => ({
  personId: row.person_id,
  status: row.status,
  enrollment: row.enrollment,
  exempt: row.exempt,
  workingAway: row.working_away,
  name: row.name ?? '',
  ...(row.birth_year === null ? {} : { birthYear: row.birth_year }),
  ...(row.post === null ? {} : { post: row.post }),
});

const ROSTERS_SQL = `
  with asked as (
    select a.n, a.day, b.id as body_id, b.node_id, b.kind from unnest($1::uuid[], $2::date[]) with ordinality as a(body_id, day, n)
    join body_view b on b.id = a.body_id
  ), seated as (
    select distinct on (a.n, v.person_id) a.n, a.day, a.kind, v.person_id, v.post
    from asked a join seat_view v on v.body_id = a.body_id and v.valid_from <= a.day and (v.valid_to is null or v.valid_to > a.day)
    order by a.n, v.person_id
  ), line as (
    select a.n, l.person_id, l.status, l.enrollment, l.exempt, l.working_away, s.post
    from asked a join roster_line l on l.node_id = a.node_id and l.valid_from <= a.day and (l.valid_to is null or l.valid_to > a.day)
    left join seated s on s.n = a.n and s.person_id = l.person_id
    where a.kind = 'CELL' and not ${suspendedSql('l.person_id', 'a.day', 'CELL')}
    union all
    select s.n, s.person_id, 'OFFICIAL', 'OFFICIAL', false, false, s.post from seated s where s.kind = 'COMMITTEE' and not ${suspendedSql('s.person_id', 's.day', 'COMMITTEE')}
  )
  select l.n::int as n, l.person_id, l.status, l.enrollment, l.exempt, l.working_away, l.post, p.name, p.birth_year, p.sort_key
  from line l left join person_name p on p.person_id = l.person_id`;
