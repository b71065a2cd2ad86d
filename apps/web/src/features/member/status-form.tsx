import type { Member } from '@vungmanh/contracts/membership/member';
import { changeStatus } from '@vungmanh/contracts/membership/member-change';
import { memberStatusLabel } from '@vungmanh/contracts/membership/member-status';
import { useCommand } from '../../api/queries.js';
import { RadioField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { memberViews } from './changed.js';
import { endsOf } from './status.js';

const Changing = changeStatus.input.omit({ personId: true });

function useStatus(onClose: () => void, done: string) {
  const toast = useToast();
  return useCommand(changeStatus, {
    changes: memberViews,
    onDone: () => {
      toast({ text: done });
      onClose();
    },
  });
}

/** A probationary member becomes official by a decision. */
export function RecognizeForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const command = useStatus(onClose, `Đã ghi công nhận đồng chí ${member.name} là đảng viên chính thức.`);
  const form = useForm(Changing, { status: 'OFFICIAL' }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, personId: member.id }, version: member.version })}
      actions={<FormButtons submit="Công nhận chính thức" busy={command.isPending} onClose={onClose} />}
    >
      <DateField label="Chính thức từ ngày" {...form.field('from')} />
      <TextField label="Số quyết định" maxLength={120} placeholder="12-QĐ/ĐU" {...form.text('decision')} />
    </Form>
  );
}

/** Membership ends in one of the ways of the statute; it cannot be taken back here. */
export function EndMembershipForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const command = useStatus(onClose, `Đã ghi thay đổi tư cách của đồng chí ${member.name}.`);
  const form = useForm(Changing, {}, command.error);
  const died = form.draft.status === 'DECEASED';
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, personId: member.id }, version: member.version })}
      actions={<FormButtons submit="Ghi thay đổi" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <RadioField
        label="Không còn là đảng viên vì"
        options={endsOf(member.status).map((value) => ({ value, label: memberStatusLabel[value] }))}
        {...form.field('status')}
      />
      <DateField label={died ? 'Từ trần ngày' : 'Có hiệu lực từ ngày'} {...form.field('from')} />
      {!died && <TextField label="Số quyết định" maxLength={120} {...form.text('decision')} />}
      <TextArea label="Lý do" optional rows={2} maxLength={300} {...form.text('reason')} />
      <p className="soft small">Việc này không hoàn tác được. Kết nạp lại là một hồ sơ khác.</p>
    </Form>
  );
}
