import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Db } from '../db/db.js';
import { asSystem } from '../db/reach.js';
import { describe, isPassing } from '../events/failure.js';
import { Log } from '../log.js';
import { methodsOf } from '../methods.js';
import { dayAfter } from './day-after.js';
import { Day, jobKindOf, type JobKind, type JobRun } from './job.js';
import { Jobs } from './jobs.js';

interface JobRow {
  id: string;
  kind: string;
  payload: unknown;
  trace: string;
  attempts: number;
}

type Doer = { kind: JobKind; call: (...args: unknown[]) => unknown };

/** Each of another kind, so that one whose doer waits for somebody else does not keep the others from being done. */
const AT_ONCE = 2;
const ATTEMPTS = 5;
const IDLE_MS = 500;
const LEASE_SECONDS = 30;
const BEAT_MS = 10_000;
const DRAIN_MS = 20_000;
const BACKOFF_SECONDS = [1, 5, 30, 120];

/** Claims jobs and does them: each by one process at a time, held by a lease that it renews while it works. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly doers = new Map<string, Doer>();
  private readonly leaving = new AbortController();
  private readonly working = new Map<string, Promise<void>>();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const { method, call } of methodsOf(this.discovery)) {
      const kind = jobKindOf(method);
      if (!kind) continue;
      if (this.doers.has(kind.name)) throw new Error(`Two methods do ${kind.name}`);
      this.doers.set(kind.name, { kind, call });
    }
    for (const { kind } of this.doers.values()) await this.expect(kind, this.jobs.clock.today());
    if (this.doers.size > 0) this.running = this.run();
  }

  /** Takes no more, waits for what runs; what takes longer is left to its lease. */
  async beforeApplicationShutdown(): Promise<void> {
    this.leaving.abort();
    this.jobs.bell.ring();
    await this.running;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, DRAIN_MS);
    });
    await Promise.race([Promise.all(this.working.values()), late]);
    clearTimeout(timer);
  }

  private async run(): Promise<void> {
    while (!this.leaving.signal.aborted) {
      const row = await this.next();
      if (row) {
        const work = this.work(row).finally(() => {
          this.working.delete(row.kind);
          this.jobs.bell.ring();
        });
        this.working.set(row.kind, work);
      }
      if (!row || this.working.size >= AT_ONCE) await this.jobs.bell.wait(IDLE_MS);
    }
  }

  private async next(): Promise<JobRow | undefined> {
    if (this.working.size >= AT_ONCE) return undefined;
    try {
      const [row] = await this.claim([...this.doers.keys()].filter((kind) => !this.working.has(kind)));
      return row;
    } catch (error) {
      this.log.warn('jobs cannot be claimed', { reason: describe(error) });
      return undefined;
    }
  }

  private async claim(kinds: readonly string[]): Promise<JobRow[]> {
    return this.db.transaction('', async (tx) => {
      await tx.query(
        `update job set state = 'FAILED', error = 'the process vanished during the last attempt', lease_until = null, ended_at = now()
         where state = 'RUNNING' and lease_until < now() and attempts >= $1`,
        [ATTEMPTS],
      );
      return tx.query<JobRow>(
        `update job set state = 'RUNNING', attempts = attempts + 1, lease_until = now() + make_interval(secs => $1)
         where id in (select id from job where kind = any($2) and coalesce(lease_until < now(), true) and (state = 'RUNNING' or (state = 'WAITING' and run_at <= $3))
                      order by run_at limit 1 for update skip locked)
         returning id, kind, payload, trace, attempts`,
        [LEASE_SECONDS, kinds, tx.clock.now()],
      );
    });
  }

  /** A kind that is done every day is expected on this one; any other is not. */
  private async expect(kind: JobKind, day: string): Promise<void> {
    if (kind.afterMs === undefined) return;
    const runAt = new Date(Date.parse(`${day}T00:00:00+07:00`) + kind.afterMs).toISOString();
    await this.db.transaction('', (tx) => this.jobs.insert(tx, kind, { day }, { key: day, runAt }));
  }

  private async work(row: JobRow): Promise<void> {
    const beat = setInterval(() => void this.write(row, `lease_until = now() + make_interval(secs => $3)`, [LEASE_SECONDS]).catch(() => {}), BEAT_MS);
    try {
      const doer = this.doers.get(row.kind);
      if (!doer) return;
      if (doer.kind.afterMs !== undefined) await this.expect(doer.kind, dayAfter(Day.parse(row.payload).day, this.jobs.clock.today()));
      const payload = doer.kind.payload.parse(row.payload);
      await asSystem(() => doer.call(payload, this.runOf(row)));
      await this.write(row, `state = 'DONE', lease_until = null, error = null, ended_at = now()`);
    } catch (error) {
      await this.failed(row, error).catch((second: unknown) => this.log.error('a failed job could not be recorded', second, { job: row.id }));
    } finally {
      clearInterval(beat);
    }
  }

  private runOf(row: JobRow): JobRun {
    return {
      id: row.id,
      trace: row.trace,
      attempt: row.attempts,
      stopping: this.leaving.signal,
      progress: (done, total) => this.write(row, 'done = $3, total = $4', [done, total]),
      result: (fileId) => this.write(row, 'result_file = $3', [fileId]),
    };
  }

  private async failed(row: JobRow, error: unknown): Promise<void> {
    const fields = { job: row.id, kind: row.kind, trace: row.trace, attempt: row.attempts };
    if (row.attempts >= ATTEMPTS && !this.leaving.signal.aborted && !isPassing(error)) {
      this.log.error('a job has failed', error, fields);
      await this.write(row, `state = 'FAILED', lease_until = null, error = $3, ended_at = now()`, [describe(error)]);
      return;
    }
    this.log.warn('a job will be tried again', { ...fields, reason: describe(error) });
    // Neither our own leaving nor another service's absence says anything against the job.
    const counted = !this.leaving.signal.aborted && !isPassing(error);
    const seconds = this.leaving.signal.aborted ? 0 : (BACKOFF_SECONDS[row.attempts - 1] ?? 1);
    // The pause is measured by the database's clock, as every lease is: the product's own may stand still or be set.
    await this.write(row, `state = 'WAITING', error = $3, attempts = attempts - $4::integer, lease_until = now() + make_interval(secs => $5)`, [
      describe(error),
      counted ? 0 : 1,
      seconds,
    ]);
  }

  /** Writes only while the attempt is still this process's own. */
  private async write(row: JobRow, changesSql: string, params: unknown[] = []): Promise<void> {
    await this.db.write(`update job set ${changesSql} where id = $1 and attempts = $2 and state = 'RUNNING'`, [row.id, row.attempts, ...params]);
  }
}
