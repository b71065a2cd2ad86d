import { useMutation } from '@tanstack/react-query';
import { signIn } from '@vungmanh/contracts/gateway/session';
import type { SentOf } from '@vungmanh/contracts/operation';
import type { ProblemError } from '../../api/problem-error.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form.js';
import { PasswordField, TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { answer } from './begin.js';

interface SignInFormProps {
  /** Where the person wants to be afterwards. */
  readonly from?: string | undefined;
  /** The provider is content; the browser has to go on to that address. */
  readonly onAnswered: (to: string) => Promise<void> | void;
}

export function SignInForm({ from, onAnswered }: SignInFormProps) {
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
