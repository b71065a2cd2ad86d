import { useEffect, useMemo, useState } from 'react';
import { z } from 'zod';
import type { ProblemError } from '../api/problem-error.js';
import { type Draft, type FormOf, useForm } from '../ui/use-form.js';
import { draftStore } from './drafts.js';
import { useSession } from './session.js';

/** Half-written: each field as its control gave it. The contract is asked when it is sent. */
const HalfWritten = z.record(z.string(), z.unknown());

interface Kept<S extends z.ZodObject> extends FormOf<S> {
  /** Taken up again from an earlier writing on this device. */
  readonly resumed: boolean;
  /** The server has what was typed: it stays in the form, and not on the device. */
  readonly sent: () => void;
  /** Back to what the server has. */
  readonly forget: () => void;
}

/** A long form: what is typed is kept on the device under `name` until it has been sent; another page, or no signal, loses nothing. */
export function useKeptForm<S extends z.ZodObject>(schema: S, start: Draft<S>, name: string, problem?: ProblemError | null): Kept<S> {
  const { accountId } = useSession();
  const store = useMemo(() => draftStore(HalfWritten, accountId, name), [accountId, name]);
  const [kept] = useState(() => store.read()?.value);
  const [resumed, setResumed] = useState(kept !== undefined);
  // What does not fit its field any more is marked there when it is sent.
  const form = useForm(schema, { ...start, ...(kept as Draft<S> | undefined) }, problem);
  useEffect(() => {
    if (form.dirty) store.write({ base: {}, value: { ...form.draft } });
  }, [store, form.dirty, form.draft]);
  const end = (draft: Draft<S>) => () => {
    store.write(undefined);
    setResumed(false);
    form.reset(draft);
  };
  return { ...form, resumed, sent: end(form.draft), forget: end(start) };
}
