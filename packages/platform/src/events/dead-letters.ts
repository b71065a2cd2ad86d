import { Injectable } from '@nestjs/common';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '../db/db.js';
import { pageOf, readCursor } from '../db/page.js';
import { describe } from './failure.js';
import { Handlers } from './handlers.js';
import { Inbox } from './inbox.js';

/** An event that failed five times; holds ids, never a name or text. */
export interface DeadLetter {
  readonly id: string;
  readonly consumer: string;
  readonly name: string;
  readonly eventId: string;
  readonly trace: string;
  readonly occurredAt: string;
  readonly failedAt: string;
  readonly attempts: number;
  readonly error: string;
}

interface Row {
  consumer: string;
  event_id: string;
  name: string;
  trace: string;
  occurred_at: Date;
  payload: unknown;
}

/** The events that were put aside in this service: an operator looks at them and has them applied again. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly db: Db,
    private readonly handlers: Handlers,
    private readonly inbox: Inbox,
  ) {}

  /** Oldest first. */
  async list(page: { cursor?: string | undefined; limit: number }): Promise<Page<DeadLetter>> {
    const [after] = readCursor(page.cursor, 1) ?? [null];
    const rows = await this.db.query<DeadLetter>(
      `select id, consumer, name, event_id as "eventId", trace, to_jsonb(occurred_at) #>> '{}' as "occurredAt",
              to_jsonb(failed_at) #>> '{}' as "failedAt", attempts, error
       from dead_letter where dead and ($1::uuid is null or id > $1) order by id limit $2`,
      [after, page.limit + 1],
    );
    return pageOf(rows, page.limit, (r) => [r.id]);
  }

  /** Applies one again. 'applied' also when somebody else was faster; 'failed' leaves it where it is with its new error. */
  async replay(id: string): Promise<'applied' | 'failed' | 'unknown'> {
    const [row] = await this.db.query<Row>('select consumer, event_id, name, trace, occurred_at, payload from dead_letter where id = $1 and dead', [
      id,
    ]);
    const handler = row && this.handlers.all.get(row.consumer);
    if (!row || !handler) return 'unknown';
    const { name, trace, payload } = row;
    try {
      await this.inbox.apply(handler, [{ id: row.event_id, name, trace, payload, at: row.occurred_at.toISOString(), seq: 0 }], true);
      return 'applied';
    } catch (error) {
      await this.db.write('update dead_letter set attempts = attempts + 1, error = $2, failed_at = now() where id = $1', [id, describe(error)]);
      return 'failed';
    }
  }
}
