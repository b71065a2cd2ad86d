import { listRuleOverrides, setRuleOverride } from '@vungmanh/contracts/organization/rule-override';
import type { ListedRule } from '@vungmanh/regulations/rule-list';
import { useCommand } from '../../api/queries.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Note } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { draftOf } from './rule-draft.js';
import { ValueField } from './value-field.js';

interface SetRuleFormProps {
  readonly rule: ListedRule;
  readonly provinceId: string;
  readonly onClose: () => void;
}

const direction: Record<ListedRule['stricter'], string> = {
  higher: 'Tỉnh chỉ được quy định bằng hoặc cao hơn.',
  lower: 'Tỉnh chỉ được quy định bằng hoặc thấp hơn.',
  none: 'Trung ương giao cấp ủy địa phương quy định.',
};

/** A value of the province's own, by its document. */
export function SetRuleForm({ rule, provinceId, onClose }: SetRuleFormProps) {
  const toast = useToast();
  const command = useCommand(setRuleOverride, {
    changes: [listRuleOverrides],
    onDone: () => {
      toast({ text: 'Đã đặt giá trị riêng của tỉnh.' });
      onClose();
    },
  });
  const form = useForm(setRuleOverride.input, { nodeId: provinceId, key: rule.key, value: draftOf(rule) }, command.error);
  const { document } = form.draft;
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Đặt giá trị" busy={command.isPending} onClose={onClose} />}
    >
      <Note title={rule.question}>
        {rule.central && (
          <p>
            Trung ương: {rule.central.text} ({rule.central.source}) {direction[rule.stricter]}
          </p>
        )}
      </Note>
      <ValueField rule={rule} {...form.field('value')} />
      <div className="columns">
        <TextField
          label="Số văn bản của tỉnh"
          maxLength={60}
          placeholder="299-QĐ/TU"
          value={document?.number ?? ''}
          onChange={(number) => form.set({ document: { number, date: document?.date ?? '' } })}
          error={form.errors['document']}
        />
        <DateField
          label="Ngày ký văn bản"
          value={document?.date === '' ? undefined : document?.date}
          onChange={(date) => form.set({ document: { number: document?.number ?? '', date: date ?? '' } })}
        />
      </div>
      <DateField label="Có hiệu lực từ ngày" {...form.field('validFrom')} />
      <TextArea label="Lý do" rows={3} maxLength={1000} {...form.text('reason')} />
    </Form>
  );
}
