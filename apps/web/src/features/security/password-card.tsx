import { mySessions } from '@vungmanh/contracts/gateway/session';
import { changePassword } from '@vungmanh/contracts/identity/password';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Form } from '../../ui/form.js';
import { PasswordField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';

/** Another password for oneself; where else one is signed in, that ends. */
export function PasswordCard() {
  const [round, setRound] = useState(0);
  return (
    <Card title="Đổi mật khẩu">
      <PasswordForm key={round} onChanged={() => setRound(round + 1)} />
    </Card>
  );
}

function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const toast = useToast();
  const command = useCommand(changePassword, {
    changes: [mySessions],
    onDone: () => {
      toast({ text: 'Đã đổi mật khẩu. Các nơi đăng nhập khác đã kết thúc.' });
      onChanged();
    },
  });
  const form = useForm(changePassword.input, {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={
        <Button type="submit" look="primary" busy={command.isPending}>
          Đổi mật khẩu
        </Button>
      }
    >
      <PasswordField label="Mật khẩu hiện tại" {...form.text('currentPassword')} />
      <PasswordField
        label="Mật khẩu mới"
        hint="Từ 8 ký tự trở lên; một câu ngắn dễ nhớ, khó đoán là tốt nhất."
        autoComplete="new-password"
        {...form.text('newPassword')}
      />
    </Form>
  );
}
