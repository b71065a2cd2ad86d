import { useState } from 'react';
import type { z } from 'zod';
import type { ProblemError } from '../api/problem-error.js';

/** What the person has typed so far: any part of the input, each field as its control gives it. */
export type Draft<S extends z.ZodObject> = { [K in keyof z.input<S>]?: z.input<S>[K] | undefined };
type Errors = Readonly<Record<string, string>>;

export interface BoundField<T> {
  readonly name: string;
  readonly value: T;
  readonly error: string | undefined;
  readonly onChange: (value: T) => void;
}

export interface FormOf<S extends z.ZodObject> {
  readonly draft: Draft<S>;
  readonly errors: Errors;
  readonly dirty: boolean;
  /** For controls whose value may be absent: dates, choices, counts. */
  field<K extends Extract<keyof z.input<S>, string>>(name: K): BoundField<z.input<S>[K] | undefined>;
  /** For controls of text: an absent value is the empty text, and the empty text is absent from the input. */
  text<K extends Extract<keyof z.input<S>, string>>(name: K): BoundField<string>;
  set(changes: Draft<S>): void;
  reset(draft?: Draft<S>): void;
  /** The checked input, or nothing and the fields are marked. */
  check(): z.input<S> | undefined;
}

/** First message for each top-level field; `/items/0/name` belongs to `items`. */
export function fieldErrors(issues: readonly { path: readonly PropertyKey[]; message: string }[]): Errors {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) errors[String(path[0] ?? '')] ??= message;
  return errors;
}

function refused(problem: ProblemError | null | undefined): Errors {
  return fieldErrors((problem?.more.errors ?? []).map((e) => ({ path: e.pointer.split('/').slice(1), message: e.detail })));
}

/**
 * A form over the input schema of a contract. The schema that the service checks is the one that marks the fields here;
 * what only the service can know comes back in `problem` and marks its fields until they are changed.
 */
export function useForm<S extends z.ZodObject>(schema: S, start: Draft<S>, problem?: ProblemError | null): FormOf<S> {
  const [draft, setDraft] = useState<Draft<S>>(start);
  const [dirty, setDirty] = useState(false);
  const [own, setOwn] = useState<Errors>({});
  const [changed, setChanged] = useState<{ problem: typeof problem; fields: readonly string[] }>({ problem, fields: [] });
  const changedSince = changed.problem === problem ? changed.fields : [];
  const fromService = Object.entries(refused(problem)).filter(([name]) => !changedSince.includes(name));
  const errors: Errors = { ...Object.fromEntries(fromService), ...own };

  const set = (changes: Draft<S>): void => {
    const names = Object.keys(changes);
    setDraft((before) => ({ ...before, ...changes }));
    setDirty(true);
    setOwn((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name))));
    setChanged({ problem, fields: [...changedSince, ...names] });
  };
  const bind = <T>(name: string, value: T): BoundField<T> => ({
    name,
    value,
    error: errors[name],
    onChange: (next) => set({ [name]: next === '' ? undefined : next } as Draft<S>),
  });
  return {
    draft,
    errors,
    dirty,
    field: (name) => bind(name, draft[name]),
    text: (name) => bind(name, String(draft[name] ?? '')),
    set,
    reset: (next = start) => {
      setDraft(next);
      setDirty(false);
      setOwn({});
    },
    check: () => {
      const present = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
      const read = schema.safeParse(present);
      setOwn(read.success ? {} : fieldErrors(read.error.issues));
      return read.success ? (present as z.input<S>) : undefined;
    },
  };
}
