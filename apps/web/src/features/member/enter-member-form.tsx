import { useNavigate } from '@tanstack/react-router';
import { enterMember } from '@vungmanh/contracts/membership/member-change';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { RadioField } from '../../ui/choice-field.js';
import type { Found } from '../../ui/find-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { OrganizationField } from '../organization/organization-field.js';
import { AboutFields } from './about-fields.js';
import { memberViews } from './changed.js';
import { statusShort } from './status.js';

const statuses = (['OFFICIAL', 'PROBATIONARY'] as const).map((value) => ({ value, label: statusShort[value] }));

/** Somebody who is a member already, from the paper list or another province. */
export function EnterMemberForm({ cell, onClose }: { cell: Found | undefined; onClose: () => void }) {
  const toast = useToast();
  const session = useSession();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState(cell);
  const command = useCommand(enterMember, {
    changes: memberViews,
    onDone: ({ id }, input) => {
      toast({ text: `Đã ghi đồng chí ${input.name} vào danh sách.` });
      onClose();
      if (may(session, 'membership:read')) void navigate({ to: '/members/$personId', params: { personId: id } });
    },
  });
  const form = useForm(enterMember.input, { nodeId: cell?.id, status: 'OFFICIAL' }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Ghi vào danh sách" busy={command.isPending} onClose={onClose} />}
    >
      <p className="soft small">Dùng cho người đã là đảng viên. Kết nạp đảng viên mới theo thủ tục riêng.</p>
      <OrganizationField
        cellsOnly
        label="Chi bộ sinh hoạt chính thức"
        value={chosen}
        onChange={(found) => {
          setChosen(found);
          form.set({ nodeId: found?.id });
        }}
        error={form.errors.nodeId}
      />
      <AboutFields form={form} />
      <RadioField label="Tư cách" options={statuses} {...form.field('status')} />
      <div className="columns">
        <DateField label="Ngày kết nạp" {...form.field('admittedOn')} />
        {form.draft.status === 'OFFICIAL' && <DateField label="Ngày chính thức" optional {...form.field('officialOn')} />}
        <DateField label="Sinh hoạt tại chi bộ từ ngày" {...form.field('enrolledOn')} />
      </div>
    </Form>
  );
}
