import { systemDb } from '../src/system-db.js';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { Broker } from '../src/broker.js';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { STREAM } from '@vungmanh/contracts/event';
import type { RunningService } from '@vungmanh/platform/start';
import { eventually, Things, TwoServices } from './things.js';

let broker: Broker;
let world: TwoServices;
let owner: RunningService;
let consumer: RunningService;
/** Every change that was acknowledged to us: what must be found again. */
const ledger: { id: string; version: number }[] = [];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const rows = <Row>(service: RunningService, sql: string, params: unknown[] = []): Promise<Row[]> => systemDb(service).query<Row>(sql, params);

/** Changes things as fast as it can until told to end. */
function flow(): { end: () => Promise<void> } {
  let over = false;
  const running = (async () => {
    while (!over) {
      const id = randomUUID();
      await owner.app.get(Things).change(id, 1);
      ledger.push({ id, version: 1 });
    }
  })();
  return {
    end: async () => {
      over = true;
      await running;
    },
  };
}

/** Waits until every acknowledged change was heard, once, and the copy is the owner's. */
async function judge(): Promise<void> {
  const missing = (): Promise<{ id: string }[]> =>
    rows(consumer, 'select l.id from unnest($1::uuid[]) l(id) where not exists (select 1 from heard h where h.id = l.id)', [ledger.map((l) => l.id)]);
  await eventually(async () => (await missing()).length === 0, 'every change is heard', 45_000);
  expect(await rows(consumer, 'select id from heard where times <> 1')).toEqual([]);
  const things = 'select * from thing order by id';
  const held = await rows(owner, things);
  await eventually(async () => (await rows(consumer, things)).length === held.length, 'the copy is whole');
  expect(await rows(consumer, things)).toEqual(held);
}

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

it('nothing is lost when the whole store of JetStream vanishes while events flow', async () => {
  const flowing = flow();
  const acknowledged = (n: number) => eventually(async () => ledger.length >= n, `${n} changes are acknowledged`, 30_000);
  for (let i = 0; i < 3; i += 1) {
    await acknowledged(60 * (i + 1));
    await broker.kill();
    await broker.wipe();
    await pause(200);
    await broker.restart();
  }
  await acknowledged(200);
  await flowing.end();
  await expect(judge()).resolves.toBeUndefined();
});

it('nothing is lost when the stream falls back and others fill the places at once', async () => {
  await broker.kill('SIGTERM');
  await broker.remember();
  await broker.restart();
  // Nobody hears what is said now, and then the stream forgets it.
  await eventually(
    () =>
      consumer.ready(100).then(
        () => true,
        () => false,
      ),
    'the consumer is back',
  );
  await world.end(consumer);
  const flowing = flow();
  await pause(1000);
  await flowing.end();
  await eventually(async () => (await rows(owner, 'select 1 from outbox where sent_at is null')).length === 0, 'everything is sent');
  const [head] = await rows<{ seq: string }>(owner, 'select max(stream_seq) as seq from outbox');
  await broker.kill();
  await broker.rollBack();
  await broker.restart();

  // Another service's events stand where ours stood: the stream looks as long as it was.
  const others = await connect({ servers: broker.url });
  const manager = await jetstreamManager(others);
  const length = async (): Promise<number> => (await manager.streams.info(STREAM)).state.last_seq;
  expect(await length()).toBeLessThan(Number(head?.seq));
  while ((await length()) <= Number(head?.seq)) {
    await Promise.all(Array.from({ length: 50 }, () => jetstream(others).publish('evt.membership.other.happened.v1', '{}')));
  }
  await others.close();
  consumer = await world.run('consumer');
  await judge();
});

it('another relay takes over within five seconds', async () => {
  const second = await world.run('owner');
  const client = new pg.Client(world.databases.owner.url);
  await client.connect();
  const leader = async (): Promise<number | undefined> =>
    (
      await client.query<{ pid: number }>(
        `select pid from pg_locks where locktype = 'advisory' and objid = 7110001 and granted and database = (select oid from pg_database where datname = current_database())`,
      )
    ).rows[0]?.pid;
  const first = await leader();
  expect(first).toBeDefined();
  await client.query('select pg_terminate_backend($1)', [first]);
  await eventually(async () => ![undefined, first].includes(await leader()), 'somebody leads again', 5000);

  // A leader that leaves hands over too, and what commits meanwhile is not lost.
  const flowing = flow();
  await world.end(second);
  await eventually(async () => (await leader()) !== undefined, 'the other one leads', 5000);
  await flowing.end();
  const [newest] = ledger.slice(-1);
  await eventually(async () => (await rows(consumer, 'select 1 from heard where id = $1', [newest?.id])).length === 1, 'heard', 5000);
  await client.end();
});
