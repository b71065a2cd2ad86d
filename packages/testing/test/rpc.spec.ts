import { systemDb } from '../src/system-db.js';
import { randomUUID } from 'node:crypto';
import { startService } from '@vungmanh/platform/start';
import { CONFIG } from '@vungmanh/platform/config';
import type { Config } from '@vungmanh/platform/config';
import { Problem } from '@vungmanh/platform/problem';
import { cellNode, committeeNode, grantAt } from '../src/given.js';
import { World } from '../src/world.js';
import { addNote, breakRule, changeNote, echo, forgetful, internalOnly, leak, listNotes, nobodyHome, noteService } from './note.fixture.js';

const commune = committeeNode('Đảng bộ xã A');
const cell = cellNode('Chi bộ thôn 1', commune);
const other = cellNode('Chi bộ thôn 2', commune);

let world: World;
beforeAll(async () => {
  world = await World.start(noteService, {
    nodes: [commune, cell, other],
    grants: [grantAt(commune, 'officer'), grantAt(cell, 'secretary'), grantAt(cell, 'reader', ['meetings:read'])],
  });
}, 30_000);
afterAll(() => world.stop());

const officer = () => world.person('officer');
const secretary = () => world.person('secretary');
const rows = (sql: string) => systemDb(world.service).query<{ n: string }>(sql);

describe('a request', () => {
  it('is answered', async () => {
    expect(await officer().do(echo, { text: ' Nguyễn Đức ' })).toEqual({ text: 'Nguyễn Đức' });
  });

  it('with a wrong field is refused with a pointer to it', async () => {
    const refused = await officer()
      .do(echo, { text: '' })
      .catch((e: unknown) => e);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ kind: 'invalid', more: { errors: [{ pointer: '/text', detail: 'Chưa nhập nội dung' }] } });
  });

  it('with a key that the contract does not know is refused', async () => {
    const smuggled = { text: 'a', isAdmin: true };
    expect(await officer().refused(echo, smuggled)).toBe('request/invalid');
  });

  it('that nobody can execute is refused quickly as unavailable', async () => {
    const start = performance.now();
    expect(await officer().refused(nobodyHome, {})).toBe('request/unavailable');
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('that takes too long ends in a timeout', async () => {
    expect(await officer().refused(echo, { text: 'a', waitMs: 2500 })).toBe('request/timeout');
  });

  it('without a token of ours is unauthenticated', async () => {
    for (const actor of ['', 'x', 'eyJhbGciOiJub25lIn0.e30.']) {
      await expect(world.rpc.call(echo, { text: 'a' }, { actor })).rejects.toMatchObject({ code: 'request/unauthenticated' });
    }
  });

  it('of a person never reaches an internal operation, nor one of a service without that name', async () => {
    expect(await officer().refused(internalOnly, {})).toBe('request/forbidden');
    await expect(world.rpc.call(internalOnly, {})).rejects.toMatchObject({ code: 'request/forbidden' });
  });
});

describe('an answer', () => {
  it('holds only what the contract declares', async () => {
    expect(await officer().do(leak, {})).toEqual({ shown: 'yes' });
  });

  it('carries a declared broken rule by its code and hides an undeclared one', async () => {
    expect(await officer().refused(breakRule, { code: 'meetings/declared' })).toBe('meetings/declared');
    expect(await officer().refused(breakRule, { code: 'meetings/undeclared' })).toBe('request/internal');
  });

  it('is withheld when the use case forgot to narrow itself to its scope', async () => {
    expect(await officer().refused(forgetful, {})).toBe('request/internal');
  });
});

