import { Huddle } from '@vungmanh/contracts/meetings/huddle';
import { getMeeting, type Meeting, recordHuddle } from '@vungmanh/contracts/meetings/meeting';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { showDate, today } from '../../text/dates.js';
import { Button, IconButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Form } from '../../ui/form.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { useToast } from '../../ui/toast.js';
import { nameIn, usePeople } from './people.js';
import { PersonField } from './person-field.js';

function HuddleForm({ meeting, onDone }: { meeting: Meeting; onDone: () => void }) {
  const toast = useToast();
  const people = usePeople(meeting.id);
  const command = useCommand(recordHuddle, {
    changes: [getMeeting],
    onDone: () => {
      toast({ text: 'Đã ghi hội ý chi ủy.' });
      onDone();
    },
  });
  const form = useForm(Huddle, meeting.huddle ?? { heldOn: today(), split: [] }, command.error);
  const split = form.draft.split ?? [];
  const change = (at: number, more: Partial<(typeof split)[number]>) => form.set({ split: split.map((s, i) => (i === at ? { ...s, ...more } : s)) });
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(huddle) => command.mutate({ input: { meetingId: meeting.id, huddle }, version: meeting.version })}
      actions={
        <>
          <Button type="submit" look="primary" busy={command.isPending}>
            Lưu hội ý
          </Button>
          <Button onClick={onDone}>Thôi</Button>
        </>
      }
    >
      <DateField label="Ngày hội ý" {...form.field('heldOn')} />
      <TextArea label="Nội dung thống nhất" optional rows={3} maxLength={2000} {...form.text('note')} />
      <div className="stack">
        <h3>Phân công chuẩn bị</h3>
        {split.map((s, i) => (
          <div key={s.personId || i} className="split-row">
            <PersonField
              single
              label="Đồng chí"
              people={people}
              value={s.personId === '' ? [] : [s.personId]}
              onChange={(ids) => change(i, { personId: ids[0] ?? '' })}
            />
            <TextField label="Việc được giao" value={s.work} maxLength={300} onChange={(work) => change(i, { work })} />
            <IconButton icon="close" label={`Bỏ dòng phân công ${i + 1}`} onClick={() => form.set({ split: split.filter((_, n) => n !== i) })} />
          </div>
        ))}
        {form.errors.split !== undefined && <p className="field-error">Mỗi dòng phân công cần tên đồng chí và việc được giao.</p>}
        <div>
          <Button look="quiet" icon="plus" onClick={() => form.set({ split: [...split, { personId: '', work: '' }] })}>
            Thêm phân công
          </Button>
        </div>
      </div>
    </Form>
  );
}

/** What the committee agreed beforehand and who prepares what (HD 42: whoever leads the cell meets first). */
export function HuddleCard({ meeting }: { meeting: Meeting }) {
  const [editing, setEditing] = useState(false);
  const { huddle } = meeting;
  const may = meeting.may.includes('record-huddle');
  return (
    <div id="hoi-y" className="anchor">
      <Card
        title="Hội ý, phân công chuẩn bị"
        aside={
          may &&
          !editing && (
            <Button size="small" icon={huddle ? 'edit' : 'plus'} onClick={() => setEditing(true)}>
              {huddle ? 'Sửa' : 'Ghi hội ý'}
            </Button>
          )
        }
      >
        {editing ? (
          <HuddleForm meeting={meeting} onDone={() => setEditing(false)} />
        ) : huddle ? (
          <div className="stack">
            <p>
              Hội ý ngày <span className="strong">{showDate(huddle.heldOn)}</span>.
              {huddle.note !== undefined && <span className="pre-line"> {huddle.note}</span>}
            </p>
            {huddle.split.length > 0 && (
              <ul className="stack tight">
                {huddle.split.map((s) => (
                  <li key={`${s.personId}${s.work}`}>
                    <span className="strong">{nameIn(meeting.people, s.personId) ?? 'Đồng chí trong chi bộ'}</span>: {s.work}
                  </li>
                ))}
              </ul>
            )}
          </div>
        ) : (
          <p className="soft">Chưa ghi hội ý. Chi ủy (nơi không có chi ủy thì bí thư, phó bí thư) họp chuẩn bị nội dung trước kỳ sinh hoạt.</p>
        )}
      </Card>
    </div>
  );
}
