import type { BodyKind } from '@vungmanh/contracts/organization/body';
import { committeesOf, endSeat, type Seat, SeatEnd, seatEndLabel } from '@vungmanh/contracts/organization/committee';
import { useCommand } from '../../api/queries.js';
import { SelectField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { NAME_COMING, postName } from './posts.js';

const Ending = endSeat.input.omit({ seatId: true });
const reasons = SeatEnd.options.map((value) => ({ value, label: seatEndLabel[value] }));

export function EndSeatForm({ seat, kind, onClose }: { seat: Seat; kind: BodyKind; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(endSeat, {
    changes: [committeesOf],
    onDone: () => {
      toast({ text: `Đã ghi đồng chí ${seat.name ?? ''} thôi giữ chức vụ.` });
      onClose();
    },
  });
  const form = useForm(Ending, {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, seatId: seat.id }, version: seat.version })}
      actions={<FormButtons submit="Cho thôi giữ chức vụ" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <p>
        <span className="strong">{seat.name ?? NAME_COMING}</span>, {postName(kind, seat.post)}
      </p>
      <DateField label="Thôi giữ chức vụ từ ngày" {...form.field('to')} />
      <SelectField label="Lý do" options={reasons} {...form.field('because')} />
    </Form>
  );
}