describe('scope', () => {
  const mine = { id: randomUUID(), nodeId: cell.id, text: 'của thôn 1' };
  const theirs = { id: randomUUID(), nodeId: other.id, text: 'của thôn 2' };

  it('lets each see what lies at and below their grant, and tells absent and forbidden things alike', async () => {
    await officer().do(addNote, mine);
    await officer().do(addNote, theirs);
    expect((await officer().do(listNotes, { nodeId: commune.id })).items.map((n) => n.id).sort()).toEqual([mine.id, theirs.id].sort());
    expect((await secretary().do(listNotes, { nodeId: cell.id })).items.map((n) => n.id)).toEqual([mine.id]);
    expect(await secretary().refused(listNotes, { nodeId: other.id })).toBe('request/not-found');
    expect(await secretary().refused(listNotes, { nodeId: randomUUID() })).toBe('request/not-found');
    expect(await secretary().refused(listNotes, { nodeId: commune.id })).toBe('request/not-found');
  });

  it('is closed to who holds no grant of that kind', async () => {
    expect(await world.person('stranger').refused(listNotes, { nodeId: cell.id })).toBe('request/forbidden');
    expect(await world.person('reader').refused(addNote, { ...mine, id: randomUUID() })).toBe('request/forbidden');
  });
});

describe('a command', () => {
  it('sent 200 times at once has one effect, one audit row and one answer', async () => {
    const input = { id: randomUUID(), nodeId: cell.id, text: 'một lần' };
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 200 }, () => secretary().do(addNote, input, { key })));
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(await rows(`select count(*) n from note where id = '${input.id}'`)).toEqual([{ n: '1' }]);
    expect(await rows(`select count(*) n from audit where target_id = '${input.id}'`)).toEqual([{ n: '1' }]);
  });

  it('on something found by its own id, sent again because its answer was lost, is answered the same', async () => {
    const input = { id: randomUUID(), nodeId: cell.id, text: 'a' };
    await secretary().do(addNote, input);
    const again = { key: randomUUID(), version: 1 };
    const first = await secretary().do(changeNote, { id: input.id, text: 'b' }, again);
    expect(await secretary().do(changeNote, { id: input.id, text: 'b' }, again)).toEqual(first);
  });

  it('with a key that was used for something else is refused', async () => {
    const key = randomUUID();
    await secretary().do(addNote, { id: randomUUID(), nodeId: cell.id, text: 'a' }, { key });
    expect(await secretary().refused(addNote, { id: randomUUID(), nodeId: cell.id, text: 'b' }, { key })).toBe('request/key-reused');
  });

  it('that is refused leaves nothing behind, and may be sent again with the same key', async () => {
    const input = { id: randomUUID(), nodeId: cell.id, text: 'cấm' };
    const key = randomUUID();
    expect(await secretary().refused(addNote, input, { key })).toBe('meetings/note-forbidden-word');
    expect(await rows(`select count(*) n from idempotency where key = '${key}'`)).toEqual([{ n: '0' }]);
    expect(await secretary().refused(addNote, input, { key })).toBe('meetings/note-forbidden-word');
  });

  it('without a key, or on an existing thing without the version seen, is refused', async () => {
    const input = { id: randomUUID(), nodeId: cell.id, text: 'a' };
    expect(await secretary().refused(addNote, input, { key: '' })).toBe('request/key-required');
    await secretary().do(addNote, input);
    expect(await secretary().refused(changeNote, { id: input.id, text: 'b' })).toBe('request/precondition-required');
    expect(await secretary().refused(changeNote, { id: input.id, text: 'b' }, { version: 7 })).toBe('request/stale');
  });

  it('loses no update: of 20 writers who saw the same version one wins each round', async () => {
    const input = { id: randomUUID(), nodeId: cell.id, text: 'a' };
    await secretary().do(addNote, input);
    for (let version = 1; version <= 5; version += 1) {
      const tries = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) => secretary().do(changeNote, { id: input.id, text: `v${version} w${i}` }, { version })),
      );
      expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(1);
    }
  });
});

describe('a rolling restart', () => {
  it('loses no request in 20 rounds under load', async () => {
    const config = { ...world.service.app.get<Config>(CONFIG) };
    let stopped = false;
    let answered = 0;
    const failures: unknown[] = [];
    const clients = Array.from({ length: 16 }, async () => {
      while (!stopped) {
        await officer()
          .do(echo, { text: 'a', waitMs: 2 })
          .then(
            () => (answered += 1),
            (e: unknown) => failures.push(e),
          );
      }
    });
    for (let round = 0; round < 20; round += 1) {
      const next = await startService(noteService, config, world.clock);
      await world.service.stop();
      world.service = next;
    }
    stopped = true;
    await Promise.all(clients);
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThan(500);
  }, 60_000);
});
