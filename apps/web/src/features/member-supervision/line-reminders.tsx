import { remindMember, ReminderPlace, reminderPlaceLabel, type SupervisionLine } from '@vungmanh/contracts/inspection/supervision-line';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { showDate, today } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { RadioField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Form } from '../../ui/form.js';
import { Note } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { awaitsReminder } from './supervision-text.js';

const places = ReminderPlace.options.map((value) => ({ value, label: reminderPlaceLabel[value] }));

function RemindForm({ line, onClose }: { line: SupervisionLine; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(remindMember, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã ghi việc nhắc nhở. Đảng viên thấy trên trang của mình.' });
    },
  });
  const form = useForm(remindMember.input.omit({ supervisionLineId: true }), { on: today() }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, supervisionLineId: line.id }, version: line.version })}
      actions={<FormButtons submit="Ghi việc nhắc nhở" busy={command.isPending} onClose={onClose} />}
    >
      <p>Ghi sau khi đã nhắc nhở đồng chí {line.name}.</p>
      <RadioField label="Đã nhắc nhở ở đâu" options={places} {...form.field('place')} />
      <DateField label="Ngày nhắc nhở" {...form.field('on')} />
      <TextArea
        label="Nội dung nhắc nhở"
        hint="Việc nào chậm, cần làm gì, đến khi nào. Đảng viên đọc được."
        rows={3}
        maxLength={2000}
        {...form.text('text')}
      />
    </Form>
  );
}

/** Early reminders: given first, then written down. */
export function LineReminders({ line }: { line: SupervisionLine }) {
  const [writing, setWriting] = useState(false);
  const due = !line.own && awaitsReminder(line);
  return (
    <Card title="Nhắc nhở">
      <div className="stack">
        {due && (
          <Note tone="warning" title="Có nhiệm vụ chậm, quá hạn mà chưa ghi nhắc nhở">
            <p>Nhắc nhở sớm để đồng chí kịp khắc phục trong quý.</p>
          </Note>
        )}
        {line.given.length === 0 ? (
          !due && <p className="soft">Chưa có lần nhắc nhở nào.</p>
        ) : (
          <ul className="supervision-said">
            {line.given.map((one) => (
              <li key={`${one.on}${one.text}`}>
                <p className="pre-line">{one.text}</p>
                <p className="soft small">
                  {showDate(one.on)} · {reminderPlaceLabel[one.place].toLowerCase()} · {one.by}
                </p>
              </li>
            ))}
          </ul>
        )}
        {line.may.includes('remind') && (
          <p>
            <Button look={due ? 'primary' : 'plain'} onClick={() => setWriting(true)}>
              Ghi việc nhắc nhở
            </Button>
          </p>
        )}
      </div>
      <Dialog open={writing} title="Ghi việc nhắc nhở" onClose={() => setWriting(false)}>
        <RemindForm line={line} onClose={() => setWriting(false)} />
      </Dialog>
    </Card>
  );
}
