import type { BodyKind } from '@vungmanh/contracts/organization/body';
import { committeesOf, SeatOrigin, seatOriginLabel, seatPerson } from '@vungmanh/contracts/organization/committee';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { RadioField, SelectField } from '../../ui/choice-field.js';
import type { Found } from '../../ui/find-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { MemberField } from '../member/member-field.js';
import { DecisionFields } from './decision-fields.js';
import { postOptions } from './posts.js';

/** A body whose seats are given, and the organization among whose members people are looked for. */
export interface StaffedBody {
  readonly id: string;
  readonly kind: BodyKind;
  readonly nodeId: string;
}

export const originOptions = SeatOrigin.options.map((value) => ({ value, label: seatOriginLabel[value] }));
const Seating = seatPerson.input.omit({ bodyId: true });

/** Somebody takes a seat in the running term. */
export function SeatForm({ body, onClose }: { body: StaffedBody; onClose: () => void }) {
  const toast = useToast();
  const [person, setPerson] = useState<Found>();
  const command = useCommand(seatPerson, {
    changes: [committeesOf],
    onDone: () => {
      toast({ text: `Đã phân công chức vụ cho đồng chí ${person?.name ?? ''}.` });
      onClose();
    },
  });
  const form = useForm(Seating, { origin: 'ELECTED' }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, bodyId: body.id } })}
      actions={<FormButtons submit="Phân công" busy={command.isPending} onClose={onClose} />}
    >
      <MemberField
        label="Đảng viên"
        nodeId={body.nodeId}
        value={person}
        onChange={(found) => {
          setPerson(found);
          form.set({ personId: found?.id });
        }}
        error={form.errors.personId}
      />
      <SelectField label="Chức vụ" options={postOptions(body.kind)} {...form.field('post')} />
      <RadioField label="Hình thức" options={originOptions} {...form.field('origin')} />
      <DateField label="Giữ chức vụ từ ngày" {...form.field('from')} />
      <DecisionFields value={form.draft.decision} onChange={(decision) => form.set({ decision })} error={form.errors.decision} />
      <TextArea label="Lý do, nếu khác quy định" optional rows={2} maxLength={500} {...form.text('reason')} />
    </Form>
  );
}
