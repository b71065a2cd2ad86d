import { systemDb } from '../src/system-db.js';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { headers, nanos } from '@nats-io/transport-node';
import { Broker } from '../src/broker.js';
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { requestReproject } from '@vungmanh/platform/events/control';
import { DeadLetters } from '@vungmanh/platform/events/dead-letters';
import { STREAM } from '@vungmanh/contracts/event';
import type { RunningService } from '@vungmanh/platform/start';
import { eventually, poison, random, Things, thingChanged, TwoServices } from './things.js';

let broker: Broker;
let world: TwoServices;
let owner: RunningService;
let consumer: RunningService;

const rows = <Row>(service: RunningService, sql: string, params: unknown[] = []): Promise<Row[]> => systemDb(service).query<Row>(sql, params);
const change = (service: RunningService, sql: string, params: unknown[] = []): Promise<unknown> => systemDb(service).write(sql, params);
const count = async (service: RunningService, sql: string, params: unknown[] = []): Promise<number> =>
  Number((await rows<{ n: string }>(service, sql, params))[0]?.n);
const stateOf = async (service: RunningService): Promise<string> =>
  createHash('sha256')
    .update(JSON.stringify([await rows(service, 'select * from thing order by id'), await rows(service, 'select * from heard order by id, version')]))
    .digest('hex');
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Until the consumer has heard as many events as the owner's outbox holds of things. */
const settled = async (): Promise<number> => {
  const all = await count(owner, 'select count(*) as n from outbox where name = $1', [thingChanged.name]);
  return eventually(
    async () =>
      (await count(consumer, `select count(*) as n from inbox where consumer like '%heard'`)) === all &&
      (await count(consumer, `select count(*) as n from inbox where consumer like '%project-thing'`)) === all,
    `${all} events are applied`,
  );
};

beforeAll(async () => {
  broker = await Broker.start();
  world = await TwoServices.start(broker.url);
  [owner, consumer] = await Promise.all([world.run('owner'), world.run('consumer')]);
  await Promise.all([owner.ready(), consumer.ready()]);
});
afterAll(async () => {
  await world?.stop();
  await broker?.stop();
});

