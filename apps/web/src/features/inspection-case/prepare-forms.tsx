import { decideCase, setTeam } from '@vungmanh/contracts/inspection/case-step';
import { today } from '../../text/dates.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Form } from '../../ui/form.js';
import { Note } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { TeamFields } from '../inspection/team-fields.js';
import type { ActProps } from './step-forms.js';
import { useCaseCommand } from './use-case-command.js';

export function TeamForm({ of, onClose }: ActProps) {
  const command = useCaseCommand(setTeam, 'Đã phân công đoàn, tổ.', onClose);
  const start = { caseId: of.id, leaderId: of.leader?.id, teamIds: of.team.map((t) => t.id) };
  const form = useForm(setTeam.input, start, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: of.version })}
      actions={<FormButtons submit="Lưu phân công" busy={command.isPending} onClose={onClose} />}
    >
      <p>Người là đối tượng, cấp ủy viên hoặc đảng viên của tổ chức được kiểm tra, giám sát thì không tham gia.</p>
      <TeamFields
        nodeId={of.nodeId}
        leader={of.leader}
        team={of.team}
        onChange={({ leader, team }) => form.set({ leaderId: leader?.id, teamIds: team.map((t) => t.id) })}
      />
      {of.state !== 'PLANNED' && <TextArea label="Lý do thay đổi" rows={3} maxLength={500} {...form.text('reason')} />}
    </Form>
  );
}

export function DecideForm({ of, onClose }: ActProps) {
  const command = useCaseCommand(decideCase, 'Đã ra quyết định.', onClose);
  const form = useForm(decideCase.input, { caseId: of.id, decidedOn: today() }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: of.version })}
      actions={<FormButtons submit="Ra quyết định" busy={command.isPending} onClose={onClose} />}
    >
      {of.missing.length > 0 && (
        <Note tone="warning" title="Chưa đủ để ra quyết định">
          {of.missing.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </Note>
      )}
      <DateField label="Ngày ký quyết định" {...form.field('decidedOn')} />
      <div className="columns">
        <DateField label="Làm việc từ ngày" {...form.field('workFrom')} />
        <DateField label="Đến ngày" {...form.field('workTo')} />
      </div>
      <DateField label="Hạn đối tượng nộp báo cáo tự kiểm tra" {...form.field('selfReportBy')} />
      <TextArea label="Lý do, nếu khác quy định về thời gian, số người" optional rows={3} maxLength={500} {...form.text('reason')} />
    </Form>
  );
}
