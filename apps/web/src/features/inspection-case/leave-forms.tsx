import { escalateCase, extendCase, terminateCase } from '@vungmanh/contracts/inspection/case-step';
import { EscalationTarget, escalationTargetLabel } from '@vungmanh/contracts/inspection/kind';
import { showDate } from '../../text/dates.js';
import { RadioField } from '../../ui/choice-field.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Form } from '../../ui/form.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import type { ActProps } from './step-forms.js';
import { useCaseCommand } from './use-case-command.js';

export function ExtendForm({ of: { id: caseId, version, dueOn }, onClose }: ActProps) {
  const command = useCaseCommand(extendCase, 'Đã gia hạn.', onClose);
  const form = useForm(extendCase.input, { caseId }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version })}
      actions={<FormButtons submit="Gia hạn" busy={command.isPending} onClose={onClose} />}
    >
      {dueOn !== undefined && <p>Thời hạn hiện nay: {showDate(dueOn)}.</p>}
      <DateField label="Thời hạn mới" {...form.field('workTo')} />
      <TextArea label="Lý do" rows={3} maxLength={500} {...form.text('reason')} />
    </Form>
  );
}

const targets = EscalationTarget.options.map((value) => ({ value, label: escalationTargetLabel[value] }));

export function EscalateForm({ of: { id: caseId, version }, onClose }: ActProps) {
  const command = useCaseCommand(escalateCase, 'Đã chuyển xử lý.', onClose);
  const form = useForm(escalateCase.input, { caseId }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version })}
      actions={<FormButtons submit="Chuyển xử lý" busy={command.isPending} look="danger" onClose={onClose} />}
    >
      <p>Hồ sơ này dừng ở đây. Việc tiếp theo lập hồ sơ khác. Không rút lại được.</p>
      <RadioField label="Chuyển sang" options={targets} {...form.field('target')} />
      <TextArea label="Lý do" rows={3} maxLength={500} {...form.text('reason')} />
    </Form>
  );
}

export function TerminateForm({ of: { id: caseId, version }, onClose }: ActProps) {
  const command = useCaseCommand(terminateCase, 'Đã dừng cuộc kiểm tra, giám sát.', onClose);
  const form = useForm(terminateCase.input, { caseId }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version })}
      actions={<FormButtons submit="Dừng cuộc này" busy={command.isPending} look="danger" onClose={onClose} />}
    >
      <p>Hồ sơ được giữ lại cùng lý do. Không rút lại được.</p>
      <TextArea label="Lý do" rows={3} maxLength={500} {...form.text('reason')} />
    </Form>
  );
}
