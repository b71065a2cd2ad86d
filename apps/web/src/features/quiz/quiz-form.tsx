import { addQuiz, changeQuiz, type Quiz, type QuizPart } from '@vungmanh/contracts/training/quiz';
import { listQuestionFields } from '@vungmanh/contracts/training/question';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { CountField, DateField, MinutesField, TimeField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { dayAndTime, instantOf } from '../meeting/agenda.js';

interface Typed {
  readonly day: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly counts: Readonly<Record<string, number | undefined>>;
}

/** Parts and window of what has been typed; what is not complete is left out, and its field is marked. */
function read({ day, from, to, counts }: Typed): { parts: QuizPart[]; opensAt?: string; closesAt?: string } {
  return {
    parts: Object.entries(counts).flatMap(([fieldId, questions]) => (questions === undefined || questions === 0 ? [] : [{ fieldId, questions }])),
    ...(day !== undefined && from !== undefined ? { opensAt: instantOf(day, from) } : {}),
    ...(day !== undefined && to !== undefined ? { closesAt: instantOf(day, to) } : {}),
  };
}

function PlanFields({ typed, onChange, errors }: { typed: Typed; onChange: (typed: Typed) => void; errors: Readonly<Record<string, string>> }) {
  const fields = useQueryOf(listQuestionFields, {});
  return (
    <>
      <fieldset className="field-set">
        <legend>Số câu hỏi theo lĩnh vực</legend>
        {(fields.data?.items ?? []).map((f) => (
          <CountField
            key={f.id}
            label={f.label}
            optional
            value={typed.counts[f.id]}
            onChange={(questions) => onChange({ ...typed, counts: { ...typed.counts, [f.id]: questions } })}
          />
        ))}
        {errors['parts'] !== undefined && <p className="field-error">Ghi số câu cho ít nhất một lĩnh vực, tất cả không quá 200 câu.</p>}
      </fieldset>
      <DateField label="Ngày làm bài" value={typed.day} onChange={(day) => onChange({ ...typed, day })} />
      <TimeField label="Mở từ" error={errors['opensAt']} value={typed.from} onChange={(from) => onChange({ ...typed, from })} />
      <TimeField
        label="Đóng lúc"
        hint="Không ai làm bài quá giờ này"
        error={errors['closesAt']}
        value={typed.to}
        onChange={(to) => onChange({ ...typed, to })}
      />
    </>
  );
}

/** A test of a class or of a round. */
export function NewQuiz({
  nodeId,
  of,
  onAdded,
  onClose,
}: {
  nodeId: string;
  of: { classId: string } | { roundId: string };
  onAdded: (quizId: string) => void;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState<Typed>({ day: today(), from: undefined, to: undefined, counts: {} });
  const command = useCommand(addQuiz, { onDone: ({ id }) => onAdded(id) });
  const form = useForm(addQuiz.input, { nodeId, ...of, ...read(typed) }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Lập bài kiểm tra" busy={command.isPending} onClose={onClose} />}
    >
      <TextField label="Tên bài" hint="Ví dụ: Bài kiểm tra cuối lớp" maxLength={300} {...form.text('title')} />
      <MinutesField label="Thời gian làm bài" {...form.field('minutes')} />
      <PlanFields
        typed={typed}
        errors={form.errors}
        onChange={(next) => {
          setTyped(next);
          form.set({ opensAt: undefined, closesAt: undefined, ...read(next) });
        }}
      />
    </Form>
  );
}

/** Until it has been given out. */
export function ChangeQuiz({ quiz, onClose }: { quiz: Quiz; onClose: () => void }) {
  const [typed, setTyped] = useState<Typed>({
    day: dayAndTime(quiz.opensAt).day,
    from: dayAndTime(quiz.opensAt).time,
    to: dayAndTime(quiz.closesAt).time,
    counts: Object.fromEntries(quiz.parts.map((part) => [part.fieldId, part.questions])),
  });
  const command = useCommand(changeQuiz, { onDone: onClose });
  const { id: quizId, title, minutes } = quiz;
  const form = useForm(changeQuiz.input, { quizId, title, minutes, ...read(typed) }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: quiz.version })}
      actions={<FormButtons submit="Lưu" busy={command.isPending} onClose={onClose} />}
    >
      <TextField label="Tên bài" maxLength={300} {...form.text('title')} />
      <MinutesField label="Thời gian làm bài" {...form.field('minutes')} />
      <PlanFields
        typed={typed}
        errors={form.errors}
        onChange={(next) => {
          setTyped(next);
          form.set({ opensAt: undefined, closesAt: undefined, ...read(next) });
        }}
      />
    </Form>
  );
}
