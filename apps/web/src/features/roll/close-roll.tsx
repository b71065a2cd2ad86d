import { closeRoll, getRoll, type Roll } from '@vungmanh/contracts/meetings/roll';
import { getMeeting } from '@vungmanh/contracts/meetings/meeting';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/dialog.js';
import { Note, ProblemNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { RollFigures } from './figures.js';
import type { RollCall } from './use-roll-call.js';

/** Freezes the figures, once every tap has reached the server. */
export function CloseRoll({ call }: { call: RollCall<Roll> }) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const command = useCommand(closeRoll, {
    changes: [getMeeting, getRoll],
    onDone: (roll) => {
      call.setBase(roll);
      setOpen(false);
      toast({ text: 'Đã chốt điểm danh. Số liệu đã đưa vào biên bản.' });
    },
  });
  const waits = call.waiting > 0;
  const confirm = () => {
    if (waits) void call.send();
    else command.mutate({ input: { meetingId: call.base.id }, version: call.base.version });
  };
  return (
    <>
      <Button look="primary" icon="check" onClick={() => setOpen(true)}>
        Chốt điểm danh
      </Button>
      <ConfirmDialog
        open={open}
        title="Chốt điểm danh?"
        confirm={waits ? 'Gửi lại' : 'Chốt điểm danh'}
        busy={command.isPending || call.state === 'sending'}
        onConfirm={confirm}
        onClose={() => setOpen(false)}
      >
        <div className="stack">
          <RollFigures {...call.shown} />
          <p className="soft small">
            Sau khi chốt, số liệu được giữ nguyên để tính biểu quyết và ghi vào biên bản; sai sót được ghi vào phần bổ sung.
          </p>
          {waits && call.state !== 'sending' && (
            <Note tone="warning" title={`Còn ${call.waiting} lượt điểm danh chưa gửi được`}>
              <p>Các lượt này đang được giữ trên máy. Hãy gửi lại khi có mạng rồi mới chốt.</p>
            </Note>
          )}
          <ProblemNote problem={command.error} />
        </div>
      </ConfirmDialog>
    </>
  );
}
