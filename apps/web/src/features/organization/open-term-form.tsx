import { committeesOf, openTerm } from '@vungmanh/contracts/organization/committee';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { DecisionFields } from './decision-fields.js';
import { SeatDrafts } from './seat-drafts.js';
import { type SeatDraft, seatInputs } from './seat-inputs.js';
import type { StaffedBody } from './seat-form.js';

const Opening = openTerm.input.omit({ bodyId: true, seats: true });

/** A term with those elected or appointed at its start; a running one ends the same day. */
export function OpenTermForm({ body, onClose }: { body: StaffedBody; onClose: () => void }) {
  const toast = useToast();
  const [drafts, setDrafts] = useState<readonly SeatDraft[]>([{ key: 1, person: undefined, post: 'SECRETARY', origin: 'ELECTED' }]);
  const [incomplete, setIncomplete] = useState(false);
  const command = useCommand(openTerm, {
    changes: [committeesOf],
    onDone: (term) => {
      toast({ text: `Đã mở nhiệm kỳ ${term.number}.` });
      onClose();
    },
  });
  const form = useForm(Opening, {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => {
        const seats = seatInputs(drafts);
        setIncomplete(seats === undefined);
        if (seats) command.mutate({ input: { ...input, bodyId: body.id, seats: [...seats] } });
      }}
      actions={<FormButtons submit="Mở nhiệm kỳ" busy={command.isPending} onClose={onClose} />}
    >
      <div className="columns">
        <TextField label="Nhiệm kỳ" short maxLength={20} placeholder="2025-2030" {...form.text('number')} />
        <DateField label="Bắt đầu từ ngày" {...form.field('from')} />
        <DateField label="Dự kiến kết thúc" optional {...form.field('plannedTo')} />
      </div>
      <DecisionFields value={form.draft.decision} onChange={(decision) => form.set({ decision })} error={form.errors.decision} />
      <SeatDrafts body={body} value={drafts} onChange={setDrafts} error={incomplete ? 'Chưa chọn chức vụ' : undefined} />
      <TextArea
        label="Lý do, nếu khác quy định"
        optional
        rows={2}
        maxLength={500}
        hint="Ví dụ số cấp ủy viên ít hơn quy định. Nhiệm kỳ vẫn được mở; cấp trên xem được lý do."
        {...form.text('reason')}
      />
      <p className="soft small">Nhiệm kỳ đang chạy và các chức vụ của nhiệm kỳ đó kết thúc cùng ngày.</p>
    </Form>
  );
}
