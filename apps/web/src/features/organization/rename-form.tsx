import { childrenOf, nodeDetail, nodeHistory } from '@vungmanh/contracts/organization/browse';
import { type NodeDetail, renameNode } from '@vungmanh/contracts/organization/node';
import { useCommand } from '../../api/queries.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { DecisionFields } from './decision-fields.js';

const Renaming = renameNode.input.omit({ nodeId: true });

/** Another name from a day on; the one before stays in the history. */
export function RenameForm({ node, onClose }: { node: NodeDetail; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(renameNode, {
    changes: [nodeDetail, childrenOf, nodeHistory],
    onDone: (renamed) => {
      toast({ text: `Đã đổi tên thành ${renamed.name}.` });
      onClose();
    },
  });
  const form = useForm(Renaming, { name: node.name }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, nodeId: node.id }, version: node.version })}
      actions={<FormButtons submit="Đổi tên" busy={command.isPending} onClose={onClose} />}
    >
      <TextField label="Tên mới" maxLength={200} {...form.text('name')} />
      <DateField label="Có hiệu lực từ ngày" {...form.field('from')} />
      <DecisionFields value={form.draft.decision} onChange={(decision) => form.set({ decision })} error={form.errors.decision} />
      <p className="soft small">Tên cũ vẫn được giữ trong lịch sử của tổ chức.</p>
    </Form>
  );
}
