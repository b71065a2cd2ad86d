import { useQueryClient } from '@tanstack/react-query';
import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { draftResolution, getResolution, type Resolution, ResolutionContent } from '@vungmanh/contracts/meetings/resolution';
import { useEffect, useState } from 'react';
import { ask, useCommand } from '../../api/queries.js';
import type { DraftOf } from '../../session/use-draft.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Note, ProblemNote } from '../../ui/notes.js';
import { TextArea } from '../../ui/text-field.js';
import type { Choosable } from '../meeting/person-field.js';
import { Conflict } from '../minutes/conflict.js';
import { SaveBar } from '../minutes/save-bar.js';
import { ItemEditor } from './item-editor.js';
import { contentOf, newItem, readable, type ResolutionDraft, sections } from './resolution-text.js';

interface EditorProps {
  readonly meeting: Meeting;
  readonly resolution: Resolution;
  readonly people: readonly Choosable[];
  readonly draft: DraftOf<ResolutionDraft>;
}

const longest = { assessment: 6000, shortcomings: 3000, direction: 6000 } as const;

/** The draft resolution: three written parts and the tasks with their six fields. */
export function ResolutionEditor({ meeting, resolution, people, draft }: EditorProps) {
  const client = useQueryClient();
  const [open, setOpen] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const command = useCommand(draftResolution, {
    changes: [],
    onDone: (saved) => {
      client.setQueryData(ask(getResolution, { meetingId: meeting.id }).queryKey, saved);
      draft.saved(saved.content);
    },
  });
  const stale = command.error?.kind === 'stale';
  useEffect(() => {
    if (stale) void client.invalidateQueries({ queryKey: [getResolution.subject] });
  }, [stale, client]);
  const { value, set } = draft;
  const nameOf = (id: string) => people.find((p) => p.id === id)?.name ?? 'đồng chí ngoài danh sách';
  const save = () => {
    const content = contentOf(value);
    const untitled = content.items.some((item) => item.content === '');
    const read = ResolutionContent.safeParse(content);
    setWrong(untitled ? 'có việc chưa ghi nội dung' : read.success ? undefined : read.error.issues[0]?.message.toLowerCase());
    if (read.success && !untitled) command.mutate({ input: { meetingId: meeting.id, content: read.data }, version: resolution.version });
  };
  return (
    <div className="stack loose">
      {draft.conflict && (
        <Conflict mine={readable(value, nameOf)} theirs={readable(resolution.content, nameOf)} onTakeTheirs={draft.discard} onKeepMine={draft.keep} />
      )}
      <Card title="Đánh giá và phương hướng">
        <div className="stack">
          {sections.map(([key, label]) => (
            <TextArea
              key={key}
              label={label}
              optional
              rows={3}
              maxLength={longest[key]}
              value={value[key] ?? ''}
              onChange={(typed) => set({ ...value, [key]: typed })}
            />
          ))}
        </div>
      </Card>
      <Card title={`Các việc phải làm (${value.items.length})`}>
        <div className="stack">
          <p className="soft">Mỗi việc phải đủ sáu nội dung: nội dung, yêu cầu, biện pháp, thời hạn, người thực hiện, người kiểm tra.</p>
          <ol className="stack">
            {value.items.map((item, i) => (
              <ItemEditor
                key={item.id}
                item={item}
                number={i + 1}
                people={people}
                resembles={resolution.resemblances.filter((r) => r.itemId === item.id)}
                open={open === item.id}
                onOpen={() => setOpen(open === item.id ? undefined : item.id)}
                onChange={(next) => set({ ...value, items: value.items.map((one) => (one.id === item.id ? next : one)) })}
                onRemove={() => set({ ...value, items: value.items.filter((one) => one.id !== item.id) })}
              />
            ))}
          </ol>
          <div>
            <Button
              icon="plus"
              onClick={() => {
                const item = newItem(new Date());
                set({ ...value, items: [...value.items, item] });
                setOpen(item.id);
              }}
            >
              Thêm việc
            </Button>
          </div>
        </div>
      </Card>
      {wrong !== undefined && <Note tone="error" title={`Chưa lưu được: ${wrong}.`} />}
      {!stale && <ProblemNote problem={command.error} onRetry={command.error?.passing ? save : undefined} />}
      <SaveBar dirty={draft.dirty} busy={command.isPending} blocked={draft.conflict} label="Lưu dự thảo" onSave={save} />
    </div>
  );
}
