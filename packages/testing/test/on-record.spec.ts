import type { Command } from '@vungmanh/contracts/operation';
import { Db } from '@vungmanh/platform/db/db';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Dispatcher } from '@vungmanh/platform/rpc/dispatcher';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { committeeNode, grantAt } from '../src/given.js';
import { OnRecord } from '../src/on-record.js';
import { World } from '../src/world.js';
import { commandsNotShown } from '../jest/commands.mjs';
import { addNote, changeNote, noteService } from './note.fixture.js';

const commune = committeeNode('Đảng bộ xã');
let world: World;
let db: Db;

beforeAll(async () => {
  world = await World.start(noteService, { nodes: [commune], grants: [grantAt(commune, 'officer')] });
  db = world.service.app.get(Db);
});
afterAll(() => world.stop());

/** What is said of a command that does its work like this. */
async function saidOf(work: (call: Call<Command>) => Promise<unknown>, times = 1): Promise<string[]> {
  const dispatcher = world.service.app.get(Dispatcher);
  const useCase = dispatcher.useCases.get(addNote.subject);
  if (!useCase) throw new Error('The fixture has lost its command');
  const sound = useCase.run;
  useCase.run = (call) => work(call as Call<Command>);
  const watch = new OnRecord(world.service);
  const key = randomUUID();
  const input = { id: randomUUID(), nodeId: commune.id, text: 'họp' };
  for (let i = 0; i < times; i += 1) await world.person('officer').do(addNote, input, { key });
  useCase.run = sound;
  return watch.wrong(world.databaseUrl);
}

const answer = async ({ input, scope }: Call<Command>) => {
  scope.used = true;
  return { ...(input as object), version: 1 };
};
const insertRow = `insert into audit (id, at, actor_id, operation, trace) values (uuidv7(), now(), $1, $2, $3)`;
const rowOf = ({ actor, contract, trace }: Call<Command>, name = actor.id): unknown[] => [name, contract.subject, trace];

describe('a command that was done', () => {
  it('is on record when it went through commit, once for a key that is brought again', async () => {
    expect(await saidOf((call) => db.commit(call, () => answer(call)), 3)).toEqual([]);
  });

  it.each<[string, (call: Call<Command>) => Promise<unknown>, string]>([
    ['leaves no row', answer, 'left 0 audit rows'],
    [
      'leaves two',
      async (call) =>
        db.commit(call, async (tx) => {
          await tx.query(insertRow, rowOf(call));
          return answer(call);
        }),
      'left 2 audit rows',
    ],
    [
      'is written beside a transaction',
      async (call) => {
        await db.write(insertRow, rowOf(call));
        return answer(call);
      },
      'in another transaction than its answer',
    ],
    [
      'names somebody else',
      async (call) => {
        await db.transaction(call.trace, async (tx) => {
          await tx.query(insertRow, rowOf(call, 'another'));
          await tx.query(`insert into idempotency (actor_id, operation, key, input_hash) values ($1, $2, $3, '')`, [
            call.actor.id,
            call.contract.subject,
            call.key,
          ]);
        });
        return answer(call);
      },
      'left 0 audit rows of whoever asked',
    ],
  ])('is found when it %s', async (_how, work, said) => {
    expect((await saidOf(work)).join()).toContain(said);
  });

  it('is asked of every command of the service by a whole run, and of none by a part of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vungmanh-on-record-'));
    const before = process.env['TEST_ON_RECORD'];
    const file = join(folder, 'list');
    process.env['TEST_ON_RECORD'] = file;
    try {
      expect(commandsNotShown({})).toEqual([]);
      expect(await saidOf((call) => db.commit(call, () => answer(call)))).toEqual([]);
      expect(commandsNotShown({})).toEqual([changeNote.subject]);
      expect(commandsNotShown({ testPathPatterns: { patterns: ['one'] } })).toEqual([]);
      await appendFile(file, `${JSON.stringify({ commands: [], proven: [changeNote.subject] })}\n`);
      expect(commandsNotShown({})).toEqual([]);
    } finally {
      process.env['TEST_ON_RECORD'] = before;
      await rm(folder, { recursive: true });
    }
  });
});
