import { z } from 'zod';
import type { ServiceName } from './service.js';
import { Id } from './types.js';

/** The one stream of all services' events. */
export const STREAM = 'EVT';

/**
 * A fact that one service tells the others. Its items hold ids, dates, codes, states and counts: no name, number,
 * contact, reason or free text, so that outbox, stream and dead letters never need erasing.
 */
export interface EventContract<Item extends z.ZodType = z.ZodType> {
  /** `<service>.<noun>.<past participle>.v<n>`; NATS carries it as `evt.<name>`. */
  readonly name: string;
  readonly item: Item;
  readonly payload: z.ZodObject<{ items: z.ZodArray<Item> }>;
  /** Which services hear it, under which names: to them alone does the broker give it. */
  readonly heardBy?: Hearers;
}

/** Names of listeners by service: `project-<projection>`, or that of `@On(event, name)`. */
type Hearers = Partial<Record<ServiceName, readonly [string, ...string[]]>>;

/** Every item says which aggregate at which version it speaks of. */
export const Versioned = z.object({ id: Id, version: z.number().int().positive() });

/**
 * Declares an event; `item` must extend {@link Versioned}. A single change is a list of one; at most 200 items. Every event of this
 * package says who hears it; only those of fixtures do not.
 */
export function event<Item extends z.ZodType<z.infer<typeof Versioned>>>(
  subject: `${ServiceName}.${string}.${string}`,
  version: number,
  item: Item,
  heardBy?: Hearers,
): EventContract<Item> {
  const payload = z.object({ items: z.array(item).min(1).max(200) });
  return { name: `${subject}.v${version}`, item, payload, ...(heardBy ? { heardBy } : {}) };
}

/** The durable consumer of one listener, and its rows in the inbox. It must never change once it has run. */
export function consumerName(service: ServiceName, event: EventContract, listener?: string): string {
  return [service, event.name, ...(listener ? [listener] : [])].join('--').replace(/[^\w-]/g, '_');
}

export type ItemOf<E extends EventContract> = z.infer<E['item']>;
