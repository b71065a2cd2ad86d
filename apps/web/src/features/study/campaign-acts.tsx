import {
  cancelStudyCampaign,
  cascadeStudyCampaign,
  catchUpStudyCampaign,
  closeStudyCampaign,
  type StudyCampaign,
} from '@vungmanh/contracts/training/study-campaign';
import { studyTierLabel } from '@vungmanh/contracts/training/study-state';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog, Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { ProblemNote } from '../../ui/notes.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { AmendStudy } from './order-form.js';

type Doing = 'amend' | 'cascade' | 'close' | 'cancel';
interface ActProps {
  readonly campaign: StudyCampaign;
  readonly onClose: () => void;
}

function CloseForm({ campaign, unfinished, onClose }: ActProps & { unfinished: number }) {
  const toast = useToast();
  const command = useCommand(closeStudyCampaign, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã tổng kết, kết thúc đợt học tập.' });
    },
  });
  const form = useForm(closeStudyCampaign.input, { campaignId: campaign.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: campaign.version })}
      actions={<FormButtons submit="Kết thúc đợt học tập" busy={command.isPending} onClose={onClose} />}
    >
      <p>Sau khi kết thúc, các tổ chức không ghi thêm được nữa. Việc này không làm lại được.</p>
      <TextArea label="Kết luận tổng kết" hint="Nêu kết quả chung, không nêu tên cá nhân" rows={5} maxLength={4000} {...form.text('conclusion')} />
      {unfinished > 0 && (
        <TextField
          label="Lý do kết thúc khi chưa đủ"
          hint={`Còn ${unfinished} tổ chức chưa sơ kết, tổng kết`}
          maxLength={500}
          {...form.text('because')}
        />
      )}
    </Form>
  );
}

function CancelForm({ campaign, onClose }: ActProps) {
  const command = useCommand(cancelStudyCampaign, { onDone: onClose });
  const form = useForm(cancelStudyCampaign.input, { campaignId: campaign.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: campaign.version })}
      actions={<FormButtons submit="Hủy đợt học tập" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <p>Các tổ chức không phải thực hiện nữa. Những gì đã ghi vẫn giữ lại.</p>
      <TextField label="Lý do hủy" maxLength={500} {...form.text('because')} />
    </Form>
  );
}

/** What whoever leads may do now, the next step first. `unfinished`: organizations that have not reviewed yet. */
export function CampaignActs({ campaign, unfinished }: { campaign: StudyCampaign; unfinished: number }) {
  const toast = useToast();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const { may } = campaign;
  const about = { input: { campaignId: campaign.id }, version: campaign.version };
  const cascade = useCommand(cascadeStudyCampaign, {
    onDone: () => {
      close();
      toast({ text: 'Đã triển khai đến các tổ chức.' });
    },
  });
  const catchUp = useCommand(catchUpStudyCampaign, { onDone: () => toast({ text: 'Đã cập nhật theo cây tổ chức hôm nay.' }) });
  if (may.length === 0) return null;
  return (
    <>
      <ProblemNote problem={catchUp.error} />
      <div className="row no-print">
        {may.includes('cascade') && (
          <Button look="primary" onClick={() => setDoing('cascade')}>
            Triển khai đến các tổ chức
          </Button>
        )}
        {may.includes('amend') && <Button onClick={() => setDoing('amend')}>{campaign.state === 'DRAFT' ? 'Sửa' : 'Điều chỉnh'}</Button>}
        {may.includes('catch-up') && (
          <Button busy={catchUp.isPending} onClick={() => catchUp.mutate(about)}>
            Cập nhật tổ chức mới, sáp nhập
          </Button>
        )}
        {may.includes('close') && <Button onClick={() => setDoing('close')}>Tổng kết, kết thúc</Button>}
        {may.includes('cancel') && (
          <Button look="quiet" onClick={() => setDoing('cancel')}>
            Hủy đợt học tập
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={doing === 'cascade'}
        title="Triển khai đến các tổ chức?"
        confirm="Triển khai"
        busy={cascade.isPending}
        onConfirm={() => cascade.mutate(about)}
        onClose={close}
      >
        <p>
          Văn bản và hạn từng bước đến ngay với mọi tổ chức từ {campaign.nodeName} trở xuống, thuộc các cấp:{' '}
          {campaign.deadlines.map((d) => studyTierLabel[d.tier].toLowerCase()).join('; ')}.
        </p>
        <ProblemNote problem={cascade.error} />
      </ConfirmDialog>
      <Dialog open={doing === 'amend'} title="Điều chỉnh đợt học tập" onClose={close}>
        <AmendStudy campaign={campaign} onClose={close} />
      </Dialog>
      <Dialog open={doing === 'close'} title="Tổng kết, kết thúc đợt học tập" onClose={close}>
        <CloseForm campaign={campaign} unfinished={unfinished} onClose={close} />
      </Dialog>
      <Dialog open={doing === 'cancel'} title="Hủy đợt học tập" onClose={close}>
        <CancelForm campaign={campaign} onClose={close} />
      </Dialog>
    </>
  );
}
