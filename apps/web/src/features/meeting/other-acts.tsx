import { cancelMeeting, type Meeting, postponeMeeting } from '@vungmanh/contracts/meetings/meeting';
import { regularDay } from '@vungmanh/regulations/regular-day';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { Note } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { useRules } from '../rules/use-rules.js';
import { useToast } from '../../ui/toast.js';

interface ActProps {
  readonly meeting: Meeting;
  readonly onClose: () => void;
}

function PostponeForm({ meeting, onClose }: ActProps) {
  const toast = useToast();
  const command = useCommand(postponeMeeting, {
    onDone: () => {
      toast({ text: 'Đã lùi ngày sinh hoạt.' });
      onClose();
    },
  });
  const form = useForm(postponeMeeting.input.omit({ meetingId: true }), {}, command.error);
  const rules = useRules();
  const rule = meeting.kind === 'REGULAR' ? regularDay(meeting.month, rules)?.rule : undefined;
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, meetingId: meeting.id }, version: meeting.version })}
      actions={
        <>
          <Button type="submit" look="primary" busy={command.isPending}>
            Lùi ngày
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </>
      }
    >
      {rule && (
        <Note title={rule.says}>
          <p>Có việc đặc biệt thì họp trong tuần đầu của tháng. Lý do được lưu cùng buổi sinh hoạt. ({rule.source})</p>
        </Note>
      )}
      <DateField label="Ngày mới, trong cùng kỳ" {...form.field('to')} />
      <TextArea label="Lý do" rows={3} maxLength={500} {...form.text('reason')} />
    </Form>
  );
}

function CancelForm({ meeting, onClose }: ActProps) {
  const toast = useToast();
  const command = useCommand(cancelMeeting, {
    onDone: () => {
      toast({ text: 'Đã ghi buổi sinh hoạt không tiến hành.' });
      onClose();
    },
  });
  const form = useForm(cancelMeeting.input.omit({ meetingId: true }), {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, meetingId: meeting.id }, version: meeting.version })}
      actions={
        <>
          <Button type="submit" look="danger" busy={command.isPending}>
            Ghi không tiến hành
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </>
      }
    >
      <p>Kỳ này sẽ tính là chưa sinh hoạt ở bảng của cấp trên, kèm lý do dưới đây. Việc này không rút lại được.</p>
      <TextArea label="Lý do" rows={3} maxLength={500} {...form.text('reason')} />
    </Form>
  );
}

/** Acts that leave the usual way: another day, or no meeting at all. */
export function OtherActs({ meeting }: { meeting: Meeting }) {
  const [act, setAct] = useState<'postpone' | 'cancel'>();
  const may = (verb: string) => meeting.may.includes(verb);
  const close = () => setAct(undefined);
  return (
    <>
      {may('postpone') && <Button onClick={() => setAct('postpone')}>Lùi ngày</Button>}
      {may('cancel') && (
        <Button look="quiet" onClick={() => setAct('cancel')}>
          Không tiến hành
        </Button>
      )}
      <Dialog open={act === 'postpone'} title="Lùi ngày sinh hoạt" onClose={close}>
        <PostponeForm meeting={meeting} onClose={close} />
      </Dialog>
      <Dialog open={act === 'cancel'} title="Không tiến hành buổi sinh hoạt" onClose={close}>
        <CancelForm meeting={meeting} onClose={close} />
      </Dialog>
    </>
  );
}
