import type { EventContract, ItemOf } from '@vungmanh/contracts/event';
import type { Command } from '@vungmanh/contracts/operation';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { Clock } from '../clock.js';
import { refuse } from '../problem.js';
import type { Call } from '../rpc/call.js';
import { countStatement } from './counter.js';
import { effectsStatement, type AuditRow, type OutboxRow } from './effects.js';
import type { Versioned } from './versioned.js';

/** What the audit row of a command says beyond who, what and when: ids only. */
export interface Traceable {
  /** The organization it happened in. */
  node?: string;
  /** The thing that was changed. */
  target?: string;
  /** Persons whose record it touches: they may see this row. */
  persons?: string[];
}

/** One open transaction. What it publishes and audits is written in one statement just before it commits. */
export class Tx {
  private readonly outbox: OutboxRow[] = [];
  /** Whether the outbox will hold something new after the commit. */
  published = false;
  private traced: Traceable = {};
  /** What is done once everything has been committed, and only then. */
  readonly afterCommit: (() => void)[] = [];

  constructor(
    readonly manager: EntityManager,
    readonly clock: Clock,
    readonly trace: string,
  ) {}

  /** Rows of one statement inside the transaction; parameters by position. */
  async query<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    countStatement();
    const result: unknown = await this.manager.query(sql, params);
    // TypeORM answers update and delete with [rows, count].
    return (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number' ? result[0] : result) as Row[];
  }

  /** Inserts a new aggregate at version 1. */
  async insert<E extends Versioned>(entity: E): Promise<void> {
    countStatement();
    entity.version = 1;
    await this.manager.insert(entity.constructor as EntityTarget<ObjectLiteral>, entity);
  }

  /**
   * Writes a changed aggregate over the version that was loaded and moves it one on. Throws `request/stale` when somebody
   * else was faster: nothing is ever overwritten unseen.
   */
  async update<E extends Versioned>(entity: E): Promise<void> {
    countStatement();
    const seen = entity.version;
    const written = await this.manager.update(
      entity.constructor as EntityTarget<ObjectLiteral>,
      { id: entity.id, version: seen },
      { ...entity, version: seen + 1 },
    );
    if (written.affected !== 1) throw refuse('request/stale');
    entity.version = seen + 1;
  }

  /** Refuses with `request/stale` unless the caller has seen the version that stands. */
  expectVersion(call: Call<Command>, entity: Versioned): void {
    if (call.ifMatch !== entity.version) throw refuse('request/stale');
  }

  /** Adds events to the outbox, in lists of at most 200; they leave after the commit, and only then. */
  publish<E extends EventContract>(event: E, items: ItemOf<E> | ItemOf<E>[]): void {
    const all: ItemOf<E>[] = Array.isArray(items) ? items : [items];
    this.published = true;
    for (let i = 0; i < all.length; i += 200) {
      this.outbox.push({ name: event.name, payload: event.payload.parse({ items: all.slice(i, i + 200) }) });
    }
  }

  /** Says what the audit row of this command is about. */
  about(traceable: Traceable): void {
    this.traced = { ...this.traced, ...traceable };
  }

  /** The audit row as a command leaves it. */
  auditRow(call: Call<Command>): AuditRow {
    return {
      actor: call.actor.id,
      person: call.actor.person,
      onBehalfOf: call.actor.onBehalfOf,
      operation: call.contract.subject,
      ...this.traced,
    };
  }

  /** Writes audit, outbox and the stored answer in one statement. */
  async finish(call: Call<Command>, answer: unknown): Promise<void> {
    const { sql, params } = effectsStatement({
      at: this.clock.now(),
      trace: this.trace,
      audit: this.auditRow(call),
      outbox: this.outbox,
      answered: { actor: call.actor.id, operation: call.contract.subject, key: call.key ?? '', answer },
    });
    await this.query(sql, params);
    this.outbox.length = 0;
  }

  /** Writes what was published outside a command. */
  async flush(): Promise<void> {
    if (this.outbox.length === 0) return;
    const { sql, params } = effectsStatement({ at: this.clock.now(), trace: this.trace, outbox: this.outbox });
    await this.query(sql, params);
  }
}
