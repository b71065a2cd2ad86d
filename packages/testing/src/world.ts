import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { EventContract, ItemOf } from '@vungmanh/contracts/event';
import { grantSnapshot, type GrantRow } from '@vungmanh/contracts/identity/grant';
import { ruleSnapshot, type RuleRow } from '@vungmanh/contracts/organization/rule-override';
import { nodeSnapshot, type NodeRow } from '@vungmanh/contracts/organization/tree';
import type { InputOf, Operation, OutputOf } from '@vungmanh/contracts/operation';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { readKeys } from '@vungmanh/platform/actor/keys';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { startService, type RunningService } from '@vungmanh/platform/start';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestClock } from './clock.js';
import { makeDatabase } from './database.js';
import { makeKeys } from './keys.js';
import { OnRecord } from './on-record.js';
import { Person } from './person.js';
import { standIn } from './stand-in.js';

/** What a world holds before its service starts. */
export interface Given {
  nodes?: NodeRow[];
  grants?: GrantRow[];
  /** Values that the province has set. */
  rules?: RuleRow[];
  /** ISO 8601; the real time when absent. */
  now?: string;
  /** The service answers for others in the simplest way: what it does is not held against its audit. */
  standsIn?: true;
}

/** What a world is made of. */
interface Made {
  readonly nats: NatsConnection;
  readonly clock: TestClock;
  readonly keysDir: string;
  readonly databaseUrl: string;
  readonly rpc: RpcClient;
  readonly tokens: ActorTokens;
}

/**
 * One service, real, on its own database and the run's nats-server. What belongs to other services is answered by stand-ins;
 * the tree and the grants are given as rows. `stop()` in `afterAll`.
 */
export class World {
  private readonly cleaners: (() => Promise<unknown>)[] = [];
  service: RunningService;
  private onRecord: OnRecord | undefined;

  private constructor(private readonly made: Made) {}

  get nats(): NatsConnection {
    return this.made.nats;
  }

  get clock(): TestClock {
    return this.made.clock;
  }

  get keysDir(): string {
    return this.made.keysDir;
  }

  get databaseUrl(): string {
    return this.made.databaseUrl;
  }

  get rpc(): RpcClient {
    return this.made.rpc;
  }

  static async start(definition: ServiceDefinition, given: Given = {}, before?: (world: World) => void): Promise<World> {
    const natsUrl = process.env['TEST_NATS_URL'];
    if (!natsUrl) throw new Error("No broker: give this workspace's jest.config.mjs `preset(import.meta.url, { world: true })`");
    const clock = new TestClock();
    if (given.now) clock.set(given.now);
    const [nats, keysDir, database, filesDir, headsDir] = await Promise.all([
      connect({ servers: natsUrl, name: 'test' }),
      makeKeys(),
      makeDatabase(definition),
      mkdtemp(join(tmpdir(), 'vungmanh-files-')),
      mkdtemp(join(tmpdir(), 'vungmanh-heads-')),
    ]);
    await forgetEvents(nats);
    const tokens = new ActorTokens(await readKeys(keysDir, 'gateway'), 'gateway', clock);
    const rpc = new RpcClient(nats, tokens);
    rpc.onModuleInit();
    const world = new World({ nats, clock, keysDir, databaseUrl: database.url, rpc, tokens });
    world.cleaners.push(
      () => nats.drain(),
      () => database.drop(),
      () => rm(keysDir, { recursive: true }),
      () => rm(filesDir, { recursive: true }),
      () => rm(headsDir, { recursive: true }),
    );
    if (definition.name !== 'organization') {
      world.owns(nodeSnapshot, given.nodes ?? []);
      world.owns(ruleSnapshot, given.rules ?? []);
    }
    if (definition.name !== 'identity') world.owns(grantSnapshot, given.grants ?? []);
    before?.(world);
    const config = {
      service: definition.name,
      databaseUrl: database.appUrl,
      readDatabaseUrl: database.readUrl,
      natsUrl,
      keysDir,
      filesDir,
      headsDir,
      headsMinutes: 10,
      healthPort: 0,
      host: '127.0.0.1',
      port: 0,
      logLevel: 'error',
      mode: 'trial',
    } as const;
    world.service = await startService(definition, config, clock);
    if (!given.standsIn) world.onRecord = new OnRecord(world.service);
    await world.service.ready();
    return world;
  }

  /** Another service's answer. Call it in `before`, or at any time ahead of the request that needs it. */
  standIn<O extends Operation>(contract: O, answer: (input: InputOf<O>) => OutputOf<O>): void {
    standIn(this.nats, contract, answer);
  }

  /** Stands in for a snapshot: answers pages and rows by id out of a list that the test may change. */
  owns<Row extends { id: string }>(contract: Operation, rows: Row[]): void {
    standIn(this.nats, contract, (input) => {
      const { ids, cursor, limit } = input as { ids?: string[]; cursor?: string; limit: number };
      if (ids) return { items: rows.filter((r) => ids.includes(r.id)) };
      const from = cursor ? Number(cursor) : 0;
      const next = from + limit < rows.length ? String(from + limit) : undefined;
      return { items: rows.slice(from, from + limit), ...(next ? { next } : {}) };
    });
  }

  /** An event as another service's relay would publish it. */
  async publish<E extends EventContract>(event: E, items: ItemOf<E>[]): Promise<void> {
    await jetstream(this.nats).publish(`evt.${event.name}`, JSON.stringify({ items }), { msgID: randomUUID() });
  }

  /** Somebody who is signed in and has just given a second factor, whatever time it is. */
  person(account: string, person?: string): Person {
    const { clock, rpc, tokens } = this.made;
    const actor = { id: account, session: `session-${account}`, ...(person ? { person } : {}) };
    // To the half minute: a token is signed anew for each moment that it names.
    return new Person(
      rpc,
      tokens,
      Object.defineProperty(actor, 'secondAt', { enumerable: true, get: () => Math.floor(clock.millis() / 30_000) * 30_000 }),
    );
  }

  /** Throws when a command was done that is not on record. */
  async stop(): Promise<void> {
    await this.service.stop();
    const wrong = (await this.onRecord?.wrong(this.databaseUrl)) ?? [];
    for (const clean of this.cleaners) await clean();
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  }
}

/** What an earlier spec file left in the stream must not reach this one's new database. */
async function forgetEvents(nats: NatsConnection): Promise<void> {
  const manager = await jetstreamManager(nats);
  for await (const stream of manager.streams.list()) await manager.streams.delete(stream.config.name);
}
