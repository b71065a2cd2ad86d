import { createAccount, listAccounts } from '@vungmanh/contracts/identity/account';
import { inviteAccount } from '@vungmanh/contracts/identity/invitation';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { nodesWith, useSession } from '../../session/session.js';
import type { Found } from '../../ui/find-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { MemberField } from '../member/member-field.js';
import { InvitationSheet } from './invitation-sheet.js';
import { RoleFields } from './role-fields.js';

/** An account with its first grant; for a member it carries their name. Its password the person sets by the invitation that is printed then. */
export function CreateAccountForm({ onClose }: { onClose: () => void }) {
  const toast = useToast();
  const session = useSession();
  const among = nodesWith(session, 'membership:list')[0];
  const [person, setPerson] = useState<Found>();
  const [node, setNode] = useState<Found>();
  const invite = useCommand(inviteAccount, { changes: [] });
  const command = useCommand(createAccount, {
    changes: [listAccounts],
    onDone: (account) => {
      toast({ text: `Đã mở tài khoản ${account.username}.` });
      invite.mutate({ input: { accountId: account.id } });
    },
  });
  const form = useForm(createAccount.input, { below: false }, command.error);
  if (invite.data) return <InvitationSheet name={command.data?.displayName ?? ''} invitation={invite.data} onDone={onClose} />;
  return (
    <Form
      form={form}
      problem={command.error ?? invite.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Mở tài khoản" busy={command.isPending || invite.isPending} onClose={onClose} />}
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
