import { changeMeetingCheck, type MeetingCheck } from '@vungmanh/contracts/inspection/meeting-check';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import type { Found } from '../../ui/find-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { TeamField } from './team-field.js';

/** Another team, or another end, with its reason; the right to read follows at once. */
export function ChangeForm({ check, onClose }: { check: MeetingCheck; onClose: () => void }) {
  const toast = useToast();
  const [team, setTeam] = useState<readonly Found[]>(() => check.team.filter((t) => !t.leader).map(({ personId, name }) => ({ id: personId, name })));
  const command = useCommand(changeMeetingCheck, {
    onDone: () => {
      toast({ text: 'Đã thay đổi đoàn, thời hạn kiểm tra.' });
      onClose();
    },
  });
  const start = { checkId: check.id, plannedEnd: check.plannedEnd, teamIds: team.map((t) => t.id) };
  const form = useForm(changeMeetingCheck.input, start, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: check.version })}
      actions={<FormButtons submit="Lưu thay đổi" busy={command.isPending} onClose={onClose} />}
    >
      {check.state === 'UNDER_WAY' && <p>Người thêm vào được đọc sổ biên bản ngay; người thôi tham gia hết quyền đọc ngay.</p>}
      <DateField label="Dự kiến xong" {...form.field('plannedEnd')} />
      <TeamField
        nodeId={check.nodeId}
        team={team}
        onChange={(next) => {
          setTeam(next);
          form.set({ teamIds: next.map((t) => t.id) });
        }}
      />
      <TextField label="Lý do thay đổi" maxLength={500} {...form.text('reason')} />
    </Form>
  );
}
