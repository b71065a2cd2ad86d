import { type Account, disableAccount, listAccounts } from '@vungmanh/contracts/identity/account';
import { endGrant, type HeldGrant } from '@vungmanh/contracts/identity/role';
import { useCommand } from '../../api/queries.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { TextArea } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';

export function EndGrantForm({ grant, where, onClose }: { grant: HeldGrant; where: string; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(endGrant, {
    changes: [listAccounts],
    onDone: () => {
      toast({ text: 'Đã thu hồi quyền.' });
      onClose();
    },
  });
  const form = useForm(endGrant.input.omit({ grantId: true }), {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, grantId: grant.id }, version: grant.version })}
      actions={<FormButtons submit="Thu hồi quyền" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <p>
        Thu hồi quyền <span className="strong">{grant.role.label}</span> tại {where}, có hiệu lực ngay.
      </p>
      <TextArea label="Lý do" rows={2} maxLength={300} {...form.text('reason')} />
    </Form>
  );
}

export function DisableForm({ account, onClose }: { account: Account; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(disableAccount, {
    changes: [listAccounts],
    onDone: () => {
      toast({ text: `Đã khóa tài khoản ${account.username}.` });
      onClose();
    },
  });
  const form = useForm(disableAccount.input.omit({ accountId: true }), {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, accountId: account.id }, version: account.version })}
      actions={<FormButtons submit="Khóa tài khoản" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <p>Người dùng bị đăng xuất ngay và không đăng nhập được nữa. Những việc đã làm vẫn được giữ.</p>
      <TextArea label="Lý do" rows={2} maxLength={300} {...form.text('reason')} />
    </Form>
  );
}
