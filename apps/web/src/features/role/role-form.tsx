import { changeRole, createRole, type ManagedRole, managedRoles } from '@vungmanh/contracts/identity/role-change';
import { listRoles } from '@vungmanh/contracts/identity/role';
import { type Permission, permissionLabel, permissions } from '@vungmanh/contracts/permission';
import { useCommand } from '../../api/queries.js';
import { CheckField, SelectField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { type Holding, holdingLabel, holdingOf, withHolding } from './holding.js';

const Content = changeRole.input.omit({ code: true });

/** Names a role and says what it lets do or hand on. Without a role a new one. */
export function RoleForm({ role, onClose }: { role?: ManagedRole; onClose: () => void }) {
  const toast = useToast();
  const options = {
    changes: [managedRoles, listRoles],
    onDone: (done: ManagedRole) => {
      toast({ text: done.pending ? 'Đã gửi. Thay đổi có hiệu lực khi một đồng chí khác duyệt.' : `Đã sửa vai trò ${done.label}.` });
      onClose();
    },
  };
  const change = useCommand(changeRole, options);
  const create = useCommand(createRole, options);
  const error = role ? change.error : create.error;
  const form = useForm(role ? Content.extend({ code: createRole.input.shape.code.optional() }) : createRole.input, initial(role), error);
  const { permissions: used = [], handsOn = [], fourEyes = false } = form.draft;
  return (
    <Form
      form={form}
      problem={error}
      onSubmit={({ code, ...content }) =>
        role
          ? change.mutate({ input: { ...content, code: role.code }, version: role.version })
          : create.mutate({ input: { ...content, code: code ?? '' } })
      }
      actions={<FormButtons submit="Lưu" busy={change.isPending || create.isPending} onClose={onClose} />}
    >
      <p className="soft small">Đổi tên và bớt quyền có hiệu lực ngay với mọi người giữ vai trò. Thêm quyền cần một đồng chí khác duyệt.</p>
      {!role && <TextField label="Mã vai trò" hint="Chữ hoa không dấu và dấu gạch dưới, ví dụ TO_TRUONG." {...form.text('code')} />}
      <TextField label="Tên vai trò" maxLength={100} {...form.text('label')} />
      <CheckField
        label="Giao vai trò này cần hai người"
        hint="Một người đề nghị, một người khác duyệt."
        checked={fourEyes}
        onChange={(next) => form.set({ fourEyes: next })}
      />
      {permissions.map((p: Permission) => (
        <SelectField<Holding>
          key={p}
          label={permissionLabel[p]}
          options={(['none', 'use', 'hand-on'] as const).map((value) => ({ value, label: holdingLabel[value] }))}
          value={holdingOf(p, { permissions: used, handsOn })}
          onChange={(next) => form.set(withHolding(p, next ?? 'none', { permissions: used, handsOn }))}
        />
      ))}
    </Form>
  );
}

function initial(role: ManagedRole | undefined) {
  if (!role) return { permissions: [], handsOn: [], fourEyes: false };
  const { label, permissions: used, handsOn, fourEyes } = role;
  return { label, permissions: used, handsOn, fourEyes };
}
