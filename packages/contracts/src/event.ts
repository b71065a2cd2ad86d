import { z } from 'zod';
import type { ServiceName } from './service.js';
import { Id } from './types.js';

/**
 * A fact that one service tells the others. Its items hold ids, dates, codes, states and counts: no name, number,
 * contact, reason or free text, so that outbox, stream and dead letters never need erasing.
 */
export interface EventContract<Item extends z.ZodType = z.ZodType> {
  /** `<service>.<noun>.<past participle>.v<n>`; NATS carries it as `evt.<name>`. */
  readonly name: string;
  readonly item: Item;
  readonly payload: z.ZodObject<{ items: z.ZodArray<Item> }>;
}

/** Every item says which aggregate at which version it speaks of. */
export const Versioned = z.object({ id: Id, version: z.number().int().positive() });

/** Declares an event; `item` must extend {@link Versioned}. A single change is a list of one; at most 200 items. */
export function event<Item extends z.ZodType<z.infer<typeof Versioned>>>(
  subject: `${ServiceName}.${string}.${string}`,
  version: number,
  item: Item,
): EventContract<Item> {
  return { name: `${subject}.v${version}`, item, payload: z.object({ items: z.array(item).min(1).max(200) }) };
}

export type ItemOf<E extends EventContract> = z.infer<E['item']>;
