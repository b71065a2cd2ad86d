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
    const bodies = await client.query(
      `select n.id, case n.type_code when 'GRASSROOTS_CELL' then 'CELL' else 'GRASSROOTS_COMMITTEE' end as actor,
         n.type_code <> 'GRASSROOTS_CELL' as "hasCells"
       from node_view n where n.type_code in ('GRASSROOTS_CELL', 'GRASSROOTS_COMMITTEE') and n.status = 'ACTIVE'`,
    );
    const top = await client.query('select id from node_view where parent_id is null');
    return { provinceId: top[0].id, bodies };
  });
}

/** How many published lines there are at and below the organization and each right below it, counted one by one. */
export async function countedFromLines(bare, nodeId, year) {
  const rows = await bare.query(
    `select o.descendant as id, count(p.id)::int as lines
     from tree_now o join tree_now d on d.ancestor = o.descendant
       left join plan_line l on l.node_id = d.descendant and l.year = $2 and l.state in ('PLANNED', 'IN_PROGRESS', 'DONE')
       left join program p on p.id = l.program_id and p.state in ('PUBLISHED', 'CLOSED')
     where o.ancestor = $1 and o.depth <= 1 group by o.descendant`,
    [nodeId, year],
  );
  return Object.fromEntries(rows.map(({ id, lines }) => [id, lines]));
}

/** Statements to the service's tables as a superuser, whom no row security holds back; answers rows. */
export async function bareOf(platform) {
  const client = new pg.Client({ connectionString: bareUrl(platform, 'inspection') });
  await client.connect();
  return { query: async (sql, params) => (await client.query(sql, params)).rows, end: () => client.end() };
}

async function asking(platform, work) {
  const client = await bareOf(platform);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
