import type { GrantRow } from '@vungmanh/contracts/identity/grant';
import type { NodeRow } from '@vungmanh/contracts/organization/tree';
import { dataSourceFor } from '@vungmanh/platform/db/data-source';
import { Db } from '@vungmanh/platform/db/db';
import { placeGrants } from '@vungmanh/platform/scope/grant-view';
import { Grants } from '@vungmanh/platform/scope/grants';
import { Scope } from '@vungmanh/platform/scope/scope';
import { placeNodes } from '@vungmanh/platform/scope/tree';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { TestClock } from '../src/clock.js';
import { makeDatabase } from '../src/database.js';
import { cellNode, committeeNode, grantAt } from '../src/given.js';

class Nothing {}
const definition: ServiceDefinition = { name: 'meetings', module: Nothing, entities: [], migrations: [] };

const province = committeeNode('province');
const [east, west] = [committeeNode('east', province), committeeNode('west', province)];
const [dawn, noon, dusk] = [cellNode('dawn', east), cellNode('noon', east), cellNode('dusk', west)];
const nodes = [province, east, west, dawn, noon, dusk];
const grants: GrantRow[] = [
  grantAt(province, 'of-province'),
  grantAt(east, 'of-east'),
  grantAt(dawn, 'of-dawn'),
  { ...grantAt(east, 'of-east-alone'), below: false },
  grantAt(dusk, 'of-both'),
  { ...grantAt(east, 'of-both'), below: false },
];
const clock = new TestClock();
let database: { url: string; drop(): Promise<void> };
let db: Db;

beforeAll(async () => {
  database = await makeDatabase(definition);
  db = new Db(await dataSourceFor(definition, database.url).initialize(), clock);
  await db.transaction('test', async (tx) => {
    await placeNodes(tx, nodes);
    await placeGrants(tx, grants);
  });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

/** What a list of an organization and all below it shows an account; undefined where the guard refuses it. */
async function seen(held: Grants, account: string, node: NodeRow): Promise<string[] | undefined> {
  const scope = await held.scope({ id: account }, 'meetings:read');
  if (!(await held.covers(scope, node.id))) return undefined;
  const params: unknown[] = [node.id];
  const { conditionSql, steady } = scope.below('n.id', '$1', params);
  const listSql = `select n.name from node_view n where ${conditionSql} order by n.name`;
  const rows = await (steady ? db.hot<{ name: string }>(listSql, params) : db.query<{ name: string }>(listSql, params));
  return rows.map((row) => row.name);
}

describe('what lies below an organization and in scope', () => {
  it.each([
    ['of-province', province, ['dawn', 'dusk', 'east', 'noon', 'province', 'west']],
    ['of-province', east, ['dawn', 'east', 'noon']],
    ['of-province', dusk, ['dusk']],
    ['of-east', province, undefined],
    ['of-east', east, ['dawn', 'east', 'noon']],
    ['of-east', noon, ['noon']],
    ['of-east', dusk, undefined],
    ['of-dawn', dawn, ['dawn']],
    ['of-dawn', east, undefined],
    ['of-east-alone', east, ['east']],
    ['of-east-alone', dawn, undefined],
    ['of-both', east, ['east']],
    ['of-both', dusk, ['dusk']],
  ])('%s is the same the first time and when it is remembered', async (account, node, names) => {
    const held = new Grants(db, clock);
    expect(await seen(held, account, node)).toEqual(names);
    expect(await seen(held, account, node)).toEqual(names);
  });

  it('follows a move within two seconds, and shows nothing of what has left even before', async () => {
    const held = new Grants(db, clock);
    expect(await seen(held, 'of-east', noon)).toEqual(['noon']);
    await db.transaction('test', (tx) => placeNodes(tx, [{ ...noon, parentId: west.id, version: 2 }]));
    expect(await seen(held, 'of-east', noon)).toEqual([]);
    clock.set(new Date(clock.millis() + 2001).toISOString());
    expect(await seen(held, 'of-east', noon)).toBeUndefined();
    expect(await seen(held, 'of-province', west)).toEqual(['dusk', 'noon', 'west']);
  });

  it('sees what is established below a cell that was remembered without anything below', async () => {
    const held = new Grants(db, clock);
    expect(await seen(held, 'of-province', dusk)).toEqual(['dusk']);
    await db.transaction('test', (tx) => placeNodes(tx, [{ ...cellNode('late', dusk), parentId: dusk.id }]));
    clock.set(new Date(clock.millis() + 2001).toISOString());
    expect(await seen(held, 'of-province', dusk)).toEqual(['dusk', 'late']);
  });
});

it('rows that different actors asked for lie each in the scope of its own', async () => {
  const held = new Grants(db, clock);
  const accounts = ['of-province', 'of-east', 'of-dawn', 'of-east-alone', 'of-both', 'of-nobody'];
  const scopes = await Promise.all(accounts.map((account) => held.scope({ id: account }, 'meetings:read')));
  const asked = accounts.flatMap((_, of) => nodes.map((node) => ({ of, node: node.id })));
  const params: unknown[] = [asked.map((a) => a.of), asked.map((a) => a.node)];
  const insideSql = Scope.withinEach(scopes, 'a.of', 'n.id', params);
  const rows = await db.hot<{ of: number; name: string }>(
    `select a.of, n.name from unnest($1::int[], $2::uuid[]) as a(of, node) join node_view n on n.id = a.node where ${insideSql} order by a.of, n.name`,
    params,
  );
  const alone = await Promise.all(
    scopes.map(async (scope, of) => {
      const own: unknown[] = [];
      const ownSql = scope.within('n.id', own);
      return (await db.query<{ name: string }>(`select n.name from node_view n where ${ownSql} order by n.name`, own)).map(({ name }) => ({
        of,
        name,
      }));
    }),
  );
  expect(rows.length).toBeGreaterThan(10);
  // What was established above after the nodes of this list is nobody's question here.
  expect(rows).toEqual(alone.flat().filter(({ name }) => name !== 'late'));
});

it('a hot statement answers each time for its own parameters', async () => {
  const asked = Array.from({ length: 40 }, (_, i) => db.hot<{ sum: number }>('select $1::int + $2::int as sum', [i, 1]));
  expect((await Promise.all(asked)).map(([row]) => row?.sum)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
});
