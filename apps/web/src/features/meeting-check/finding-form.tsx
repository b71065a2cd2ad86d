import { addCheckFinding, type CheckCell } from '@vungmanh/contracts/inspection/check-cell';
import { useCommand } from '../../api/queries.js';
import { RadioField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';

const kinds = [
  { value: 'STRENGTH' as const, label: 'Ưu điểm' },
  { value: 'SHORTCOMING' as const, label: 'Khuyết điểm' },
];

/** A strength, or a shortcoming with what is proposed and until when. */
export function FindingForm({ cell, onClose }: { cell: CheckCell; onClose: () => void }) {
  const command = useCommand(addCheckFinding, { onDone: onClose });
  const form = useForm(addCheckFinding.input, { checkId: cell.checkId, nodeId: cell.nodeId }, command.error);
  const weak = form.draft.kind === 'SHORTCOMING';
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={({ proposal, due, ...input }) => command.mutate({ input: { ...input, ...(weak && { proposal, due }) }, version: cell.version })}
      actions={<FormButtons submit="Ghi nhận" busy={command.isPending} onClose={onClose} />}
    >
      <RadioField label="Loại" options={kinds} {...form.field('kind')} />
      <TextArea label="Nội dung" rows={3} maxLength={2000} {...form.text('text')} />
      {weak && (
        <>
          <TextArea label="Kiến nghị khắc phục" rows={2} maxLength={1000} {...form.text('proposal')} />
          <DateField label="Hạn khắc phục" {...form.field('due')} />
        </>
      )}
      <p className="soft small">Chỉ đoàn kiểm tra và chi bộ này đọc được. Dấu hiệu vi phạm không ghi ở đây mà đề nghị kiểm tra theo thủ tục riêng.</p>
    </Form>
  );
}
