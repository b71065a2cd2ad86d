import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import type { Roll } from '@vungmanh/contracts/meetings/roll';
import {
  listVotes,
  recordVote,
  type Vote,
  VoteMatter,
  voteMatterLabel,
  VoteMethod,
  voteMethodLabel,
  withdrawVote,
} from '@vungmanh/contracts/meetings/vote';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { RadioField, SelectField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { Note } from '../../ui/notes.js';
import { CountField } from '../../ui/parsed-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { useToast } from '../../ui/toast.js';
import { useRules } from '../rules/use-rules.js';
import { standingOf, type VoteStanding } from './vote-rules.js';

const input = recordVote.input.omit({ meetingId: true });
const matters = VoteMatter.options.map((value) => ({ value, label: voteMatterLabel[value] }));
const methods = VoteMethod.options.map((value) => ({ value, label: voteMethodLabel[value] }));

function Standing({ standing, roll }: { standing: VoteStanding; roll: Roll }) {
  return (
    <div className="vote-live stack tight" role="status">
      <p>
        Đã nhập <span className="strong">{standing.cast}</span> phiếu của <span className="strong">{roll.voters}</span> đồng chí có mặt được biểu
        quyết; tính tỷ lệ trên <span className="strong">{roll.denominator}</span> đảng viên chính thức.
      </p>
      {standing.needed !== undefined && (
        <p>
          Cần ít nhất <span className="strong">{standing.needed}</span> phiếu tán thành.{' '}
          {standing.cast > 0 && (standing.passed ? <Badge tone="done">Đạt</Badge> : <Badge tone="wait">Chưa đạt</Badge>)}
        </p>
      )}
      {standing.says !== undefined && (
        <p className="small soft">
          {standing.says} ({standing.source})
        </p>
      )}
      {standing.tooMany && <Note tone="error" title={recordVote.errors['meetings/more-votes-than-voters'].title} />}
    </div>
  );
}

function VoteForm({ meeting, roll, onDone }: { meeting: Meeting; roll: Roll; onDone: () => void }) {
  const toast = useToast();
  const rules = useRules();
  const command = useCommand(recordVote, {
    onDone: (vote) => {
      toast({ text: `Đã ghi biểu quyết: ${vote.printed} tán thành.` });
      onDone();
    },
  });
  const form = useForm(
    input,
    { matter: 'RESOLUTION', method: 'SHOW_OF_CARD', subject: 'Thông qua nghị quyết của chi bộ', against: 0, noOpinion: 0 },
    command.error,
  );
  const { matter = 'RESOLUTION', inFavor = 0, against = 0, noOpinion = 0 } = form.draft;
  const standing = standingOf(matter, meeting.plannedOn, { inFavor, against, noOpinion }, { ...roll, rules });
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(vote) => !standing.tooMany && command.mutate({ input: { ...vote, meetingId: meeting.id } })}
      actions={
        <>
          <Button type="submit" look="primary" busy={command.isPending} disabled={standing.tooMany}>
            Ghi kết quả
          </Button>
          <Button onClick={onDone}>Thôi</Button>
        </>
      }
    >
      <div className="columns">
        <SelectField label="Biểu quyết về" options={matters} {...form.field('matter')} />
        <TextField label="Nội dung biểu quyết" maxLength={300} {...form.text('subject')} />
      </div>
      <RadioField label="Hình thức" options={methods} {...form.field('method')} />
      <div className="vote-counts">
        <CountField label="Tán thành" {...form.field('inFavor')} />
        <CountField label="Không tán thành" {...form.field('against')} />
        <CountField label="Không có ý kiến" {...form.field('noOpinion')} />
      </div>
      <Standing standing={standing} roll={roll} />
      <p className="small soft">Chỉ ghi số phiếu. Hệ thống không lưu ai biểu quyết thế nào.</p>
    </Form>
  );
}

function Withdraw({ meetingId, vote }: { meetingId: string; vote: Vote }) {
  const toast = useToast();
  const [asked, setAsked] = useState(false);
  const command = useCommand(withdrawVote, {
    changes: [listVotes],
    onDone: () => {
      setAsked(false);
      toast({ text: 'Đã thu hồi kết quả ghi nhầm. Hãy ghi lại kết quả đúng.' });
    },
  });
  const form = useForm(withdrawVote.input.omit({ meetingId: true, voteId: true }), {}, command.error);
  return (
    <div>
      <Button size="small" look="quiet" icon="undo" onClick={() => setAsked(true)}>
        Ghi nhầm, thu hồi
      </Button>
      <Dialog open={asked} title="Thu hồi kết quả biểu quyết ghi nhầm" onClose={() => setAsked(false)}>
        <Form
          form={form}
          problem={command.error}
          onSubmit={(input) => command.mutate({ input: { ...input, meetingId, voteId: vote.id } })}
          actions={
            <>
              <Button type="submit" look="danger" busy={command.isPending}>
                Thu hồi
              </Button>
              <Button onClick={() => setAsked(false)}>Thôi</Button>
            </>
          }
        >
          <p>
            {vote.subject}: {vote.printed}
          </p>
          <TextArea label="Ghi nhầm thế nào" rows={2} maxLength={300} {...form.text('reason')} />
        </Form>
      </Dialog>
    </div>
  );
}

function VoteLine({ vote, meeting }: { vote: Vote; meeting: Meeting }) {
  return (
    <li className="stack tight">
      <span className="row apart">
        <span className="strong">{vote.subject}</span>
        <Badge tone={vote.passed ? 'done' : 'late'}>{vote.passed ? 'Đã thông qua' : 'Không thông qua'}</Badge>
      </span>
      <span>
        Tán thành {vote.printed}, không tán thành {vote.against}, không có ý kiến {vote.noOpinion}
      </span>
      <span className="soft small">
        {voteMatterLabel[vote.matter]} · {voteMethodLabel[vote.method]} · căn cứ {vote.ruleSource}
      </span>
      {meeting.may.includes('record-vote') && <Withdraw meetingId={meeting.id} vote={vote} />}
    </li>
  );
}

/** Votes of the meeting as counts, and the taking of one. */
export function Votes({ meeting, roll, votes }: { meeting: Meeting; roll: Roll | undefined; votes: readonly Vote[] }) {
  const [adding, setAdding] = useState(false);
  const may = meeting.may.includes('record-vote');
  const closed = roll?.closedAt !== undefined;
  return (
    <Card title="Kết quả biểu quyết">
      <div className="stack">
        {votes.length === 0 && !adding && <p className="soft">Chưa có nội dung nào được biểu quyết.</p>}
        {votes.length > 0 && (
          <ul className="stack">
            {votes.map((v) => (
              <VoteLine key={v.id} vote={v} meeting={meeting} />
            ))}
          </ul>
        )}
        {may && !closed && <Note title={recordVote.errors['meetings/roll-open'].title} />}
        {may &&
          closed &&
          roll &&
          (adding ? (
            <VoteForm meeting={meeting} roll={roll} onDone={() => setAdding(false)} />
          ) : (
            <div>
              <Button icon="plus" look={votes.length === 0 ? 'primary' : 'plain'} onClick={() => setAdding(true)}>
                Ghi biểu quyết
              </Button>
            </div>
          ))}
      </div>
    </Card>
  );
}
