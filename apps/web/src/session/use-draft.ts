import { useEffect, useMemo, useState } from 'react';
import type { z } from 'zod';
import { draftStore } from './drafts.js';

/** Text with its keys in one order, so that two contents can be held against each other. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

export interface DraftOf<T> {
  readonly value: T;
  /** Not yet with the server; kept on this device. */
  readonly dirty: boolean;
  /** Somebody else has saved another text since this writing began. */
  readonly conflict: boolean;
  readonly set: (value: T) => void;
  /** The server has taken this text. */
  readonly saved: (content: T) => void;
  /** Back to what the server has. */
  readonly discard: () => void;
  /** Go on writing on top of what the server has now. */
  readonly keep: () => void;
}

interface DraftInput<S extends z.ZodType> {
  /** A looser schema than the contract's: half-written text is allowed. */
  readonly schema: S;
  readonly account: string;
  readonly name: string;
  readonly server: z.infer<S>;
}

/** A long text under one's hands: every change is kept on the device until the server has it. */
export function useDraft<S extends z.ZodType>({ schema, account, name, server }: DraftInput<S>): DraftOf<z.infer<S>> {
  type T = z.infer<S>;
  const store = useMemo(() => draftStore(schema, account, name), [schema, account, name]);
  const [draft, setDraft] = useState<{ base: T; value: T }>(() => store.read() ?? { base: server, value: server });
  const dirty = !same(draft.value, draft.base);
  const moved = !same(draft.base, server);
  // Nothing written here: what somebody else has saved is simply shown.
  const shown = dirty || !moved ? draft : { base: server, value: server };
  useEffect(() => store.write(dirty ? draft : undefined), [store, draft, dirty]);
  return {
    value: shown.value,
    dirty,
    conflict: dirty && moved && !same(draft.value, server),
    set: (value) => setDraft({ base: shown.base, value }),
    saved: (content) => setDraft((now) => ({ base: content, value: same(now.value, shown.value) ? content : now.value })),
    discard: () => setDraft({ base: server, value: server }),
    keep: () => setDraft({ base: server, value: draft.value }),
  };
}
