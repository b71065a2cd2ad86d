import { createAccount, listAccounts } from '@vungmanh/contracts/identity/account';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { nodesWith, useSession } from '../../session/session.js';
import type { Found } from '../../ui/find-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { PasswordField, TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { MemberField } from '../member/member-field.js';
import { RoleFields } from './role-fields.js';

/** An account with its first grant; for a member it carries their name. */
export function CreateAccountForm({ onClose }: { onClose: () => void }) {
  const toast = useToast();
  const session = useSession();
  const among = nodesWith(session, 'membership:list')[0];
  const [person, setPerson] = useState<Found>();
  const [node, setNode] = useState<Found>();
  const command = useCommand(createAccount, {
    changes: [listAccounts],
    onDone: (account) => {
      toast({ text: `Đã mở tài khoản ${account.username}.` });
      onClose();
    },
  });
  const form = useForm(createAccount.input, { below: false }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Mở tài khoản" busy={command.isPending} onClose={onClose} />}
    >
      {among !== undefined && (
        <MemberField
          optional
          label="Đảng viên"
          hint="Để trống nếu là tài khoản của cơ quan."
          nodeId={among}
          value={person}
          onChange={(found) => {
            setPerson(found);
            form.set({ personId: found?.id, ...(found ? { displayName: found.name } : {}) });
          }}
          error={form.errors.personId}
        />
      )}
      <TextField label="Tên hiển thị" maxLength={100} {...form.text('displayName')} />
      <TextField label="Tên đăng nhập" hint="Chữ không dấu, chữ số, dấu chấm; ví dụ nguyenvanduc." {...form.text('username')} />
      <PasswordField
        label="Mật khẩu ban đầu"
        hint="Ít nhất 8 ký tự. Trao tận tay người dùng."
        autoComplete="new-password"
        {...form.text('password')}
      />
      <RoleFields
        roleCode={form.draft.roleCode}
        node={node}
        below={form.draft.below ?? false}
        errors={form.errors}
        onRole={(roleCode) => form.set({ roleCode })}
        onNode={(found) => {
          setNode(found);
          form.set({ nodeId: found?.id });
        }}
        onBelow={(below) => form.set({ below })}
      />
    </Form>
  );
}
