import { enterPeople } from '@vungmanh/contracts/training/contest-round';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import type { Found } from '../../ui/find-field.js';
import { ProblemNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { MemberField } from '../member/member-field.js';

/** An organization names one of its own for a round. */
export function Enter({ roundId, nodeId, onClose }: { roundId: string; nodeId: string; onClose: () => void }) {
  const toast = useToast();
  const [person, setPerson] = useState<Found>();
  const command = useCommand(enterPeople, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã cử người dự thi.' });
    },
  });
  return (
    <div className="stack">
      <MemberField label="Người dự thi" nodeId={nodeId} value={person} onChange={setPerson} error={undefined} />
      <ProblemNote problem={command.error} />
      <div className="form-actions">
        <Button
          look="primary"
          disabled={person === undefined}
          busy={command.isPending}
          onClick={() => person && command.mutate({ input: { roundId, nodeId, personIds: [person.id] } })}
        >
          Cử dự thi
        </Button>
        <Button onClick={onClose}>Thôi</Button>
      </div>
    </div>
  );
}
