import pg from 'pg';
import { Client } from '../local/client.mjs';
import { demoAccounts } from '../local/demo.mjs';
import { TABLES } from './w4-work.mjs';

const BENCH_DATABASE = 'vungmanh_bench';
/** Months before those that the demo data fill; their cells have held no meeting yet. */
const EMPTY_MONTHS = 72;

/** Signs in as the provincial officer, the widest scope there is; answers the headers that a browser would send. */
export async function signedInHeaders(platform) {
  const [officer] = demoAccounts(platform.dataDir);
  const client = new Client(platform.baseUrl);
  await client.signIn(officer.username, officer.password);
  return { cookie: client.cookie, 'x-requested-with': 'vungmanh', origin: platform.baseUrl, host: new URL(platform.baseUrl).host };
}

/** The ids of all cells that have members. */
export async function cellsOf(platform) {
  return asking(bareUrl(platform, 'membership'), async (client) => {
    const { rows } = await client.query('select distinct node_id as id from member_now where active');
    return rows.map((row) => row.id);
  });
}

/** A database of their own for what the limits write, on the same server; answers its address. */
export async function benchDatabase(adminUrl) {
  await asking(adminUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [BENCH_DATABASE]);
    if (rowCount === 0) await client.query(`create database ${BENCH_DATABASE}`);
  });
  const url = new URL(adminUrl);
  url.pathname = `/${BENCH_DATABASE}`;
  await asking(url.href, (client) => client.query(TABLES));
  return url.href;
}

/**
 * Meetings that could have been: bodies and days of months before the demo's, with a roll of seventeen on average, where none was held.
 * `{ bodyId, day, people }`, at most `count`, the oldest month first: a rush is one month's meetings.
 */
export async function freeSlots(platform, count) {
  return asking(bareUrl(platform, 'meetings'), async (client) => {
    const { rows } = await client.query(
      `with first as (select min(held_on) as day from meeting where origin = 'HISTORY'),
       days as (select ((date_trunc('month', f.day) - make_interval(months => g))::date + 2) as day from first f, generate_series(1, $1) g),
       lines as (
         select b.id as body_id, d.day, l.person_id,
           l.status = 'OFFICIAL' and l.enrollment = 'OFFICIAL' and not l.exempt and not l.working_away as usual
         from days d cross join body_view b join roster_line l on l.node_id = b.node_id and l.valid_from <= d.day and (l.valid_to is null or l.valid_to > d.day)
         where b.kind = 'CELL')
       select l.body_id as "bodyId", l.day::text as day, array_agg(l.person_id) as people from lines l
       where not exists (select from meeting m where m.body_id = l.body_id and m.month = to_char(l.day, 'YYYY-MM'))
       group by l.body_id, l.day
       having count(*) between 10 and 24 and bool_and(l.usual)
       order by l.day desc, random() limit $2`,
      [EMPTY_MONTHS, count],
    );
    return rows.reverse();
  });
}

/** The process that all backends of the server are children of. */
export async function postmasterOf(adminUrl, parentOf) {
  return asking(adminUrl, async (client) => {
    const { rows } = await client.query('select pg_backend_pid() as pid');
    return parentOf(rows[0].pid);
  });
}

/** The database of a service as a superuser's, whom no row security holds back: the limits are bare programs. */
export function bareUrl(platform, service) {
  const url = new URL(platform.urls.admin);
  url.pathname = new URL(platform.services[service].ownerUrl).pathname;
  return url.href;
}

async function asking(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
