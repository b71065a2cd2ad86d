import { useNavigate } from '@tanstack/react-router';
import { openMeetingCheck } from '@vungmanh/contracts/inspection/meeting-check';
import { addDays } from '@vungmanh/regulations/calendar';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { SelectField } from '../../ui/choice-field.js';
import type { Found } from '../../ui/find-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { useForm } from '../../ui/use-form.js';
import { halvesUntil } from './meeting-check-text.js';
import { TeamField } from './team-field.js';

/** A month is what such a check usually takes; another day may be typed. */
const USUAL_DAYS = 30;

/** Opens a check over all cells below; whoever opens it leads it. */
export function OpenCheck({ nodeId, onClose }: { nodeId: string; onClose: () => void }) {
  const navigate = useNavigate();
  const [team, setTeam] = useState<readonly Found[]>([]);
  const halves = halvesUntil(today());
  const command = useCommand(openMeetingCheck, {
    onDone: ({ id }) => void navigate({ to: '/meeting-checks/$checkId', params: { checkId: id } }),
  });
  const start = { nodeId, half: halves[0]?.value, plannedEnd: addDays(today(), USUAL_DAYS), teamIds: [] };
  const form = useForm(openMeetingCheck.input, start, command.error);
  const name = (next: readonly Found[]) => {
    setTeam(next);
    form.set({ teamIds: next.map((t) => t.id) });
  };
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Mở cuộc kiểm tra" busy={command.isPending} onClose={onClose} />}
    >
      <p>Cuộc kiểm tra gồm tất cả chi bộ trực thuộc, mỗi chi bộ một phiếu. Đồng chí là trưởng đoàn.</p>
      <SelectField label="Kỳ kiểm tra" options={halves} {...form.field('half')} />
      <DateField
        label="Dự kiến xong"
        hint="Quyền đọc sổ biên bản của đoàn hết vào ngày này, hoặc sớm hơn khi kết luận."
        {...form.field('plannedEnd')}
      />
      <TeamField nodeId={nodeId} team={team} onChange={name} />
    </Form>
  );
}
