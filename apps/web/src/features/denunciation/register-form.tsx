import { useNavigate } from '@tanstack/react-router';
import { registerDenunciation } from '@vungmanh/contracts/inspection/denunciation';
import { DenunciationWay, denunciationWayLabel } from '@vungmanh/contracts/inspection/denunciation-state';
import { type Inspector, inspectorLabel } from '@vungmanh/contracts/inspection/kind';
import { programChoices } from '@vungmanh/contracts/inspection/program';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { CheckField, RadioField, SelectField } from '../../ui/choice-field.js';
import type { Found } from '../../ui/find-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { MemberField } from '../member/member-field.js';
import { OrganizationField } from '../organization/organization-field.js';

interface RegisterFormProps {
  readonly nodeId: string;
  readonly onClose: () => void;
}

const ways = DenunciationWay.options.map((value) => ({ value, label: denunciationWayLabel[value] }));

/** Which bodies of the organization settle denunciations is asked of the service; a cell has none. */
export function RegisterForm({ nodeId, onClose }: RegisterFormProps) {
  const choices = useQueryOf(programChoices, { nodeId, year: Number(today().slice(0, 4)) });
  if (!choices.data) return choices.error ? <ProblemNote problem={choices.error} onRetry={() => void choices.refetch()} /> : <Skeleton lines={8} />;
  const actors = choices.data.items.map((choice) => choice.actor).filter((actor) => actor !== 'CELL' && actor !== 'ADVISORY_ORGAN');
  const first = actors.includes('INSPECTION_COMMISSION') ? ('INSPECTION_COMMISSION' as const) : actors[0];
  if (first === undefined) {
    return <Note title="Chi bộ không giải quyết tố cáo">Hãy chuyển đơn, niêm phong, đến ủy ban kiểm tra hoặc cấp ủy cấp trên.</Note>;
  }
  return <Fields nodeId={nodeId} actors={actors} first={first} onClose={onClose} />;
}

function Fields({ nodeId, actors, first, onClose }: RegisterFormProps & { actors: readonly Inspector[]; first: Inspector }) {
  const navigate = useNavigate();
  const [whom, setWhom] = useState<'MEMBER' | 'ORGANIZATION'>('MEMBER');
  const [subject, setSubject] = useState<Found>();
  const [signed, setSigned] = useState(true);
  const command = useCommand(registerDenunciation, {
    onDone: ({ id }) => void navigate({ to: '/denunciations/$denunciationId', params: { denunciationId: id } }),
  });
  const form = useForm(registerDenunciation.input, { nodeId, actor: first, receivedOn: today(), way: 'LETTER', items: [''] }, command.error);
  const { items = [''], denunciant } = form.draft;
  const change = (at: number, text: string) => form.set({ items: items.map((item, i) => (i === at ? text : item)) });
  const name = (changes: Partial<NonNullable<typeof denunciant>>) => form.set({ denunciant: { name: '', ...denunciant, ...changes } });
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => subject && command.mutate({ input })}
      actions={<FormButtons submit="Vào sổ" busy={command.isPending} onClose={onClose} />}
    >
      {actors.length > 1 && (
        <SelectField label="Cơ quan giải quyết" options={actors.map((value) => ({ value, label: inspectorLabel[value] }))} {...form.field('actor')} />
      )}
      <div className="columns">
        <DateField label="Ngày nhận" {...form.field('receivedOn')} />
        <SelectField label="Cách nhận" options={ways} {...form.field('way')} />
      </div>
      <RadioField
        label="Đối tượng bị tố cáo"
        options={[
          { value: 'MEMBER', label: 'Đảng viên' },
          { value: 'ORGANIZATION', label: 'Tổ chức đảng' },
        ]}
        value={whom}
        onChange={(next = 'MEMBER') => {
          setWhom(next);
          setSubject(undefined);
          form.set({ personId: undefined, subjectNodeId: undefined });
        }}
      />
      {whom === 'MEMBER' ? (
        <MemberField
          label="Đảng viên bị tố cáo"
          nodeId={nodeId}
          value={subject}
          onChange={(next) => {
            setSubject(next);
            form.set({ personId: next?.id });
          }}
        />
      ) : (
        <OrganizationField
          label="Tổ chức đảng bị tố cáo"
          value={subject}
          onChange={(next) => {
            setSubject(next);
            form.set({ subjectNodeId: next?.id });
          }}
        />
      )}
      <Note tone="warning" title="Không ghi gì làm lộ người tố cáo vào nội dung">
        <p>Nội dung có thể được thông báo cho người bị tố cáo.</p>
      </Note>
      {items.map((item, i) => (
        <TextArea
          // oxlint-disable-next-line react/no-array-index-key -- items have no other key until they are entered
          key={i}
          label={items.length === 1 ? 'Nội dung tố cáo' : `Nội dung ${i + 1}`}
          rows={3}
          maxLength={2000}
          value={item}
          onChange={(text) => change(i, text)}
          error={form.errors['items']}
        />
      ))}
      <div>
        <Button size="small" icon="plus" onClick={() => form.set({ items: [...items, ''] })}>
          Thêm nội dung
        </Button>
      </div>
      <CheckField
        label="Đơn có ký tên"
        hint="Tố cáo không ký tên chỉ lưu làm thông tin, không thụ lý."
        checked={signed}
        onChange={(checked) => {
          setSigned(checked);
          if (!checked) form.set({ denunciant: undefined });
        }}
      />
      {signed && (
        <>
          <Note title="Danh tính được niêm phong riêng">
            <p>Sau khi vào sổ, chỉ mở được khi hai người cùng đồng ý và có lý do được ghi lại.</p>
          </Note>
          <TextField
            label="Họ tên người tố cáo"
            maxLength={200}
            value={denunciant?.name ?? ''}
            onChange={(text) => name({ name: text })}
            error={form.errors['denunciant']}
          />
          <TextField
            label="Địa chỉ, điện thoại"
            optional
            maxLength={500}
            value={denunciant?.contact ?? ''}
            onChange={(text) => name({ contact: text || undefined })}
          />
        </>
      )}
    </Form>
  );
}
