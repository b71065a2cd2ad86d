import type { EventContract, ItemOf } from '@vungmanh/contracts/event';
import 'reflect-metadata';
import type { Tx } from '../db/tx.js';
import type { Envelope } from './envelope.js';

const HEARD = Symbol('vungmanh:on');

/** What a method declared with {@link On} listens to. */
export interface Heard {
  readonly event: EventContract;
  readonly name?: string;
}

/**
 * Applies an event of any service: once, in the transaction it is given, which also holds the inbox row. Events come in any
 * order and may be older than what stands: compare versions. An event that fails five times becomes a dead letter.
 *
 * A second listener of the same event in one service needs a `name`; neither it nor the event may change once they have run,
 * or every event of the last month is applied anew.
 */
export function On<E extends EventContract>(event: E, name?: string) {
  return <M extends (items: ItemOf<E>[], tx: Tx, envelope: Envelope) => Promise<void>>(
    _target: object,
    _name: string | symbol,
    method: TypedPropertyDescriptor<M>,
  ): void => {
    if (!method.value) return;
    const heard: Heard = { event, ...(name ? { name } : {}) };
    Reflect.defineMetadata(HEARD, [...heardBy(method.value), heard], method.value);
  };
}

/** The events that a method listens to. */
export function heardBy(method: object): Heard[] {
  return (Reflect.getMetadata(HEARD, method) as Heard[] | undefined) ?? [];
}
