import { Injectable } from '@nestjs/common';
import { Overview } from '@vungmanh/contracts/meetings/overview';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { Stored } from '@vungmanh/platform/rpc/stored';
import { quarterOf } from '@vungmanh/regulations/calendar';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { readRows, rowOf, type FigureRow } from './overview-rows.js';

const zip = promisify(gzip);

/** The answers held in memory besides; the table has all that were asked for. */
const HELD = 200;
const DRAWN_AT_ONCE = 20;

const TURN = 'coalesce((select k.turn from node_month k where k.node_id = $1 and k.month = $2), 0)';
const TREE_TURN = '(select turn from overview_tree)';

/** What is known of an answer before it is touched. */
interface Kept {
  readonly whole: boolean;
  readonly etag: string | null;
  /** It has not been asked for in a while. */
  readonly resting: boolean | null;
}

type Turned = { turn: string; treeTurn: string };

/**
 * Everything below an organization in a month as bytes that are ready: drawn when first asked for, drawn again after a fold, and
 * good until a figure, a name or a place below has changed. The turns that say so are read with the figures in one statement, so
 * that no answer is taken for newer than it is.
 */
@Injectable()
export class OverviewAnswers {
  private readonly held = new Map<string, Stored>();
  private readonly drawing = new Map<string, Promise<Stored>>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Whether everything below lies in the scope, and the ETag of the answer that is kept while it is good; one statement. */
  async lookUp(nodeId: string, month: string, wholeSqlOf: (params: unknown[]) => string): Promise<Kept> {
    const params: unknown[] = [nodeId, month, this.clock.now()];
    const wholeSql = wholeSqlOf(params);
    const [kept] = await this.db.query<Kept>(
      `select ${wholeSql} as whole, a.etag, a.asked_at < $3::timestamptz - interval '10 minutes' as resting
       from (select 1) as one left join overview_answer a
         on a.node_id = $1 and a.month = $2 and a.turn = ${TURN} and a.tree_turn = ${TREE_TURN}`,
      params,
    );
    return kept ?? { whole: false, etag: null, resting: null };
  }

  /** The answer for whoever may see everything below. */
  async of(nodeId: string, month: string, { etag, resting }: Kept): Promise<Stored> {
    if (resting) {
      await this.db.write('update overview_answer set asked_at = $3 where node_id = $1 and month = $2', [nodeId, month, this.clock.now()]);
    }
    return etag === null ? this.draw(nodeId, month, this.clock.now()) : this.load(nodeId, month, etag);
  }

  /** Draws what was asked for within the last hour and has become old, the latest asked for first. */
  async refresh(): Promise<void> {
    const old = await this.db.query<{ node_id: string; month: string; asked_at: Date }>(
      `select a.node_id, a.month, a.asked_at from overview_answer a
         left join node_month k on k.node_id = a.node_id and k.month = a.month
       where a.asked_at > $1::timestamptz - interval '1 hour' and (a.turn <> coalesce(k.turn, 0) or a.tree_turn <> ${TREE_TURN})
       order by a.asked_at desc limit $2`,
      [this.clock.now(), DRAWN_AT_ONCE],
    );
    for (const { node_id, month, asked_at } of old) await this.draw(node_id, month, asked_at.toISOString());
  }

  /** An answer of these rows that is kept nowhere. */
  async pack(month: string, rows: FigureRow[]): Promise<Stored> {
    const json = JSON.stringify(Overview.parse({ month, quarter: quarterOf(month), items: rows.map(rowOf) }));
    return new Stored(await zip(json), createHash('sha256').update(json).digest('base64url').slice(0, 27));
  }

  private async load(nodeId: string, month: string, etag: string): Promise<Stored> {
    const held = this.held.get(`${nodeId} ${month}`);
    if (held?.etag === etag) return held;
    const [row] = await this.db.query<{ etag: string; gzip: Buffer }>('select etag, gzip from overview_answer where node_id = $1 and month = $2', [
      nodeId,
      month,
    ]);
    return row ? this.hold(`${nodeId} ${month}`, new Stored(row.gzip, row.etag)) : this.draw(nodeId, month, this.clock.now());
  }

  /** Whoever asks while it is being drawn waits for the same drawing. */
  private draw(nodeId: string, month: string, askedAt: string): Promise<Stored> {
    const key = `${nodeId} ${month}`;
    const running = this.drawing.get(key);
    if (running) return running;
    const drawing = this.drawn(nodeId, month, askedAt).finally(() => this.drawing.delete(key));
    this.drawing.set(key, drawing);
    return drawing;
  }

  private async drawn(nodeId: string, month: string, askedAt: string): Promise<Stored> {
    const moreSql = `${TURN}::text as turn, ${TREE_TURN}::text as "treeTurn"`;
    const rows = await readRows<Turned>(this.db, { nodeId, month, moreSql });
    const stored = await this.pack(month, rows);
    const [first] = rows;
    if (!first) return stored;
    await this.db.write(
      `insert into overview_answer (node_id, month, turn, tree_turn, etag, gzip, asked_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (node_id, month) do update set turn = excluded.turn, tree_turn = excluded.tree_turn, etag = excluded.etag,
         gzip = excluded.gzip, asked_at = greatest(overview_answer.asked_at, excluded.asked_at)`,
      [nodeId, month, first.turn, first.treeTurn, stored.etag, stored.gzip, askedAt],
    );
    return this.hold(`${nodeId} ${month}`, stored);
  }

  private hold(key: string, stored: Stored): Stored {
    if (this.held.size >= HELD) this.held.clear();
    this.held.set(key, stored);
    return stored;
  }
}
