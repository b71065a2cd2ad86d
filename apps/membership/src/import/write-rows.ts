import { memberChanged } from '@vungmanh/contracts/membership/roster';
import type { RowCounts } from '@vungmanh/contracts/organization/import-sheet';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Tx } from '@vungmanh/platform/db/tx';
import { placeNow } from '../member/member-now.js';
import { openNumbers, sealNumbers } from '../member/person.entity.js';

const ROWS = `from import_verdict v join import_row r using (import_id, "row") where v.import_id = $1 and v.state`;
const SEALED_AT_ONCE = 5000;
const TRACED_AT_ONCE = 1000;

/**
 * Where nothing tells when somebody came to their cell, they have been there since their admission. In the order of the sheet, which is
 * that of the candidates' ids: rows of one cell come to lie side by side.
 */
const NEW = [
  `insert into person (id, version, name, search_text, sort_key, birth_date, birth_year, sex, numbers, card_index, citizen_index,
     residence_note, admitted_on, official_on)
   select r.candidate_id, 1, r.name, r.search_text, r.sort_key, r.birth_date, extract(year from r.birth_date)::int, r.sex, r.numbers, r.card_index, r.citizen_index,
     r.residence_note, r.admitted_on, r.official_on ${ROWS} = 'NEW' order by r."row"`,
  `insert into member_status (id, person_id, status, valid_from)
   select uuidv7(), r.candidate_id, s.status, s.day from import_verdict v join import_row r using (import_id, "row")
   cross join lateral (
     select case when r.official_on > r.admitted_on then 'PROBATIONARY' else r.status end, r.admitted_on
     union all select 'OFFICIAL', r.official_on where r.official_on > r.admitted_on) as s(status, day)
   where v.import_id = $1 and v.state = 'NEW' order by r."row"`,
  `insert into enrollment (id, person_id, kind, node_id, valid_from) select uuidv7(), r.candidate_id, 'OFFICIAL', r.node_id, r.admitted_on
   ${ROWS} = 'NEW' order by r."row"`,
] as const;

/** What the sheet leaves empty stays as it is. */
const CHANGED = [
  `update person p set version = p.version + 1, name = r.name, search_text = r.search_text, sort_key = r.sort_key,
     birth_date = coalesce(r.birth_date, p.birth_date), birth_year = coalesce(extract(year from r.birth_date)::int, p.birth_year), sex = coalesce(r.sex, p.sex), residence_note = coalesce(r.residence_note, p.residence_note),
     admitted_on = r.admitted_on, official_on = coalesce(r.official_on, p.official_on)
   ${ROWS} = 'CHANGED' and p.id = v.person_id`,
  // Someone whose official day was not known until now has a probation before it.
  `insert into member_status (id, person_id, status, valid_from)
   select uuidv7(), p.id, 'PROBATIONARY', p.admitted_on from import_verdict v join person p on p.id = v.person_id
   where v.import_id = $1 and v.state = 'CHANGED' and p.official_on > p.admitted_on
     and not exists (select from member_status s where s.person_id = p.id and s.status = 'PROBATIONARY')`,
  `insert into member_status (id, person_id, status, valid_from)
   select uuidv7(), p.id, 'OFFICIAL', p.official_on from import_verdict v join person p on p.id = v.person_id
   where v.import_id = $1 and v.state = 'CHANGED' and p.official_on is not null
     and not exists (select from member_status s where s.person_id = p.id and s.status = 'OFFICIAL')`,
  `update member_status s set valid_from = case when s.status = 'PROBATIONARY' then p.admitted_on else coalesce(p.official_on, p.admitted_on) end
   from import_verdict v join person p on p.id = v.person_id
   where v.import_id = $1 and v.state = 'CHANGED' and s.person_id = p.id and s.status in ('PROBATIONARY', 'OFFICIAL')`,
] as const;

