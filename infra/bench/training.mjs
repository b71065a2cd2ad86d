import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dutyRollUp } from '@vungmanh/contracts/training/duty';
import { Clock } from '@vungmanh/platform/clock';
import { dataSourceFor, migrate } from '@vungmanh/platform/db/data-source';
import { Db } from '@vungmanh/platform/db/db';
import { SYSTEM_OPTIONS, within } from '@vungmanh/platform/db/reach';
import { Grants } from '@vungmanh/platform/scope/grants';
import pg from 'pg';
import { prepareDatabases } from '../local/databases.mjs';
import { median } from './rounds.mjs';
import { grantsAt, id, NODES, SIZE, TREE } from './scope-data.mjs';

/** The built service's own code, which is no package to import from. */
const product = (module) => import(new URL(`../../apps/training/dist/${module}.js`, import.meta.url));

const DATABASE = 'vungmanh_bench_training';
const YEAR = new Date().getFullYear();
const ASKED = 60;
const MOST_RATIO = 1.5;

/** Of each cell the figures of its three seats, the deadlines spread over a year and a half, and a third of them done. */
const FIGURES = `
  insert into duty_figure (node_id, course_id, day, open, done)
  select ${id('cell', 'i')}, c.id, date '${YEAR}-01-01' + (abs(hashint4(i * 3 + s)) % 540), case when s = 0 then 0 else 1 end, case when s = 0 then 1 else 0 end
  from generate_series(1, ${SIZE.cell}) i, generate_series(0, 2) s, course_type c where c.code = 'CELL_SECRETARY_COMMITTEE'
  on conflict (node_id, course_id, day) do update set open = duty_figure.open + excluded.open, done = duty_figure.done + excluded.done`;

/** What the roll-up must say of the province, counted one by one. */
const COUNTED = `select sum(open) filter (where day <= $1::date)::int + sum(done) filter (where day between $2::date and $1::date)::int as due,
  sum(done) filter (where day between $2::date and $1::date)::int as done from duty_figure`;

/**
 * The roll-up of duties of a province of 30,000 cells, as the service does it for an officer, with rights, scope and row security, against
 * the same statement by a superuser without any. In turns, so that whatever else the machine does meets both. Answers verdicts.
 */
export async function training({ platform, log }) {
  const [{ dutyRows }, { training: service }] = await Promise.all([product('duty/roll-up'), product('service')]);
  const { postgres } = JSON.parse(readFileSync(new URL('../platform.json', import.meta.url), 'utf8'));
  const database = { name: DATABASE, owner: `${DATABASE}_owner`, app: `${DATABASE}_app`, read: `${DATABASE}_read` };
  const { training: urls } = await prepareDatabases(platform.urls.admin, { services: [{ name: 'training', database }], postgres });
  await migrate(service, urls.ownerUrl);
  await fill(urls.ownerUrl, log);
  const clock = new Clock();
  const db = new Db(await dataSourceFor(service, urls.appUrl).initialize(), clock, urls.readUrl);
  const admin = new URL(platform.urls.admin);
  admin.pathname = `/${DATABASE}`;
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  try {
    const permission = dutyRollUp.access.grant;
    const [{ node, account }] = await grantsAt(urls.ownerUrl, { level: 'PROVINCE', count: 1, permission });
    const grants = new Grants(db, clock);
    const asked = { nodeId: node, year: YEAR, today: clock.today(), soon: clock.today() };
    const ours = async () => {
      const scope = await grants.scope({ id: account }, permission);
      if (!(await grants.covers(scope, node))) throw new Error('A grant does not cover its own organization');
      return within(scope.reach, () => dutyRows(db, { ...asked, insideSql: (params) => scope.within('t.descendant', params) }));
    };
    const bare = () => dutyRows({ query: async (sql, params) => (await client.query(sql, params)).rows }, { ...asked, insideSql: () => 'true' });
    const rows = await ours();
    assert.deepEqual(rows, await bare());
    const { rows: counted } = await client.query(COUNTED, [`${YEAR}-12-31`, `${YEAR}-01-01`]);
    assert.deepEqual({ due: rows[0].due, done: rows[0].done }, counted[0]);
    const times = { ours: [], bare: [] };
    for (let n = -5; n < ASKED; n += 1) {
      const [first, second] = [await timeOf(ours), await timeOf(bare)];
      if (n < 0) continue;
      times.ours.push(first);
      times.bare.push(second);
    }
    const [p50, bareP50] = [median(times.ours), median(times.bare)];
    console.log(
      `\nTraining: duties of ${SIZE.cell} cells rolled up, ${ASKED} times each: p50 ${p50.toFixed(1)} ms, its bare SQL ${bareP50.toFixed(1)} ms`,
    );
    return [{ workload: 'training', against: 'its bare SQL', clients: 1, ratio: p50 / bareP50, most: MOST_RATIO }];
  } finally {
    await client.end();
    await db.close();
  }
}

/** Fills the tree and the figures once, by bulk. */
async function fill(ownerUrl, log) {
  const client = new pg.Client({ connectionString: ownerUrl, options: SYSTEM_OPTIONS });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from duty_figure limit 1');
    if (rowCount > 0) return;
    log(`training: the figures of ${SIZE.cell} cells are made, once…`);
    await client.query('begin');
    for (const sql of [NODES, TREE, FIGURES]) await client.query(sql);
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

async function timeOf(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
