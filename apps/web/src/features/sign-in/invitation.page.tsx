import { useMutation } from '@tanstack/react-query';
import { accept } from '@vungmanh/contracts/gateway/session';
import type { SentOf } from '@vungmanh/contracts/operation';
import { api } from '../../api/api.js';
import type { ProblemError } from '../../api/problem-error.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form.js';
import { Note } from '../../ui/notes.js';
import { PasswordField, TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { startOf } from './begin.js';
import { SignInFrame } from './sign-in-frame.js';

/** Where a person who was handed an invitation sets their own password. */
export function InvitationPage() {
  const command = useMutation<void, ProblemError, SentOf<typeof accept>>({
    mutationKey: [accept.subject],
    mutationFn: async (input) => void (await api(accept, input)),
  });
  const form = useForm(accept.input, {}, command.error);
  return (
    <SignInFrame title="Đặt mật khẩu">
      {command.isSuccess ? (
        <Note tone="done" title="Đã đặt mật khẩu.">
          <p>
            <a href={startOf('/')}>Đăng nhập bằng mật khẩu vừa đặt</a>
          </p>
        </Note>
      ) : (
        <Form
          form={form}
          problem={command.error}
          onSubmit={(input) => command.mutate(input)}
          actions={
            <Button type="submit" look="primary" busy={command.isPending}>
              Đặt mật khẩu
            </Button>
          }
        >
          <p>Nhập đúng như trên giấy mời mà cán bộ quản trị đã trao cho đồng chí.</p>
          <TextField label="Tên đăng nhập" {...form.text('username')} autoComplete="username" autoFocus />
          <TextField label="Mã mời" hint="10 ký tự, chữ hoa hay chữ thường đều được." maxLength={16} {...form.text('code')} />
          <PasswordField
            label="Mật khẩu mới"
            hint="Từ 8 ký tự trở lên; một câu ngắn dễ nhớ, khó đoán là tốt nhất."
            autoComplete="new-password"
            {...form.text('password')}
          />
        </Form>
      )}
    </SignInFrame>
  );
}
