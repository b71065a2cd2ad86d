import { Injectable, Module } from '@nestjs/common';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { event, Versioned, type ItemOf } from '@vungmanh/contracts/event';
import { grantSnapshot } from '@vungmanh/contracts/identity/grant';
import { query } from '@vungmanh/contracts/operation';
import { ruleSnapshot } from '@vungmanh/contracts/organization/rule-override';
import { nodeSnapshot } from '@vungmanh/contracts/organization/tree';
import { serviceNames } from '@vungmanh/contracts/service';
import { Id, page, pageInput, type Page } from '@vungmanh/contracts/types';
import { makeDatabase, type TestDatabase } from '../src/database.js';
import { makeKeys } from '../src/keys.js';
import { standIn } from '../src/stand-in.js';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { placeNewer } from '@vungmanh/platform/db/place-newer';
import type { Tx } from '@vungmanh/platform/db/tx';
import { On } from '@vungmanh/platform/events/on';
import { Project } from '@vungmanh/platform/events/project';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { startService, type RunningService } from '@vungmanh/platform/start';

/** The smallest owner and the smallest consumer: things with a value, a copy of them, and a log of what was heard of them. */
export const thingChanged = event('organization.thing.changed', 1, Versioned);
const ThingRow = Versioned.extend({ value: z.number().int() });
type ThingRow = z.infer<typeof ThingRow>;
const thingSnapshot = query({
  subject: 'organization.thing.snapshot',
  access: { internal: serviceNames },
  input: z.strictObject({ ...pageInput, ids: z.array(Id).max(200).optional() }),
  output: page(ThingRow),
});

class Things1770000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table thing (id uuid primary key, version integer not null, value integer not null)');
    await runner.query('create table heard (id uuid not null, version integer not null, times integer not null, primary key (id, version))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table thing, heard');
  }
}

@Injectable()
export class Things {
  constructor(private readonly db: Db) {}

  @Rpc(thingSnapshot)
  async snapshot({ input }: Call<typeof thingSnapshot>): Promise<Page<ThingRow>> {
    const [after] = readCursor(input.cursor, 1) ?? [null];
    const rows = await this.db.query<ThingRow>(
      'select id, version, value from thing where ($1::uuid[] is null or id = any($1)) and ($2::uuid is null or id > $2) order by id limit $3',
      [input.ids ?? null, after, input.limit + 1],
    );
    return pageOf(rows, input.limit, (r) => [r.id]);
  }

  /** One command as a service would run it: state and event in one transaction. */
  async change(id: string, value: number, hold: () => Promise<void> = async () => {}): Promise<void> {
    await this.db.transaction(randomUUID(), async (tx) => {
      const [row] = await tx.query<{ version: number }>(
        `insert into thing as t (id, version, value) values ($1, 1, $2)
         on conflict (id) do update set version = t.version + 1, value = excluded.value returning version`,
        [id, value],
      );
      await hold();
      tx.publish(thingChanged, { id, version: row?.version ?? 0 });
    });
  }
}

/** What the consumer is told to choke on. */
export const poison = new Set<string>();

@Injectable()
class Copies {
  @Project({ name: 'thing', event: thingChanged, snapshot: thingSnapshot, empty: ['delete from thing'] })
  async apply(rows: ThingRow[], tx: Tx): Promise<void> {
    await placeNewer(tx, { tableSql: 'thing', keyColumn: 'id', columns: { id: 'uuid', version: 'integer', value: 'integer' } }, rows);
  }

  @On(thingChanged, 'heard')
  async hear(items: ItemOf<typeof thingChanged>[], tx: Tx): Promise<void> {
    for (const { id, version } of items) {
      if (poison.has(id)) throw new Error('choked');
      await tx.query('insert into heard as h (id, version, times) values ($1, $2, 1) on conflict (id, version) do update set times = h.times + 1', [
        id,
        version,
      ]);
    }
  }
}

@Module({ providers: [Things] })
class OwnerModule {}
@Module({ providers: [Copies] })
class ConsumerModule {}

const owner: ServiceDefinition = { name: 'organization', module: OwnerModule, entities: [], migrations: [Things1770000000000] };
const consumer: ServiceDefinition = { name: 'meetings', module: ConsumerModule, entities: [], migrations: [Things1770000000000] };

/** Owner and consumer on databases of their own and the broker at `natsUrl`; replicas share a database. */
export class TwoServices {
  private readonly running = new Set<RunningService>();

  private constructor(
    readonly nats: NatsConnection,
    readonly keysDir: string,
    readonly databases: Record<'owner' | 'consumer', TestDatabase>,
    private readonly natsUrl: string,
  ) {}

  static async start(natsUrl: string): Promise<TwoServices> {
    const [nats, keysDir, ownerDb, consumerDb] = await Promise.all([
      connect({ servers: natsUrl, maxReconnectAttempts: -1 }),
      makeKeys(),
      makeDatabase(owner),
      makeDatabase(consumer),
    ]);
    standIn(nats, nodeSnapshot, () => ({ items: [] }));
    standIn(nats, ruleSnapshot, () => ({ items: [] }));
    standIn(nats, grantSnapshot, () => ({ items: [] }));
    return new TwoServices(nats, keysDir, { owner: ownerDb, consumer: consumerDb }, natsUrl);
  }

  async run(which: 'owner' | 'consumer'): Promise<RunningService> {
    const definition = which === 'owner' ? owner : consumer;
    const service = await startService(definition, {
      service: definition.name,
      databaseUrl: this.databases[which].appUrl,
      readDatabaseUrl: this.databases[which].readUrl,
      natsUrl: this.natsUrl,
      keysDir: this.keysDir,
      filesDir: tmpdir(),
      headsDir: this.keysDir,
      headsMinutes: 10,
      healthPort: 0,
      host: '127.0.0.1',
      port: 0,
      logLevel: process.env['TEST_LOG'] === 'info' ? 'info' : 'silent',
      mode: 'trial',
    });
    this.running.add(service);
    return service;
  }

  async end(service: RunningService): Promise<void> {
    this.running.delete(service);
    await service.stop();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.running].map((s) => s.stop()));
    await this.nats.close();
    await Promise.all([this.databases.owner.drop(), this.databases.consumer.drop(), rm(this.keysDir, { recursive: true })]);
  }
}

/** Waits until `condition` holds; fails with what it said last. */
export async function eventually(condition: () => Promise<boolean>, what: string, ms = 20_000): Promise<number> {
  const start = performance.now();
  while (!(await condition())) {
    if (performance.now() - start > ms) throw new Error(`Not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return performance.now() - start;
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
