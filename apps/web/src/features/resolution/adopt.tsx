import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { adoptResolution, type Resolution } from '@vungmanh/contracts/meetings/resolution';
import type { Vote } from '@vungmanh/contracts/meetings/vote';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { SelectField } from '../../ui/choice-field.js';
import { ConfirmDialog } from '../../ui/dialog.js';
import { ProblemNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { hindrance } from './hindrance.js';

interface AdoptProps {
  readonly meeting: Meeting;
  readonly resolution: Resolution;
  readonly votes: readonly Vote[];
  readonly dirty: boolean;
  /** Leads to the tab where a vote is taken. */
  readonly onVote: () => void;
}

/** Passing the resolution by a vote that carried it: its items become tasks, its paper takes a number. */
export function Adopt({ meeting, resolution, votes, dirty, onVote }: AdoptProps) {
  const toast = useToast();
  const [asked, setAsked] = useState(false);
  const carried = votes.filter((v) => v.matter === 'RESOLUTION' && v.passed);
  const [chosen, setChosen] = useState<string>();
  const voteId = chosen ?? carried.at(-1)?.id;
  const vote = carried.find((v) => v.id === voteId);
  const command = useCommand(adoptResolution, {
    onDone: () => {
      setAsked(false);
      toast({ text: 'Nghị quyết đã được thông qua. Các việc đã thành nhiệm vụ.' });
    },
  });
  if (!meeting.may.includes('adopt-resolution')) return null;
  const why = hindrance(resolution, votes, dirty);
  const noVote = carried.length === 0;
  return (
    <Card title="Thông qua nghị quyết">
      <div className="stack">
        {why === undefined ? <p>Dự thảo đã đủ điều kiện thông qua.</p> : <p className="soft">{why}</p>}
        <div className="row">
          <Button look={why === undefined ? 'primary' : 'plain'} disabled={why !== undefined} onClick={() => setAsked(true)}>
            Thông qua nghị quyết
          </Button>
          {noVote && (
            <Button look="quiet" onClick={onVote}>
              Đến phần biểu quyết
            </Button>
          )}
        </div>
      </div>
      <ConfirmDialog
        open={asked}
        title="Thông qua nghị quyết?"
        confirm="Thông qua"
        busy={command.isPending}
        onConfirm={() => vote && command.mutate({ input: { meetingId: meeting.id, voteId: vote.id }, version: resolution.version })}
        onClose={() => setAsked(false)}
      >
        <div className="stack">
          <p>
            {resolution.content.items.length} việc trở thành nhiệm vụ giao cho các đồng chí; nghị quyết được cấp số. Sau đó không sửa được nội dung.
          </p>
          {carried.length > 1 ? (
            <SelectField
              label="Theo kết quả biểu quyết"
              options={carried.map((v) => ({ value: v.id, label: `${v.subject}: ${v.printed}` }))}
              value={voteId}
              onChange={setChosen}
            />
          ) : (
            vote && <p>Kết quả biểu quyết: {vote.printed} tán thành.</p>
          )}
          <ProblemNote problem={command.error} />
        </div>
      </ConfirmDialog>
    </Card>
  );
}
