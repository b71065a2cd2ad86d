import type { RowCounts } from '@vungmanh/contracts/organization/import-sheet';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { Tx } from '@vungmanh/platform/db/tx';

/**
 * Finds the person of each row — by card, else by citizen number, else by name, birth and cell — and says what is wrong or
 * will change. Of a person in another cell nothing is told but that they are elsewhere: the file may come from somebody who must
 * not see that record. One statement, however many rows.
 */
const JUDGE = `
  with r as materialized (
    select "row", remarks, node_id, name, search_text, coalesce(birth_date, 'infinity') as born, birth_date, sex, card_index, citizen_index, residence_note,
      status, admitted_on, official_on, exempt_from, away_from
    from import_row where import_id = $1
  ),
  by_name as (
    select r."row", (array_agg(p.id))[1] as id, count(*) as many
    from r join member_now m on m.node_id = r.node_id and m.search_text = r.search_text join person p on p.id = m.person_id
    where (p.birth_date is null or r.birth_date is null or p.birth_date = r.birth_date)
      and (p.citizen_index is null or r.citizen_index is null or p.citizen_index = r.citizen_index)
    group by r."row"
  ),
  found as materialized (
    select r.*, coalesce(c.id, z.id, case when n.many = 1 then n.id end) as person_id, c.id <> z.id as torn,
      c.id is null and z.id is null and n.many > 1 as many
    from r left join person c on c.card_index = r.card_index left join person z on z.citizen_index = r.citizen_index
    left join by_name n on n."row" = r."row"
  ),
  same_card as (
    select card_index, min("row") as first, max("row") as last from r where card_index is not null group by card_index having count(*) > 1),
  same_citizen as (
    select citizen_index, min("row") as first, max("row") as last from r where citizen_index is not null group by citizen_index having count(*) > 1),
  same_person as (
    select person_id, min("row") as first, max("row") as last from found where person_id is not null group by person_id having count(*) > 1),
  namesakes as (
    select search_text, born, node_id, min("row") as first, max("row") as last, bool_or(card_index is null and citizen_index is null) as bare
    from r where name is not null and node_id is not null group by search_text, born, node_id having count(*) > 1),
  compared as (
    select f.*, c.first is not null as card_twice, c.first as card_first, c.last as card_last,
      z.first is not null as citizen_twice, z.first as citizen_first, z.last as citizen_last,
      p.first is not null as person_twice, p.first as person_first, p.last as person_last,
      n.first is not null as namesake, n.first as namesake_first, n.last as namesake_last, n.bare as namesake_bare
    from found f left join same_card c using (card_index) left join same_citizen z using (citizen_index) left join same_person p using (person_id)
    left join namesakes n using (search_text, born, node_id)
  ),
  said as (
    select f."row", f.person_id, f.remarks
      || import_remark(f.card_twice, 'cardNumber', 'ERROR', 'Trùng số thẻ với dòng ' || case f."row" when f.card_first then f.card_last else f.card_first end || '.')
      || import_remark(f.citizen_twice, 'citizenNumber', 'ERROR',
           'Trùng số căn cước với dòng ' || case f."row" when f.citizen_first then f.citizen_last else f.citizen_first end || '.')
      || import_remark(f.person_twice and not f.card_twice and not f.citizen_twice, 'name', 'ERROR',
           'Cùng một hồ sơ với dòng ' || case f."row" when f.person_first then f.person_last else f.person_first end || '.')
      || import_remark(f.namesake and not f.card_twice and not f.citizen_twice and not f.person_twice, 'name',
           case when f.namesake_bare then 'ERROR' else 'WARNING' end,
           'Trùng họ tên, ngày sinh và chi bộ với dòng ' || case f."row" when f.namesake_first then f.namesake_last else f.namesake_first end
           || case when f.namesake_bare then '. Nếu là hai người, hãy ghi số thẻ hoặc số căn cước.' else '.' end)
      || import_remark(f.torn, 'citizenNumber', 'ERROR', 'Số thẻ và số căn cước thuộc hai hồ sơ khác nhau. Hãy đối chiếu lại.')
      || import_remark(f.many, 'name', 'ERROR', 'Có hơn một hồ sơ cùng họ tên, ngày sinh ở chi bộ này. Hãy ghi số thẻ hoặc số căn cước.')
      || import_remark(v.status = 'ENDED', 'cellCode', 'ERROR', 'Chi bộ này đã kết thúc hoạt động.')
      || import_remark(f.node_id is not null and m.node_id <> f.node_id, 'cellCode', 'ERROR',
           'Hồ sơ của đồng chí này đang ở chi bộ khác. Hãy chuyển sinh hoạt đảng trước, hoặc sửa lại mã chi bộ.')
      || case when m.node_id = f.node_id then
           import_remark(not m.active, 'status', 'ERROR', 'Hồ sơ ghi đồng chí này không còn là đảng viên.')
           || import_remark(m.status = 'OFFICIAL' and f.status = 'PROBATIONARY', 'status', 'ERROR', 'Hồ sơ đang ghi là đảng viên chính thức.')
           || import_remark(m.status = 'PROBATIONARY' and f.status = 'OFFICIAL' and f.official_on is null, 'officialOn', 'ERROR',
                'Hồ sơ đang ghi là đảng viên dự bị. Hãy ghi ngày được công nhận chính thức.')
           || import_remark(f.official_on is null and p.official_on < f.admitted_on, 'admittedOn', 'ERROR',
                'Ngày kết nạp sau ngày chính thức ghi trong hồ sơ, ' || to_char(p.official_on, 'DD/MM/YYYY') || '.')
           || import_remark(f.name <> p.name, 'name', 'CHANGED', 'Hồ sơ đang ghi ' || p.name || '.')
           || import_remark(f.birth_date is distinct from p.birth_date and f.birth_date is not null, 'birthDate', 'CHANGED',
                coalesce('Hồ sơ đang ghi ' || to_char(p.birth_date, 'DD/MM/YYYY') || '.', 'Hồ sơ chưa ghi.'))
           || import_remark(f.sex is distinct from p.sex and f.sex is not null, 'sex', 'CHANGED',
                case p.sex when 'MALE' then 'Hồ sơ đang ghi Nam.' when 'FEMALE' then 'Hồ sơ đang ghi Nữ.' else 'Hồ sơ chưa ghi.' end)
           || import_remark(f.card_index is distinct from p.card_index and f.card_index is not null, 'cardNumber', 'CHANGED',
                case when p.card_index is null then 'Hồ sơ chưa ghi.' else 'Khác số thẻ ghi trong hồ sơ.' end)
           || import_remark(f.citizen_index is distinct from p.citizen_index and f.citizen_index is not null, 'citizenNumber', 'CHANGED',
                case when p.citizen_index is null then 'Hồ sơ chưa ghi.' else 'Khác số căn cước ghi trong hồ sơ.' end)
           || import_remark(f.admitted_on is distinct from p.admitted_on, 'admittedOn', 'CHANGED',
                coalesce('Hồ sơ đang ghi ' || to_char(p.admitted_on, 'DD/MM/YYYY') || '.', 'Hồ sơ chưa ghi.'))
           || import_remark(f.official_on is distinct from p.official_on and f.official_on is not null, 'officialOn', 'CHANGED',
                coalesce('Hồ sơ đang ghi ' || to_char(p.official_on, 'DD/MM/YYYY') || '.', 'Hồ sơ chưa ghi.'))
           || import_remark(m.status = 'PROBATIONARY' and f.status = 'OFFICIAL', 'status', 'CHANGED', 'Hồ sơ đang ghi đảng viên dự bị.')
           || import_remark(f.residence_note is distinct from p.residence_note and f.residence_note is not null, 'residence', 'CHANGED',
                coalesce('Hồ sơ đang ghi ' || p.residence_note || '.', 'Hồ sơ chưa ghi.'))
           || import_remark(f.exempt_from is not null and not exists (select from exemption x where x.person_id = p.id
                and daterange(x.valid_from, x.valid_to) && daterange(f.exempt_from, null)), 'exemptFrom', 'CHANGED', 'Hồ sơ chưa ghi.')
           || import_remark(f.away_from is not null and not exists (select from working_away x where x.person_id = p.id
                and daterange(x.valid_from, x.valid_to) && daterange(f.away_from, null)), 'awayFrom', 'CHANGED', 'Hồ sơ chưa ghi.')
         else '[]' end as remarks
    from compared f left join person p on p.id = f.person_id left join member_now m on m.person_id = f.person_id
    left join node_view v on v.id = f.node_id
  )
  insert into import_verdict (import_id, "row", state, warned, person_id, remarks)
  select $1, "row",
    case when remarks @> '[{"kind": "ERROR"}]' then 'ERROR' when person_id is null then 'NEW'
      when remarks @> '[{"kind": "CHANGED"}]' then 'CHANGED' else 'UNCHANGED' end,
    remarks @> '[{"kind": "WARNING"}]', person_id, remarks
  from said`;

