import type { NodeRow } from '@vungmanh/contracts/organization/tree';
import { dataSourceFor } from '@vungmanh/platform/db/data-source';
import { Db } from '@vungmanh/platform/db/db';
import { Scope } from '@vungmanh/platform/scope/scope';
import { placeNodes } from '@vungmanh/platform/scope/tree';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { TestClock } from '../src/clock.js';
import { makeDatabase } from '../src/database.js';
import { committeeNode } from '../src/given.js';
import { random } from './things.js';

/*
 * The scope predicate by itself: no guard, no gateway, a scope built by hand, every statement against a walk up the parents that shares
 * nothing with it. Another seed each day; SCOPE_SEED says which.
 */
class Nothing {}
const definition: ServiceDefinition = { name: 'meetings', module: Nothing, entities: [], migrations: [] };
const seed = Number(process.env['SCOPE_SEED'] ?? new Date().getUTCDate());
const TREES = 4;
const NODES = 60;
const SCOPES = 30;

let database: { url: string; drop(): Promise<void> };
let db: Db;

beforeAll(async () => {
  database = await makeDatabase(definition);
  db = new Db(await dataSourceFor(definition, database.url).initialize(), new TestClock());
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

interface Held {
  trees: string[];
  nodes: string[];
}

/** A node and all above it, by the parents of the rows. */
function wayUp(rows: readonly NodeRow[], id: string): string[] {
  const way: string[] = [];
  for (let at = rows.find((r) => r.id === id); at; at = rows.find((r) => r.id === at?.parentId)) way.push(at.id);
  return way;
}

const inside = (rows: readonly NodeRow[], { trees, nodes }: Held, id: string): boolean =>
  nodes.includes(id) || wayUp(rows, id).some((above) => trees.includes(above));
const insideBelow = (rows: readonly NodeRow[], { trees }: Held, id: string): boolean => wayUp(rows, id).some((above) => trees.includes(above));

const ids = (rows: readonly NodeRow[], keep: (id: string) => boolean): string[] =>
  rows
    .map((r) => r.id)
    .filter(keep)
    .sort();
const found = async (conditionSql: string, params: unknown[]): Promise<string[]> =>
  (await db.query<{ id: string }>(`select n.id from node_view n where ${conditionSql}`, params)).map((r) => r.id).sort();

/** A tree in which everybody may stand below anybody who came before, and one that is moved after it was placed. */
async function grow(next: () => number): Promise<NodeRow[]> {
  const rows: NodeRow[] = [committeeNode('0')];
  for (let i = 1; i < NODES; i += 1) rows.push(committeeNode(String(i), rows[Math.floor(next() * rows.length)]));
  await db.transaction('test', (tx) => placeNodes(tx, rows));
  const moved = rows.at(-1);
  const to = rows[Math.floor(next() * (NODES - 1))];
  if (!moved || !to) throw new Error('A tree has nodes');
  rows[NODES - 1] = { ...moved, version: 2, parentId: to.id };
  await db.transaction('test', (tx) => placeNodes(tx, rows.slice(-1)));
  return rows;
}

it(`lets through what lies in scope and nothing else, whatever is held: seed ${seed}`, async () => {
  const next = random(seed);
  for (let t = 0; t < TREES; t += 1) {
    const rows = await grow(next);
    const one = (): string => rows[Math.floor(next() * rows.length)]?.id ?? '';
    const scopes: Held[] = Array.from({ length: SCOPES }, () => ({
      trees: Array.from({ length: Math.floor(next() * 3) }, one),
      nodes: Array.from({ length: Math.floor(next() * 3) }, one),
    }));
    const ours = `n.id = any($1::uuid[])`;
    for (const held of scopes) {
      const scope = new Scope(held.trees, held.nodes);
      const within: unknown[] = [rows.map((r) => r.id)];
      expect(await found(`${ours} and ${scope.within('n.id', within)}`, within)).toEqual(ids(rows, (id) => inside(rows, held, id)));
      const whole: unknown[] = [rows.map((r) => r.id)];
      expect(await found(`${ours} and ${scope.withinBelow('n.id', whole)}`, whole)).toEqual(ids(rows, (id) => insideBelow(rows, held, id)));
      const granted: unknown[] = [rows.map((r) => r.id)];
      const standing = ids(rows, (id) => [...held.trees, ...held.nodes].includes(id));
      expect(await found(`${ours} and ${scope.granted('n.id', granted)}`, granted)).toEqual(standing);

      const top = one();
      const place = { path: new Set(wayUp(rows, top)), alone: rows.every((r) => r.parentId !== top) };
      expect(scope.covers(top, place)).toBe(inside(rows, held, top));
      const below: unknown[] = [top];
      const { conditionSql } = scope.below('n.id', '$1', below);
      const wanted = ids(rows, (id) => wayUp(rows, id).includes(top) && inside(rows, held, id));
      expect(await found(conditionSql, below)).toEqual(wanted);
    }
    // Rows that several ask for at once: each by the scope of its own.
    const params: unknown[] = [scopes.map((_, i) => i)];
    const eachSql = Scope.withinEach(
      scopes.map(({ trees, nodes }) => new Scope(trees, nodes)),
      'a.nth',
      'n.id',
      params,
    );
    const each = await db.query<{ nth: number; id: string }>(
      `select a.nth, n.id from unnest($1::int[]) as a(nth) cross join node_view n where ${eachSql} and n.id = any($${params.push(rows.map((r) => r.id))}::uuid[])`,
      params,
    );
    for (const [nth, held] of scopes.entries()) {
      const seen = each.filter((row) => row.nth === nth).map((row) => row.id);
      expect(seen.sort()).toEqual(ids(rows, (id) => inside(rows, held, id)));
    }
  }
}, 60_000);

it('lets nothing through that holds nothing', async () => {
  const nobody = new Scope([], []);
  for (const conditionSql of [nobody.within('n.id', []), nobody.where('n.id').sql]) expect(await found(conditionSql, [])).toEqual([]);
  expect(nobody.empty).toBe(true);
});
