import { Injectable } from '@nestjs/common';
import { STREAM } from '@vungmanh/contracts/event';
import type { ClientBase } from 'pg';
import { Db } from '../db/db.js';
import type { Tx } from '../db/tx.js';
import { Log } from '../log.js';
import { absent, EventStream } from './stream.js';
import { STREAM_DAYS } from './stream-config.js';

interface Mark {
  created: string;
}

interface Place {
  id: string;
  seq: string;
}

const RECENT = 100;

/** Finds what the stream has forgotten and has it sent and delivered again (reliability.md F3); PostgreSQL is right, the stream is not. */
@Injectable()
export class Reconciler {
  constructor(
    private readonly db: Db,
    readonly stream: EventStream,
    readonly log: Log,
  ) {}

  /**
   * Marks as unsent what the outbox believes to be in the stream and is not. Only the relay that leads calls it, and publishes
   * nothing before: the newest row still in its place then proves that all are.
   */
  async outbox(client: ClientBase): Promise<void> {
    const state = await this.stream.ensure();
    const marks = await client.query<Mark>(`select created from stream_mark where side = 'outbox'`);
    const mark = marks.rows[0];
    let after = -1;
    if (mark?.created === state.created) {
      // What was purged; what is nearly as old as the stream keeps has aged out, as it should.
      const purged = await client.query(
        `update outbox set sent_at = null, stream_seq = null where stream_seq < $1 and sent_at > now() - make_interval(days => $2)`,
        [state.first, STREAM_DAYS - 1],
      );
      if (purged.rowCount) this.report('the stream was purged', purged.rowCount);
      after = await this.lastHeld(client, state.first);
    }
    if (mark && after !== Number.POSITIVE_INFINITY) {
      const lost = await client.query('update outbox set sent_at = null, stream_seq = null where sent_at is not null and stream_seq > $1', [after]);
      this.report('the stream has lost what it had acknowledged', lost.rowCount ?? 0);
    }
    await client.query(
      `insert into stream_mark (side, created, at) values ('outbox', $1, now())
       on conflict (side) do update set created = excluded.created, at = excluded.at`,
      [state.created],
    );
  }

  /** The sequence up to which the stream holds our rows; infinite when it holds the newest. */
  private async lastHeld(client: ClientBase, first: number): Promise<number> {
    const newest = async (above: number, upTo: number): Promise<Place | undefined> => {
      const found = await client.query<Place>(
        'select id, stream_seq as seq from outbox where stream_seq > $1 and stream_seq <= $2 order by stream_seq desc limit 1',
        [above, upTo],
      );
      return found.rows[0];
    };
    let low = first - 1;
    const head = await newest(low, Number.MAX_SAFE_INTEGER);
    if (!head || (await this.stream.holds(Number(head.seq), head.id))) return Number.POSITIVE_INFINITY;
    let high = Number(head.seq);
    while (low < high - 1) {
      const middle = Math.floor((low + high) / 2);
      const row = await newest(low, middle);
      if (!row || (await this.stream.holds(Number(row.seq), row.id))) low = middle;
      else high = Number(row.seq);
    }
    return low;
  }

  /**
   * Deletes this service's consumers when the stream is no longer the one that they have read: they would wait for, or skip,
   * what now stands in the old places. True when it did; created anew they read everything, and the inbox drops what is known.
   */
  async inbox(consumers: readonly string[]): Promise<boolean> {
    return this.db.transaction('', async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('stream_mark:inbox', 0))`);
      const state = await this.stream.ensure();
      const [mark] = await tx.query<Mark>(`select created from stream_mark where side = 'inbox'`);
      const broken =
        mark !== undefined && (mark.created !== state.created || (await this.ahead(consumers, state.last)) || !(await this.read(tx, state.first)));
      if (broken) {
        const manager = await this.stream.manager();
        for (const consumer of consumers) await manager.consumers.delete(STREAM, consumer).catch(absent);
        this.stream.countRollback();
        this.log.warn('the stream is not the one that was read: consumers start again', { consumers: consumers.length });
      }
      if (broken || !mark) {
        await tx.query(
          `insert into stream_mark (side, created, at) values ('inbox', $1, now())
           on conflict (side) do update set created = excluded.created, at = excluded.at`,
          [state.created],
        );
      }
      return broken;
    });
  }

  private async ahead(consumers: readonly string[], last: number): Promise<boolean> {
    const manager = await this.stream.manager();
    for (const consumer of consumers) {
      const info = await manager.consumers.info(STREAM, consumer).catch(absent);
      if (info && info.delivered.stream_seq > last) return true;
    }
    return false;
  }

  /** Whether the furthest event that was applied lately still stands where it was read. */
  private async read(tx: Tx, first: number): Promise<boolean> {
    const [furthest] = await tx.query<Place>(
      `select r.event_id as id, r.stream_seq as seq from
         (select event_id, stream_seq from inbox where at > (select at from stream_mark where side = 'inbox') order by at desc limit $1) r
       order by r.stream_seq desc limit 1`,
      [RECENT],
    );
    return !furthest || Number(furthest.seq) < first || this.stream.holds(Number(furthest.seq), furthest.id);
  }

  private report(message: string, events: number): void {
    this.stream.countRollback();
    this.log.warn(message, { events });
  }
}
