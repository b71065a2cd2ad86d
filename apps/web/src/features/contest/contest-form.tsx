import { addContest, RoundLevel, roundLevelLabel } from '@vungmanh/contracts/training/contest';
import { addRound } from '@vungmanh/contracts/training/contest-round';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { RadioField, SelectField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { CountField, DateField } from '../../ui/parsed-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { readLines } from './contest-text.js';

const tieOptions = [
  { value: 'SITUATION', label: 'Điểm tình huống, rồi điểm trắc nghiệm' },
  { value: 'QUIZ', label: 'Điểm trắc nghiệm, rồi điểm tình huống' },
  { value: 'NONE', label: 'Không xét, đồng hạng' },
] as const;
type Tie = (typeof tieOptions)[number]['value'];

interface Typed {
  readonly quiz: number | undefined;
  readonly situation: string;
  readonly handling: string;
  readonly tie: Tie;
}

/** The scale of what has been typed; nothing while a line cannot be read. */
function read({ quiz, situation, handling, tie }: Typed) {
  const situations = readLines(situation, 'SITUATION');
  const handlings = readLines(handling, 'HANDLING');
  if (situations === undefined || handlings === undefined) return { criteria: undefined, ties: [] };
  const quizzes = quiz === undefined || quiz === 0 ? [] : [{ key: 'quiz', label: 'Trắc nghiệm', part: 'QUIZ' as const, max: quiz }];
  const ties = tie === 'NONE' ? [] : tie === 'QUIZ' ? ['QUIZ', 'SITUATION'] : ['SITUATION', 'QUIZ'];
  return { criteria: [...quizzes, ...situations, ...handlings], ties };
}

/** A contest with its printed scale, as its rules say. */
export function NewContest({ nodeId, onClose }: { nodeId: string; onClose: () => void }) {
  const [typed, setTyped] = useState<Typed>({ quiz: 30, situation: '', handling: '', tie: 'SITUATION' });
  const command = useCommand(addContest, { onDone: onClose });
  const form = useForm(addContest.input, { nodeId, ...read(typed) }, command.error);
  const change = (changes: Partial<Typed>) => {
    const next = { ...typed, ...changes };
    setTyped(next);
    form.set(read(next));
  };
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Lập hội thi" busy={command.isPending} onClose={onClose} />}
    >
      <TextField label="Tên hội thi" hint="Ví dụ: Hội thi Bí thư chi bộ giỏi năm 2026" maxLength={300} {...form.text('title')} />
      <TextField label="Thể lệ, kế hoạch" hint="Số, ngày của văn bản" maxLength={300} {...form.text('ground')} />
      <CountField label="Điểm tối đa phần trắc nghiệm" optional value={typed.quiz} onChange={(quiz) => change({ quiz })} />
      <TextArea
        label="Tiêu chí phần tình huống"
        hint="Mỗi dòng một tiêu chí và điểm tối đa, ví dụ: Nhận diện vấn đề / 20"
        optional
        rows={3}
        value={typed.situation}
        error={readLines(typed.situation, 'SITUATION') === undefined ? 'Ghi điểm tối đa sau dấu gạch chéo ở mỗi dòng.' : form.errors['criteria']}
        onChange={(situation) => change({ situation })}
      />
      <TextArea
        label="Tiêu chí phần xử lý, thuyết trình"
        optional
        rows={3}
        value={typed.handling}
        error={readLines(typed.handling, 'HANDLING') === undefined ? 'Ghi điểm tối đa sau dấu gạch chéo ở mỗi dòng.' : undefined}
        onChange={(handling) => change({ handling })}
      />
      <RadioField label="Khi bằng tổng điểm thì xét" options={tieOptions} value={typed.tie} onChange={(tie = 'NONE') => change({ tie })} />
    </Form>
  );
}

/** A round that an organization holds of a contest of its own or from above. */
export function NewRound({
  contestId,
  nodeId,
  onAdded,
  onClose,
}: {
  contestId: string;
  nodeId: string;
  onAdded: (roundId: string) => void;
  onClose: () => void;
}) {
  const command = useCommand(addRound, { onDone: ({ id }) => onAdded(id) });
  const form = useForm(addRound.input, { contestId, nodeId }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Lập vòng thi" busy={command.isPending} onClose={onClose} />}
    >
      <SelectField label="Cấp" options={RoundLevel.options.map((value) => ({ value, label: roundLevelLabel[value] }))} {...form.field('level')} />
      <TextField label="Tên vòng thi" hint="Ví dụ: Vòng thi cấp xã" maxLength={300} {...form.text('title')} />
      <DateField label="Ngày thi" {...form.field('heldOn')} />
      <TextField label="Địa điểm" maxLength={300} {...form.text('place')} />
    </Form>
  );
}
