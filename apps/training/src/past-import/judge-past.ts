import { courseKindLabel } from '@vungmanh/contracts/training/course';
import { holderLevelLabel, pastResultLabel } from '@vungmanh/contracts/training/past-sheet';
import type { RowCounts } from '@vungmanh/contracts/organization/import-sheet';
import { searchText } from '@vungmanh/contracts/text';
import type { Tx } from '@vungmanh/platform/db/tx';

const named = (column: string, labels: Readonly<Record<string, string>>): string =>
  `case ${column} ${Object.entries(labels)
    .map(([value, label]) => `when '${value}' then '${label}'`)
    .join(' ')} end`;

/** What an empty cell leaves as it is. */
const changed = (column: string, key: string, shownSql: string): string =>
  `past_remark(a.id is not null and r.${column} is distinct from a.${column} and r.${column} is not null, '${key}', 'CHANGED',
     coalesce('Đang ghi ' || ${shownSql} || '.', 'Chưa ghi.'))`;

const knownKindSql = named('r.known_kind', courseKindLabel);
const changesSql = [
  changed('to_on', 'to', `to_char(a.to_on, 'DD/MM/YYYY')`),
  changed('kind', 'kind', named('a.kind', courseKindLabel)),
  changed('level', 'level', named('a.level', holderLevelLabel)),
  changed('place', 'place', 'a.place'),
  changed('hours', 'hours', 'a.hours::text'),
  changed('result', 'result', named('a.result', pastResultLabel)),
  changed('certificate', 'certificate', 'a.certificate'),
].join(' || ');

/**
 * Says what is wrong with each row and what would become of it: every row at once, by joins with our own copies of who belongs where.
 * Of a person outside of the import's organization nothing is told, not even that they are known: the file may come from somebody who
 * must not see them.
 */
const JUDGE = `
  with r as materialized (
    select i."row", i.read_remarks, i.found, i.person_id, i.name_key, i.course_key, i.from_on, i.to_on, i.level, i.place, i.hours, i.result, i.certificate,
      i.kind as said_kind, c.id as course_id, c.kind as known_kind, coalesce(i.kind, c.kind) as kind
    from past_import_row i left join unnest($3::text[], $4::uuid[], $5::text[]) as c(key, id, kind) on c.key = i.course_key where i.import_id = $1
  ), cell as materialized (
    select distinct on (e.person_id) e.person_id, e.node_id
    from roster_enrollment e join (select distinct person_id from r) p on p.person_id = e.person_id
    where e.kind = 'OFFICIAL' order by e.person_id, e.valid_from desc
  ), inside as materialized (
    select c.person_id, c.node_id, n.search_text, n.name from cell c join tree_now t on t.descendant = c.node_id and t.ancestor = $2
    join person_name n on n.person_id = c.person_id
  ), twice as (
    select person_id, course_key, from_on, min("row") as first, max("row") as last from r
    where person_id in (select person_id from inside) group by 1, 2, 3 having count(*) > 1
  ), held as materialized (
    select distinct e.person_id, k.course_id, k.from_on, k.to_on, k.title from class_enrollment e join training_class k on k.id = e.class_id
    where e.state in ('ATTENDING', 'PASSED', 'FAILED', 'CERTIFIED') and e.person_id in (select person_id from inside)
  ), said as (
    select r."row", a.id as standing, i.node_id, r.course_id, r.kind, r.read_remarks
      || past_remark(r.found = 'MANY', 'name', 'ERROR', 'Có hơn một hồ sơ cùng họ tên, ngày sinh ở chi bộ này. Hãy ghi số thẻ.')
      || past_remark(r.found = 'NONE' or (r.found = 'ONE' and i.person_id is null), 'name', 'ERROR',
           'Không tìm thấy hồ sơ trong phạm vi nhập. Hãy kiểm tra số thẻ, họ tên, ngày sinh, mã chi bộ; người không còn trong danh sách thì bỏ dòng này.')
      || past_remark(i.person_id is not null and r.name_key <> i.search_text, 'name', 'WARNING', 'Hồ sơ ghi tên ' || i.name || '.')
      || past_remark(t.first is not null, 'course', 'ERROR',
           'Trùng người, lớp và ngày bắt đầu với dòng ' || case r."row" when t.first then t.last else t.first end || '.')
      || past_remark(r.kind is null and r.course_key is not null, 'kind', 'ERROR', 'Lớp không có trong danh mục: hãy ghi loại lớp.')
      || past_remark(r.said_kind <> r.known_kind, 'kind', 'ERROR', 'Danh mục ghi lớp này là ' || ${knownKindSql} || '.')
      || past_remark(h.title is not null, 'course', 'ERROR', 'Lượt học này đã có trong lớp ' || h.title || ' của hệ thống. Hãy bỏ dòng này.')
      || case when i.person_id is null then '[]'::jsonb else
           ${changesSql} end as remarks
    from r left join inside i using (person_id) left join twice t using (person_id, course_key, from_on)
    left join past_attendance a on a.person_id = r.person_id and a.course_key = r.course_key and a.from_on = r.from_on
    left join lateral (select min(h.title) as title from held h
      where h.person_id = r.person_id and h.course_id = r.course_id and h.from_on <= r.to_on and h.to_on >= r.from_on) h on true
  )
  update past_import_row i set remarks = s.remarks, node_id = s.node_id, course_id = s.course_id, kind = s.kind,
    warned = s.remarks @> '[{"kind": "WARNING"}]',
    state = case when s.remarks @> '[{"kind": "ERROR"}]' then 'ERROR' when s.standing is null then 'NEW'
      when s.remarks @> '[{"kind": "CHANGED"}]' then 'CHANGED' else 'UNCHANGED' end
  from said s where i.import_id = $1 and i."row" = s."row"`;

/** Judges every staged row against what stands now, and counts the states. */
export async function judgePast(tx: Tx, importId: string, nodeId: string): Promise<RowCounts> {
  // No statistics know of rows that have just been staged: a nested loop over a guess of one row is what once took minutes.
  await tx.query(`select set_config('work_mem', '64MB', true), set_config('enable_nestloop', 'off', true)`);
  const courses = await tx.query<{ id: string; label: string; kind: string }>('select id, label, kind from course_type');
  await tx.query(JUDGE, [importId, nodeId, courses.map((c) => searchText(c.label)), courses.map((c) => c.id), courses.map((c) => c.kind)]);
  await tx.query(`select set_config('enable_nestloop', 'on', true)`);
  const [counts] = await tx.query<RowCounts>(
    `select (count(*) filter (where state = 'NEW'))::int as "new", (count(*) filter (where state = 'CHANGED'))::int as changed,
       (count(*) filter (where state = 'UNCHANGED'))::int as unchanged, (count(*) filter (where state = 'ERROR'))::int as errors,
       (count(*) filter (where warned))::int as warnings
     from past_import_row where import_id = $1`,
    [importId],
  );
  if (!counts) throw new Error('A count answers one row');
  return counts;
}
