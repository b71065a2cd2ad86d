import { useMutation } from '@tanstack/react-query';
import { signIn } from '@vungmanh/contracts/gateway/session';
import type { SignInAnswer } from '@vungmanh/contracts/identity/sign-in';
import type { SentOf } from '@vungmanh/contracts/operation';
import { useState } from 'react';
import type { ProblemError } from '../../api/problem-error.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form.js';
import { PasswordField, TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { answer } from './begin.js';
import { SecondStep } from './second-step.js';

interface SignInFormProps {
  /** Where the person wants to be afterwards. */
  readonly from?: string | undefined;
  /** The provider is content; the browser has to go on to that address. */
  readonly onAnswered: (to: string) => Promise<void> | void;
}

/** The password, and whatever is asked for after it. */
export function SignInForm({ from, onAnswered }: SignInFormProps) {
  const [next, setNext] = useState<SignInAnswer>();
  const take = async (answered: SignInAnswer) => {
    if (answered.next === 'DONE') await onAnswered(answered.to);
    else setNext(answered);
  };
  if (next !== undefined && next.next !== 'DONE')
    return <SecondStep step={next} onAnswered={take} onFinished={onAnswered} onBack={() => setNext(undefined)} />;
  return <PasswordStep from={from} onAnswered={take} />;
}

function PasswordStep({ from, onAnswered }: { from: string | undefined; onAnswered: (answered: SignInAnswer) => Promise<void> }) {
  const command = useMutation<void, ProblemError, SentOf<typeof signIn>>({
    mutationKey: [signIn.subject],
    mutationFn: async (credentials) => onAnswered(await answer(credentials, from)),
  });
  const form = useForm(signIn.input, {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(credentials) => command.mutate(credentials)}
      actions={
        <Button type="submit" look="primary" busy={command.isPending}>
          Đăng nhập
        </Button>
      }
    >
      <TextField label="Tên đăng nhập" {...form.text('username')} autoComplete="username" autoFocus />
      <PasswordField label="Mật khẩu" {...form.text('password')} />
    </Form>
  );
}
