import type { Denunciation } from '@vungmanh/contracts/inspection/denunciation';
import type { Command } from '@vungmanh/contracts/operation';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { type Ordered, useCommand } from '../../api/queries.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { useToast } from '../../ui/toast.js';
import { type Draft, type FormOf, useForm } from '../../ui/use-form.js';

type Act = Command & { readonly input: z.ZodObject };

interface DenunciationFormProps<C extends Act> {
  readonly operation: C;
  readonly found: Pick<Denunciation, 'id' | 'version'>;
  readonly start?: Draft<C['input']>;
  readonly submit: string;
  readonly done: string;
  readonly onClose: () => void;
  readonly children: (form: FormOf<C['input']>) => ReactNode;
}

/** One act on a denunciation: its fields, its button, and what is said when it is done. */
export function DenunciationForm<C extends Act>({
  operation,
  found,
  start = {} as Draft<C['input']>,
  submit,
  done,
  onClose,
  children,
}: DenunciationFormProps<C>) {
  const toast = useToast();
  const command = useCommand(operation, {
    onDone: () => {
      onClose();
      toast({ text: done });
    },
  });
  const form = useForm<C['input']>(operation.input, { ...start, denunciationId: found.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: found.version } as Ordered<C>)}
      actions={<FormButtons submit={submit} busy={command.isPending} onClose={onClose} />}
    >
      {children(form)}
    </Form>
  );
}
