import { systemDb } from '../src/system-db.js';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { randomUUID } from 'node:crypto';
import { cellNode, committeeNode, grantAt } from '../src/given.js';
import { asAdmin } from '../src/database.js';
import { World } from '../src/world.js';
import { addNote, listNotes, noteService, openNote } from './note.fixture.js';

const commune = committeeNode('Đảng bộ xã A');
const cell = cellNode('Chi bộ thôn 1', commune);
const empty = cellNode('Chi bộ thôn 2', commune);
const ids = Array.from({ length: 3 }, () => randomUUID());

interface Row {
  operation: string;
  actor: string;
  node: string;
  persons: string[];
}

let world: World;
beforeAll(async () => {
  world = await World.start(noteService, { nodes: [commune, cell, empty], grants: [grantAt(commune, 'officer')] });
  for (const id of ids) await officer().do(addNote, { id, nodeId: cell.id, text: 'Họp' });
}, 30_000);
afterAll(() => world.stop());

const officer = () => world.person('officer');
const db = () => systemDb(world.service);
const trail = (operation: string) =>
  db().query<Row>(`select operation, actor_id as actor, node_id as node, persons from audit where operation = $1 order by id`, [operation]);
const until = async (what: () => Promise<boolean>) => {
  for (const end = Date.now() + 5000; Date.now() < end; await new Promise((r) => setTimeout(r, 20))) if (await what()) return true;
  return false;
};
/** While rows cannot be written: the name of the table is what every statement of the trail needs. */
const withoutTrail = async (work: () => Promise<void>) => {
  await asAdmin(world.databaseUrl, ['alter table audit rename to audit_away']);
  try {
    await work();
  } finally {
    await asAdmin(world.databaseUrl, ['alter table audit_away rename to audit']);
  }
};

describe('the trail of reads', () => {
  it('holds the reading of one record before its answer leaves', async () => {
    const [id = ''] = ids;
    await officer().do(openNote, { id });
    expect(await trail('meetings.note.get')).toEqual([{ operation: 'meetings.note.get', actor: 'officer', node: cell.id, persons: [id] }]);
  });

  it('has one row a page with all its ids, and many readers share a commit', async () => {
    await Promise.all(Array.from({ length: 60 }, () => officer().do(listNotes, { nodeId: commune.id })));
    expect(await until(async () => (await trail('meetings.note.list')).length === 60)).toBe(true);
    const pages = await trail('meetings.note.list');
    for (const page of pages) expect([page.node, page.persons.toSorted()]).toEqual([commune.id, ids.toSorted()]);
    const [{ commits } = { commits: 0 }] = await db().query<{ commits: number }>(
      `select count(distinct xmin::text)::int as commits from audit where operation = 'meetings.note.list'`,
    );
    expect(commits).toBeLessThan(20);
  });

  it('says nothing of a page that names nobody', async () => {
    const before = (await trail('meetings.note.list')).length;
    expect(await officer().do(listNotes, { nodeId: empty.id })).toEqual({ items: [] });
    await world.service.app.get(ReadTrail).onApplicationShutdown();
    expect(await trail('meetings.note.list')).toHaveLength(before);
  });

  it('is a condition of the answer: no row, no record', async () => {
    await withoutTrail(async () => {
      expect(await officer().refused(openNote, { id: ids[0] ?? '' })).toBe('request/internal');
    });
    expect(await officer().do(openNote, { id: ids[0] ?? '' })).toMatchObject({ id: ids[0] });
  });

  it('lets nobody leaf on while it cannot be written, and forgets no page that was answered', async () => {
    const before = (await trail('meetings.note.list')).length;
    let answered = 0;
    await withoutTrail(async () => {
      const page = async () => {
        try {
          await officer().do(listNotes, { nodeId: commune.id });
          answered += 1;
          return false;
        } catch {
          return true;
        }
      };
      expect(await until(page)).toBe(true);
      expect(await page()).toBe(true);
    });
    expect(answered).toBeGreaterThan(0);
    expect(await until(async () => (await trail('meetings.note.list')).length === before + answered)).toBe(true);
  });

  it('is whole when the service leaves', async () => {
    const before = (await trail('meetings.note.list')).length;
    await officer().do(listNotes, { nodeId: commune.id });
    await world.service.app.get(ReadTrail).onApplicationShutdown();
    expect(await trail('meetings.note.list')).toHaveLength(before + 1);
  });
});
