import { addQuestion, changeQuestion, listQuestionFields, type Question } from '@vungmanh/contracts/training/question';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { CheckField, SelectField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Skeleton } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { ContentFields, readContent, typedContent } from './content-fields.js';

const RESERVED = 'Chỉ dùng cho bài kiểm tra, hội thi (không đưa vào luyện tập)';

/** A question of an organization's own, begun as a draft. */
export function NewQuestion({ nodeId, onClose, onWritten }: { nodeId: string; onClose: () => void; onWritten: (id: string) => void }) {
  const fields = useQueryOf(listQuestionFields, {});
  const [typed, setTyped] = useState(typedContent());
  const command = useCommand(addQuestion, { onDone: ({ id }) => onWritten(id) });
  const form = useForm(addQuestion.input, { nodeId, reserved: false, content: readContent(typed) }, command.error);
  if (!fields.data) return <Skeleton lines={6} />;
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Lưu bản nháp" busy={command.isPending} onClose={onClose} />}
    >
      <SelectField label="Lĩnh vực" options={fields.data.items.map((f) => ({ value: f.id, label: f.label }))} {...form.field('fieldId')} />
      <ContentFields
        typed={typed}
        error={form.errors['content']}
        onChange={(next) => {
          setTyped(next);
          form.set({ content: readContent(next) });
        }}
      />
      <CheckField label={RESERVED} checked={form.draft.reserved === true} onChange={(reserved) => form.set({ reserved })} />
    </Form>
  );
}

/** The next words of a question, begun from the ones that are there. */
export function ChangeQuestion({ question, onClose }: { question: Question; onClose: () => void }) {
  const toast = useToast();
  const fields = useQueryOf(listQuestionFields, {});
  const [typed, setTyped] = useState(typedContent(question.editions[0]));
  const command = useCommand(changeQuestion, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã lưu câu hỏi.' });
    },
  });
  const { id: questionId, fieldId, reserved } = question;
  const form = useForm(changeQuestion.input, { questionId, fieldId, reserved, content: readContent(typed) }, command.error);
  if (!fields.data) return <Skeleton lines={6} />;
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: question.version })}
      actions={<FormButtons submit="Lưu" busy={command.isPending} onClose={onClose} />}
    >
      {question.state !== 'DRAFT' && <p>Câu hỏi đã được dùng. Nội dung mới lưu thành bản mới, chờ duyệt; bài đã làm giữ bản cũ.</p>}
      <SelectField label="Lĩnh vực" options={fields.data.items.map((f) => ({ value: f.id, label: f.label }))} {...form.field('fieldId')} />
      <ContentFields
        typed={typed}
        error={form.errors['content']}
        onChange={(next) => {
          setTyped(next);
          form.set({ content: readContent(next) });
        }}
      />
      <CheckField label={RESERVED} checked={form.draft.reserved === true} onChange={(next) => form.set({ reserved: next })} />
    </Form>
  );
}
