import { useNavigate } from '@tanstack/react-router';
import { amendStudyCampaign, openStudyCampaign, type StudyCampaign } from '@vungmanh/contracts/training/study-campaign';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { OrderFields, readOrder, typedOf } from './order-fields.js';

/** A new campaign; nobody is told before it is cascaded. */
export function OpenStudy({ nodeId, onClose }: { nodeId: string; onClose: () => void }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(typedOf());
  const command = useCommand(openStudyCampaign, {
    onDone: ({ id }) => {
      onClose();
      void navigate({ to: '/training/studies/$campaignId', params: { campaignId: id }, search: { node: nodeId } });
    },
  });
  const form = useForm(openStudyCampaign.input, { nodeId, ...readOrder(typed) }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Lập đợt học tập" busy={command.isPending} onClose={onClose} />}
    >
      <p>Các tổ chức chưa nhận được gì cho đến khi đồng chí bấm "Triển khai" ở bước sau.</p>
      <OrderFields
        typed={typed}
        errors={form.errors}
        onChange={(next) => {
          setTyped(next);
          form.set({ requirement: undefined, ...readOrder(next) });
        }}
      />
    </Form>
  );
}

/** The same over one that is there; once it has gone down, with the reason. */
export function AmendStudy({ campaign, onClose }: { campaign: StudyCampaign; onClose: () => void }) {
  const toast = useToast();
  const [typed, setTyped] = useState(typedOf(campaign));
  const command = useCommand(amendStudyCampaign, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã điều chỉnh.' });
    },
  });
  const form = useForm(amendStudyCampaign.input, { campaignId: campaign.id, ...readOrder(typed) }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: campaign.version })}
      actions={<FormButtons submit="Ghi điều chỉnh" busy={command.isPending} onClose={onClose} />}
    >
      <OrderFields
        typed={typed}
        errors={form.errors}
        onChange={(next) => {
          setTyped(next);
          form.set({ requirement: undefined, ...readOrder(next) });
        }}
      />
      {campaign.state !== 'DRAFT' && (
        <TextField label="Lý do điều chỉnh" hint="Các tổ chức đọc được lý do này" maxLength={500} {...form.text('because')} />
      )}
    </Form>
  );
}
