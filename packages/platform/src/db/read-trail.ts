import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Call } from '../rpc/call.js';
import { Db } from './db.js';
import { effectsStatement } from './effects.js';

/** Whose record was read: ids only. */
export interface Read {
  persons: readonly string[];
  /** The organization whose records they are. */
  node?: string;
  /** The account that reads, when a service asks in its name: an export. */
  account?: string;
}

/** Writes down who has read about whom; those persons may see it. */
@Injectable()
export class ReadTrail {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Resolves when the row is durable: only then may the answer leave. Nothing is written where nobody's record was read. */
  async recordRead(call: Call, { persons, node, account }: Read): Promise<void> {
    if (persons.length === 0) return;
    const { sql, params } = effectsStatement({
      at: this.clock.now(),
      trace: call.trace,
      audit: {
        actor: account ?? call.actor.id,
        person: account === undefined ? call.actor.person : undefined,
        onBehalfOf: call.actor.onBehalfOf,
        operation: call.contract.subject,
        persons: [...persons],
        ...(node === undefined ? {} : { node }),
      },
      outbox: [],
    });
    await this.db.query(sql, params);
  }
}
