import type { OtherAct } from '@vungmanh/contracts/audit';
import type { Tx } from '@vungmanh/platform/db/tx';

/** Rows of a statement, in the order of the sheet. */
const AT_ONCE = 2000;
const TRACED_AT_ONCE = 1000;
const WRITTEN: OtherAct = 'training.past-attendance.write';

const NEW = `
  insert into past_attendance (id, person_id, node_id, course_id, course, course_key, kind, level, place, from_on, to_on, hours, result, certificate, import_id)
  select uuidv7(), person_id, node_id, course_id, course, course_key, kind, level, place, from_on, to_on, hours, coalesce(result, 'ATTENDED'), certificate, import_id
  from past_import_row where import_id = $1 and state = 'NEW' and "row" > $2 and "row" <= $3`;

/** What the sheet leaves empty stays as it is. */
const CHANGED = `
  update past_attendance a set kind = r.kind, course_id = coalesce(r.course_id, a.course_id), level = coalesce(r.level, a.level),
    place = coalesce(r.place, a.place), to_on = r.to_on, hours = coalesce(r.hours, a.hours), result = coalesce(r.result, a.result),
    certificate = coalesce(r.certificate, a.certificate)
  from past_import_row r where r.import_id = $1 and r.state = 'CHANGED' and r."row" > $2 and r."row" <= $3
    and a.person_id = r.person_id and a.course_key = r.course_key and a.from_on = r.from_on`;

/** Writes what the verdicts say, and for each person that their history was written, in the name of the account that confirmed. */
export async function writePast(tx: Tx, of: { importId: string; accountId: string; nodeId: string }): Promise<void> {
  const [last] = await tx.query<{ row: number }>('select coalesce(max("row"), 0) as "row" from past_import_row where import_id = $1', [of.importId]);
  for (let after = 0; after < (last?.row ?? 0); after += AT_ONCE) {
    for (const sql of [NEW, CHANGED]) await tx.query(sql, [of.importId, after, after + AT_ONCE]);
  }
  await tx.query(
    `insert into audit (id, at, actor_id, operation, node_id, target_id, persons, trace)
     select uuidv7(), $2, $3, $4, $7, $1, array_agg(i.id), $5
     from (select p.person_id as id, row_number() over () as n
       from (select distinct person_id from past_import_row where import_id = $1 and state in ('NEW', 'CHANGED')) p) i
     group by (i.n - 1) / $6`,
    [of.importId, tx.clock.now(), of.accountId, WRITTEN, tx.trace, TRACED_AT_ONCE, of.nodeId],
  );
}
