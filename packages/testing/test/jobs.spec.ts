import { systemDb } from '../src/system-db.js';
import { Injectable, Module } from '@nestjs/common';
import { World } from '../src/world.js';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CONFIG } from '@vungmanh/platform/config';
import { dayAfter } from '@vungmanh/platform/jobs/day-after';
import { Job, jobKind, type JobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { startService, type RunningService } from '@vungmanh/platform/start';
import { eventually } from './things.js';

const add = jobKind('meetings.test.add', z.strictObject({ amount: z.number() }));
const crash = jobKind('meetings.test.crash', z.strictObject({}));
const hang = jobKind('meetings.test.hang', z.strictObject({}));
const long = jobKind('meetings.test.long', z.strictObject({}));

const seen: string[] = [];
let failures = 0;
let letGo = (): void => {};
const hanging = new Promise<void>((resolve) => {
  letGo = resolve;
});

@Injectable()
class Doers {
  @Job(add)
  async add({ amount }: z.infer<typeof add.payload>, run: JobRun): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 20));
    seen.push(`${run.id} ${amount}`);
    await run.progress(amount, amount);
    await run.result('file-1');
  }

  @Job(crash)
  async crash(): Promise<void> {
    failures += 1;
    throw new Error('no');
  }

  @Job(hang)
  hang(): Promise<void> {
    return hanging;
  }

  @Job(long)
  async long(_payload: unknown, run: JobRun): Promise<void> {
    seen.push(`began ${run.attempt}`);
    await new Promise((resolve) => run.stopping.addEventListener('abort', resolve));
    throw new Error('asked to leave');
  }
}

@Module({ providers: [Doers] })
class TestModule {}
@Module({})
class Empty {}
const definition = { name: 'meetings', module: TestModule, entities: [], migrations: [] } as const;

let world: World;
let second: RunningService | undefined;

const insert = <P extends z.ZodType>(kind: JobKind<P>, payload: z.input<P>, when: { key?: string; runAt?: string } = {}): Promise<string> =>
  systemDb(world.service).transaction('test', (tx) => world.service.app.get(Jobs).insert(tx, kind, payload, when));
const read = (id: string): ReturnType<Jobs['read']> => world.service.app.get(Jobs).read(id);
const reaches = (id: string, state: string): Promise<number> => eventually(async () => (await read(id))?.state === state, state);

beforeAll(async () => {
  world = await World.start(definition);
  second = await startService(definition, world.service.app.get(CONFIG), world.clock);
});
afterAll(async () => {
  await second?.stop();
  await world?.stop();
});

it('each job is done once though two processes look for work', async () => {
  const ids = await Promise.all(Array.from({ length: 40 }, (_, i) => insert(add, { amount: i })));
  for (const id of ids) await reaches(id, 'DONE');
  expect(seen.filter((s) => ids.some((id) => s.startsWith(id)))).toHaveLength(40);
  expect(await read(ids[7] ?? '')).toEqual({ id: ids[7], kind: add.name, state: 'DONE', attempts: 1, done: 7, total: 7, resultFile: 'file-1' });
});

it('the same key is one job; nothing is inserted when its transaction fails; and it waits for its time', async () => {
  const key = randomUUID();
  expect(await insert(add, { amount: 1 }, { key })).toBe(await insert(add, { amount: 1 }, { key }));
  const db = systemDb(world.service);
  const before = await db.query('select 1 from job');
  const failing = db.transaction('test', async (tx) => {
    await world.service.app.get(Jobs).insert(tx, add, { amount: 2 });
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  expect(await db.query('select 1 from job')).toHaveLength(before.length);

  const later = await insert(add, { amount: 3 }, { runAt: new Date(world.clock.millis() + 3_600_000).toISOString() });
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect((await read(later))?.state).toBe('WAITING');
  world.clock.set(new Date(world.clock.millis() + 3_600_001).toISOString());
  await reaches(later, 'DONE');
});

it('a kind whose jobs all hang does not keep another from being done', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => insert(hang, {})));
  const inState = async (state: string) => (await Promise.all(all.map(read))).filter((job) => job?.state === state).length;
  // One in each of the two processes, whichever of the six they took.
  await eventually(async () => (await inState('RUNNING')) === 2, 'two hang');
  const other = await insert(add, { amount: 5 });
  await reaches(other, 'DONE');
  expect(await inState('WAITING')).toBe(4);
  letGo();
  for (const id of all) await reaches(id, 'DONE');
});

it('a job that fails is tried five times and then stands as failed, to be tried again by hand', async () => {
  const id = await insert(crash, {});
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await eventually(async () => failures === attempt && (await read(id))?.state !== 'RUNNING', `attempt ${attempt}`);
    // The pause is over.
    await systemDb(world.service).write(`update job set lease_until = now() - interval '1 second' where id = $1 and state = 'WAITING'`, [id]);
  }
  await reaches(id, 'FAILED');
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect([failures, await read(id)]).toMatchObject([5, { attempts: 5, error: 'Error: no' }]);
  expect(await world.service.app.get(Jobs).retry(id)).toBe(true);
  await eventually(async () => failures === 6, 'tried again');
});

it('a daily job never expects its own day again, though the clock was set back', () => {
  expect(dayAfter('2026-12-31', '2026-12-31')).toBe('2027-01-01');
  expect(dayAfter('2026-12-05', '2026-11-22')).toBe('2026-12-06');
  expect(dayAfter('2026-11-22', '2026-12-05')).toBe('2026-12-06');
});

it('a job whose process vanished is taken over, and one that is asked to leave is given back uncounted', async () => {
  const db = systemDb(world.service);
  const [lost] = await db.write<{ id: string }>(
    `insert into job (id, kind, run_at, payload, trace, state, attempts, lease_until)
     values (uuidv7(), $1, now(), '{"amount": 9}', 'test', 'RUNNING', 1, now() - interval '1 second') returning id`,
    [add.name],
  );
  await reaches(lost?.id ?? '', 'DONE');
  expect(await read(lost?.id ?? '')).toMatchObject({ attempts: 2 });

  const id = await insert(long, {});
  await eventually(async () => seen.includes('began 1'), 'begun');
  await second?.stop();
  second = undefined;
  await world.service.stop();
  const third = await startService({ ...definition, module: Empty }, world.service.app.get(CONFIG), world.clock);
  expect(await third.app.get(Jobs).read(id)).toMatchObject({ state: 'WAITING', attempts: 0 });
  world.service = third;
});
