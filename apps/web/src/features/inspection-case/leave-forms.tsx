import { escalateCase, extendCase, terminateCase } from '@vungmanh/contracts/inspection/case-step';
import { EscalationTarget, escalationTargetLabel } from '@vungmanh/contracts/inspection/kind';
import { showDate } from '../../text/dates.js';
import { RadioField, SelectField } from '../../ui/choice-field.js';
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
const OUTSIDE = 'Cơ quan ngoài hệ thống, chuyển bằng văn bản giấy';

export function EscalateForm({ of: { id: caseId, version, receivers }, onClose }: ActProps) {
  const command = useCaseCommand(escalateCase, 'Đã chuyển xử lý.', onClose);
  const form = useForm(escalateCase.input, { caseId }, command.error);
  const { target, toNodeId } = form.draft;
  const [own, ...above] = receivers.map(({ id, name }) => ({ value: id, label: name }));
  const told = target === 'SUSPECTED_VIOLATION' || toNodeId !== undefined;
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version })}
      actions={<FormButtons submit="Chuyển xử lý" busy={command.isPending} look="danger" onClose={onClose} />}
    >
      <p>Hồ sơ này dừng ở đây. Nơi nhận lập hồ sơ khác. Không rút lại được.</p>
      <RadioField
        label="Chuyển sang"
        options={targets}
        value={target}
        onChange={(next) => form.set({ target: next, toNodeId: undefined, summary: undefined })}
        error={form.errors['target']}
      />
      {target === 'SUSPECTED_VIOLATION' && (
        <SelectField label="Nơi nhận" optional empty={own?.label ?? ''} options={above} {...form.field('toNodeId')} />
      )}
      {target === 'AUTHORITY' && <SelectField label="Nơi nhận" optional empty={OUTSIDE} options={above} {...form.field('toNodeId')} />}
      {target === 'DISCIPLINE' && <p className="soft">Chuyển xong, mở hồ sơ kỷ luật ngay trên trang hồ sơ này.</p>}
      {told && (
        <TextArea
          label="Nội dung chuyển đến nơi nhận"
          hint="Nơi nhận chỉ đọc phần này, không đọc được hồ sơ này. Ghi sự việc, không ghi ai đã phản ánh."
          optional
          rows={5}
          maxLength={5000}
          {...form.text('summary')}
        />
      )}
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
