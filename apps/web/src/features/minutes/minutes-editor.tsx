import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { getMinutes, type Minutes, MinutesContent, writeMinutes } from '@vungmanh/contracts/meetings/minutes';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask, useCommand } from '../../api/queries.js';
import type { DraftOf } from '../../session/use-draft.js';
import { Card } from '../../ui/card.js';
import { Note, ProblemNote } from '../../ui/notes.js';
import { CountField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { Concerns } from './concerns.js';
import { Conflict } from './conflict.js';
import { contentOf, type MinutesDraft, parts, readable, withItem } from './minutes-text.js';
import { SaveBar } from './save-bar.js';

interface EditorProps {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  readonly draft: DraftOf<MinutesDraft>;
}

/** The minutes under one's hands, in the order of the agenda. */
export function MinutesEditor({ meeting, minutes, draft }: EditorProps) {
  const client = useQueryClient();
  const [wrong, setWrong] = useState<string>();
  const command = useCommand(writeMinutes, {
    changes: [],
    onDone: (standing, { content }) => {
      client.setQueryData(ask(getMinutes, { meetingId: meeting.id }).queryKey, (before) => before && { ...before, ...standing, content });
      draft.saved(content);
    },
  });
  const stale = command.error?.kind === 'stale';
  useEffect(() => {
    if (stale) void client.invalidateQueries({ queryKey: [getMinutes.subject] });
  }, [stale, client]);
  const { value, set } = draft;
  const save = () => {
    const read = MinutesContent.safeParse(contentOf(value));
    setWrong(read.success ? undefined : read.error.issues[0]?.message);
    if (read.success) command.mutate({ input: { meetingId: meeting.id, content: read.data }, version: minutes.version });
  };
  return (
    <div className="stack loose">
      {draft.conflict && (
        <Conflict
          mine={readable(value, meeting.agenda)}
          theirs={readable(minutes.content, meeting.agenda)}
          onTakeTheirs={draft.discard}
          onKeepMine={draft.keep}
        />
      )}
      <Note title="Tài liệu nội bộ">
        <p>Ghi gọn ý chính theo từng mục. Không ghi nội dung thuộc bí mật nhà nước.</p>
      </Note>
      {meeting.agenda.map((item, i) => {
        const at = value.items.find((one) => one.agendaIndex === i);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- an item of the agenda has no other key than its place
          <Card key={i} title={`${i + 1}. ${item.title}`} aside={<span className="soft small">{item.plannedMinutes} phút</span>}>
            <div className="stack">
              <TextArea
                label="Diễn biến, ý kiến"
                optional
                maxLength={8000}
                rows={3}
                value={at?.account ?? ''}
                onChange={(account) => set(withItem(value, i, { account }))}
              />
              <TextArea
                label="Kết luận"
                optional
                maxLength={2000}
                rows={2}
                value={at?.conclusion ?? ''}
                onChange={(conclusion) => set(withItem(value, i, { conclusion }))}
              />
            </div>
          </Card>
        );
      })}
      <Card title="Nội dung chung">
        <div className="stack">
          {parts.map(([key, label]) => (
            <TextArea
              key={key}
              label={label}
              optional
              rows={3}
              maxLength={key === 'praise' ? 2000 : 4000}
              value={value[key] ?? ''}
              onChange={(typed) => set({ ...value, [key]: typed })}
            />
          ))}
          <CountField
            label="Số đồng chí phát biểu"
            hint="Chỉ ghi số lượng, không lập danh sách người phát biểu."
            value={value.speakers}
            onChange={(speakers) => set({ ...value, speakers: speakers ?? 0 })}
          />
        </div>
      </Card>
      <Concerns concerns={value.concerns} onChange={(concerns) => set({ ...value, concerns })} />
      {wrong !== undefined && <Note tone="error" title={`Chưa lưu được: ${wrong.toLowerCase()}.`} />}
      {!stale && <ProblemNote problem={command.error} onRetry={command.error?.passing ? save : undefined} />}
      <SaveBar dirty={draft.dirty} busy={command.isPending} blocked={draft.conflict} label="Lưu biên bản" onSave={save} />
    </div>
  );
}
