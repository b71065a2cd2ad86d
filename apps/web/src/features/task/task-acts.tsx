import {
  acknowledgeTask,
  carryOverTask,
  checkTask,
  reportTask,
  reportTaskFor,
  startTask,
  type Task,
  TaskResult,
  taskResultLabel,
  verifyTask,
} from '@vungmanh/contracts/meetings/task';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { RadioField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { ProblemNote } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { useToast } from '../../ui/toast.js';

interface ActProps {
  readonly task: Task;
  readonly onDone: () => void;
}

const results = TaskResult.options.map((value) => ({ value, label: taskResultLabel[value] }));

/** The doer's report, or with `instead` the one that a doer gave by word and an officer writes down. */
function ReportForm({ task, onDone, instead }: ActProps & { instead: boolean }) {
  const toast = useToast();
  const done = () => {
    toast({ text: 'Đã ghi báo cáo kết quả.' });
    onDone();
  };
  const own = useCommand(reportTask, { onDone: done });
  const other = useCommand(reportTaskFor, { onDone: done });
  const command = instead ? other : own;
  const form = useForm(reportTask.input.omit({ taskId: true }), { doneOn: today() }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, taskId: task.id }, version: task.version })}
      actions={
        <>
          <Button type="submit" look="primary" busy={command.isPending}>
            Gửi báo cáo
          </Button>
          <Button onClick={onDone}>Thôi</Button>
        </>
      }
    >
      <TextArea label="Kết quả thực hiện" maxLength={2000} {...form.text('text')} />
      <DateField label="Ngày hoàn thành" optional hint="Để trống nếu chưa xong." {...form.field('doneOn')} />
    </Form>
  );
}

/** The verdict of the checker named in the item, or with `named` false of who answers for the cell. */
function VerifyForm({ task, onDone, named }: ActProps & { named: boolean }) {
  const toast = useToast();
  const done = () => {
    toast({ text: 'Đã ghi kết quả kiểm tra.' });
    onDone();
  };
  const check = useCommand(checkTask, { onDone: done });
  const verify = useCommand(verifyTask, { onDone: done });
  const command = named ? check : verify;
  const form = useForm(verifyTask.input.omit({ taskId: true }), {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, taskId: task.id }, version: task.version })}
      actions={
        <>
          <Button type="submit" look="primary" busy={command.isPending}>
            Ghi kết quả kiểm tra
          </Button>
          <Button onClick={onDone}>Thôi</Button>
        </>
      }
    >
      <RadioField label="Kết quả" options={results} {...form.field('result')} />
      <TextArea label="Nhận xét" optional rows={3} maxLength={1000} {...form.text('note')} />
    </Form>
  );
}

function CarryOverForm({ task, onDone }: ActProps) {
  const toast = useToast();
  const command = useCommand(carryOverTask, {
    onDone: () => {
      toast({ text: 'Đã gia hạn nhiệm vụ.' });
      onDone();
    },
  });
  const form = useForm(carryOverTask.input.omit({ taskId: true }), {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, taskId: task.id }, version: task.version })}
      actions={
        <>
          <Button type="submit" look="primary" busy={command.isPending}>
            Gia hạn
          </Button>
          <Button onClick={onDone}>Thôi</Button>
        </>
      }
    >
      <DateField label="Thời hạn mới" {...form.field('deadline')} />
      <TextArea label="Lý do" rows={3} maxLength={500} {...form.text('reason')} />
    </Form>
  );
}

type Act = 'report' | 'report-for' | 'verify' | 'carry-over';

/** What the person may do with the task now. */
export function TaskActs({ task }: { task: Task }) {
  const toast = useToast();
  const [act, setAct] = useState<Act>();
  const acknowledge = useCommand(acknowledgeTask, { onDone: () => toast({ text: 'Đã nhận nhiệm vụ.' }) });
  const has = (one: Task['may'][number]) => task.may.includes(one);
  const start = useCommand(startTask, { onDone: () => toast({ text: 'Đã ghi bắt đầu thực hiện.' }) });
  const version = { input: { taskId: task.id }, version: task.version };
  const done = () => setAct(undefined);
  switch (act) {
    case 'report':
    case 'report-for':
      return <ReportForm task={task} onDone={done} instead={act === 'report-for'} />;
    case 'verify':
      return <VerifyForm task={task} onDone={done} named={has('check')} />;
    case 'carry-over':
      return <CarryOverForm task={task} onDone={done} />;
    case undefined:
      return (
        <div className="stack tight">
          <div className="row">
            {has('acknowledge') && (
              <Button look="primary" busy={acknowledge.isPending} onClick={() => acknowledge.mutate(version)}>
                Nhận nhiệm vụ
              </Button>
            )}
            {has('start') && (
              <Button busy={start.isPending} onClick={() => start.mutate(version)}>
                Bắt đầu thực hiện
              </Button>
            )}
            {has('report') && (
              <Button look={has('acknowledge') ? 'plain' : 'primary'} onClick={() => setAct('report')}>
                Báo cáo kết quả
              </Button>
            )}
            {(has('check') || has('verify')) && (
              <Button look={has('report') ? 'plain' : 'primary'} onClick={() => setAct('verify')}>
                Kiểm tra kết quả
              </Button>
            )}
            {has('report-for') && <Button onClick={() => setAct('report-for')}>Ghi báo cáo thay</Button>}
            {has('carry-over') && <Button onClick={() => setAct('carry-over')}>Gia hạn</Button>}
          </div>
          <ProblemNote problem={acknowledge.error ?? start.error} />
        </div>
      );
  }
}
