import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { asSystem } from '../db/reach.js';
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

  /**
   * Applies events as they were delivered. For each: 0 when it is settled (applied, known already, or put aside), else
   * milliseconds until it should come again.
   */
  async receive(handler: Handler, envelopes: readonly Envelope[]): Promise<number[]> {
    try {
      const unknown = handler.projection || envelopes.length > 1 ? await this.unknown(handler, envelopes) : envelopes;
      const again = new Map<Envelope, number>();
      // A projection applies what has come together; elsewhere each event has a transaction, and a trace, of its own.
      for (const group of handler.projection ? [unknown] : unknown.map((e) => [e])) {
        const answers = await this.attempt(handler, group);
        group.forEach((e, i) => again.set(e, answers[i] ?? 0));
      }
      return envelopes.map((e) => again.get(e) ?? 0);
    } catch {
      // The database is away.
      return envelopes.map(() => PASSING_MS);
    }
  }

  private async attempt(handler: Handler, envelopes: readonly Envelope[]): Promise<number[]> {
    try {
      await this.apply(handler, envelopes);
      return envelopes.map(() => 0);
    } catch (error) {
      if (isPassing(error)) return envelopes.map(() => PASSING_MS);
      const [only] = envelopes;
      if (only && envelopes.length === 1) return [await this.failed(handler, only, error)];
      // One of them is bad: each on its own.
      const each: number[] = [];
      for (const envelope of envelopes) each.push(...(await this.attempt(handler, [envelope])));
      return each;
    }
  }

  /**
   * Applies events in one transaction; nothing happens to those applied before, or put aside unless they are replayed.
   * Throws what the handler throws.
   */
  async apply(handler: Handler, envelopes: readonly Envelope[], replay = false): Promise<void> {
    await asSystem(() => this.settle(handler, envelopes, replay));
  }

  private async settle(handler: Handler, envelopes: readonly Envelope[], replay: boolean): Promise<void> {
    const items = envelopes.flatMap((e) => handler.event.payload.parse(e.payload).items);
    const [first] = envelopes;
    if (!first) return;
    const work = await handler.prepare(items, first);
    await this.slots.run(() =>
      this.db.transaction(first.trace, async (tx) => {
        const fresh = await tx.query(
          `with settled as (delete from dead_letter where consumer = $1 and event_id = any($2::uuid[]) and (not dead or $4))
           insert into inbox (consumer, event_id, stream_seq)
           select distinct on (e.id) $1, e.id, e.seq from unnest($2::uuid[], $3::bigint[]) e(id, seq)
           where $4 or not exists (select 1 from dead_letter d where d.consumer = $1 and d.event_id = e.id and d.dead)
           on conflict do nothing returning 1 as taken`,
          [handler.consumer, envelopes.map((e) => e.id), envelopes.map((e) => e.seq), replay],
        );
        if (fresh.length > 0) await work(tx);
      }),
    );
  }

  /** Those not applied nor put aside yet: what is delivered again from the beginning must not ask its owner for rows again. */
  private async unknown(handler: Handler, envelopes: readonly Envelope[]): Promise<Envelope[]> {
    const known = await this.db.query<{ event_id: string }>(
      `select event_id from inbox where consumer = $1 and event_id = any($2::uuid[])
       union all select event_id from dead_letter where consumer = $1 and event_id = any($2::uuid[]) and dead`,
      [handler.consumer, envelopes.map((e) => e.id)],
    );
    const ids = new Set(known.map((k) => k.event_id));
    return envelopes.filter((e) => !ids.has(e.id));
  }

  private async failed(handler: Handler, envelope: Envelope, error: unknown): Promise<number> {
    try {
      const [row] = await this.db.write<{ attempts: number; dead: boolean }>(
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
