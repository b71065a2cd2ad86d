import { type Proposal, proposalLabel, proposeForMember, reportMember, type SupervisionLine } from '@vungmanh/contracts/inspection/supervision-line';
import { useCommand } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { RadioField } from '../../ui/choice-field.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Form } from '../../ui/form.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';

interface FormProps {
  readonly line: SupervisionLine;
  readonly onClose: () => void;
}

const hints: Partial<Record<Proposal, string>> = {
  HELP: 'Khó khăn gì, chi bộ giúp bằng cách nào',
  REFER: 'Ghi rồi thì không đổi được ở đây; chi bộ xem xét mở cuộc kiểm tra',
};

/** Commend, help, remind or refer, with the reason that the member will read. */
export function ProposeForm({ line, onClose }: FormProps) {
  const toast = useToast();
  const command = useCommand(proposeForMember, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã ghi đề nghị.' });
    },
  });
  const { kind, reason } = line.proposed ?? {};
  const form = useForm(proposeForMember.input.omit({ supervisionLineId: true }), { kind, reason }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, supervisionLineId: line.id }, version: line.version })}
      actions={<FormButtons submit="Ghi đề nghị" busy={command.isPending} onClose={onClose} />}
    >
      <RadioField
        label="Đề nghị"
        options={line.offered.proposals.map((value) => {
          const hint = hints[value];
          return { value, label: proposalLabel[value], ...(hint !== undefined && { hint }) };
        })}
        {...form.field('kind')}
      />
      <TextArea
        label="Lý do"
        hint="Căn cứ vào nhiệm vụ được giao và kết quả. Đảng viên đọc được."
        rows={3}
        maxLength={2000}
        {...form.text('reason')}
      />
    </Form>
  );
}

/** What was reported to the committee that manages the member, after it was sent. */
export function ReportForm({ line, onClose }: FormProps) {
  const toast = useToast();
  const command = useCommand(reportMember, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã ghi việc báo cáo.' });
    },
  });
  const form = useForm(reportMember.input.omit({ supervisionLineId: true }), { to: line.managedBy, on: today() }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, supervisionLineId: line.id }, version: line.version })}
      actions={<FormButtons submit="Ghi việc báo cáo" busy={command.isPending} onClose={onClose} />}
    >
      <p>Chi bộ gửi báo cáo giấy trước, rồi ghi lại ở đây. Ghi một lần, không sửa được.</p>
      <TextField label="Báo cáo với" maxLength={200} {...form.text('to')} />
      <DateField label="Ngày báo cáo" {...form.field('on')} />
      <TextArea label="Nội dung báo cáo" hint="Đảng viên đọc được." rows={5} maxLength={4000} {...form.text('text')} />
    </Form>
  );
}
