import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Log } from '../log.js';
import type { Call } from '../rpc/call.js';
import { Db } from './db.js';
import { auditPart, type AuditRow } from './effects.js';
import { Together } from './together.js';

/** Whose record was read: ids only. */
export interface Read {
  persons: readonly string[];
  /** The organization whose records they are. */
  node?: string;
  /** What was read, when it is not a person's record alone: a document, the minutes of a meeting. */
  target?: string;
  /** The account that reads, when a service asks in its name: an export. */
  account?: string;
}

type Row = AuditRow & { trace: string; at: string };

/** Pages that many people leaf through are gathered this long: their rows cost a commit for all instead of one for each. */
const LINGER_MS = 50;
const RETRY_MS = 1000;
/** Rows of pages that may wait; with more of them a page waits for its own. */
const MOST_WAITING = 2000;
const ROWS_AT_ONCE = 500;

/**
 * Writes down who has read about whom; those persons may see it. One flush is under way per process, and what arrives meanwhile
 * goes into the next: many readers share one commit.
 */
@Injectable()
export class ReadTrail implements OnApplicationShutdown {
  private readonly flush = new Together<Row[], undefined>((groups) => this.write(groups), { atOnce: 1, most: 100 });
  private pages: Row[] = [];
  private timer: NodeJS.Timeout | undefined;
  private late = false;
  private flushing: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * A record, an export, a file. Resolves when the row is durable: only then may the answer leave. Throws when it could not be
   * written. What names nobody leaves a row too.
   */
  async recordRead(call: Call, read: Read): Promise<void> {
    await this.flush.do([this.rowOf(call, read)]);
  }

  /**
   * One page of a list or of a search, as one row with all its ids. Resolves at once, and the row is durable a moment later: a
   * crash loses that moment's pages, never a record's reading. While rows cannot be written, pages wait for theirs as records do:
   * there is no leafing on without a trail. Nothing is written for a page that names nobody.
   */
  async recordPage(call: Call, read: Read): Promise<void> {
    if (read.persons.length === 0) return;
    const row = this.rowOf(call, read);
    if (this.late || this.pages.length >= MOST_WAITING) {
      await this.flush.do([row]);
      return;
    }
    this.pages.push(row);
    this.timer ??= setTimeout(() => {
      this.flushing = this.flushPages();
    }, LINGER_MS);
  }

  /** What was read in the last moment is written before the process leaves. */
  async onApplicationShutdown(): Promise<void> {
    await this.flushing;
    await this.flushPages();
    clearTimeout(this.timer);
  }

  private async flushPages(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const pages = this.pages.splice(0);
    if (pages.length === 0) return;
    try {
      await this.flush.do(pages);
      this.late = false;
    } catch (error) {
      this.late = true;
      this.pages.unshift(...pages);
      this.timer ??= setTimeout(() => void this.flushPages(), RETRY_MS);
      this.log.error('the trail of reads could not be written; it is tried again', error, { rows: pages.length });
    }
  }

  private async write(groups: readonly Row[][]): Promise<PromiseSettledResult<undefined>[]> {
    const rows = groups.flat();
    for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
      const params: unknown[] = [];
      const sql = auditPart(rows.slice(i, i + ROWS_AT_ONCE), this.clock.now(), params);
      await this.db.hot(sql, params);
    }
    return groups.map(() => ({ status: 'fulfilled', value: undefined }));
  }

  private rowOf(call: Call, { persons, account, ...about }: Read): Row {
    return {
      at: this.clock.now(),
      trace: call.trace,
      actor: account ?? call.actor.id,
      person: account === undefined ? call.actor.person : undefined,
      onBehalfOf: call.actor.onBehalfOf,
      operation: call.contract.subject,
      persons: [...persons],
      ...about,
    };
  }
}
