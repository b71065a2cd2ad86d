import { CalendarDate, line } from '@vungmanh/contracts/types';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { ProblemError } from '../../api/problem-error.js';
import { today } from '../../text/dates.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Form } from '../../ui/form.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';

const OnADay = z.strictObject({ onDay: CalendarDate, reason: line(500).optional() });

interface DayFormProps {
  readonly day: string;
  /** Asked for only where it is given. */
  readonly reason?: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly problem: ProblemError | null;
  readonly onSend: (said: z.input<typeof OnADay>) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A step that was taken on a day, with a reason where one may be needed. */
export function DayForm({ day, reason, submit, busy, problem, onSend, onClose, children }: DayFormProps) {
  const form = useForm(OnADay, { onDay: today() }, problem);
  return (
    <Form form={form} problem={problem} onSubmit={onSend} actions={<FormButtons submit={submit} busy={busy} onClose={onClose} />}>
      {children}
      <DateField label={day} {...form.field('onDay')} />
      {reason !== undefined && <TextArea label={reason} optional rows={3} maxLength={500} {...form.text('reason')} />}
    </Form>
  );
}
