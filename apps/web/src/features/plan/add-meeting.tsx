import { useNavigate } from '@tanstack/react-router';
import { addMeeting } from '@vungmanh/contracts/meetings/plan';
import { meetingKindLabel } from '@vungmanh/contracts/meetings/meeting-state';
import { nodeDetail } from '@vungmanh/contracts/organization/browse';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { RadioField, SelectField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';

interface Body {
  readonly id: string;
  readonly name: string;
}

const kinds = (['EXTRAORDINARY', 'THEMATIC'] as const).map((value) => ({ value, label: meetingKindLabel[value] }));

function AddForm({ nodeId, bodies, onClose }: { nodeId: string; bodies: readonly Body[]; onClose: () => void }) {
  const navigate = useNavigate();
  const command = useCommand(addMeeting, {
    onDone: (meeting) => {
      onClose();
      void navigate({ to: '/meetings/$meetingId', params: { meetingId: meeting.id } });
    },
  });
  const form = useForm(addMeeting.input, { nodeId, bodyId: bodies[0]?.id, kind: 'EXTRAORDINARY' }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={
        <>
          <Button type="submit" look="primary" busy={command.isPending}>
            Thêm buổi sinh hoạt
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </>
      }
    >
      {bodies.length > 1 && <SelectField label="Của" options={bodies.map((b) => ({ value: b.id, label: b.name }))} {...form.field('bodyId')} />}
      <RadioField label="Loại" options={kinds} {...form.field('kind')} />
      <DateField label="Ngày dự kiến" {...form.field('plannedOn')} />
      <TextField label={form.draft.kind === 'THEMATIC' ? 'Tên chuyên đề' : 'Nội dung chính'} optional maxLength={300} {...form.text('topic')} />
    </Form>
  );
}

/** A meeting that the year's plan does not hold. */
export function AddMeeting({ nodeId, open, onClose }: { nodeId: string; open: boolean; onClose: () => void }) {
  const node = useQueryOf(nodeDetail, { nodeId }, { when: open });
  const bodies = node.data?.bodies.filter((b) => b.meets);
  return (
    <Dialog open={open} title="Thêm buổi sinh hoạt ngoài kế hoạch" onClose={onClose}>
      <ProblemNote problem={node.error} onRetry={() => void node.refetch()} />
      {bodies === undefined ? (
        !node.error && <Skeleton lines={4} />
      ) : bodies.length === 0 ? (
        <p>Tổ chức này không có chi bộ hoặc cấp ủy sinh hoạt.</p>
      ) : (
        <AddForm nodeId={nodeId} bodies={bodies} onClose={onClose} />
      )}
    </Dialog>
  );
}
