import { signIn } from '@vungmanh/contracts/gateway/session';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form.js';
import { PasswordField, TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';

export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const command = useCommand(signIn, { changes: [], onDone: onSignedIn });
  const form = useForm(signIn.input, {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(credentials) => command.mutate({ input: credentials })}
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
