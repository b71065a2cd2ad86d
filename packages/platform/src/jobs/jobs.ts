import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock.js';
import { Db } from '../db/db.js';
import type { Tx } from '../db/tx.js';
import { Bell } from '../events/bell.js';
import type { JobKind } from './job.js';

/** What a page shows of a job while it runs and when it is found again. */
export interface JobState {
  readonly id: string;
  readonly kind: string;
  readonly state: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';
  readonly attempts: number;
  readonly done: number;
  readonly total: number;
  readonly resultFile?: string;
  readonly error?: string;
}

interface When {
  /** The same kind and key is inserted once, for ever: `2026-11`, an import's id. */
  key?: string;
  /** Not before this instant, ISO 8601. */
  runAt?: string;
}

/** Work for later, kept in the service's own database. */
@Injectable()
export class Jobs {
  readonly bell = new Bell();

  constructor(
    private readonly db: Db,
    readonly clock: Clock,
  ) {}

  /** Adds a job in the transaction of the state that it belongs to; answers its id, or that of the one with the same key. */
  async insert<P extends z.ZodType>(tx: Tx, kind: JobKind<P>, payload: z.input<P>, { key, runAt }: When = {}): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `insert into job as j (id, kind, unique_key, run_at, payload, trace) values (uuidv7(), $1, $2, $3, $4, $5)
       on conflict (kind, unique_key) do update set kind = j.kind returning j.id`,
      [kind.name, key ?? null, runAt ?? tx.clock.now(), JSON.stringify(kind.payload.parse(payload)), tx.trace],
    );
    if (!row) throw new Error('insert returning gave no row');
    tx.afterCommit.push(() => this.bell.ring());
    return row.id;
  }

  /** How far a job is. The caller has checked that the asker may see what it belongs to. */
  async read(id: string): Promise<JobState | undefined> {
    const [row] = await this.db.query<JobState>(
      `select id, kind, state, attempts, done, total, result_file as "resultFile", error from job where id = $1`,
      [id],
    );
    if (!row) return undefined;
    const { resultFile, error, ...rest } = row;
    return { ...rest, ...(resultFile ? { resultFile } : {}), ...(error ? { error } : {}) };
  }

  /** Gives a failed job five more attempts, from now on. False when it is not FAILED. */
  async retry(id: string): Promise<boolean> {
    const rows = await this.db.transaction('', (tx) =>
      tx.query(
        `update job set state = 'WAITING', attempts = 0, run_at = $2, lease_until = null, ended_at = null where id = $1 and state = 'FAILED' returning id`,
        [id, tx.clock.now()],
      ),
    );
    this.bell.ring();
    return rows.length > 0;
  }
}
