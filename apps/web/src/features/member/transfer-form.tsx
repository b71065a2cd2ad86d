import type { Member } from '@vungmanh/contracts/membership/member';
import { enrollTemporarily, transferMember } from '@vungmanh/contracts/membership/member-change';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import type { Found } from '../../ui/find-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { OrganizationField } from '../organization/organization-field.js';
import { memberViews } from './changed.js';

const Transferring = transferMember.input.omit({ personId: true });
const Enrolling = enrollTemporarily.input.omit({ personId: true });

/** The official enrollment goes to another cell. */
export function TransferForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const toast = useToast();
  const [cell, setCell] = useState<Found>();
  const command = useCommand(transferMember, {
    changes: memberViews,
    onDone: () => {
      toast({ text: `Đã chuyển sinh hoạt chính thức đến ${cell?.name ?? 'chi bộ mới'}.` });
      onClose();
    },
  });
  const form = useForm(Transferring, {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, personId: member.id }, version: member.version })}
      actions={<FormButtons submit="Chuyển sinh hoạt" busy={command.isPending} onClose={onClose} />}
    >
      <p className="soft">Đang sinh hoạt chính thức tại {member.nodeName}</p>
      <OrganizationField
        cellsOnly
        label="Chuyển đến chi bộ"
        value={cell}
        onChange={(found) => {
          setCell(found);
          form.set({ toNodeId: found?.id });
        }}
        error={form.errors.toNodeId}
      />
      <DateField label="Sinh hoạt tại nơi mới từ ngày" {...form.field('from')} />
      <TextField label="Số giấy giới thiệu sinh hoạt đảng" optional maxLength={60} {...form.text('letterNumber')} />
    </Form>
  );
}

/** A time in another cell; the member stays counted in the own one. */
export function TemporaryForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const toast = useToast();
  const [cell, setCell] = useState<Found>();
  const command = useCommand(enrollTemporarily, {
    changes: memberViews,
    onDone: () => {
      toast({ text: `Đã ghi sinh hoạt tạm thời tại ${cell?.name ?? 'chi bộ khác'}.` });
      onClose();
    },
  });
  const form = useForm(Enrolling, {}, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, personId: member.id }, version: member.version })}
      actions={<FormButtons submit="Ghi sinh hoạt tạm thời" busy={command.isPending} onClose={onClose} />}
    >
      <p className="soft">Vẫn tính đảng số tại {member.nodeName}; biểu quyết, bầu cử tại nơi sinh hoạt chính thức.</p>
      <OrganizationField
        cellsOnly
        label="Chi bộ nơi sinh hoạt tạm thời"
        value={cell}
        onChange={(found) => {
          setCell(found);
          form.set({ toNodeId: found?.id });
        }}
        error={form.errors.toNodeId}
      />
      <div className="columns">
        <DateField label="Từ ngày" {...form.field('from')} />
        <DateField label="Trở về từ ngày" optional hint="Nếu đã biết." {...form.field('to')} />
      </div>
    </Form>
  );
}
