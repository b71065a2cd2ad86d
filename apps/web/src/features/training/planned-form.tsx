import { listCourses } from '@vungmanh/contracts/training/course';
import { addPlannedCourse, cancelPlannedCourse, changePlannedCourse, type PlannedCourse, type TrainingPlan } from '@vungmanh/contracts/training/plan';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { SelectField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { CountField, DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { type BoundField, useForm } from '../../ui/use-form.js';

const heldKeys = ['fromOn', 'toOn', 'classes', 'places', 'place'] as const;

interface HeldFields {
  readonly fromOn: BoundField<string | undefined>;
  readonly toOn: BoundField<string | undefined>;
  readonly classes: BoundField<number | undefined>;
  readonly places: BoundField<number | undefined>;
  readonly place: BoundField<string>;
  readonly reason: BoundField<string>;
}

/** When, where and for how many; of an approved plan also why it is changed. */
function Held({ fields, amends }: { fields: HeldFields; amends: boolean }) {
  return (
    <>
      <DateField label="Khai giảng (lớp đầu tiên)" {...fields.fromOn} />
      <DateField label="Bế giảng (lớp cuối cùng)" {...fields.toOn} />
      <CountField label="Số lớp" {...fields.classes} />
      <CountField label="Tổng số chỗ" {...fields.places} />
      <TextField label="Nơi học" maxLength={200} {...fields.place} />
      {amends && <TextField label="Lý do điều chỉnh" maxLength={300} {...fields.reason} />}
    </>
  );
}

interface FormProps {
  readonly plan: TrainingPlan;
  readonly onClose: () => void;
}

const useDone = (onClose: () => void, text: string) => {
  const toast = useToast();
  return {
    onDone: () => {
      onClose();
      toast({ text });
    },
  };
};

export function AddPlanned({ plan, onClose }: FormProps) {
  const courses = useQueryOf(listCourses, {});
  const command = useCommand(addPlannedCourse, useDone(onClose, 'Đã thêm lớp vào kế hoạch.'));
  const form = useForm(addPlannedCourse.input, { planId: plan.id, classes: 1 }, command.error);
  const amends = plan.state !== 'DRAFT';
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: plan.version })}
      actions={<FormButtons submit="Thêm vào kế hoạch" busy={command.isPending} onClose={onClose} />}
    >
      <SelectField
        label="Lớp học"
        options={(courses.data?.items ?? []).filter((c) => !c.ended).map((c) => ({ value: c.id, label: c.label }))}
        {...form.field('courseId')}
      />
      <Held
        amends={amends}
        fields={{
          fromOn: form.field('fromOn'),
          toOn: form.field('toOn'),
          classes: form.field('classes'),
          places: form.field('places'),
          place: form.text('place'),
          reason: form.text('reason'),
        }}
      />
    </Form>
  );
}

export function ChangePlanned({ plan, line, onClose }: FormProps & { line: PlannedCourse }) {
  const command = useCommand(changePlannedCourse, useDone(onClose, 'Đã ghi thay đổi.'));
  const now = Object.fromEntries(heldKeys.map((key) => [key, line[key]]));
  const form = useForm(changePlannedCourse.input, { planId: plan.id, plannedId: line.id, ...now }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: plan.version })}
      actions={<FormButtons submit="Ghi thay đổi" busy={command.isPending} onClose={onClose} />}
    >
      <p className="strong">{line.courseLabel}</p>
      <Held
        amends={plan.state !== 'DRAFT'}
        fields={{
          fromOn: form.field('fromOn'),
          toOn: form.field('toOn'),
          classes: form.field('classes'),
          places: form.field('places'),
          place: form.text('place'),
          reason: form.text('reason'),
        }}
      />
    </Form>
  );
}

export function CancelPlanned({ plan, line, onClose }: FormProps & { line: PlannedCourse }) {
  const command = useCommand(cancelPlannedCourse, useDone(onClose, 'Đã bỏ lớp khỏi kế hoạch.'));
  const form = useForm(cancelPlannedCourse.input, { planId: plan.id, plannedId: line.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: plan.version })}
      actions={<FormButtons submit="Bỏ lớp" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <p>
        Bỏ "{line.courseLabel}" khỏi kế hoạch{plan.state === 'DRAFT' ? '.' : '. Dòng này vẫn hiện là đã hủy, kèm lý do.'}
      </p>
      {plan.state !== 'DRAFT' && <TextField label="Lý do" maxLength={300} {...form.text('reason')} />}
    </Form>
  );
}
