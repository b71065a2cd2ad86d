import { amendProgram } from '@vungmanh/contracts/inspection/amendment';
import { changeLine, finishLine, LineDetails, type PlanLine, removeLines, startLine } from '@vungmanh/contracts/inspection/plan-line';
import type { Program } from '@vungmanh/contracts/inspection/program';
import { CalendarDate, Id, line as lineText, text } from '@vungmanh/contracts/types';
import { useState } from 'react';
import { z } from 'zod';
import { useCommand } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { RadioField, SelectField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { ProblemNote } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { quarterChips } from './inspection-text.js';
import { DetailFields } from './line-fields.js';

interface ActProps {
  readonly program: Program;
  readonly line: PlanLine;
  readonly onClose: () => void;
}

const startOf = ({ content, leader, team, fromOn, toOn }: PlanLine) => ({
  content,
  teamIds: team.map((t) => t.id),
  leaderId: leader?.id,
  fromOn,
  toOn,
});

const buttons = (label: string, busy: boolean, onClose: () => void) => (
  <>
    <Button type="submit" look="primary" busy={busy}>
      {label}
    </Button>
    <Button onClick={onClose}>Thôi</Button>
  </>
);

function Change({ program, line, onClose }: ActProps) {
  const command = useCommand(changeLine, { onDone: onClose });
  const form = useForm(changeLine.input, { lineId: line.id, quarter: line.quarter, ...startOf(line) }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: line.version })}
      actions={buttons('Lưu', command.isPending, onClose)}
    >
      <SelectField
        label="Quý"
        options={quarterChips}
        value={String(form.draft.quarter)}
        onChange={(next) => form.set({ quarter: Number(next ?? line.quarter) })}
      />
      <DetailFields form={form} nodeId={program.nodeId} leader={line.leader} team={line.team} />
    </Form>
  );
}

const Finished = z.strictObject({ lineId: Id, doneOn: CalendarDate, note: text(1000).optional() });

function Finish({ line, onClose }: ActProps) {
  const command = useCommand(finishLine, { onDone: onClose });
  const form = useForm(Finished, { lineId: line.id, doneOn: today() }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: line.version })}
      actions={buttons('Ghi đã xong', command.isPending, onClose)}
    >
      <DateField label="Ngày xong" {...form.field('doneOn')} />
      <TextArea label="Kết quả tóm tắt" optional rows={3} maxLength={1000} {...form.text('note')} />
    </Form>
  );
}

const Amended = LineDetails.extend({ reason: lineText(500) });

function Amend({ program, line, onClose }: ActProps) {
  const [type, setType] = useState<'CHANGE' | 'MOVE' | 'CANCEL'>('MOVE');
  const [toQuarter, setToQuarter] = useState(String(Math.min(4, line.quarter + 1)));
  const command = useCommand(amendProgram, { onDone: onClose });
  const form = useForm(Amended, startOf(line), command.error);
  const submit = ({ reason, ...details }: z.input<typeof Amended>) => {
    const lineId = line.id;
    const change = {
      CHANGE: { type: 'CHANGE' as const, lineId, ...details },
      MOVE: { type: 'MOVE' as const, lineId, toQuarter: Number(toQuarter) },
      CANCEL: { type: 'CANCEL' as const, lineId },
    };
    command.mutate({ input: { programId: program.id, reason, change: change[type] } });
  };
  return (
    <Form form={form} problem={command.error} onSubmit={submit} actions={buttons('Ghi điều chỉnh', command.isPending, onClose)}>
      <RadioField
        label="Điều chỉnh"
        options={[
          { value: 'MOVE' as const, label: 'Chuyển sang quý khác' },
          { value: 'CHANGE' as const, label: 'Sửa nội dung, đoàn, thời gian' },
          { value: 'CANCEL' as const, label: 'Hủy cuộc này' },
        ]}
        value={type}
        onChange={(next) => setType(next ?? 'MOVE')}
      />
      {type === 'MOVE' && (
        <SelectField
          label="Chuyển sang"
          options={quarterChips.filter((q) => q.value !== String(line.quarter))}
          value={toQuarter}
          onChange={(next) => setToQuarter(next ?? toQuarter)}
        />
      )}
      {type === 'CHANGE' && <DetailFields form={form} nodeId={program.nodeId} leader={line.leader} team={line.team} />}
      <TextField label="Lý do điều chỉnh" maxLength={500} {...form.text('reason')} />
    </Form>
  );
}

/** What the person may do with a line in the state that it and its program are in. */
export function LineActs({ program, line, onClose }: ActProps) {
  const [doing, setDoing] = useState<'change' | 'finish' | 'amend'>();
  const start = useCommand(startLine, { onDone: onClose });
  const remove = useCommand(removeLines, { onDone: onClose });
  const about = { program, line, onClose };
  if (doing === 'change') return <Change {...about} />;
  if (doing === 'finish') return <Finish {...about} />;
  if (doing === 'amend') return <Amend {...about} />;
  const { may } = line;
  return (
    <>
      <ProblemNote problem={start.error ?? remove.error} />
      <div className="row">
        {may.includes('finish') && (
          <Button look="primary" onClick={() => setDoing('finish')}>
            Ghi đã xong
          </Button>
        )}
        {may.includes('start') && (
          <Button busy={start.isPending} onClick={() => start.mutate({ input: { lineId: line.id }, version: line.version })}>
            Bắt đầu tiến hành
          </Button>
        )}
        {may.includes('amend') && <Button onClick={() => setDoing('amend')}>Điều chỉnh</Button>}
        {may.includes('change') && <Button onClick={() => setDoing('change')}>Sửa</Button>}
        {may.includes('remove') && (
          <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate({ input: { programId: program.id, lineIds: [line.id] } })}>
            Bỏ khỏi dự thảo
          </Button>
        )}
      </div>
    </>
  );
}
