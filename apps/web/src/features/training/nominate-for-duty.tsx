import type { DutyLine } from '@vungmanh/contracts/training/duty';
import { dutyClasses, nominateForDuty } from '@vungmanh/contracts/training/enrollment';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';

/** Names who owes a course for one of its classes: one tap, and a reason only where a rule wants one. */
export function NominateForDuty({ duty, onClose }: { duty: DutyLine; onClose: () => void }) {
  const toast = useToast();
  const classes = useQueryOf(dutyClasses, { dutyId: duty.id });
  const [reason, setReason] = useState('');
  const command = useCommand(nominateForDuty, {
    onDone: () => {
      onClose();
      toast({ text: `Đã cử đồng chí ${duty.personName}. Chờ đơn vị mở lớp duyệt.` });
    },
  });
  const asksReason = command.error?.code === 'training/reason-needed';
  const items = classes.data?.items ?? [];
  return (
    <div className="stack">
      <p>
        Đồng chí {duty.personName} phải học "{duty.courseLabel}" trước ngày {showDate(duty.dueOn)}.
      </p>
      <ProblemNote problem={classes.error} onRetry={() => void classes.refetch()} />
      {!classes.data && !classes.error && <Skeleton lines={3} />}
      {classes.data && items.length === 0 && <EmptyState icon="training" title="Chưa có lớp nào của chương trình này đang nhận học viên" />}
      <ul className="class-list">
        {items.map((one) => (
          <li key={one.id}>
            <span className="strong">{one.title}</span>
            <span className="small soft">
              {one.nodeName} · {showDate(one.from)} – {showDate(one.to)} · {one.place}
            </span>
            {one.nominated ? (
              <span>
                <Badge tone="done">Đã cử</Badge>
              </span>
            ) : (
              <span>
                <Button
                  size="small"
                  look="primary"
                  aria-label={`Cử vào lớp ${one.title}`}
                  disabled={asksReason && reason.trim() === ''}
                  busy={command.isPending}
                  onClick={() =>
                    command.mutate({ input: { dutyId: duty.id, classId: one.id, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) } })
                  }
                >
                  Cử vào lớp này
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote problem={command.error} />
      {asksReason && <TextField label="Lý do vẫn cử" maxLength={500} value={reason} onChange={setReason} />}
    </div>
  );
}
