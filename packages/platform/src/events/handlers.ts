import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { consumerName, type EventContract } from '@vungmanh/contracts/event';
import type { ServiceName } from '@vungmanh/contracts/service';
import { CONFIG, type Config } from '../config.js';
import type { Tx } from '../db/tx.js';
import { methodsOf } from '../methods.js';
import type { Envelope } from './envelope.js';
import { heardBy } from './on.js';
import { projectedBy } from './project.js';
import { Projections, type Projection } from './projections.js';

/** What happens to one event in one part of this service. */
export interface Handler {
  /** Names the durable consumer and its rows in the inbox; must never change once it has run. */
  readonly consumer: string;
  readonly event: EventContract;
  readonly projection?: Projection;
  /** What must be done before the transaction opens; answers what is done inside it. */
  readonly prepare: (items: unknown[], envelope: Envelope) => Promise<(tx: Tx) => Promise<void>>;
}

/** Everything in this service that listens: found by `@On` and `@Project`. */
@Injectable()
export class Handlers implements OnModuleInit {
  readonly all = new Map<string, Handler>();

  constructor(
    private readonly discovery: DiscoveryService,
    readonly projections: Projections,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get service(): ServiceName {
    return this.config.service;
  }

  onModuleInit(): void {
    for (const { method, call } of methodsOf(this.discovery)) {
      for (const { event, name } of heardBy(method)) {
        this.add(event, name, async (items, envelope) => async (tx) => {
          await call(items, tx, envelope);
        });
      }
      const projected = projectedBy(method);
      if (projected) {
        this.project({
          ...projected,
          apply: async (rows, tx) => {
            await call(rows, tx);
          },
        });
      }
    }
  }

  private project(projection: Projection): void {
    const { projections } = this;
    const handler = this.add(projection.event, `project-${projection.name}`, async (items) => {
      const rows = await projections.fetch(projection, items);
      return (tx) => projections.apply(projection, rows, tx);
    });
    this.all.set(handler.consumer, { ...handler, projection });
  }

  private add(event: EventContract, name: string | undefined, prepare: Handler['prepare']): Handler {
    const { service } = this.config;
    if (event.heardBy && !event.heardBy[service]?.includes(name ?? ''))
      throw new Error(`${service} listens to ${event.name} as ${name}, which its contract does not name in heardBy: the broker would not give it`);
    const consumer = consumerName(service, event, name);
    if (this.all.has(consumer)) throw new Error(`${this.config.service} listens twice to ${event.name}: give one of them a name, @On(event, 'name')`);
    const handler: Handler = { consumer, event, prepare };
    this.all.set(consumer, handler);
    return handler;
  }

  /** The projections, or the one of that name; an unknown name is an error. */
  projectionsNamed(name?: string): Projection[] {
    const found = [...this.all.values()].flatMap((h) => (h.projection && (name === undefined || h.projection.name === name) ? [h.projection] : []));
    if (name !== undefined && found.length === 0) throw new Error(`${this.config.service} has no projection ${name}`);
    return found;
  }
}
