import { listRuleOverrides, type RuleOverride, withdrawRuleOverride } from '@vungmanh/contracts/organization/rule-override';
import { useCommand } from '../../api/queries.js';
import { showDate, today } from '../../text/dates.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';

const Withdrawing = withdrawRuleOverride.input.omit({ ruleId: true });

export function WithdrawRuleForm({ value, text, onClose }: { value: RuleOverride; text: string; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(withdrawRuleOverride, {
    changes: [listRuleOverrides],
    onDone: () => {
      toast({ text: 'Đã bãi bỏ giá trị riêng của tỉnh.' });
      onClose();
    },
  });
  const form = useForm(Withdrawing, { on: value.validFrom > today() ? value.validFrom : today() }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, ruleId: value.id }, version: value.version })}
      actions={<FormButtons submit="Bãi bỏ" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <p>
        <span className="strong">{text}</span> Theo {value.source}, từ {showDate(value.validFrom)}.
      </p>
      <DateField
        label="Thôi áp dụng từ ngày"
        hint={`Từ ngày này áp dụng lại giá trị của Trung ương. Nhập nhầm thì chọn chính ngày ${showDate(value.validFrom)}.`}
        {...form.field('on')}
      />
      <TextArea label="Lý do" rows={3} maxLength={1000} {...form.text('reason')} />
    </Form>
  );
}
