import type { Member } from '@vungmanh/contracts/membership/member';
import { grantExemption, recordWorkingAway } from '@vungmanh/contracts/membership/member-change';
import { useCommand } from '../../api/queries.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { memberViews } from './changed.js';

const Exempting = grantExemption.input.omit({ personId: true });
const Leaving = recordWorkingAway.input.omit({ personId: true });

/** The cell has decided, on the member's own request. */
export function ExemptionForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(grantExemption, {
    changes: memberViews,
    onDone: () => {
      toast({ text: `Đã ghi miễn công tác và sinh hoạt đảng cho đồng chí ${member.name}.` });
      onClose();
    },
  });
  const form = useForm(Exempting, {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, personId: member.id }, version: member.version })}
      actions={<FormButtons submit="Ghi miễn sinh hoạt" busy={command.isPending} onClose={onClose} />}
    >
      <p className="soft">Theo đơn của đảng viên, chi bộ xem xét, quyết định (Điều lệ Đảng, Điều 7).</p>
      <TextArea label="Lý do" rows={2} maxLength={300} placeholder="Tuổi cao, sức yếu" {...form.text('reason')} />
      <div className="columns">
        <DateField label="Được miễn từ ngày" {...form.field('from')} />
        <DateField label="Trở lại sinh hoạt từ ngày" optional hint="Nếu đã biết." {...form.field('to')} />
      </div>
    </Form>
  );
}

export function WorkingAwayForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(recordWorkingAway, {
    changes: memberViews,
    onDone: () => {
      toast({ text: `Đã ghi đồng chí ${member.name} đi làm ăn xa.` });
      onClose();
    },
  });
  const form = useForm(Leaving, {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, personId: member.id }, version: member.version })}
      actions={<FormButtons submit="Ghi đi làm ăn xa" busy={command.isPending} onClose={onClose} />}
    >
      <TextField label="Nơi đến" maxLength={200} {...form.text('place')} />
      <TextField label="Công việc, lý do" maxLength={300} {...form.text('reason')} />
      <div className="columns">
        <DateField label="Đi từ ngày" {...form.field('from')} />
        <DateField label="Dự kiến về" optional {...form.field('expectedBack')} />
      </div>
    </Form>
  );
}
