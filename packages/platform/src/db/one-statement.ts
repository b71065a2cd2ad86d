import type { EventContract, ItemOf } from '@vungmanh/contracts/event';
import type { Command, OutputOf } from '@vungmanh/contracts/operation';
import type { JobKind } from '../jobs/job.js';
import type { Call } from '../rpc/call.js';
import { auditPart, keysPart, outboxPart, type OutboxRow } from './effects.js';
import { hashOfInput } from './idempotency.js';
import type { Traceable } from './tx.js';
import type { z } from 'zod';

/** A command whose answer is known before it is written. */
export interface Decided<O extends Command> {
  readonly call: Call<O>;
  readonly answer: OutputOf<O>;
  readonly about?: Traceable;
}

/**
 * Everything that one or many hot commands write, as the common table expressions of one statement. Parts see the database as it
 * was before all of them; a part that must come after another reads from it by name.
 */
export class OneStatement {
  private readonly params: unknown[] = [];
  private readonly parts: string[] = [];
  private readonly outbox: OutboxRow[] = [];

  /** @param trace of the first command: what many publish together is followed by it. */
  constructor(
    readonly at: string,
    private readonly trace: string,
  ) {}

  get publishes(): boolean {
    return this.outbox.length > 0;
  }

  /** Takes a parameter; answers its position as the statement writes it. */
  p(value: unknown): string {
    return `$${this.params.push(value)}`;
  }

  /** Adds a part under a name of its own. */
  part(name: string, sql: string): void {
    this.parts.push(`${name} as (${sql})`);
  }

  publish<E extends EventContract>(event: E, items: ItemOf<E>[]): void {
    for (let i = 0; i < items.length; i += 200) {
      this.outbox.push({ name: event.name, payload: event.payload.parse({ items: items.slice(i, i + 200) }) });
    }
  }

  /** Work for after the commit; the same kind and key once for ever. It begins with the next look of the worker. */
  job<P extends z.ZodType>(kind: JobKind<P>, payloads: z.input<P>[], keys: string[]): void {
    this.part(
      'for_later',
      `insert into job (id, kind, unique_key, run_at, payload, trace)
       select uuidv7(), ${this.p(kind.name)}, j.key, ${this.p(this.at)}::timestamptz, j.payload, ${this.p(this.trace)}
       from unnest(${this.p(keys)}::text[], ${this.p(payloads.map((one) => JSON.stringify(kind.payload.parse(one))))}::jsonb[]) as j(key, payload)
       on conflict (kind, unique_key) do nothing`,
    );
  }

  /** The whole statement, with the audit row and the answer of each command. */
  of(all: readonly Decided<Command>[]): { sql: string; params: unknown[] } {
    const { at, trace, params, outbox } = this;
    const audits = all.map(({ call: { actor, contract, trace: own }, about }) => ({
      actor: actor.id,
      person: actor.person,
      onBehalfOf: actor.onBehalfOf,
      operation: contract.subject,
      trace: own,
      ...about,
    }));
    const keys = all.map(({ call: { actor, contract, key = '', input }, answer }) => ({
      actor: actor.id,
      operation: contract.subject,
      key,
      answer,
      inputHash: hashOfInput(input),
    }));
    this.part('audited', auditPart(audits, at, params));
    if (outbox.length > 0) this.part('told', outboxPart(outbox, { at, trace }, params));
    this.part('answered', keysPart(keys, params));
    return { sql: `with ${this.parts.join(', ')} select 1`, params };
  }
}
