import type { z } from 'zod';

const prefix = 'vungmanh.draft.';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The browser's store, or nothing where it is forbidden: then a draft lives as long as its page. */
function browserStore(): Store | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** What is written down of an unsaved text: what was seen when the writing began, and what has become of it. */
export interface StoredDraft<T> {
  readonly base: T;
  readonly value: T;
}

/** A draft on this device, apart by account. A text that does not fit its schema any more is forgotten. */
export function draftStore<S extends z.ZodType>(schema: S, account: string, name: string, store = browserStore()) {
  const key = `${prefix}${account}.${name}`;
  return {
    read(): StoredDraft<z.infer<S>> | undefined {
      try {
        const stored: unknown = JSON.parse(store?.getItem(key) ?? 'null');
        if (typeof stored !== 'object' || stored === null || !('base' in stored) || !('value' in stored)) return undefined;
        const [base, value] = [schema.safeParse(stored.base), schema.safeParse(stored.value)];
        return base.success && value.success ? { base: base.data, value: value.data } : undefined;
      } catch {
        return undefined;
      }
    },
    write(draft: StoredDraft<z.infer<S>> | undefined): void {
      try {
        if (draft === undefined) store?.removeItem(key);
        else store?.setItem(key, JSON.stringify(draft));
      } catch {
        // A full or forbidden store: the page itself still holds the text.
      }
    },
  };
}

/** At signing out: what is in a draft belongs into the minutes and nowhere else, least of all on a shared machine. */
export function forgetDrafts(store = browserStore()): void {
  if (!store) return;
  const keys = Array.from({ length: store.length }, (_, i) => store.key(i));
  for (const key of keys) if (key?.startsWith(prefix)) store.removeItem(key);
}
