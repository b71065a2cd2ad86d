import type { Member } from '@vungmanh/contracts/membership/member';
import { recordManagement } from '@vungmanh/contracts/membership/member-change';
import { nodeDetail } from '@vungmanh/contracts/organization/browse';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { SelectField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { memberViews } from './changed.js';

/** Which committee above the cell manages the member as a cadre. */
export function ManagementForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const toast = useToast();
  const cell = useQueryOf(nodeDetail, { nodeId: member.nodeId });
  const above = cell.data?.path.filter((step) => step.id !== member.nodeId) ?? [];
  const command = useCommand(recordManagement, {
    changes: memberViews,
    onDone: () => {
      toast({ text: `Đã ghi diện quản lý của đồng chí ${member.name}.` });
      onClose();
    },
  });
  const form = useForm(recordManagement.input.omit({ personId: true }), {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error ?? cell.error}
      onSubmit={(input) => command.mutate({ input: { ...input, personId: member.id }, version: member.version })}
      actions={<FormButtons submit="Ghi diện quản lý" busy={command.isPending} onClose={onClose} />}
    >
      <p className="soft">Chi bộ không kiểm tra dấu hiệu vi phạm của đảng viên do cấp ủy cấp trên quản lý, chỉ báo cáo bằng văn bản (21-QĐ/TW).</p>
      <SelectField label="Cấp ủy quản lý" options={above.map(({ id, name }) => ({ value: id, label: name }))} {...form.field('nodeId')} />
      <div className="columns">
        <DateField label="Từ ngày" {...form.field('from')} />
        <DateField label="Đến ngày" optional hint="Nếu đã biết." {...form.field('to')} />
      </div>
    </Form>
  );
}
