import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Command, OutputOf } from '@vungmanh/contracts/operation';
import type { Pool } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { Clock } from '../clock.js';
import type { Call } from '../rpc/call.js';
import { countStatement } from './counter.js';
import { hotPoolFor, readPoolFor } from './data-source.js';
import { isBroken } from './broke.js';
import { answerOfEarlier, claimKey, earlierAnswer } from './idempotency.js';
import { type Decided, OneStatement } from './one-statement.js';
import { Prepared } from './prepared.js';
import { REACH_SQL, reachParams } from './reach.js';
import { reaching } from './reaching.js';
import { Tx } from './tx.js';

/** Where the role that only reads connects; the application's own address where there is none. */
export const READ_DATABASE_URL = Symbol('read database');

/**
 * The service's database. Use cases read with {@link query} and write with {@link commit}; nothing else opens a transaction. Every
 * statement runs within the reach of the work that asks for it (reach.ts).
 */
@Injectable()
export class Db {
  /** Beside TypeORM's, which are for transactions: a query runner for each statement would cost more than most of them. */
  private readonly readPool: Pool;
  private readonly hotPool: Pool;
  private readonly prepared = new Prepared();

  constructor(
    readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Optional() @Inject(READ_DATABASE_URL) readUrl?: string,
  ) {
    if (!(dataSource.driver instanceof PostgresDriver)) throw new Error('The platform runs on PostgreSQL');
    this.hotPool = hotPoolFor(dataSource);
    this.readPool = readPoolFor(dataSource, readUrl);
  }

  /** Closes every connection; the last thing that a service does. */
  async close(): Promise<void> {
    await Promise.all([this.hotPool.end(), this.readPool.end(), this.dataSource.destroy()]);
  }

  /** Wakes the relay. Called after every commit that published; a hot command that writes the outbox in a statement of its own calls it itself. */
  published: () => void = () => {};

  /** Rows of one read statement; parameters by position. It is run as a role that cannot write. */
  async query<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    countStatement();
    return reaching<Row>(this.readPool, { text: sql, values: params });
  }

  /** Entities, read by TypeORM in a short transaction of their own. In an open one, its own manager reads. */
  async load<T>(read: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.transaction('', (tx) => read(tx.manager));
  }

  /** One statement that writes what no command, event or job asks for: a trace of use, a place in line. It is its own transaction. */
  async write<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    countStatement();
    return reaching<Row>(this.hotPool, { text: sql, values: params });
  }

  /**
   * The same for a statement whose best plan is the same whatever its parameters: each connection parses and plans it once, which for
   * a short statement is most of its cost. Never for one that looks below an organization: a cell and the province need other plans.
   */
  async hot<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    countStatement();
    return reaching<Row>(this.hotPool, { ...this.prepared.of(sql), values: params });
  }

  /**
   * Runs a command: state, audit row, outbox rows and the idempotency row commit together or not at all. A repeated key
   * answers what the first answered; the same key with another input is refused with `request/key-reused`.
   */
  async commit<O extends Command>(call: Call<O>, work: (tx: Tx) => Promise<OutputOf<O>>): Promise<OutputOf<O>> {
    return this.open(call.trace, async (tx) => {
      // It declares the reach too: one round trip less.
      if (!(await claimKey(tx, call, reachParams()))) return answerOfEarlier(tx, call);
      const answer = await work(tx);
      await tx.finish(call, answer);
      return answer;
    });
  }

  /**
   * A hot command as one statement, which is its own transaction: `write` adds the parts that change state; audit, outbox and
   * idempotency rows are parts of the same statement. Repeats are treated as in {@link commit}.
   */
  async commitAtOnce<O extends Command>(decided: Decided<O>, write: (statement: OneStatement) => void): Promise<OutputOf<O>> {
    try {
      await this.atOnce([decided], write);
    } catch (error) {
      // A repeat that was under way with the first breaks whichever of its rows comes first, not always the key.
      const earlier = isBroken(error) ? await earlierAnswer(this, decided.call) : undefined;
      if (!earlier) throw error;
      return earlier.answer;
    }
    return decided.answer;
  }

  /**
   * The same for many commands in one statement. Where something stands in the way of one — a key or a period that is taken — each
   * is written by itself, so that none fails for another's sake; `write` is then called again, for one at a time.
   */
  async commitTogether<O extends Command, D extends Decided<O>>(
    all: readonly D[],
    write: (statement: OneStatement, some: readonly D[]) => void,
  ): Promise<PromiseSettledResult<OutputOf<O>>[]> {
    if (all.length > 1) {
      try {
        await this.atOnce(all, (statement) => write(statement, all));
        return all.map(({ answer: value }) => ({ status: 'fulfilled', value }));
      } catch (error) {
        if (!isBroken(error)) throw error;
      }
    }
    return Promise.allSettled(all.map((one) => this.commitAtOnce<O>(one, (statement) => write(statement, [one]))));
  }

  private async atOnce(all: readonly Decided<Command>[], write: (statement: OneStatement) => void): Promise<void> {
    const statement = new OneStatement(this.clock.now(), all[0]?.call.trace ?? '');
    write(statement);
    const { sql, params } = statement.of(all);
    // It inserts what it is given: there is one way to do that.
    await this.hot(sql, params);
    if (statement.publishes) this.published();
  }

  /** A transaction without a command behind it: an event applied, a job done. What it publishes commits with it. */
  async transaction<T>(trace: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.open(trace, async (tx) => {
      await tx.query(REACH_SQL, reachParams());
      return work(tx);
    });
  }

  private async open<T>(trace: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { tx, result } = await this.dataSource.transaction(async (manager) => {
      const open = new Tx(manager, this.clock, trace);
      const done = await work(open);
      await open.flush();
      return { tx: open, result: done };
    });
    for (const then of tx.afterCommit) then();
    if (tx.published) this.published();
    return result;
  }
}
