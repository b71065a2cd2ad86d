import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { Log } from '../log.js';
import { dailyKind, type Day, Job, type JobRun } from '../jobs/job.js';
import type { z } from 'zod';

/** At three in the morning. */
const clean = dailyKind('platform.events.clean', 3 * 3_600_000);
/** Sent events can be published again from the outbox for this long (reliability.md F12). */
const OUTBOX_DAYS = 30;
/** Longer than an event can still come: it may be published again on its last day in the outbox, and then lie in the stream as long again. */
const INBOX_DAYS = 75;
const DONE_JOB_DAYS = 30;
const IDEMPOTENCY_DAYS = 45;
const BATCH = 200;

/** Every day, in small bites: what no promise needs any more. Ids are time-ordered, so the oldest rows are the first. */
@Injectable()
export class Cleaning {
  constructor(
    private readonly db: Db,
    private readonly log: Log,
  ) {}

  @Job(clean)
  async clean(_day: z.infer<typeof Day>, run: JobRun): Promise<void> {
    const gone: Record<string, number> = {};
    for (const [table, biteSql, days] of bites) gone[table] = await this.bite(biteSql, days, run.stopping);
    this.log.info('cleaned', gone);
  }

  private async bite(biteSql: string, days: number, stopping: AbortSignal): Promise<number> {
    for (let total = 0; ;) {
      stopping.throwIfAborted();
      const gone = await this.db.transaction('clean', (tx) => tx.query(biteSql, [days, BATCH]));
      total += gone.length;
      if (gone.length < BATCH) return total;
    }
  }
}

const bites: readonly (readonly [string, string, number])[] = [
  [
    'outbox',
    `delete from outbox where id in (select id from (select id, sent_at from outbox order by id limit $2) o
     where o.sent_at < now() - make_interval(days => $1)) returning 1`,
    OUTBOX_DAYS,
  ],
  [
    'inbox',
    `delete from inbox i using (select consumer, event_id from inbox where at < now() - make_interval(days => $1) order by at limit $2) o
     where i.consumer = o.consumer and i.event_id = o.event_id returning 1`,
    INBOX_DAYS,
  ],
  [
    'idempotency',
    `delete from idempotency i using (select actor_id, operation, key from idempotency where created_at < now() - make_interval(days => $1) order by created_at limit $2) o
     where i.actor_id = o.actor_id and i.operation = o.operation and i.key = o.key returning 1`,
    IDEMPOTENCY_DAYS,
  ],
  [
    'job',
    `delete from job where id in (select id from job where state = 'DONE' and ended_at < now() - make_interval(days => $1) order by id limit $2)
     returning 1`,
    DONE_JOB_DAYS,
  ],
];
