import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { addAddendum, type Minutes } from '@vungmanh/contracts/meetings/minutes';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { showInstant } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Form } from '../../ui/form.js';
import { TextArea } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { useToast } from '../../ui/toast.js';

function AddendumForm({ meeting, minutes, onDone }: { meeting: Meeting; minutes: Minutes; onDone: () => void }) {
  const toast = useToast();
  const command = useCommand(addAddendum, {
    onDone: () => {
      toast({ text: 'Đã ghi bổ sung biên bản.' });
      onDone();
    },
  });
  const form = useForm(addAddendum.input.omit({ meetingId: true }), {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, meetingId: meeting.id }, version: minutes.version })}
      actions={
        <>
          <Button type="submit" look="primary" busy={command.isPending}>
            Ghi bổ sung
          </Button>
          <Button onClick={onDone}>Thôi</Button>
        </>
      }
    >
      <TextArea label="Nội dung đính chính, bổ sung" maxLength={4000} {...form.text('text')} />
    </Form>
  );
}

/** Corrections after the confirmation: they stand beside the minutes and change nothing in them. */
export function Addenda({ meeting, minutes }: { meeting: Meeting; minutes: Minutes }) {
  const [adding, setAdding] = useState(false);
  const may = meeting.may.includes('add-addendum') && !minutes.editable && minutes.confirmations.length > 0;
  if (!may && minutes.addenda.length === 0) return null;
  return (
    <Card title="Bổ sung, đính chính">
      <div className="stack">
        {minutes.addenda.map((a) => (
          <div key={a.at} className="stack tight">
            <p className="pre-line">{a.text}</p>
            <p className="soft small">
              {a.by}, {showInstant(a.at)}
            </p>
          </div>
        ))}
        {adding ? (
          <AddendumForm meeting={meeting} minutes={minutes} onDone={() => setAdding(false)} />
        ) : (
          may && (
            <div>
              <Button icon="plus" onClick={() => setAdding(true)}>
                Ghi bổ sung
              </Button>
            </div>
          )
        )}
      </div>
    </Card>
  );
}
