import { agendaTemplate } from '@vungmanh/contracts/meetings/agenda';
import { proposeChapters } from '@vungmanh/contracts/meetings/handbook';
import { getMeeting, type Meeting, prepareMeeting } from '@vungmanh/contracts/meetings/meeting';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { CheckField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { Note } from '../../ui/notes.js';
import { DateField, TimeField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { useToast } from '../../ui/toast.js';
import { useSettled } from '../../ui/use-settled.js';
import type { Citable, Handbook } from '../handbook/citation-field.js';
import { ThemeChips } from '../handbook/theme-chips.js';
import { useRules } from '../rules/use-rules.js';
import { dayAndTime, instantOf, minimumOf } from './agenda.js';
import { AgendaEditor } from './agenda-editor.js';
import { usePeople } from './people.js';
import { PersonField } from './person-field.js';

const Preparation = prepareMeeting.input.omit({ meetingId: true });
/** Offered where no hour is set yet and no meeting was held before: most cells meet in the evening. */
const FIRST_HOUR = '19:30';

/** Everything that the notice tells, in one form. */
export function PreparationForm({ meeting, onDone }: { meeting: Meeting; onDone: (() => void) | undefined }) {
  const toast = useToast();
  const people = usePeople(meeting.id);
  const command = useCommand(prepareMeeting, {
    changes: [getMeeting],
    onDone: () => {
      toast({ text: 'Đã lưu chuẩn bị. Bước tiếp theo: xem lại và gửi thông báo.' });
      onDone?.();
    },
  });
  const { topic, lastTime = {} } = meeting;
  const set = meeting.startsAt === undefined ? { day: meeting.plannedOn, time: lastTime.time ?? FIRST_HOUR } : dayAndTime(meeting.startsAt);
  const rules = useRules();
  const [day, setDay] = useState<string | undefined>(set.day);
  const [time, setTime] = useState<string | undefined>(set.time);
  const { place, chairId, minuteTakerId } = { ...lastTime, ...meeting };
  const form = useForm(
    Preparation,
    { startsAt: instantOf(set.day, set.time), place, chairId, minuteTakerId, topic, coversThematic: meeting.coversThematic, agenda: meeting.agenda },
    command.error,
  );
  const { agenda = [], coversThematic = false } = form.draft;
  const template = useQueryOf(agendaTemplate, {
    kind: meeting.kind,
    coversThematic: String(coversThematic),
    ...(meeting.sector === undefined ? {} : { sector: meeting.sector }),
  });
  const settledTopic = useSettled(form.draft.topic);
  const proposals = useQueryOf(proposeChapters, {
    meetingId: meeting.id,
    coversThematic: String(coversThematic),
    ...(settledTopic === undefined ? {} : { topic: settledTopic }),
  });
  const [found, setFound] = useState<readonly Citable[]>([]);
  const handbook: Handbook = {
    proposed: proposals.data?.chapters ?? [],
    known: [...found, ...meeting.chapters],
    onFound: ({ id, edition, code, title: called }) => setFound((before) => [...before, { id, edition, code, title: called }]),
  };
  const at = (nextDay: string | undefined, nextTime: string | undefined) => {
    setDay(nextDay);
    setTime(nextTime);
    form.set({ startsAt: nextDay !== undefined && nextTime !== undefined ? instantOf(nextDay, nextTime) : undefined });
  };
  const takeTemplate = () => form.set({ agenda: template.data?.items.map((item) => ({ ...item })) ?? [] });
  const thematic = meeting.kind === 'THEMATIC' || coversThematic;
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, meetingId: meeting.id }, version: meeting.version })}
      actions={
        <>
          <Button type="submit" look="primary" busy={command.isPending}>
            Lưu chuẩn bị
          </Button>
          {onDone && <Button onClick={onDone}>Thôi</Button>}
        </>
      }
    >
      {meeting.lastTime !== undefined && meeting.agenda.length === 0 && (
        <p className="soft">Giờ, địa điểm, người chủ trì và người ghi biên bản đã điền theo buổi trước; đồng chí xem lại và sửa nếu khác.</p>
      )}
      <div className="columns">
        <DateField label="Ngày họp" value={day} onChange={(d) => at(d, time)} error={day === undefined ? form.errors.startsAt : undefined} />
        <TimeField label="Giờ họp" value={time} onChange={(t) => at(day, t)} error={day === undefined ? undefined : form.errors.startsAt} />
        <TextField label="Địa điểm" maxLength={200} {...form.text('place')} />
      </div>
      <div className="columns">
        <PersonField
          single
          label="Chủ trì"
          hint="Đảng viên chính thức, thường là bí thư hoặc phó bí thư."
          people={people}
          value={form.draft.chairId === undefined ? [] : [form.draft.chairId]}
          onChange={(ids) => form.set({ chairId: ids[0] })}
          error={form.errors.chairId}
        />
        <PersonField
          single
          label="Người ghi biên bản"
          hint="Không phải là người chủ trì."
          people={people}
          value={form.draft.minuteTakerId === undefined ? [] : [form.draft.minuteTakerId]}
          onChange={(ids) => form.set({ minuteTakerId: ids[0] })}
          error={form.errors.minuteTakerId}
        />
      </div>
      {meeting.kind === 'REGULAR' && (
        <CheckField
          label="Kết hợp sinh hoạt chuyên đề trong cùng buổi"
          hint="Phần thường kỳ và phần chuyên đề tiến hành nối tiếp, không trộn lẫn; thời gian cả buổi dài hơn."
          checked={coversThematic}
          onChange={(on) => form.set({ coversThematic: on })}
        />
      )}
      {thematic && (
        <div className="stack tight">
          <TextField label="Tên chuyên đề" maxLength={300} {...form.text('topic')} />
          {form.draft.topic === undefined && <ThemeChips proposed={handbook.proposed} onChoose={(topic) => form.set({ topic })} />}
        </div>
      )}
      <div className="stack tight">
        <div className="row apart">
          <h3>Chương trình</h3>
          {agenda.length > 0 && template.data && (
            <Button size="small" look="quiet" icon="reload" onClick={takeTemplate}>
              Lấy lại từ mẫu
            </Button>
          )}
        </div>
        {agenda.length === 0 && (
          <Note
            title="Chưa có nội dung nào"
            actions={
              <Button size="small" look="primary" busy={template.isPending} onClick={takeTemplate}>
                Lấy chương trình mẫu
              </Button>
            }
          >
            <p>Chương trình mẫu soạn sẵn theo loại hình chi bộ (Hướng dẫn 42-HD/BTCTW), có số phút từng mục, sửa được.</p>
          </Note>
        )}
        <AgendaEditor
          items={agenda}
          people={people}
          openTasks={meeting.openTasks.length}
          handbook={handbook}
          minimum={minimumOf({ kind: meeting.kind, coversThematic }, day ?? meeting.plannedOn, rules)}
          onChange={(items) => form.set({ agenda: [...items] })}
        />
        {form.errors.agenda !== undefined && (
          <p className="field-error">Chương trình cần ít nhất một nội dung, mục nào cũng phải có tên và số phút.</p>
        )}
      </div>
      {meeting.state === 'NOTIFIED' && (
        <Note tone="warning" title="Thông báo đã gửi đi">
          <p>Sửa giờ, địa điểm, chương trình thì phải gửi lại thông báo để đảng viên nắm được.</p>
        </Note>
      )}
    </Form>
  );
}
