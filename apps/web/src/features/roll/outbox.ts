import { RollEvent } from '@vungmanh/contracts/attendance';
import { z } from 'zod';

const Events = z.array(RollEvent);

/** Where events wait until the server has them: written before the screen changes, so that neither a reload nor a dead battery loses a tap. */
export interface Outbox {
  read(): readonly RollEvent[];
  add(events: readonly RollEvent[]): void;
  remove(ids: ReadonlySet<string>): void;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** One outbox per account and meeting. Each change reads again first: two tabs of one person lose nothing of each other. */
export function outboxOf(store: Store | undefined, account: string, meetingId: string): Outbox {
  const key = `vungmanh.roll.${account}.${meetingId}`;
  let memory: readonly RollEvent[] = [];
  const read = (): readonly RollEvent[] => {
    try {
      const stored = store?.getItem(key);
      if (stored === undefined) return memory;
      const parsed = Events.safeParse(JSON.parse(stored ?? '[]'));
      return parsed.success ? parsed.data : memory;
    } catch {
      return memory;
    }
  };
  const write = (events: readonly RollEvent[]): void => {
    memory = events;
    try {
      if (events.length === 0) store?.removeItem(key);
      else store?.setItem(key, JSON.stringify(events));
    } catch {
      // A full or forbidden store: this tab still holds them and keeps sending.
    }
  };
  return {
    read,
    add: (events) => write([...read(), ...events]),
    remove: (ids) => write(read().filter((e) => !ids.has(e.id))),
  };
}

/** The browser's store, or nothing where it is forbidden. */
export function browserStore(): Store | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
