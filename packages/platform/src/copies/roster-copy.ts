import type { RosterRow } from '@vungmanh/contracts/membership/roster';
import { searchText, sortKey } from '@vungmanh/contracts/text';
import { placeNewer, type CopyTable } from '../db/place-newer.js';
import type { Tx } from '../db/tx.js';

const names: CopyTable = {
  tableSql: 'person_name',
  keyColumn: 'person_id',
  columns: { person_id: 'uuid', version: 'integer', name: 'text', birth_year: 'integer', sort_key: 'text', search_text: 'text' },
};

/** Statements that empty what {@link placeRoster} fills. */
export const EMPTY_ROSTER = ['roster_line', 'roster_status', 'roster_enrollment', 'roster_exemption', 'roster_away', 'person_name'].map(
  (table) => `delete from ${table}`,
);

/**
 * Writes rows of a higher version into a service's copy of what decides who belongs to which roll on which day, and the names to print
 * on it. Answers the rows that were written.
 */
export async function placeRoster(tx: Tx, rows: readonly RosterRow[]): Promise<RosterRow[]> {
  const placed = new Set(await placeNewer(tx, names, rows.map(columnsOf)));
  const newer = rows.filter((row) => placed.has(row.id));
  await tx.query(
    `with a as (delete from roster_status where person_id = any($1::uuid[])), b as (delete from roster_enrollment where person_id = any($1::uuid[])),
       c as (delete from roster_exemption where person_id = any($1::uuid[])), d as (delete from roster_away where person_id = any($1::uuid[])),
       e as (delete from roster_line where person_id = any($1::uuid[]))
     select 1`,
    [[...placed]],
  );
  await tx.query(
    `with people as materialized (
       select p.id, p.statuses, p.enrollments, p.exemptions, p.away
       from jsonb_to_recordset($1::jsonb) as p(id uuid, statuses jsonb, enrollments jsonb, exemptions jsonb, away jsonb)
     ), a as (
       insert into roster_status (person_id, status, valid_from, valid_to)
       select p.id, s.status, s."from", s."to" from people p, jsonb_to_recordset(p.statuses) as s(status text, "from" date, "to" date)
     ), b as (
       insert into roster_enrollment (person_id, kind, node_id, valid_from, valid_to)
       select p.id, e.kind, e."nodeId", e."from", e."to"
       from people p, jsonb_to_recordset(p.enrollments) as e(kind text, "nodeId" uuid, "from" date, "to" date)
     ), c as (
       insert into roster_exemption (person_id, valid_from, valid_to)
       select p.id, x."from", x."to" from people p, jsonb_to_recordset(p.exemptions) as x("from" date, "to" date)
     )
     insert into roster_away (person_id, valid_from, valid_to)
     select p.id, w."from", w."to" from people p, jsonb_to_recordset(p.away) as w("from" date, "to" date)`,
    [JSON.stringify(newer)],
  );
  await tx.query(LINES_SQL, [[...placed]]);
  return newer;
}

/** The days on which something about a person begins or ends, by the table that says so. */
const cutsSql = ['roster_status', 'roster_enrollment', 'roster_exemption', 'roster_away']
  .flatMap((tableSql) =>
    ['valid_from', 'valid_to'].map((dayColumn) => `select person_id, ${dayColumn} as day from ${tableSql} where person_id = any($1::uuid[])`),
  )
  .join(' union ');

const holdsSql = (alias: string): string => `${alias}.valid_from <= c.day and (${alias}.valid_to is null or ${alias}.valid_to > c.day)`;

/**
 * The lines on the rosters of cells, each for as long as nothing about it changes: whoever was enrolled there, officially or for a
 * time, and was an official or probationary member. A person who is enrolled both ways stands once, as official.
 */
const LINES_SQL = `
  with cut as (select d.person_id, d.day, lead(d.day) over (partition by d.person_id order by d.day) as next from (${cutsSql}) d where d.day is not null)
  insert into roster_line (node_id, person_id, valid_from, valid_to, status, enrollment, exempt, working_away, sort_key)
  select distinct on (c.person_id, c.day, e.node_id) e.node_id, c.person_id, c.day, c.next, s.status,
    case when e.kind = 'TEMPORARY' then 'TEMPORARY_HERE'
         when exists (select 1 from roster_enrollment t where t.person_id = c.person_id and t.kind = 'TEMPORARY' and t.node_id <> e.node_id and ${holdsSql('t')})
           then 'TEMPORARILY_ELSEWHERE'
         else 'OFFICIAL' end,
    exists (select 1 from roster_exemption x where x.person_id = c.person_id and ${holdsSql('x')}),
    exists (select 1 from roster_away w where w.person_id = c.person_id and ${holdsSql('w')}), p.sort_key
  from cut c
  join person_name p on p.person_id = c.person_id
  join roster_enrollment e on e.person_id = c.person_id and ${holdsSql('e')}
  join roster_status s on s.person_id = c.person_id and ${holdsSql('s')} and s.status in ('OFFICIAL', 'PROBATIONARY')
  order by c.person_id, c.day, e.node_id, e.kind`;

const columnsOf = (p: RosterRow) => ({
  person_id: p.id,
  version: p.version,
  name: p.name,
  birth_year: p.birthYear,
  sort_key: sortKey(p.name),
  search_text: searchText(p.name),
});
