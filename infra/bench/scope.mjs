import { readFileSync } from 'node:fs';
import { listMembers } from '@vungmanh/contracts/membership/member';
import { Clock } from '@vungmanh/platform/clock';
import { dataSourceFor, migrate } from '@vungmanh/platform/db/data-source';
import { Db } from '@vungmanh/platform/db/db';
import { within } from '@vungmanh/platform/db/reach';
import { Grants } from '@vungmanh/platform/scope/grants';
import { prepareDatabases } from '../local/databases.mjs';
import { fillRegister, grantsAt } from './scope-data.mjs';

/** The built service's own code, which is no package to import from. */
const product = (module) => import(new URL(`../../apps/membership/dist/${module}.js`, import.meta.url));

const LEVELS = { province: 'PROVINCE', bloc: 'BLOC', 'grassroots organization': 'GRASSROOTS', cell: 'CELL' };
/** The page after everybody whose given name comes before these letters. */
const pageAfter = (letters) => Buffer.from(JSON.stringify([letters, '00000000-0000-7000-8000-000000000000'])).toString('base64url');

const LISTS = {
  'first page': {},
  'later page': { cursor: pageAfter('m') },
  'on probation': { status: 'PROBATIONARY' },
};
const ASKED = 300;
const MOST_MS = 25;
const DATABASE = 'vungmanh_bench_scope';

/**
 * The product's own list of members, with its own scope, over 500,000 members in 30,000 cells: how long its statement takes, as the
 * service sees it, for somebody whose grant stands at an organization of each level. Answers verdicts.
 */
export async function scope({ platform, log }) {
  const [{ listLines }, { membership }] = await Promise.all([product('member/line.queries'), product('service')]);
  const { postgres } = JSON.parse(readFileSync(new URL('../platform.json', import.meta.url), 'utf8'));
  const database = { name: DATABASE, owner: `${DATABASE}_owner`, app: `${DATABASE}_app`, read: `${DATABASE}_read` };
  const { membership: urls } = await prepareDatabases(platform.urls.admin, { services: [{ name: 'membership', database }], postgres });
  await migrate(membership, urls.ownerUrl);
  await fillRegister(urls.ownerUrl, log);
  const clock = new Clock();
  const db = new Db(await dataSourceFor(membership, urls.appUrl).initialize(), clock, urls.readUrl);
  try {
    console.log(`\nScope: a page of 50 members, ${ASKED} times each, ms`);
    const verdicts = [];
    for (const [level, type] of Object.entries(LEVELS)) {
      const held = await grantsAt(urls.ownerUrl, { level: type, count: 100, permission: listMembers.access.grant });
      for (const [list, input] of Object.entries(LISTS)) {
        const times = await timesOf({ listLines, db, grants: new Grants(db, clock), held, input, today: clock.today() });
        const at = (share) => times[Math.floor(times.length * share)];
        console.log(`  ${level.padEnd(24)} ${list.padEnd(16)} p50 ${at(0.5).toFixed(2).padStart(7)}  p95 ${at(0.95).toFixed(2).padStart(7)}`);
        verdicts.push({ workload: 'scope', level, list, p95: at(0.95), mostMs: MOST_MS });
      }
    }
    return verdicts;
  } finally {
    await db.close();
  }
}

/** What the guard does before the use case, and the use case's statement, which alone is timed; sorted. */
async function timesOf({ listLines, db, grants, held, input, today }) {
  const times = [];
  for (let asked = -20; asked < ASKED; asked += 1) {
    const { node, account } = held[Math.abs(asked) % held.length];
    const scope = await grants.scope({ id: account }, listMembers.access.grant);
    if (!(await grants.covers(scope, node))) throw new Error('A grant does not cover its own organization');
    const began = performance.now();
    const { items } = await within(scope.reach, () => listLines(db, scope, { nodeId: node, limit: 50, ...input }, today));
    // Connections are opened and their catalogs read in the first calls.
    if (asked >= 0) times.push(performance.now() - began);
    if (items.length === 0 && Object.keys(input).length === 0) throw new Error('A list without members');
  }
  return times.sort((a, b) => a - b);
}
