import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Db } from '../db/db.js';
import { Clock } from '../clock.js';
import { Log } from '../log.js';
import { dayAfter } from '../jobs/day-after.js';
import { Job, jobKind, type JobRun } from '../jobs/job.js';
import { Jobs } from '../jobs/jobs.js';
import { z } from 'zod';

const clean = jobKind('platform.events.clean', z.strictObject({ day: z.iso.date() }));
/** Sent events can be published again from the outbox for this long (reliability.md F12). */
const OUTBOX_DAYS = 30;
/** Longer than an event can still come: it may be published again on its last day in the outbox, and then lie in the stream as long again. */
const INBOX_DAYS = 75;
const DONE_JOB_DAYS = 30;
const IDEMPOTENCY_DAYS = 45;
const BATCH = 200;
/** Three in the morning in Hà Nội. */
const AT_NIGHT = 'T20:00:00Z';

/** Every day, in small bites: what no promise needs any more. Ids are time-ordered, so the oldest rows are the first. */
@Injectable()
export class Cleaning implements OnApplicationBootstrap {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.expect(this.clock.now().slice(0, 10), this.clock.now());
  }

  @Job(clean)
  async clean({ day }: z.infer<typeof clean.payload>, run: JobRun): Promise<void> {
    const gone: Record<string, number> = {};
    for (const [table, biteSql, days] of bites) gone[table] = await this.bite(biteSql, days, run.stopping);
    this.log.info('cleaned', gone);
    const next = dayAfter(day, this.clock.now().slice(0, 10));
    await this.expect(next, `${next}${AT_NIGHT}`);
  }

  private async bite(biteSql: string, days: number, stopping: AbortSignal): Promise<number> {
    for (let total = 0; ;) {
      stopping.throwIfAborted();
      const gone = await this.db.transaction('clean', (tx) => tx.query(biteSql, [days, BATCH]));
      total += gone.length;
      if (gone.length < BATCH) return total;
    }
  }

  private async expect(day: string, runAt: string): Promise<void> {
    await this.db.transaction('clean', (tx) => this.jobs.insert(tx, clean, { day }, { key: day, runAt }));
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
