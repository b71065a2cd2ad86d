import type { Finding } from '@vungmanh/contracts/inspection/case';
import { addCaseNote, attachToCase, raiseFinding, withdrawFinding } from '@vungmanh/contracts/inspection/case-visit';
import { FindingKind, findingKindLabel } from '@vungmanh/contracts/inspection/kind';
import { RadioField } from '../../ui/choice-field.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Form } from '../../ui/form.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { AttachForm } from '../meeting/attach-form.js';
import type { ActProps } from './step-forms.js';
import { useCaseCommand } from './use-case-command.js';

export function NoteForm({ of: { id: caseId, version }, onClose }: ActProps) {
  const command = useCaseCommand(addCaseNote, 'Đã ghi chép.', onClose);
  const form = useForm(addCaseNote.input, { caseId }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version })}
      actions={<FormButtons submit="Lưu ghi chép" busy={command.isPending} onClose={onClose} />}
    >
      <TextArea label="Đã kiểm tra, đối chiếu gì, kết quả ra sao" rows={6} maxLength={5000} {...form.text('text')} />
    </Form>
  );
}

const kinds = FindingKind.options.map((value) => ({ value, label: findingKindLabel[value] }));

export function FindingForm({ of: { id: caseId, version, plan }, onClose }: ActProps) {
  const command = useCaseCommand(raiseFinding, 'Đã ghi nhận.', onClose);
  const form = useForm(raiseFinding.input, { caseId, about: plan?.outline[0]?.title }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version })}
      actions={<FormButtons submit="Ghi nhận" busy={command.isPending} onClose={onClose} />}
    >
      <RadioField label="Loại" options={kinds} {...form.field('kind')} />
      <TextField label="Về nội dung" maxLength={300} {...form.text('about')} />
      <TextArea label="Nội dung ghi nhận" rows={5} maxLength={5000} {...form.text('text')} />
    </Form>
  );
}

export function WithdrawForm({ of: { id: caseId, version }, finding, onClose }: ActProps & { finding: Finding }) {
  const command = useCaseCommand(withdrawFinding, 'Đã rút nội dung này.', onClose);
  const form = useForm(withdrawFinding.input, { caseId, findingId: finding.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version })}
      actions={<FormButtons submit="Rút nội dung này" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <p className="pre-line">{finding.text}</p>
      <p className="soft">Nội dung đã rút không có trong báo cáo, kết luận; lý do rút còn lưu trong diễn biến.</p>
      <TextArea label="Lý do" rows={3} maxLength={500} {...form.text('reason')} />
    </Form>
  );
}

/** Evidence, or a self-report that came on paper; evidence may belong to a finding. */
export function FileForm({
  of: { id: caseId, version },
  kind,
  findingId,
  onClose,
}: ActProps & { kind: 'EVIDENCE' | 'SELF_REPORT'; findingId?: string }) {
  const command = useCaseCommand(attachToCase, 'Đã đính kèm.', onClose);
  return (
    <AttachForm
      busy={command.isPending}
      problem={command.error}
      onSend={(file) => command.mutate({ input: { caseId, kind, ...(findingId === undefined ? {} : { findingId }), ...file }, version })}
      onClose={onClose}
    />
  );
}