/**
 * Readies a transaction for sixty thousand rows: they are sorted in memory, not on disk, and joined by hash. No statistics know of
 * them yet, or they know of these and not yet of what is written from them, and a nested loop over such a guess may take minutes.
 */
export async function forMany(tx: Tx): Promise<void> {
  await tx.query(`select set_config('work_mem', '64MB', true), set_config('enable_nestloop', 'off', true)`);
}

/** Judges every staged row anew and counts the states. */
export async function judge(tx: Tx, importId: string): Promise<RowCounts> {
  // Looked at before the judging: what is committed in between makes the turn old, never the verdicts.
  const turn = await turnOf(tx);
  await tx.query('delete from import_verdict where import_id = $1', [importId]);
  await tx.query(JUDGE, [importId]);
  await tx.query('update import_batch set judged_at = $2 where import_id = $1', [importId, turn]);
  return countsOf(tx, importId);
}

/** What {@link judge} would say now: judged anew only when the register, the staged rows or a cell have changed since. */
export async function judgedNow(tx: Tx, importId: string): Promise<RowCounts> {
  const [row] = await tx.query<{ stands: boolean }>(
    `select b.judged_at = $2 and (select count(*) from import_row r where r.import_id = $1) = (select count(*) from import_verdict v where v.import_id = $1)
       and not exists (select 1 from import_row r join node_view v on v.id = r.node_id and v.status = 'ENDED' where r.import_id = $1) as stands
     from import_batch b where b.import_id = $1`,
    [importId, await turnOf(tx)],
  );
  const counts = row?.stands === true ? await countsOf(tx, importId) : undefined;
  return counts && counts.errors === 0 ? counts : judge(tx, importId);
}

async function turnOf(db: Reader): Promise<string> {
  const [turn] = await db.query<{ turn: string }>(`select count(*) || ' ' || coalesce(max(id), 0) as turn from register_turn`);
  return turn?.turn ?? '';
}

async function countsOf(db: Reader, importId: string): Promise<RowCounts> {
  const [counts] = await db.query<RowCounts>(
    `select (count(*) filter (where state = 'NEW'))::int as "new", (count(*) filter (where state = 'CHANGED'))::int as changed,
       (count(*) filter (where state = 'UNCHANGED'))::int as unchanged, (count(*) filter (where state = 'ERROR'))::int as errors,
       (count(*) filter (where warned))::int as warnings
     from import_verdict where import_id = $1`,
    [importId],
  );
  if (!counts) throw new Error('A count answers one row');
  return counts;
}
