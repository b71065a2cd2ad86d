import { assignFollower, type FollowedCell, followedCells } from '@vungmanh/contracts/organization/follower';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import type { Found } from '../../ui/find-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { MemberField } from '../member/member-field.js';
import { DecisionFields } from './decision-fields.js';

const Assigning = assignFollower.input.omit({ bodyIds: true });

interface AssignFollowerFormProps {
  readonly cells: readonly FollowedCell[];
  /** Organization among whose members the person is looked for. */
  readonly among: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function AssignFollowerForm({ cells, among, onClose, onDone }: AssignFollowerFormProps) {
  const toast = useToast();
  const [person, setPerson] = useState<Found>();
  const command = useCommand(assignFollower, {
    changes: [followedCells],
    onDone: () => {
      toast({ text: `Đã phân công đồng chí ${person?.name ?? ''} theo dõi ${cells.length} chi bộ.` });
      onDone();
    },
  });
  const form = useForm(Assigning, {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, bodyIds: cells.map((c) => c.bodyId) } })}
      actions={<FormButtons submit="Phân công" busy={command.isPending} onClose={onClose} />}
    >
      <p>{cells.map((c) => c.name).join('; ')}</p>
      <MemberField
        label="Cấp ủy viên cấp trên"
        nodeId={among}
        value={person}
        onChange={(found) => {
          setPerson(found);
          form.set({ personId: found?.id });
        }}
        error={form.errors.personId}
      />
      <DateField label="Theo dõi từ ngày" {...form.field('from')} />
      <DecisionFields value={form.draft.decision} onChange={(decision) => form.set({ decision })} error={form.errors.decision} />
    </Form>
  );
}
