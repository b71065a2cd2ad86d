import { listCourses } from '@vungmanh/contracts/training/course';
import { type DutyLine, dutyPositionLabel, NamedPosition, recordDuty, requireDuty } from '@vungmanh/contracts/training/duty';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { RadioField, SelectField } from '../../ui/choice-field.js';
import type { Found } from '../../ui/find-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { MemberField } from '../member/member-field.js';

/** The course was taken elsewhere or before: closed with the paper that shows it. */
export function RecordDuty({ duty, onClose }: { duty: DutyLine; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(recordDuty, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã ghi nhận.' });
    },
  });
  const form = useForm(recordDuty.input, { dutyId: duty.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: duty.version })}
      actions={<FormButtons submit="Ghi nhận" busy={command.isPending} onClose={onClose} />}
    >
      <p>
        Đồng chí {duty.personName} đã học "{duty.courseLabel}" ở nơi khác hoặc trước đây, có giấy tờ.
      </p>
      <DateField label="Ngày học xong" {...form.field('doneOn')} />
      <TextField label="Giấy tờ" hint="Ví dụ: Giấy chứng nhận số 12, Trường Chính trị tỉnh" maxLength={200} {...form.text('paper')} />
    </Form>
  );
}

/** A course is asked of somebody of whom no seat and no status asks it. */
export function RequireDuty({ nodeId, onClose }: { nodeId: string; onClose: () => void }) {
  const toast = useToast();
  const [person, setPerson] = useState<Found>();
  const courses = useQueryOf(listCourses, {});
  const command = useCommand(requireDuty, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã yêu cầu. Đồng chí thấy việc này ở trang đầu của mình.' });
    },
  });
  const form = useForm(requireDuty.input, { nodeId, position: 'NAMED' }, command.error);
  const choose = (found: Found | undefined): void => {
    setPerson(found);
    form.set({ personId: found?.id });
  };
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Yêu cầu" busy={command.isPending} onClose={onClose} />}
    >
      <p>Chức vụ trong chi ủy, cấp ủy và tư cách đảng viên dự bị đã tự có yêu cầu, không phải ghi ở đây.</p>
      <MemberField label="Đồng chí" nodeId={nodeId} value={person} onChange={choose} error={form.errors['personId']} />
      <RadioField
        label="Tư cách"
        options={NamedPosition.options.map((value) => ({ value, label: dutyPositionLabel[value] }))}
        {...form.field('position')}
      />
      <SelectField
        label="Lớp học"
        options={(courses.data?.items ?? []).filter((c) => !c.ended).map((c) => ({ value: c.id, label: c.label }))}
        {...form.field('courseId')}
      />
      <DateField label="Hạn học xong" {...form.field('dueOn')} />
    </Form>
  );
}
