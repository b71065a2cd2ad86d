import { addCheckFinding, type CheckCell } from '@vungmanh/contracts/inspection/check-cell';
import { useCommand } from '../../api/queries.js';
import { useKeptForm } from '../../session/use-kept-form.js';
import { RadioField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { ResumedNote } from '../../ui/resumed-note.js';

const kinds = [
  { value: 'STRENGTH' as const, label: 'Ưu điểm' },
  { value: 'SHORTCOMING' as const, label: 'Khuyết điểm' },
];

/** A strength, or a shortcoming with what is proposed and until when. */
export function FindingForm({ cell, onClose }: { cell: CheckCell; onClose: () => void }) {
  const command = useCommand(addCheckFinding);
  const start = { checkId: cell.checkId, nodeId: cell.nodeId };
  const form = useKeptForm(addCheckFinding.input, start, `check-finding.${cell.id}`, command.error);
  const done = () => {
    form.sent();
    onClose();
  };
  const weak = form.draft.kind === 'SHORTCOMING';
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={({ proposal, due, ...input }) =>
        command.mutate({ input: { ...input, ...(weak && { proposal, due }) }, version: cell.version }, { onSuccess: done })
      }
      actions={<FormButtons submit="Ghi nhận" busy={command.isPending} onClose={onClose} />}
    >
      <ResumedNote {...form} />
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
