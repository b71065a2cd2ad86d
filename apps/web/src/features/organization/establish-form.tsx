import { childrenOf, myRoots, nodeDetail } from '@vungmanh/contracts/organization/browse';
import { establishNode, type NodeDetail } from '@vungmanh/contracts/organization/node';
import { listNodeTypes } from '@vungmanh/contracts/organization/node-type';
import { useNavigate } from '@tanstack/react-router';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { SelectField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { DecisionFields } from './decision-fields.js';

const Establishing = establishNode.input.omit({ parentId: true });

/** An organization right below another, from the day of its decision. */
export function EstablishForm({ parent, onClose }: { parent: NodeDetail; onClose: () => void }) {
  const toast = useToast();
  const navigate = useNavigate();
  const command = useCommand(establishNode, {
    changes: [childrenOf, myRoots, nodeDetail],
    onDone: (node) => {
      toast({ text: `Đã lập ${node.name}.` });
      onClose();
      void navigate({ to: '/organizations', search: { id: node.id } });
    },
  });
  const form = useForm(Establishing, {}, command.error);
  const { establishedOn, typeCode } = form.draft;
  const types = useQueryOf(listNodeTypes, establishedOn === undefined ? {} : { on: establishedOn });
  const fitting = types.data?.types.filter((t) => t.allowedParents.includes(parent.typeCode)) ?? [];
  const type = fitting.find((t) => t.code === typeCode);
  if (types.isPending) return <Skeleton lines={5} />;
  if (types.error) return <ProblemNote problem={types.error} onRetry={() => void types.refetch()} />;
  if (fitting.length === 0) return <Note title={`Không có loại hình tổ chức nào được lập trực thuộc ${parent.name}.`} />;
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, parentId: parent.id } })}
      actions={<FormButtons submit="Lập tổ chức" busy={command.isPending} onClose={onClose} />}
    >
      <p className="soft">Trực thuộc {parent.name}</p>
      <SelectField label="Loại hình" options={fitting.map((t) => ({ value: t.code, label: t.label }))} {...form.field('typeCode')} />
      <TextField label="Tên gọi" maxLength={200} {...form.text('name')} />
      <TextField
        label="Mã tổ chức đảng"
        short
        maxLength={40}
        placeholder={`${parent.code}.001`}
        hint="Các nhóm chữ số cách nhau bằng dấu chấm."
        {...form.text('code')}
      />
      {type?.traits.meetsAsCell && (
        <SelectField
          label="Lĩnh vực"
          optional
          hint="Quyết định nội dung sinh hoạt mẫu của chi bộ."
          options={(types.data?.sectors ?? []).map((s) => ({ value: s.code, label: s.label }))}
          {...form.field('sector')}
        />
      )}
      <DateField label="Ngày thành lập" {...form.field('establishedOn')} />
      <DecisionFields value={form.draft.decision} onChange={(decision) => form.set({ decision })} error={form.errors.decision} />
    </Form>
  );
}
