import { type AccessLine, addToCase, type InspectionCase, removeFromCase } from '@vungmanh/contracts/inspection/case';
import { casePartLabel } from '@vungmanh/contracts/inspection/case-part';
import { useState } from 'react';
import { showInstant } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { RadioField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import type { Found } from '../../ui/find-field.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Form } from '../../ui/form.js';
import { Note } from '../../ui/notes.js';
import { TextArea } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { MemberField } from '../member/member-field.js';
import type { ActProps } from './step-forms.js';
import { useCaseCommand } from './use-case-command.js';

const parts = (['READER', 'DECIDER', 'SUBJECT'] as const).map((value) => ({
  value,
  label: value === 'SUBJECT' ? 'Đại diện tổ chức là đối tượng' : casePartLabel[value],
}));

function AddForm({ of, onClose }: ActProps) {
  const [person, setPerson] = useState<Found>();
  const command = useCaseCommand(addToCase, 'Đã thêm vào danh sách.', onClose);
  const form = useForm(addToCase.input, { caseId: of.id, part: 'READER' }, command.error);
  const choices = of.subject === 'ORGANIZATION' && of.announcedOn !== undefined ? parts : parts.filter((p) => p.value !== 'SUBJECT');
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: of.version })}
      actions={<FormButtons submit="Thêm vào danh sách" busy={command.isPending} onClose={onClose} />}
    >
      <MemberField
        label="Đảng viên"
        nodeId={of.nodeId}
        value={person}
        onChange={(next) => {
          setPerson(next);
          form.set({ personId: next?.id });
        }}
      />
      <RadioField label="Được biết với tư cách" options={choices} {...form.field('part')} />
      <TextArea label="Lý do" rows={2} maxLength={500} {...form.text('reason')} />
    </Form>
  );
}

function RemoveForm({ of, line, onClose }: ActProps & { line: AccessLine }) {
  const command = useCaseCommand(removeFromCase, 'Đã đưa ra khỏi danh sách.', onClose);
  const form = useForm(removeFromCase.input, { caseId: of.id, accessId: line.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: of.version })}
      actions={<FormButtons submit="Thôi cho biết" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <p>
        Từ nay đồng chí <span className="strong">{line.name}</span> không đọc được hồ sơ này nữa.
      </p>
      <TextArea label="Lý do" rows={2} maxLength={500} {...form.text('reason')} />
    </Form>
  );
}

/** Who may know of the case: nobody else reads it, whatever office they hold. Each line says by whom and why. */
export function AccessTab({ of }: { of: InspectionCase }) {
  const [adding, setAdding] = useState(false);
  const [gone, setGone] = useState<AccessLine>();
  const changes = of.may.includes('change-access');
  const now = of.access.filter((a) => a.until === undefined);
  // The team is changed as a team; somebody always decides, and a subject always knows.
  const mayGo = ({ part }: AccessLine) =>
    changes && (part === 'READER' || (part !== 'LEADER' && part !== 'TEAM' && now.filter((a) => a.part === part).length > 1));
  return (
    <Card
      title="Người được biết"
      aside={
        changes && (
          <Button size="small" icon="plus" onClick={() => setAdding(true)}>
            Thêm người
          </Button>
        )
      }
    >
      <div className="stack">
        <Note title="Chỉ những người có tên dưới đây đọc được hồ sơ, kể cả với cấp trên">
          <p>Mỗi lần đọc đều được ghi lại.</p>
        </Note>
        <ul className="case-list">
          {of.access.map((a) => (
            <li key={a.id} className="row apart">
              <span>
                <span className={a.until === undefined ? 'strong' : 'soft'}>{a.name}</span>
                <span className="soft small">
                  {' '}
                  · {casePartLabel[a.part]} · từ {showInstant(a.since)}
                  {a.until !== undefined && ` đến ${showInstant(a.until)}`}
                </span>
                <span className="soft small case-reason">
                  {a.byName}: {a.reason}
                </span>
              </span>
              {a.until !== undefined ? (
                <Badge tone="muted">Đã thôi</Badge>
              ) : (
                mayGo(a) && (
                  <Button size="small" look="quiet" onClick={() => setGone(a)}>
                    Thôi cho biết
                  </Button>
                )
              )}
            </li>
          ))}
        </ul>
      </div>
      <Dialog open={adding} title="Thêm người được biết" onClose={() => setAdding(false)}>
        <AddForm of={of} onClose={() => setAdding(false)} />
      </Dialog>
      <Dialog open={gone !== undefined} title="Thôi cho biết" onClose={() => setGone(undefined)}>
        {gone && <RemoveForm of={of} line={gone} onClose={() => setGone(undefined)} />}
      </Dialog>
    </Card>
  );
}
