import { type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { z } from 'zod';
import type { ProblemError } from '../api/problem-error.js';
import './form.css';
import { ProblemNote } from './notes.js';
import type { FormOf } from './use-form.js';

interface FormProps<S extends z.ZodObject> {
  readonly form: FormOf<S>;
  /** Called with an input that its schema accepts. */
  readonly onSubmit: (input: z.input<S>) => void;
  /** What the command answered; a refusal that belongs to fields is shown at the fields. */
  readonly problem?: ProblemError | null;
  readonly children: ReactNode;
  /** The buttons, the submitting one first. */
  readonly actions: ReactNode;
}

/** Checks, marks and moves the focus to the first field that needs a change. */
export function Form<S extends z.ZodObject>({ form, onSubmit, problem, children, actions }: FormProps<S>) {
  const element = useRef<HTMLFormElement>(null);
  const submit = () => {
    const input = flushSync(() => form.check());
    if (input) onSubmit(input);
    else element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  };
  return (
    <form
      ref={element}
      className="form"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        submit();
      }}
    >
      {children}
      <ProblemNote problem={problem} onRetry={problem?.passing ? submit : undefined} />
      <div className="form-actions">{actions}</div>
    </form>
  );
}
