import { Injectable } from '@nestjs/common';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { countBodyMonths, type BodyMonth, type NodeMonth } from './body-months.js';
import { sumNodeMonths } from './node-months.js';

/** Touches that are taken at once: a bulk of thousands is folded in pieces, each in its own transaction. */
const TOUCHES = 5000;
/** Organizations at once; each brings all the months of its bodies. */
const NODES = 500;

export type Folded = 'nothing' | 'all' | 'more';

/**
 * Brings the finished rows in line with what was touched. One folder at a time, by a lock that ends with its transaction: nobody
 * else writes these rows. What it takes is deleted before anything is counted, so that whatever is counted is at least as new as
 * the touch; a touch that commits meanwhile stays for the next fold.
 */
@Injectable()
export class Fold {
  constructor(private readonly db: Db) {}

  /** One piece; `nothing` also when another process is folding. */
  async once(): Promise<Folded> {
    const [found] = await this.db.query<{ waits: boolean }>(
      'select exists (select 1 from month_dirty) or exists (select 1 from node_dirty) as waits',
    );
    return found?.waits ? this.db.transaction('overview', (tx) => this.piece(tx)) : 'nothing';
  }

  private async piece(tx: Tx): Promise<Folded> {
    const [lock] = await tx.query<{ taken: boolean }>(`select pg_try_advisory_xact_lock(hashtextextended('overview', 0)) as taken`);
    if (!lock?.taken) return 'nothing';
    const touched = await tx.query<BodyMonth>(
      `delete from month_dirty where id in (select id from month_dirty order by id limit $1) returning body_id as "bodyId", month`,
      [TOUCHES],
    );
    const once = new Map(touched.map((t) => [`${t.bodyId} ${t.month}`, t]));
    const counted = once.size === 0 ? [] : await countBodyMonths(tx, [...once.values()]);
    const placed = await takePlaced(tx);
    await sumNodeMonths(tx, [...counted, ...placed.months]);
    return touched.length === TOUCHES || placed.nodes === NODES ? 'more' : 'all';
  }
}

/** Organizations that were added, linked or renamed since: every month of their bodies has to be summed again in their new place. */
async function takePlaced(tx: Tx): Promise<{ nodes: number; months: NodeMonth[] }> {
  const nodes = await tx.query<{ node_id: string }>(
    'delete from node_dirty where id in (select id from node_dirty order by id limit $1) returning node_id',
    [NODES],
  );
  if (nodes.length === 0) return { nodes: 0, months: [] };
  await tx.query('update overview_tree set turn = turn + 1');
  const months = await tx.query<NodeMonth>(
    `select b.node_id, m.month from body_view b join body_month m on m.body_id = b.id where b.node_id = any($1::uuid[])`,
    [[...new Set(nodes.map((n) => n.node_id))]],
  );
  return { nodes: nodes.length, months };
}
