import { approveTrainingPlan, closeTrainingPlan, type TrainingPlan } from '@vungmanh/contracts/training/plan';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog, Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Note, ProblemNote } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { AddPlanned } from './planned-form.js';

function Approve({ plan, onClose }: { plan: TrainingPlan; onClose: () => void }) {
  const toast = useToast();
  const command = useCommand(approveTrainingPlan, {
    onDone: () => {
      onClose();
      toast({ text: 'Đã ghi việc phê duyệt.' });
    },
  });
  const form = useForm(approveTrainingPlan.input, { planId: plan.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: plan.version })}
      actions={<FormButtons submit="Ghi phê duyệt" busy={command.isPending} onClose={onClose} />}
    >
      <p>Sau khi phê duyệt, các tổ chức thấy chỉ tiêu của mình; mọi thay đổi là điều chỉnh có ghi lý do.</p>
      <TextField label="Phê duyệt tại" hint="Ví dụ: Hội nghị Ban Chấp hành tháng 12" maxLength={200} {...form.text('meeting')} />
      <DateField label="Ngày phê duyệt" {...form.field('approvedOn')} />
      <p className="soft">Số văn bản được lấy từ sổ văn bản của cấp ủy.</p>
    </Form>
  );
}

/** What the person may do with the plan now, the next step first. */
export function PlanActs({ plan }: { plan: TrainingPlan }) {
  const toast = useToast();
  const [doing, setDoing] = useState<'add' | 'approve' | 'close'>();
  const done = () => setDoing(undefined);
  const close = useCommand(closeTrainingPlan, {
    onDone: () => {
      done();
      toast({ text: 'Đã kết thúc kế hoạch.' });
    },
  });
  const { may } = plan;
  const empty = plan.lines.length === 0;
  const drafts = may.includes('plan');
  return (
    <>
      {empty && drafts && (
        <Note title="Kế hoạch chưa có lớp nào">
          <p>Bấm "Thêm lớp", chọn lớp trong danh mục, thời gian và số chỗ.</p>
        </Note>
      )}
      <div className="row no-print">
        {(drafts || may.includes('amend')) && (
          <Button look={empty ? 'primary' : 'plain'} icon="plus" onClick={() => setDoing('add')}>
            {drafts ? 'Thêm lớp' : 'Điều chỉnh: bổ sung lớp'}
          </Button>
        )}
        {may.includes('approve') && !empty && (
          <Button look="primary" onClick={() => setDoing('approve')}>
            Ghi phê duyệt
          </Button>
        )}
        {may.includes('close') && <Button onClick={() => setDoing('close')}>Kết thúc kế hoạch</Button>}
      </div>
      <Dialog open={doing === 'add'} title={drafts ? 'Thêm lớp vào kế hoạch' : 'Bổ sung lớp vào kế hoạch'} onClose={done}>
        <AddPlanned plan={plan} onClose={done} />
      </Dialog>
      <Dialog open={doing === 'approve'} title="Ghi việc phê duyệt" onClose={done}>
        <Approve plan={plan} onClose={done} />
      </Dialog>
      <ConfirmDialog
        open={doing === 'close'}
        title="Kết thúc kế hoạch của năm?"
        confirm="Kết thúc"
        busy={close.isPending}
        onConfirm={() => close.mutate({ input: { planId: plan.id }, version: plan.version })}
        onClose={done}
      >
        <p>Sau khi kết thúc không điều chỉnh được nữa.</p>
        <ProblemNote problem={close.error} />
      </ConfirmDialog>
    </>
  );
}
