import { changeClass, openClass, type LessonPlan, type TrainingClass } from '@vungmanh/contracts/training/class';
import { getCourse, listCourses } from '@vungmanh/contracts/training/course';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { SelectField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { CountField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { type BoundField, useForm } from '../../ui/use-form.js';
import { LessonPlanFields } from './lesson-plan.js';
import type { Limits, Passing } from '@vungmanh/contracts/training/class';

const without = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

/** What the opening decision says of a pass and of who may be called away. */
function Decided({ passing, limits }: { passing: BoundField<Passing | undefined>; limits: BoundField<Limits | undefined> }) {
  const pass = passing.value ?? {};
  const limit = limits.value ?? {};
  const set = (next: Partial<Passing>) => passing.onChange(without({ ...pass, ...next }));
  const bound = (next: Partial<Limits>) => limits.onChange(without({ ...limit, ...next }));
  return (
    <>
      <CountField
        label="Dự ít nhất bao nhiêu % số buổi thì đạt"
        hint="Nhiều nơi lấy 80."
        optional
        value={pass.attendancePercent}
        onChange={(attendancePercent) => set({ attendancePercent })}
      />
      <CountField
        label="Điểm bài thu hoạch, bài kiểm tra từ bao nhiêu thì đạt"
        hint="Thang điểm 10. Để trống nếu lớp không chấm bài."
        optional
        value={pass.mark}
        onChange={(mark) => set({ mark })}
      />
      <CountField
        label="Mỗi người học không quá mấy lớp cùng lúc"
        hint="Cử quá số này thì phải ghi lý do. Để trống nếu tỉnh không quy định."
        optional
        value={limit.atOnce}
        onChange={(atOnce) => bound({ atOnce })}
      />
      <CountField
        label="Chi bộ cử đi học cùng lúc không quá bao nhiêu % đảng viên"
        hint="Chi bộ ít người luôn được cử một người. Cử quá số này thì phải ghi lý do."
        optional
        value={limit.awayPercent}
        onChange={(awayPercent) => bound({ awayPercent })}
      />
    </>
  );
}

export function NewClass({ nodeId, onOpened, onClose }: { nodeId: string; onOpened: (id: string) => void; onClose: () => void }) {
  const courses = useQueryOf(listCourses, {});
  const command = useCommand(openClass, { onDone: ({ id }) => onOpened(id) });
  const form = useForm(openClass.input, { nodeId, passing: {}, limits: {} }, command.error);
  const courseId = form.draft.courseId;
  const course = useQueryOf(getCourse, { courseId: courseId ?? '' }, { when: courseId !== undefined });
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Lập lớp" busy={command.isPending} onClose={onClose} />}
    >
      <SelectField
        label="Chương trình"
        options={(courses.data?.items ?? []).filter((c) => !c.ended).map((c) => ({ value: c.id, label: c.label }))}
        {...form.field('courseId')}
      />
      <TextField label="Tên lớp" hint="Ví dụ: Lớp nhận thức về Đảng khóa I năm 2026" maxLength={300} {...form.text('title')} />
      <CountField label="Số chỗ" {...form.field('capacity')} />
      <LessonPlanFields
        lessons={form.draft.lessons ?? []}
        topics={course.data?.editions[0]?.topics.map((t) => t.title) ?? []}
        onChange={(lessons: LessonPlan[]) => form.set({ lessons })}
        error={form.errors['lessons']}
      />
      <Decided passing={form.field('passing')} limits={form.field('limits')} />
    </Form>
  );
}

export function ChangeClass({ found, onClose }: { found: TrainingClass; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(changeClass, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã ghi thay đổi.' });
    },
  });
  const { title, capacity, passing, limits } = found;
  const lessons = found.lessons.map(({ startsAt, endsAt, place, topic, lecturers }) => ({ startsAt, endsAt, place, topic, lecturers }));
  const form = useForm(changeClass.input, { classId: found.id, title, capacity, passing, limits, lessons }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: found.version })}
      actions={<FormButtons submit="Ghi thay đổi" busy={command.isPending} onClose={onClose} />}
    >
      <TextField label="Tên lớp" maxLength={300} {...form.text('title')} />
      <CountField label="Số chỗ" {...form.field('capacity')} />
      <LessonPlanFields
        lessons={form.draft.lessons ?? []}
        topics={lessons.map((l) => l.topic)}
        onChange={(next: LessonPlan[]) => form.set({ lessons: next })}
        error={form.errors['lessons']}
      />
      <Decided passing={form.field('passing')} limits={form.field('limits')} />
    </Form>
  );
}