const BOTH = [
  `insert into exemption (id, person_id, valid_from) select uuidv7(), coalesce(v.person_id, r.candidate_id), r.exempt_from
   ${ROWS} in ('NEW', 'CHANGED') and r.exempt_from is not null and not exists (select from exemption x where x.person_id = v.person_id
     and daterange(x.valid_from, x.valid_to) && daterange(r.exempt_from, null))`,
  `insert into working_away (id, person_id, valid_from, place)
   select uuidv7(), coalesce(v.person_id, r.candidate_id), r.away_from, coalesce(r.away_place, 'Chưa ghi nơi đến')
   ${ROWS} in ('NEW', 'CHANGED') and r.away_from is not null and not exists (select from working_away x where x.person_id = v.person_id
     and daterange(x.valid_from, x.valid_to) && daterange(r.away_from, null))`,
] as const;

/** An import with its verdicts, and in whose name it is written. */
interface Judged {
  readonly importId: string;
  readonly counts: RowCounts;
  readonly accountId: string;
  readonly operation: string;
}

/** Writes what the verdicts say; a constant number of statements but for new numbers of known persons, which are sealed anew. */
export async function writeRows(tx: Tx, sealer: Sealer, of: Judged): Promise<void> {
  const { importId, counts } = of;
  if (counts.changed > 0) await reseal(tx, sealer, importId);
  for (const sql of [...NEW, ...(counts.changed > 0 ? CHANGED : []), ...BOTH]) await tx.query(sql, [importId]);
  const written = await tx.query<{ id: string; version: number }>(
    `select coalesce(p.id, r.candidate_id) as id, coalesce(p.version, 1) as version
     from import_verdict v join import_row r using (import_id, "row") left join person p on p.id = v.person_id
     where v.import_id = $1 and v.state in ('NEW', 'CHANGED') order by v."row"`,
    [importId],
  );
  if (written.length === 0) return;
  const ids = written.map((w) => w.id);
  await placeNow(tx, ids);
  await trace(tx, ids, of);
  tx.publish(memberChanged, written);
}

/** A number is sealed for its row: that of a known person has been sealed for somebody who will never be. */
async function reseal(tx: Tx, sealer: Sealer, importId: string): Promise<void> {
  for (let after = 0, more = true; more;) {
    const rows = await tx.query<{ row: number; id: string; candidate: string; told: string | null; numbers: string | null }>(
      `select r."row", p.id, r.candidate_id as candidate, r.numbers as told, p.numbers
       from import_verdict v join import_row r using (import_id, "row") join person p on p.id = v.person_id
       where v.import_id = $1 and v.state = 'CHANGED' and v."row" > $2
         and (r.card_index is distinct from p.card_index and r.card_index is not null
           or r.citizen_index is distinct from p.citizen_index and r.citizen_index is not null)
       order by v."row" limit $3`,
      [importId, after, SEALED_AT_ONCE],
    );
    if (rows.length > 0) {
      const sealed = rows.map(({ id, candidate, told, numbers }) => {
        const [known, { card, citizen }] = [openNumbers(sealer, id, numbers), openNumbers(sealer, candidate, told)];
        return sealNumbers(sealer, id, { card: card ?? known.card, citizen: citizen ?? known.citizen });
      });
      await tx.query(
        `update person p set numbers = n.numbers, card_index = coalesce(r.card_index, p.card_index), citizen_index = coalesce(r.citizen_index, p.citizen_index)
         from unnest($2::int[], $3::uuid[], $4::text[]) as n("row", id, numbers)
         join import_row r on r.import_id = $1 and r."row" = n."row" where p.id = n.id`,
        [importId, rows.map((r) => r.row), rows.map((r) => r.id), sealed],
      );
    }
    after = rows.at(-1)?.row ?? after;
    more = rows.length === SEALED_AT_ONCE;
  }
}

/** In the name of the account that confirmed; each person can see that their record was written. */
async function trace(tx: Tx, ids: readonly string[], of: { accountId: string; operation: string }): Promise<void> {
  await tx.query(
    `insert into audit (id, at, actor_id, operation, persons, trace)
     select uuidv7(), $2, $3, $4, array_agg(i.id), $5 from unnest($1::uuid[]) with ordinality as i(id, n) group by (i.n - 1) / $6`,
    [ids, tx.clock.now(), of.accountId, of.operation, tx.trace, TRACED_AT_ONCE],
  );
}
