import { Broker } from '@vungmanh/testing/broker';
import { randomUUID } from 'node:crypto';
import { Db } from '../src/db/db.js';
import type { RunningService } from '../src/start.js';
import { eventually, Things, TwoServices } from './things.js';

let broker: Broker;
let world: TwoServices;
let owner: RunningService;
let consumer: RunningService;

const count = async (service: RunningService, sql: string, params: unknown[] = []): Promise<number> => {
  const [row] = await service.app.get(Db).query<{ n: string }>(sql, params);
  return Number(row?.n);
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

it('carries a change to the copy within milliseconds', async () => {
  const things = owner.app.get(Things);
  const id = randomUUID();
  await things.change(id, 1);
  const ms = await eventually(async () => (await count(consumer, 'select count(*) as n from thing where id = $1', [id])) === 1, 'copied');
  console.log('latency', ms);
  await eventually(async () => (await count(consumer, 'select count(*) as n from heard where id = $1', [id])) === 1, 'heard');
});
