import type { Member } from '@vungmanh/contracts/membership/member';
import { correctMember } from '@vungmanh/contracts/membership/member-change';
import { useCommand } from '../../api/queries.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Note } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { AboutFields } from './about-fields.js';
import { memberViews } from './changed.js';
import { aboutOf, changesOf } from './correction.js';

const Correcting = correctMember.input.omit({ personId: true });

/** Sends only what is different, with the reason. */
export function CorrectForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(correctMember, {
    changes: memberViews,
    onDone: () => {
      toast({ text: 'Đã sửa thông tin đảng viên.' });
      onClose();
    },
  });
  const start = aboutOf(member);
  const form = useForm(Correcting, start, command.error);
  const cleared = Object.keys(start).some((key) => key in form.draft && form.draft[key as keyof typeof start] === undefined);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={({ reason, ...about }) =>
        command.mutate({ input: { ...changesOf(start, about), reason, personId: member.id }, version: member.version })
      }
      actions={<FormButtons submit="Lưu thay đổi" busy={command.isPending} onClose={onClose} />}
    >
      <AboutFields form={form} />
      <DateField label="Ngày kết nạp" optional {...form.field('admittedOn')} />
      {cleared && <Note tone="warning" title="Ô để trống sẽ giữ nguyên nội dung cũ." />}
      <TextField label="Lý do sửa" maxLength={300} {...form.text('reason')} />
    </Form>
  );
}
