import type { TrainingClass } from '@vungmanh/contracts/training/class';
import { decideEnrollments, enterMarks, type Enrollment, withdrawEnrollment } from '@vungmanh/contracts/training/enrollment';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { ProblemNote } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { markText } from './class-text.js';

/** Approves those who were chosen, or refuses them with a reason. */
export function Decide({ found, ids, onDone }: { found: TrainingClass; ids: readonly string[]; onDone: () => void }) {
  const [because, setBecause] = useState('');
  const toast = useToast();
  const command = useCommand(decideEnrollments, {
    onDone: ({ approved, waiting, refused }) => {
      onDone();
      setBecause('');
      const said = [
        approved > 0 && `duyệt ${approved} người`,
        waiting > 0 && `${waiting} người vào danh sách chờ`,
        refused > 0 && `không xếp lớp ${refused} người`,
      ];
      toast({ text: `Đã ${said.filter(Boolean).join(', ')}.` });
    },
  });
  const { approved, confirmed } = found.counts;
  const decide = (approve: boolean) =>
    command.mutate({ input: { classId: found.id, enrollmentIds: [...ids], approve, ...(because.trim() === '' ? {} : { because: because.trim() }) } });
  return (
    <div className="stack">
      <p className="soft small">
        Đã duyệt {approved + confirmed}/{found.capacity} chỗ. Duyệt quá số chỗ thì người sau vào danh sách chờ, được gọi khi có người xin không học.
      </p>
      <TextField label="Lý do, nếu không duyệt" optional maxLength={500} value={because} onChange={setBecause} />
      <ProblemNote problem={command.error} />
      <div className="row">
        <Button look="primary" disabled={ids.length === 0} busy={command.isPending} onClick={() => decide(true)}>
          Duyệt {ids.length > 0 ? `${ids.length} người` : ''}
        </Button>
        <Button disabled={ids.length === 0 || because.trim() === ''} busy={command.isPending} onClick={() => decide(false)}>
          Không duyệt
        </Button>
      </div>
    </div>
  );
}

export function Withdraw({ found, one, onClose }: { found: TrainingClass; one: Enrollment; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(withdrawEnrollment, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã ghi thôi học.' });
    },
  });
  const form = useForm(withdrawEnrollment.input, { classId: found.id, enrollmentId: one.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: one.version })}
      actions={<FormButtons submit="Ghi thôi học" busy={command.isPending} onClose={onClose} />}
    >
      <p>{one.name} không còn trong danh sách điểm danh các buổi sau. Các buổi đã chốt giữ nguyên.</p>
      <TextField label="Lý do" maxLength={500} {...form.text('because')} />
    </Form>
  );
}

/** '8,25' and '8.25' alike; undefined for what is no mark from 0 to 10 by quarters. */
export function readMark(typed: string): number | undefined {
  const mark = /^\d{1,2}([.,]\d{1,2})?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : Number.NaN;
  return mark >= 0 && mark <= 10 && Number.isInteger(mark * 4) ? mark : undefined;
}

/** The marks of a whole class in one go; whoever has none yet can be left empty. */
export function EnterMarks({ found, people, onClose }: { found: TrainingClass; people: readonly Enrollment[]; onClose: () => void }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(Object.fromEntries(people.map((e) => [e.id, markText(e.mark)])));
  const [markedOn, setMarkedOn] = useState<string | undefined>(today());
  const toast = useToast();
  const command = useCommand(enterMarks, {
    onDone: ({ marked }) => {
      onClose();
      toast({ text: `Đã ghi điểm của ${marked} học viên.` });
    },
  });
  const wrong = (id: string): boolean => (typed[id] ?? '') !== '' && readMark(typed[id] ?? '') === undefined;
  const marks = people.flatMap((e) => {
    const mark = readMark(typed[e.id] ?? '');
    return mark === undefined ? [] : [{ enrollmentId: e.id, mark }];
  });
  const ready = markedOn !== undefined && marks.length > 0 && !people.some((e) => wrong(e.id));
  return (
    <form
      className="form"
      onSubmit={(e) => {
        e.preventDefault();
        if (ready) command.mutate({ input: { classId: found.id, markedOn, marks } });
      }}
    >
      <p className="soft">Thang điểm 10. Chỉ lưu điểm và ngày chấm; bài viết giữ trên giấy.</p>
      <DateField label="Ngày chấm" value={markedOn} onChange={setMarkedOn} />
      {people.map((e) => (
        <TextField
          key={e.id}
          short
          label={`${e.name}, ${e.nodeName}`}
          inputMode="decimal"
          value={typed[e.id] ?? ''}
          onChange={(value) => setTyped({ ...typed, [e.id]: value })}
          error={wrong(e.id) ? 'Điểm từ 0 đến 10, lẻ 0,25' : undefined}
        />
      ))}
      <ProblemNote problem={command.error} />
      <div className="form-actions">
        <Button type="submit" look="primary" disabled={!ready} busy={command.isPending}>
          Ghi điểm
        </Button>
        <Button onClick={onClose}>Quay lại</Button>
      </div>
    </form>
  );
}
