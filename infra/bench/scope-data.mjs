import { SYSTEM_OPTIONS } from '@vungmanh/platform/db/reach';
import pg from 'pg';

/** Shape of the register: 127 committees right below the province, 6,500 grassroots organizations, 30,000 cells, 500,000 members. */
export const SIZE = { bloc: 127, grassroots: 6_500, cell: 30_000, members: 500_000 };

/** An id that the same organization has each time. */
export const id = (kind, nSql) => `md5('${kind} ' || ${nSql})::uuid`;

/** Statements that make the tree, in any service's own copy of it. */
export const NODES = `
  insert into node_view (id, version, parent_id, code, name, search_text, type_code, status, traits)
  select id, 1, parent, code, name, ' ' || lower(code), type, 'ACTIVE', '{}' from (
    select ${id('province', "'1'")} as id, null::uuid as parent, 'T' as code, 'Đảng bộ tỉnh (dữ liệu mô phỏng)' as name, 'PROVINCE' as type
    union all select ${id('bloc', 'i')}, ${id('province', "'1'")}, 'K' || i, 'Đảng bộ ' || i, 'BLOC' from generate_series(1, ${SIZE.bloc}) i
    -- Every third grassroots organization lies below one of the first eight: blocs are not of one size.
    union all select ${id('grassroots', 'i')}, ${id('bloc', `(case when i % 3 = 0 then 1 + i % 8 else 1 + i % ${SIZE.bloc} end)`)}, 'G' || i, 'Đảng bộ cơ sở ' || i, 'GRASSROOTS'
      from generate_series(1, ${SIZE.grassroots}) i
    union all select ${id('cell', 'i')}, ${id('grassroots', `(1 + i % ${SIZE.grassroots})`)}, 'C' || i, 'Chi bộ ' || i, 'CELL' from generate_series(1, ${SIZE.cell}) i
  ) n`;

export const TREE = `
  insert into tree_now (ancestor, descendant, depth)
  with recursive up(descendant, ancestor, depth) as (
    select id, id, 0 from node_view union all select u.descendant, n.parent_id, u.depth + 1 from up u join node_view n on n.id = u.ancestor where n.parent_id is not null)
  select ancestor, descendant, depth from up`;

/** Names of few given names and many families, as they are; one in 45 is on probation, one in 45 has left. */
const MEMBERS = `
  with words as (select array['nguyen','tran','le','pham','hoang','vu','dang','bui','do','ho','ngo','duong','ly','nong','luong','vi'] as family,
    array['van','thi','duc','minh','ngoc','thanh','quoc','huu','xuan','thu'] as middle,
    array['an','anh','binh','cuong','chi','dung','dat','giang','ha','hai','hang','hanh','hien','hieu','hoa','hung','huong','khanh','lan','linh','long','mai',
      'nam','nga','nhung','phong','phuong','quan','son','tam','thao','thuy','trang','tuan','tung','van','viet','xuan','yen','kien'] as given)
  insert into member_now (person_id, version, name, search_text, sort_key, birth_year, sex, status, active, node_id, admitted_on)
  select ${id('person', 'i')}, 1, concat_ws(' ', initcap(f), initcap(m), initcap(g), i), concat_ws(' ', '', f, m, g, i), concat_ws(' ', g, f, m, i), 1950 + i % 55,
    case when i % 3 = 0 then 'FEMALE' else 'MALE' end, case when chance = 0 then 'ENDED' when chance = 1 then 'PROBATIONARY' else 'OFFICIAL' end, chance <> 0,
    ${id('cell', `(1 + i % ${SIZE.cell})`)}, date '1990-01-01' + i % 12000
  from words, generate_series(1, ${SIZE.members}) i,
    lateral (select family[1 + abs(hashint4(i)) % 16] as f, middle[1 + abs(hashint4(i + 7)) % 10] as m, given[1 + abs(hashint4(i + 13)) % 40] as g,
      abs(hashint4(i + 29)) % 45 as chance) w`;

/** Fills the register once, by bulk. */
export async function fillRegister(ownerUrl, log) {
  const client = new pg.Client({ connectionString: ownerUrl, options: SYSTEM_OPTIONS });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from member_now limit 1');
    if (rowCount > 0) return;
    log(`scope: ${SIZE.members} members in ${SIZE.cell} cells are made, once…`);
    await client.query('begin');
    for (const sql of [NODES, TREE, MEMBERS]) await client.query(sql);
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** `count` organizations of a level, each with an account that holds the reading of everything below it. Answers `{ node, account }`. */
export async function grantsAt(ownerUrl, { level, count, permission }) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `with picked as (select id from node_view where type_code = $1 order by md5(id::text) limit $2)
       insert into grant_view (grant_id, version, account_id, node_id, below, permissions, valid_from)
       select id, 1, 'bench ' || id, id, true, $3, '2020-01-01' from picked
       on conflict (grant_id) do update set permissions = excluded.permissions returning node_id as node, account_id as account`,
      [level, count, [permission]],
    );
    return rows;
  } finally {
    await client.end();
  }
}
