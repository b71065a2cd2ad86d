import {
  approvePreparation,
  type Preparation,
  PreparationPost,
  preparationPostLabel,
  proposePreparation,
  renewPreparation,
  takeOutPreparation,
} from '@vungmanh/contracts/training/preparation';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { RadioField } from '../../ui/choice-field.js';
import type { Found } from '../../ui/find-field.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { MemberField } from '../member/member-field.js';
import { OrganizationField } from '../organization/organization-field.js';

interface Closing {
  readonly onClose: () => void;
}

/** Somebody is proposed for a post of an organization at or below one's own. */
export function Propose({ nodeId, onClose }: { nodeId: string } & Closing) {
  const toast = useToast();
  const [node, setNode] = useState<Found>();
  const [person, setPerson] = useState<Found>();
  const command = useCommand(proposePreparation, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã ghi vào danh sách.' });
    },
  });
  const form = useForm(proposePreparation.input, { nodeId, post: 'SECRETARY' }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Ghi vào danh sách" busy={command.isPending} onClose={onClose} />}
    >
      <OrganizationField
        label="Cấp ủy, chi bộ có chức vụ quy hoạch"
        hint="Để trống là tổ chức của đồng chí."
        value={node}
        onChange={(found) => {
          setNode(found);
          form.set({ nodeId: found?.id ?? nodeId });
        }}
        error={form.errors['nodeId']}
      />
      <MemberField
        label="Đồng chí"
        nodeId={node?.id ?? nodeId}
        value={person}
        onChange={(found) => {
          setPerson(found);
          form.set({ personId: found?.id });
        }}
        error={form.errors['personId']}
      />
      <RadioField
        label="Chức vụ quy hoạch"
        options={PreparationPost.options.map((value) => ({ value, label: preparationPostLabel[value] }))}
        {...form.field('post')}
      />
      <TextField label="Nhiệm kỳ" hint="Ví dụ: 2025-2030" maxLength={9} {...form.text('term')} />
      <DateField label="Từ ngày" {...form.field('from')} />
      <DateField label="Đến ngày" {...form.field('to')} />
      <TextField label="Nơi giới thiệu" hint="Ví dụ: Chi ủy, Ban Thường vụ Đảng ủy" maxLength={200} {...form.text('proposedBy')} />
    </Form>
  );
}

interface ActProps extends Closing {
  readonly entry: Preparation;
}

/** The decision by which somebody is in the list. */
export function Approve({ entry, onClose }: ActProps) {
  const command = useCommand(approvePreparation, { onDone: onClose });
  const form = useForm(approvePreparation.input, { preparationId: entry.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: entry.version })}
      actions={<FormButtons submit="Ghi phê duyệt" busy={command.isPending} onClose={onClose} />}
    >
      <TextField label="Số quyết định" maxLength={120} {...form.text('decision')} />
      <DateField label="Ngày quyết định" {...form.field('decidedOn')} />
    </Form>
  );
}

export function Renew({ entry, onClose }: ActProps) {
  const command = useCommand(renewPreparation, { onDone: onClose });
  const form = useForm(renewPreparation.input, { preparationId: entry.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: entry.version })}
      actions={<FormButtons submit="Ghi kéo dài" busy={command.isPending} onClose={onClose} />}
    >
      <DateField label="Thời hạn mới đến ngày" {...form.field('to')} />
      <TextField label="Số quyết định" maxLength={120} {...form.text('decision')} />
      <DateField label="Ngày quyết định" {...form.field('decidedOn')} />
    </Form>
  );
}

export function TakeOut({ entry, onClose }: ActProps) {
  const command = useCommand(takeOutPreparation, { onDone: onClose });
  const form = useForm(takeOutPreparation.input, { preparationId: entry.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: entry.version })}
      actions={<FormButtons submit="Đưa ra khỏi quy hoạch" busy={command.isPending} onClose={onClose} />}
    >
      <TextField label="Lý do" maxLength={500} {...form.text('because')} />
      <TextField label="Số văn bản (nếu có)" maxLength={120} {...form.text('decision')} />
      <DateField label="Ngày" {...form.field('decidedOn')} />
    </Form>
  );
}
