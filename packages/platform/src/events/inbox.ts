import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { Log } from '../log.js';
import { Metrics } from '../metrics.js';
import type { Envelope } from './envelope.js';
import { describe, isPassing } from './failure.js';
import type { Handler } from './handlers.js';
import { Slots } from './slots.js';

/** Attempts before an event is put aside; a person decides about it then. */
export const ATTEMPTS = 5;
const BACKOFF_MS = [100, 500, 2000, 5000];
const PASSING_MS = 1000;
/** Transactions of events that run at once: requests need connections of the pool too. */
const SLOTS = 4;

/** Applies each event once: its inbox row commits with its effect, or neither does. */
@Injectable()
export class Inbox {
  private readonly slots = new Slots(SLOTS);

  constructor(
    private readonly db: Db,
    private readonly log: Log,
    metrics: Metrics,
  ) {
    metrics.gauge('inbox_dead_letters', 'Events put aside after five attempts', async () => {
      const [row] = await db.query<{ n: string }>('select count(*) as n from dead_letter where dead');
      return Number(row?.n);
    });
  }

  /** Applies an event as it was delivered. 0 when it is settled (applied, known already, or put aside), else milliseconds until it should come again. */
  async receive(handler: Handler, envelope: Envelope): Promise<number> {
    try {
      if (!(await this.isKnown(handler, envelope))) await this.apply(handler, envelope);
      return 0;
    } catch (error) {
      if (isPassing(error)) return PASSING_MS;
      return await this.failed(handler, envelope, error);
    }
  }

  /** Applies an event; nothing happens when it was applied before. Throws what its handler throws. */
  async apply(handler: Handler, envelope: Envelope): Promise<void> {
    const { items } = handler.event.payload.parse(envelope.payload);
    const work = await handler.prepare(items, envelope);
    await this.slots.run(() =>
      this.db.transaction(envelope.trace, async (tx) => {
        const fresh = await tx.query(
          `with settled as (delete from dead_letter where consumer = $1 and event_id = $2)
           insert into inbox (consumer, event_id, stream_seq) values ($1, $2, $3) on conflict do nothing returning 1 as taken`,
          [handler.consumer, envelope.id, envelope.seq],
        );
        if (fresh.length > 0) await work(tx);
      }),
    );
  }

  /** Applied already, or put aside: a stream that is delivered again from its beginning costs one read an event. */
  private async isKnown(handler: Handler, envelope: Envelope): Promise<boolean> {
    const found = await this.db.query(
      `select 1 from inbox where consumer = $1 and event_id = $2
       union all select 1 from dead_letter where consumer = $1 and event_id = $2 and dead`,
      [handler.consumer, envelope.id],
    );
    return found.length > 0;
  }

  private async failed(handler: Handler, envelope: Envelope, error: unknown): Promise<number> {
    try {
      const [row] = await this.db.query<{ attempts: number; dead: boolean }>(
        `insert into dead_letter as d (id, consumer, event_id, name, payload, trace, occurred_at, attempts, error, failed_at, dead)
         values (uuidv7(), $1, $2, $3, $4, $5, $6, 1, $7, now(), false)
         on conflict (consumer, event_id) do update
           set attempts = d.attempts + 1, error = excluded.error, failed_at = excluded.failed_at, dead = d.attempts + 1 >= $8
         returning attempts, dead`,
        [handler.consumer, envelope.id, envelope.name, JSON.stringify(envelope.payload), envelope.trace, envelope.at, describe(error), ATTEMPTS],
      );
      const fields = { consumer: handler.consumer, event: envelope.id, trace: envelope.trace, attempts: row?.attempts };
      if (row?.dead) {
        this.log.error('an event was put aside', error, fields);
        return 0;
      }
      this.log.warn('an event could not be applied', { ...fields, reason: describe(error) });
      return BACKOFF_MS[(row?.attempts ?? 1) - 1] ?? PASSING_MS;
    } catch (second) {
      // The database is away: the attempt does not count.
      this.log.error('a failed event could not be recorded', second, { consumer: handler.consumer, event: envelope.id });
      return PASSING_MS;
    }
  }
}
