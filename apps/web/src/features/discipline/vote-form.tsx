import { recordDisciplineVote } from '@vungmanh/contracts/inspection/discipline-act';
import { disciplineFormLabel } from '@vungmanh/contracts/inspection/kind';
import { disciplineForms } from '@vungmanh/regulations/discipline-vote';
import { useState } from 'react';
import { today } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import type { Found } from '../../ui/find-field.js';
import { Note } from '../../ui/notes.js';
import { CountField, DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { MemberField } from '../member/member-field.js';
import { CaseForm } from './case-form.js';
import { formWord } from './discipline-text.js';
import type { StepFormProps } from './step-forms.js';
import { useRules } from '../rules/use-rules.js';
import { outcome, VoteTable } from './vote-table.js';

/** The counted ballot as the counters report it; what it comes to is shown while it is typed, with the sums. */
export function VoteForm({ found, onClose }: StepFormProps) {
  const rules = useRules();
  const [chair, setChair] = useState<Found>();
  const [counters, setCounters] = useState<readonly Found[]>([]);
  const commission = found.actor === 'INSPECTION_COMMISSION';
  const start = { on: today(), votes: {}, invalid: 0, none: 0, exemptVoting: 0, counterIds: [] };
  return (
    <CaseForm operation={recordDisciplineVote} found={found} start={start} submit="Ghi kết quả" done="Đã ghi kết quả bỏ phiếu." onClose={onClose}>
      {(form) => {
        const { votes = {}, on = today(), commissioners } = form.draft;
        const voters = (commission ? commissioners : found.votersToday) ?? 0;
        const ballot = { subject: found.subject, actor: found.actor, votes, voters, on, ...rules };
        const result = outcome(ballot);
        const name = (next: readonly Found[]) => {
          setCounters(next);
          form.set({ counterIds: next.map((one) => one.id) });
        };
        return (
          <>
            <div className="columns">
              <DateField label="Ngày bỏ phiếu" {...form.field('on')} />
              <TextField label="Giờ bắt đầu" placeholder="19:30" short {...form.text('startedAt')} />
            </div>
            <TextField label="Địa điểm" maxLength={200} {...form.text('venue')} />
            <MemberField
              label="Chủ trì"
              nodeId={found.nodeId}
              value={chair}
              onChange={(next) => {
                setChair(next);
                form.set({ chairId: next?.id });
              }}
              error={form.errors['chairId']}
            />
            <MemberField
              label="Thêm người kiểm phiếu"
              nodeId={found.nodeId}
              value={undefined}
              onChange={(next) => next && !counters.some((one) => one.id === next.id) && name([...counters, next])}
              error={form.errors['counterIds']}
            />
            {counters.map((one) => (
              <span key={one.id} className="row apart">
                {one.name}
                <Button size="small" look="quiet" onClick={() => name(counters.filter((other) => other.id !== one.id))}>
                  Bỏ
                </Button>
              </span>
            ))}
            {commission ? (
              <CountField label="Tổng số ủy viên ủy ban kiểm tra" {...form.field('commissioners')} />
            ) : (
              <p>
                Có quyền biểu quyết hôm nay: <span className="strong">{voters}</span>. Số chính thức tính theo danh sách ngày bỏ phiếu.
              </p>
            )}
            <div className="vote-inputs">
              <CountField label="Có mặt" {...form.field('present')} />
              <CountField label="Phiếu phát ra" {...form.field('issued')} />
              <CountField label="Phiếu thu về" {...form.field('returned')} />
              <CountField label="Không hợp lệ" {...form.field('invalid')} />
            </div>
            <div className="vote-inputs">
              {disciplineForms(found.subject, on)
                .toReversed()
                .map((one) => (
                  <CountField
                    key={one}
                    label={disciplineFormLabel[one]}
                    value={votes[one]}
                    onChange={(n) => form.set({ votes: { ...votes, [one]: n ?? 0 } })}
                  />
                ))}
              <CountField label="Không kỷ luật" {...form.field('none')} />
            </div>
            {result && <VoteTable ballot={ballot} />}
            {result && (
              <Note
                tone={result.form === undefined ? 'warning' : 'info'}
                title={result.form === undefined ? 'Chưa hình thức nào đủ số phiếu' : `Kết quả: ${formWord(result.form)}`}
              >
                {result.sums !== '' && <p>Cách tính: {result.sums}</p>}
              </Note>
            )}
            <p className="soft small">Chỉ ghi số phiếu. Hệ thống không lưu ai bỏ phiếu thế nào.</p>
          </>
        );
      }}
    </CaseForm>
  );
}
