import type { Member } from '@vungmanh/contracts/membership/member';
import { endExemption, endManagement, endTemporaryEnrollment, endWorkingAway } from '@vungmanh/contracts/membership/member-change';
import { useCommand } from '../../api/queries.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { memberViews } from './changed.js';
import type { Ending, TimelineEntry } from './timeline.js';

const operations: Record<Ending, typeof endExemption> = {
  'temporary-enrollment': endTemporaryEnrollment,
  exemption: endExemption,
  management: endManagement,
  'working-away': endWorkingAway,
};

export const endingWords: Record<Ending, { readonly button: string; readonly title: string; readonly day: string; readonly done: string }> = {
  'temporary-enrollment': {
    button: 'Kết thúc',
    title: 'Kết thúc sinh hoạt tạm thời',
    day: 'Trở về sinh hoạt từ ngày',
    done: 'Đã ghi kết thúc sinh hoạt tạm thời.',
  },
  exemption: {
    button: 'Thôi miễn',
    title: 'Thôi miễn sinh hoạt đảng',
    day: 'Trở lại sinh hoạt từ ngày',
    done: 'Đã ghi trở lại sinh hoạt.',
  },
  management: {
    button: 'Kết thúc',
    title: 'Kết thúc diện cấp ủy cấp trên quản lý',
    day: 'Không còn quản lý từ ngày',
    done: 'Đã ghi kết thúc diện quản lý.',
  },
  'working-away': { button: 'Đã trở về', title: 'Ghi đảng viên đã trở về', day: 'Trở về từ ngày', done: 'Đã ghi đảng viên trở về.' },
};

interface EndPeriodFormProps {
  readonly member: Member;
  readonly entry: TimelineEntry;
  readonly ending: { readonly noun: Ending; readonly periodId: string };
  readonly onClose: () => void;
}

/** A period of the record ends; the day is the first on which it no longer holds. */
export function EndPeriodForm({ member, entry, ending, onClose }: EndPeriodFormProps) {
  const toast = useToast();
  const operation = operations[ending.noun];
  const words = endingWords[ending.noun];
  const command = useCommand(operation, {
    changes: memberViews,
    onDone: () => {
      toast({ text: words.done });
      onClose();
    },
  });
  const form = useForm(operation.input.omit({ personId: true, periodId: true }), {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={({ to }) => command.mutate({ input: { to, periodId: ending.periodId, personId: member.id }, version: member.version })}
      actions={<FormButtons submit={words.title} busy={command.isPending} onClose={onClose} />}
    >
      <p>{entry.title}</p>
      <DateField label={words.day} {...form.field('to')} />
    </Form>
  );
}
