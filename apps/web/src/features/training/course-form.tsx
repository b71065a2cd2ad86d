import { addCourse, CourseKind, courseKindLabel, type CourseType, reviseCourse } from '@vungmanh/contracts/training/course';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { SelectField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { readSyllabus, SyllabusFields, typedOf } from './syllabus-fields.js';

const kinds = CourseKind.options.map((value) => ({ value, label: courseKindLabel[value] }));

/** A course of the province's own. */
export function AddCourse({ nodeId, onClose }: { nodeId: string; onClose: () => void }) {
  const toast = useToast();
  const [typed, setTyped] = useState(typedOf());
  const command = useCommand(addCourse, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã thêm lớp học vào danh mục.' });
    },
  });
  const form = useForm(addCourse.input, { nodeId, kind: 'FOSTERING', syllabus: readSyllabus(typed) }, command.error);
  const change = (next: typeof typed): void => {
    setTyped(next);
    form.set({ syllabus: readSyllabus(next) });
  };
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Thêm lớp học" busy={command.isPending} onClose={onClose} />}
    >
      <TextField label="Tên lớp học" hint="Ví dụ: Tập huấn công tác dân vận" maxLength={200} {...form.text('label')} />
      <SelectField label="Hình thức" options={kinds} {...form.field('kind')} />
      <DateField label="Áp dụng từ ngày" {...form.field('validFrom')} />
      <SyllabusFields typed={typed} onChange={change} error={form.errors['syllabus']} />
    </Form>
  );
}

/** The next edition of a syllabus, begun from the one that is there. */
export function ReviseCourse({ nodeId, course, onClose }: { nodeId: string; course: CourseType; onClose: () => void }) {
  const toast = useToast();
  const [typed, setTyped] = useState(typedOf(course.editions[0]));
  const command = useCommand(reviseCourse, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã ghi chương trình mới.' });
    },
  });
  const form = useForm(reviseCourse.input, { nodeId, courseId: course.id, syllabus: readSyllabus(typed) }, command.error);
  const change = (next: typeof typed): void => {
    setTyped(next);
    form.set({ syllabus: readSyllabus(next) });
  };
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: course.version })}
      actions={<FormButtons submit="Ghi chương trình mới" busy={command.isPending} onClose={onClose} />}
    >
      <p>Lớp đã mở vẫn theo chương trình cũ. Lớp mở từ ngày áp dụng theo chương trình này.</p>
      <DateField label="Áp dụng từ ngày" {...form.field('validFrom')} />
      <SyllabusFields typed={typed} onChange={change} error={form.errors['syllabus']} />
    </Form>
  );
}
