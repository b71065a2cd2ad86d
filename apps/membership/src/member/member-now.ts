import type { Reader } from '@vungmanh/platform/db/reader';

/**
 * Computes the rows of `member_now` of these persons from their dated facts. The only way in which that table is written, for
 * one person and for a province: nothing begins in the future, so the last period of each kind is the one that may hold today.
 * Written cell by cell, so that the lists that read a cell find its members side by side.
 */
export async function placeNow(db: Reader, persons: readonly string[]): Promise<void> {
  await db.query('insert into register_turn default values');
  await db.query(
    `insert into member_now (person_id, version, name, search_text, sort_key, birth_year, sex, status, active, node_id, admitted_on,
       temporary_node_id, temporary_until, exempt_until, away_until)
     select p.id, p.version, p.name, p.search_text, p.sort_key, p.birth_year, p.sex, s.status, s.status in ('PROBATIONARY', 'OFFICIAL'),
       e.node_id, p.admitted_on, t.node_id, t.until, x.until, a.until
     from person p
     join (select distinct on (person_id) person_id, status from member_status
       where person_id = any($1::uuid[]) order by person_id, valid_from desc) s on s.person_id = p.id
     join (select distinct on (person_id) person_id, node_id from enrollment
       where person_id = any($1::uuid[]) and kind = 'OFFICIAL' order by person_id, valid_from desc) e on e.person_id = p.id
     left join (select distinct on (person_id) person_id, node_id, coalesce(valid_to, 'infinity') as until from enrollment
       where person_id = any($1::uuid[]) and kind = 'TEMPORARY' order by person_id, valid_from desc) t on t.person_id = p.id
     left join (select distinct on (person_id) person_id, coalesce(valid_to, 'infinity') as until from exemption
       where person_id = any($1::uuid[]) order by person_id, valid_from desc) x on x.person_id = p.id
     left join (select distinct on (person_id) person_id, coalesce(valid_to, 'infinity') as until from working_away
       where person_id = any($1::uuid[]) order by person_id, valid_from desc) a on a.person_id = p.id
     where p.id = any($1::uuid[])
     order by e.node_id, p.sort_key
     on conflict (person_id) do update set version = excluded.version, name = excluded.name, search_text = excluded.search_text,
       sort_key = excluded.sort_key, birth_year = excluded.birth_year, sex = excluded.sex, status = excluded.status, active = excluded.active,
       node_id = excluded.node_id, admitted_on = excluded.admitted_on, temporary_node_id = excluded.temporary_node_id,
       temporary_until = excluded.temporary_until, exempt_until = excluded.exempt_until, away_until = excluded.away_until`,
    [persons],
  );
}