describe('events', () => {
  it('reach the copy within half a second of the commit', async () => {
    const id = randomUUID();
    await owner.app.get(Things).change(id, 1);
    const ms = await eventually(async () => (await count(consumer, 'select count(*) as n from thing where id = $1', [id])) === 1, 'copied');
    expect(ms).toBeLessThan(500);
    await settled();
  });

  it('leave the outbox though fifty transactions of random length commit out of order', async () => {
    const chance = random(11);
    const names = Array.from({ length: 50 }, () => Array.from({ length: 8 }, () => randomUUID()));
    await Promise.all(
      names.map(async (ids) => {
        const client = new pg.Client(world.databases.owner.url);
        await client.connect();
        for (const id of ids) {
          await client.query('begin');
          await client.query(`insert into thing (id, version, value) values ($1, 1, 5)`, [id]);
          await client.query(`insert into outbox (id, name, payload, trace, created_at) values (uuidv7(), $1, $2, 'test', now())`, [
            thingChanged.name,
            JSON.stringify({ items: [{ id, version: 1 }] }),
          ]);
          await pause(chance() * 120);
          await client.query('commit');
        }
        await client.end();
      }),
    );
    await settled();
    expect(await count(consumer, 'select count(*) as n from heard where id = any($1)', [names.flat()])).toBe(400);
    expect(await count(owner, 'select count(*) as n from outbox where sent_at is null')).toBe(0);
  });

  it('give the same state when each comes one to five times in shuffled order', async () => {
    const chance = random(7);
    const things = owner.app.get(Things);
    const ids = Array.from({ length: 20 }, () => randomUUID());
    for (let i = 0; i < 200; i += 1) await things.change(ids[Math.floor(chance() * ids.length)] ?? '', i);
    await settled();
    const inOrder = await stateOf(consumer);

    for (const table of ['thing', 'heard', 'inbox']) await change(consumer, `delete from ${table}`);
    expect(await stateOf(consumer)).not.toBe(inOrder);
    // The stream itself must not drop the copies: that is the inbox's work.
    const manager = await jetstreamManager(world.nats);
    await manager.streams.update(STREAM, { duplicate_window: nanos(100) });
    // What came in the last moment would still be one.
    await pause(200);
    const sent = await rows<{ id: string; payload: unknown }>(owner, 'select id, payload from outbox where name = $1', [thingChanged.name]);
    for (let round = 0; round < 5; round += 1) {
      const again = sent.filter(() => round === 0 || chance() < 0.5);
      again.sort(() => chance() - 0.5);
      await Promise.all(
        again.map(({ id, payload }) => {
          const h = headers();
          h.set('trace', 'again');
          return jetstream(world.nats).publish(`evt.${thingChanged.name}`, JSON.stringify(payload), { msgID: id, headers: h });
        }),
      );
      await pause(150);
    }
    await settled();
    await eventually(async () => {
      const infos = await manager.consumers.list(STREAM).next();
      return infos.every((i) => i.num_pending === 0 && i.num_ack_pending === 0);
    }, 'every copy is acknowledged');
    expect(await stateOf(consumer)).toBe(inOrder);
    expect(await count(consumer, 'select max(times) as n from heard')).toBe(1);
  });

  it('that cannot be applied are put aside after five attempts, hold up nobody, and can be replayed', async () => {
    const things = owner.app.get(Things);
    const letters = consumer.app.get(DeadLetters);
    const bad = randomUUID();
    poison.add(bad);
    await things.change(bad, 1);
    let slowest = 0;
    for (let i = 0; i < 20; i += 1) {
      const good = randomUUID();
      await things.change(good, i);
      const heard = async (): Promise<boolean> => (await count(consumer, 'select count(*) as n from heard where id = $1', [good])) === 1;
      slowest = Math.max(slowest, await eventually(heard, 'the next one is heard'));
    }
    expect(slowest).toBeLessThan(1000);
    const dead = (): Promise<number> => count(consumer, 'select count(*) as n from dead_letter where dead');
    await eventually(async () => (await dead()) === 1, 'put aside');
    const { items } = await letters.list({ limit: 10 });
    expect(items).toMatchObject([{ name: thingChanged.name, attempts: 5, error: 'Error: choked' }]);

    const letter = items[0]?.id ?? '';
    expect(await letters.replay(letter)).toBe('failed');
    poison.delete(bad);
    expect(await letters.replay(letter)).toBe('applied');
    expect(await letters.replay(letter)).toBe('unknown');
    expect(await count(consumer, 'select sum(times) as n from heard where id = $1', [bad])).toBe(1);
    expect(await dead()).toBe(0);
    await settled();
  });

  it('need no copy to be right: a projection made anew is the same, and readers see it whole all the time', async () => {
    const before = await stateOf(consumer);
    const size = await count(consumer, 'select count(*) as n from thing');
    await change(consumer, `update thing set value = -1, version = version + 100`);
    const seen = new Set<number>();
    let over = false;
    const reading = (async () => {
      while (!over) seen.add(await count(consumer, 'select count(*) as n from thing'));
    })();
    const id = randomUUID();
    const [names] = await Promise.all([
      requestReproject({ nats: broker.url, keys: world.keysDir }, 'meetings', 'thing'),
      owner.app.get(Things).change(id, 1),
    ]);
    over = true;
    await reading;
    expect(names).toEqual(['thing']);
    expect([...seen].every((n) => n === size || n === size + 1)).toBe(true);
    await settled();
    expect(await count(consumer, 'select count(*) as n from thing where id = $1', [id])).toBe(1);
    await change(consumer, 'delete from thing where id = $1', [id]);
    await change(consumer, 'delete from heard where id = $1', [id]);
    expect(await stateOf(consumer)).toBe(before);
    await expect(requestReproject({ nats: broker.url, keys: world.keysDir }, 'meetings', 'nothing')).rejects.toThrow('has no projection nothing');
  });

  it('show in the figures and the readiness of a service', async () => {
    const ready = await fetch(`http://127.0.0.1:${consumer.healthPort}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, checks: { database: 'ok', nats: 'ok', events: 'ok', projections: 'ok' } },
    ]);
    const figures = await (await fetch(`http://127.0.0.1:${owner.healthPort}/metrics`)).text();
    expect(figures).toMatch(/^outbox_unsent\{service="organization"\} 0$/m);
    for (const name of [
      'outbox_oldest_unsent_seconds',
      'inbox_dead_letters',
      'consumer_lag',
      'stream_rolled_back_total',
      'nodejs_eventloop_lag_p99_seconds',
    ]) {
      expect(figures).toContain(name);
    }
  });
});
