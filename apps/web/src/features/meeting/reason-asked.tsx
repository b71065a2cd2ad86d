import { useState } from 'react';
import type { ProblemError } from '../../api/problem-error.js';
import { ConfirmDialog } from '../../ui/dialog.js';
import { Note, ProblemNote } from '../../ui/notes.js';
import { TextArea } from '../../ui/text-field.js';

interface ReasonAskedProps {
  readonly open: boolean;
  readonly title: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly problem: ProblemError | null;
  readonly children: React.ReactNode;
  readonly onConfirm: (reason: string | undefined) => void;
  readonly onClose: () => void;
}

/** Asks once more before an act; when the service answers that a rule wants a reason, asks for that too, and why. */
export function ReasonAsked({ open, title, confirm, busy, problem, children, onConfirm, onClose }: ReasonAskedProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const asked = problem?.code === 'meetings/reason-missing';
  const missing = asked && reason.trim() === '';
  return (
    <ConfirmDialog
      open={open}
      title={title}
      confirm={confirm}
      busy={busy}
      onConfirm={() => {
        setTried(true);
        if (!missing) onConfirm(asked ? reason.normalize('NFC').trim() : undefined);
      }}
      onClose={onClose}
    >
      <div className="stack">
        {children}
        {asked ? (
          <>
            <Note tone="warning" title={problem.title}>
              <p>Việc vẫn làm được; lý do được lưu cùng buổi sinh hoạt và cấp trên xem được.</p>
            </Note>
            <TextArea
              label="Lý do"
              rows={3}
              maxLength={500}
              value={reason}
              onChange={setReason}
              error={tried && missing && reason !== '' ? 'Chưa ghi lý do' : undefined}
            />
          </>
        ) : (
          <ProblemNote problem={problem} />
        )}
      </div>
    </ConfirmDialog>
  );
}
