import { rosterOf } from '@vungmanh/contracts/membership/member';
import { nominate } from '@vungmanh/contracts/training/enrollment';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { CheckField } from '../../ui/choice-field.js';
import { EmptyState, ProblemNote, Skeleton } from '../../ui/notes.js';
import { SearchField, TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { matcher } from '../../text/search.js';

interface NominateProps {
  readonly classId: string;
  readonly nodeId: string;
  /** The first day of the class: who belongs to the cell then. */
  readonly on: string;
  readonly known: readonly string[];
  readonly onClose: () => void;
}

/** Chosen from the members of the cell; a reason is asked for once a rule wants one. */
export function Nominate({ classId, nodeId, on, known, onClose }: NominateProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [search, setSearch] = useState('');
  const [reason, setReason] = useState('');
  const toast = useToast();
  const roster = useQueryOf(rosterOf, { nodeId, asOf: on });
  const command = useCommand(nominate, {
    onDone: ({ nominated }) => {
      onClose();
      toast({ text: `Đã cử ${nominated} người. Chờ đơn vị mở lớp duyệt.` });
    },
  });
  const matches = matcher(search);
  const rows = (roster.data?.items ?? []).filter((m) => !known.includes(m.id) && matches(m.name));
  const asksReason = command.error?.code === 'training/reason-needed';
  const send = () =>
    command.mutate({ input: { classId, nodeId, personIds: [...chosen], ...(reason.trim() === '' ? {} : { reason: reason.trim() }) } });
  return (
    <div className="stack">
      <ProblemNote problem={roster.error} onRetry={() => void roster.refetch()} />
      {!roster.data && !roster.error && <Skeleton lines={6} />}
      {roster.data && (
        <>
          <SearchField label="Tìm theo tên" placeholder="Tìm tên" value={search} onChange={setSearch} />
          {rows.length === 0 && <EmptyState icon="people" title="Không có ai để chọn" />}
          <ul className="class-list">
            {rows.map((m) => (
              <li key={m.id}>
                <CheckField
                  label={m.birthYear === undefined ? m.name : `${m.name} (${m.birthYear})`}
                  checked={chosen.includes(m.id)}
                  onChange={(add) => setChosen(add ? [...chosen, m.id] : chosen.filter((id) => id !== m.id))}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <ProblemNote problem={command.error} />
      {asksReason && <TextField label="Lý do vẫn cử" maxLength={500} value={reason} onChange={setReason} />}
      <div className="form-actions">
        <Button look="primary" disabled={chosen.length === 0 || (asksReason && reason.trim() === '')} busy={command.isPending} onClick={send}>
          Cử {chosen.length > 0 ? `${chosen.length} người` : ''}
        </Button>
        <Button onClick={onClose}>Quay lại</Button>
      </div>
    </div>
  );
}
