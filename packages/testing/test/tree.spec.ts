import type { NodeRow } from '@vungmanh/contracts/organization/tree';
import { makeDatabase } from '../src/database.js';
import { cellNode } from '../src/given.js';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Clock } from '@vungmanh/platform/clock';
import { dataSourceFor } from '@vungmanh/platform/db/data-source';
import { Db } from '@vungmanh/platform/db/db';
import { EMPTY_TREE, placeNodes } from '@vungmanh/platform/scope/tree';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { random } from './things.js';

class Nothing {}
const definition: ServiceDefinition = { name: 'meetings', module: Nothing, entities: [], migrations: [] };

let database: { url: string; drop(): Promise<void> };
let source: DataSource;
let db: Db;

beforeAll(async () => {
  database = await makeDatabase(definition);
  source = await dataSourceFor(definition, database.url).initialize();
  db = new Db(source, new Clock());
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const place = (rows: NodeRow[]): Promise<string[]> => db.transaction('test', (tx) => placeNodes(tx, rows));
const empty = async (): Promise<void> => {
  for (const emptySql of EMPTY_TREE) await db.query(emptySql);
};
const closure = async (): Promise<string[]> =>
  (await db.query<{ edge: string }>(`select ancestor || ' ' || descendant || ' ' || depth as edge from tree_now`)).map((r) => r.edge).sort();

/** The closure of the newest rows, walked in memory; ancestors end where a parent is not known. */
function walk(rows: Iterable<NodeRow>): string[] {
  const byId = new Map([...rows].map((r) => [r.id, r]));
  const edges: string[] = [];
  for (const node of byId.values()) {
    let at: NodeRow | undefined = node;
    for (let depth = 0; at !== undefined; depth += 1) {
      edges.push(`${at.id} ${node.id} ${depth}`);
      at = at.parentId === undefined ? undefined : byId.get(at.parentId);
    }
  }
  return edges.sort();
}

const child = (parentId: string | undefined, version: number, id: string = randomUUID()): NodeRow => {
  const { parentId: _none, ...node } = cellNode(`node ${id}`);
  return { ...node, id, version, ...(parentId ? { parentId } : {}) };
};

/** A random tree and random moves in it that never make a cycle: every row that ever stood. */
function history(seed: number): NodeRow[] {
  const chance = random(seed);
  const pick = <T>(list: T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const current: NodeRow[] = [child(undefined, 1)];
  const all = [...current];
  for (let i = 0; i < 60; i += 1) {
    current.push(child(pick(current)?.id, 1));
    all.push(...current.slice(-1));
  }
  for (let i = 0; i < 30; i += 1) {
    const node = pick(current.slice(1));
    const target = pick(current);
    if (!node || !target || walk(current).some((edge) => edge.startsWith(`${node.id} ${target.id} `))) continue;
    const moved = { ...node, version: node.version + 1, parentId: target.id };
    current[current.indexOf(node)] = moved;
    all.push(moved);
  }
  return all;
}

it.each([1, 2, 3, 4, 5, 6])('nodes in any order, any number of times, give the closure of a recursive walk (seed %i)', async (seed) => {
  await empty();
  const chance = random(seed * 100);
  const all = history(seed);
  const newest = new Map<string, NodeRow>();
  for (const row of all) newest.set(row.id, row);
  const arriving = [...all, ...all.filter(() => chance() < 0.5)].sort(() => chance() - 0.5);
  for (let i = 0; i < arriving.length;) {
    const size = 1 + Math.floor(chance() * 5);
    await place(arriving.slice(i, i + size));
    i += size;
  }
  expect(await closure()).toEqual(walk(newest.values()));
});

it('links a child that came before its parent, and ends a circle that only two moments made', async () => {
  await empty();
  const [a, b] = [randomUUID(), randomUUID()];
  await place([child(a, 1, b)]);
  expect(await closure()).toEqual([`${b} ${b} 0`]);
  await place([child(undefined, 1, a)]);
  expect(await closure()).toEqual([`${a} ${a} 0`, `${a} ${b} 1`, `${b} ${b} 0`].sort());
  // a has moved below b after b moved out; of the two changes the later one is seen first.
  await place([child(b, 2, a)]);
  await place([child(undefined, 2, b)]);
  expect(await closure()).toEqual([`${b} ${b} 0`, `${b} ${a} 1`, `${a} ${a} 0`].sort());
});

it('takes a whole province, and moves a part of it fast', async () => {
  await empty();
  const root = child(undefined, 1);
  const communes = Array.from({ length: 130 }, () => child(root.id, 1));
  const cells = communes.flatMap((c) => Array.from({ length: 33 }, () => child(c.id, 1)));
  const all = [root, ...communes, ...cells];
  for (let i = 0; i < all.length; i += 200) await place(all.slice(i, i + 200));
  const [moving, target] = communes;
  if (!moving || !target) throw new Error('no communes');
  const start = performance.now();
  await place([{ ...moving, version: 2, parentId: communes[1]?.id ?? '' }]);
  expect(performance.now() - start).toBeLessThan(500);
  const edges = await closure();
  expect(edges).toHaveLength(1 + 130 * 2 + 130 * 33 * 3 + 34);
});
