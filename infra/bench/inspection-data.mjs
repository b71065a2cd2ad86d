import { writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { Client } from '../local/client.mjs';
import { demoAccounts } from '../local/demo.mjs';
import { bareUrl } from './sides.mjs';

const USERNAME = 'bench.kiemtra';

/** Somebody of the inspection commission of the province, who may plan for every body below; signed in. */
export async function commissioner(platform) {
  const [{ password }] = demoAccounts(platform.dataDir);
  const { provinceId } = await grassroots(platform);
  const file = path.join(platform.dataDir, 'bench-accounts.json');
  const account = {
    username: USERNAME,
    password,
    displayName: 'Cán bộ kiểm tra (dữ liệu mô phỏng)',
    grants: [{ role: 'INSPECTION_COMMISSION', nodeId: provinceId, below: true }],
  };
  writeFileSync(file, JSON.stringify({ demo: true, accounts: [account] }), { mode: 0o600 });
  await platform.services.identity.run('bootstrap.js', file);
  const client = new Client(platform.baseUrl);
  await client.signIn(USERNAME, password);
  return client;
}

/** The province and its grassroots organizations: `{ id, actor, hasCells }`. */
export async function grassroots(platform) {
  return asking(platform, async (client) => {
    const { rows: bodies } = await client.query(
      `select n.id, case n.type_code when 'GRASSROOTS_CELL' then 'CELL' else 'GRASSROOTS_COMMITTEE' end as actor,
         n.type_code <> 'GRASSROOTS_CELL' as "hasCells"
       from node_view n where n.type_code in ('GRASSROOTS_CELL', 'GRASSROOTS_COMMITTEE') and n.status = 'ACTIVE'`,
    );
    const { rows: top } = await client.query('select id from node_view where parent_id is null');
    return { provinceId: top[0].id, bodies };
  });
}

/** What the page of the roll-up shows, counted in one statement of plain tables, without any rights. */
export const BARE_ROLL_UP = `
  with top as (select t.descendant as id from tree_now t where t.ancestor = $1 and t.depth <= 1),
    line as (
      select o.id, l.quarter, l.subject, count(*) filter (where l.state = 'PLANNED') as planned, count(*) filter (where l.state = 'IN_PROGRESS') as going,
        count(*) filter (where l.state = 'DONE') as done, count(*) filter (where l.state in ('PLANNED', 'IN_PROGRESS') and l.due_on < current_date) as late
      from top o join tree_now d on d.ancestor = o.id join plan_line l on l.node_id = d.descendant and l.year = $2
        join program p on p.id = l.program_id and p.state in ('PUBLISHED', 'CLOSED')
      group by o.id, l.quarter, l.subject
    ), member as (
      select o.id, count(*) as members, count(*) filter (where not exists (select from plan_line x where x.subject_id = r.person_id and x.state = 'DONE')) as never
      from top o join tree_now d on d.ancestor = o.id join roster_line r on r.node_id = d.descendant
      where r.valid_from <= current_date and (r.valid_to is null or r.valid_to > current_date) and r.enrollment <> 'TEMPORARY_HERE'
      group by o.id
    ), unit as (
      select o.id, count(*) as units, count(*) filter (where not exists (select from plan_line x where x.subject_id = n.id and x.state = 'DONE')) as never
      from top o join tree_now d on d.ancestor = o.id join node_view n on n.id = d.descendant and n.status = 'ACTIVE' group by o.id
    )
  select o.id, m.members, m.never, u.units, u.never as never_units, (select json_agg(l) from line l where l.id = o.id) as quarters
  from top o left join member m on m.id = o.id left join unit u on u.id = o.id`;

/** A superuser's connection to the service's tables, whom no row security holds back. */
export async function bareOf(platform) {
  const client = new pg.Client({ connectionString: bareUrl(platform, 'inspection') });
  await client.connect();
  return client;
}

async function asking(platform, work) {
  const client = await bareOf(platform);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
