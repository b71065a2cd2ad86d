import { type Account, listAccounts } from '@vungmanh/contracts/identity/account';
import { listProposals, proposeGrant } from '@vungmanh/contracts/identity/grant-proposal';
import { giveGrant, listRoles } from '@vungmanh/contracts/identity/role';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import type { Found } from '../../ui/find-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Note } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { AccountField } from './account-field.js';
import { RoleFields } from './role-fields.js';

const Giving = giveGrant.input.omit({ accountId: true });

export function GiveGrantForm({ account, onClose }: { account: Account; onClose: () => void }) {
  const toast = useToast();
  const [node, setNode] = useState<Found>();
  const [principal, setPrincipal] = useState<Found>();
  const command = useCommand(giveGrant, {
    changes: [listAccounts],
    onDone: () => {
      toast({ text: `Đã giao quyền cho ${account.displayName}.` });
      onClose();
    },
  });
  const proposal = useCommand(proposeGrant, {
    changes: [listProposals],
    onDone: () => {
      toast({ text: `Đã gửi đề nghị giao quyền cho ${account.displayName}. Quyền có hiệu lực khi người khác duyệt.` });
      onClose();
    },
  });
  const form = useForm(Giving, { below: false }, command.error ?? proposal.error);
  const roles = useQueryOf(listRoles, {});
  const byTwo = roles.data?.items.some((r) => r.code === form.draft.roleCode && r.fourEyes) ?? false;
  return (
    <Form
      form={form}
      problem={byTwo ? proposal.error : command.error}
      onSubmit={(input) => (byTwo ? proposal : command).mutate({ input: { ...input, accountId: account.id } })}
      actions={
        <FormButtons submit={byTwo ? 'Gửi đề nghị giao quyền' : 'Giao quyền'} busy={command.isPending || proposal.isPending} onClose={onClose} />
      }
    >
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
      {byTwo && <Note title="Vai trò này cần hai người. Quyền chỉ có hiệu lực khi một đồng chí khác có thẩm quyền duyệt." />}
      <AccountField
        optional
        label="Làm thay đồng chí"
        hint="Để trống nếu giao quyền cho chính người này. Chọn người đang giữ đúng vai trò ấy nếu người này làm thay; mọi việc ghi tên cả hai."
        value={principal}
        onChange={(found) => {
          setPrincipal(found);
          form.set({ onBehalfOf: found?.id });
        }}
        error={form.errors.onBehalfOf}
      />
      <div className="columns">
        <DateField label="Từ ngày" optional hint="Để trống là từ hôm nay." {...form.field('validFrom')} />
        <DateField label="Hết quyền từ ngày" optional hint="Để trống là không thời hạn." {...form.field('validTo')} />
      </div>
    </Form>
  );
}
