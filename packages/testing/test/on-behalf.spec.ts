import { systemDb } from '../src/system-db.js';
import { randomUUID } from 'node:crypto';
import { cellNode, committeeNode, grantAt } from '../src/given.js';
import { World } from '../src/world.js';
import { addNote, echo, listNotes, noteService } from './note.fixture.js';

const commune = committeeNode('Đảng bộ xã A');
const cell = cellNode('Chi bộ thôn 1', commune);
const other = cellNode('Chi bộ thôn 2', commune);

let world: World;
beforeAll(async () => {
  world = await World.start(noteService, {
    nodes: [commune, cell, other],
    grants: [
      grantAt(cell, 'elder'),
      { ...grantAt(cell, 'helper'), onBehalfOf: 'elder' },
      grantAt(other, 'helper'),
      { ...grantAt(cell, 'past'), onBehalfOf: 'elder', validTo: '2020-02-01' },
    ],
  });
}, 30_000);
afterAll(() => world.stop());

const note = (nodeId: string) => ({ id: randomUUID(), nodeId, text: 'việc làm thay' });

it('who acts for another does it where they may act for them, and both names stand in the audit row', async () => {
  const helper = world.person('helper');
  const acting = helper.actingFor('elder');
  const written = note(cell.id);
  await acting.do(addNote, written);
  await helper.do(addNote, note(other.id));
  const rows = await systemDb(world.service).query('select actor_id, on_behalf_of, node_id from audit where operation = $1 order by at, id', [
    addNote.subject,
  ]);
  expect(rows).toEqual([
    { actor_id: 'helper', on_behalf_of: 'elder', node_id: cell.id },
    { actor_id: 'helper', on_behalf_of: null, node_id: other.id },
  ]);
});

it.each([
  ['in their own name where they act for another', () => world.person('helper'), cell.id, 'request/not-found'],
  ['for another where only they themselves may', () => world.person('helper').actingFor('elder'), other.id, 'request/not-found'],
  ['for somebody who never asked them to', () => world.person('helper').actingFor('stranger'), cell.id, 'request/forbidden'],
  ['for themselves by name', () => world.person('elder').actingFor('elder'), cell.id, 'request/forbidden'],
  ['for another after it has ended', () => world.person('past').actingFor('elder'), cell.id, 'request/forbidden'],
])('nobody acts %s', async (_how, who, nodeId, code) => {
  expect(await who().refused(listNotes, { nodeId })).toBe(code);
  expect(await who().refused(addNote, note(nodeId))).toBe(code);
});

it('nobody says another name even where everybody may ask', async () => {
  expect(await world.person('helper').actingFor('stranger').refused(echo, { text: 'a' })).toBe('request/forbidden');
  await expect(world.person('helper').actingFor('elder').do(echo, { text: 'a' })).resolves.toEqual({ text: 'a' });
});
