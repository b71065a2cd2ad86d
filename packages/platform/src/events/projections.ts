import { Injectable } from '@nestjs/common';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '../db/db.js';
import { asSystem } from '../db/reach.js';
import type { Tx } from '../db/tx.js';
import { Health } from '../health.js';
import { Log } from '../log.js';
import { refuse } from '../problem.js';
import { RpcClient } from '../rpc/client.js';
import { describe } from './failure.js';
import type { Projected, RowOf, Snapshot } from './project.js';

/** A copy of another service's noun, and the method that writes its rows. */
export interface Projection extends Projected {
  readonly apply: (rows: RowOf<Snapshot>[], tx: Tx) => Promise<void>;
}

const PAGE = 200;
const RETRY_MS = [100, 250, 500, 1000, 2000];
const LOCK_SQL = `hashtextextended('projection:' || $1, 0)`;

/** Fills projections from their owners, and makes them anew at will while reads go on. */
@Injectable()
export class Projections {
  /** Why each projection that is not filled yet is not. */
  private readonly waiting = new Map<string, string>();

  constructor(
    private readonly db: Db,
    private readonly rpc: RpcClient,
    private readonly log: Log,
    health: Health,
  ) {
    health.add('projections', () =>
      this.waiting.size > 0 ? [...this.waiting].map(([name, reason]) => `${name} is not filled (${reason})`).join('; ') : undefined,
    );
  }

  async isFilled(projection: Projection): Promise<boolean> {
    const found = await this.db.query('select 1 from projection where name = $1', [projection.name]);
    return found.length > 0;
  }

  /** Not ready until it is filled, however long its owner stays away. False when `stopped` said so first. */
  async untilFilled(projection: Projection, stopped: () => boolean): Promise<boolean> {
    this.waiting.set(projection.name, 'just begun');
    for (let attempt = 0; !stopped(); attempt += 1) {
      try {
        await this.fill(projection, false);
        this.waiting.delete(projection.name);
        return true;
      } catch (error) {
        const reason = describe(error);
        if (this.waiting.get(projection.name) !== reason) this.log.warn('a projection cannot be filled yet', { projection: projection.name, reason });
        this.waiting.set(projection.name, reason);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]));
      }
    }
    return false;
  }

  /**
   * Empties and fills in one transaction, from pages that were fetched before it opened. While the lock is held, no event is
   * applied to this projection; those that come meanwhile are delivered again afterwards.
   */
  async fill(projection: Projection, again: boolean): Promise<void> {
    const lock = this.db.dataSource.createQueryRunner();
    await lock.connect();
    try {
      await lock.query(`select pg_advisory_lock(${LOCK_SQL})`, [projection.name]);
      if (!again && (await this.isFilled(projection))) return;
      await this.stage(projection);
      await asSystem(() => this.db.transaction(`fill:${projection.name}`, (tx) => unstage(projection, tx)));
      this.log.info('a projection was filled', { projection: projection.name });
    } finally {
      await lock.query(`select pg_advisory_unlock(${LOCK_SQL})`, [projection.name]).catch(() => {});
      await lock.release();
    }
  }

  private async stage(projection: Projection): Promise<void> {
    await this.db.write('delete from projection_page where name = $1', [projection.name]);
    let cursor: string | undefined;
    let number = 0;
    do {
      const page: Page<RowOf<Snapshot>> = await this.rpc.call(projection.snapshot, { limit: PAGE, ...(cursor ? { cursor } : {}) });
      await this.db.write('insert into projection_page (name, number, content) values ($1, $2, $3)', [
        projection.name,
        number,
        JSON.stringify(page.items),
      ]);
      number += 1;
      cursor = page.next;
    } while (cursor !== undefined);
  }

  /** The rows that items speak of, as they stand at their owner now. */
  async fetch(projection: Projection, items: unknown[]): Promise<RowOf<Snapshot>[]> {
    const idsOf = projection.ids ?? ((item: { id: string }) => [item.id]);
    // The payload has been checked against the event's contract, which `ids` was written for.
    const ids = [...new Set((items as { id: string }[]).flatMap(idsOf))];
    const rows: RowOf<Snapshot>[] = [];
    for (let i = 0; i < ids.length; i += PAGE) {
      const page = await this.rpc.call(projection.snapshot, { ids: ids.slice(i, i + PAGE), limit: PAGE });
      rows.push(...page.items);
    }
    return rows;
  }

  /** Applies fetched rows; throws `request/unavailable` while the projection is being filled, so that they are fetched again later. */
  async apply(projection: Projection, rows: RowOf<Snapshot>[], tx: Tx): Promise<void> {
    const [lock] = await tx.query<{ free: boolean }>(`select pg_try_advisory_xact_lock_shared(${LOCK_SQL}) as free`, [projection.name]);
    if (!lock?.free) throw refuse('request/unavailable');
    if (rows.length > 0) await projection.apply(rows, tx);
  }
}

async function unstage(projection: Projection, tx: Tx): Promise<void> {
  for (const emptySql of projection.empty) await tx.query(emptySql);
  for (let number = 0; ; number += 1) {
    const [page] = await tx.query<{ content: RowOf<Snapshot>[] }>('select content from projection_page where name = $1 and number = $2', [
      projection.name,
      number,
    ]);
    if (!page) break;
    if (page.content.length > 0) await projection.apply(page.content, tx);
  }
  await tx.query('delete from projection_page where name = $1', [projection.name]);
  await tx.query(`insert into projection (name, filled_at) values ($1, now()) on conflict (name) do update set filled_at = excluded.filled_at`, [
    projection.name,
  ]);
}
