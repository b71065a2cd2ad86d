import { Link } from '@tanstack/react-router';
import { cancelMeetingCheck, type MeetingCheck, publishMeetingCheck, startMeetingCheck } from '@vungmanh/contracts/inspection/meeting-check';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { showDate } from '../../text/dates.js';
import { Button, buttonClass } from '../../ui/button.js';
import { ConfirmDialog, Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { ProblemNote } from '../../ui/notes.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { ChangeForm } from './change-form.js';

function CancelForm({ check, onClose }: { check: MeetingCheck; onClose: () => void }) {
  const command = useCommand(cancelMeetingCheck, { onDone: onClose });
  const form = useForm(cancelMeetingCheck.input, { checkId: check.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: check.version })}
      actions={<FormButtons submit="Hủy cuộc kiểm tra" look="danger" busy={command.isPending} onClose={onClose} />}
    >
      <p>Cuộc đã hủy không mở lại được. Quyền đọc sổ biên bản của đoàn hết ngay.</p>
      <TextField label="Lý do hủy" maxLength={500} {...form.text('because')} />
    </Form>
  );
}

type Doing = 'start' | 'publish' | 'cancel' | 'change';

function Confirmed({ check, doing, onClose }: { check: MeetingCheck; doing: Doing | undefined; onClose: () => void }) {
  const toast = useToast();
  const told = (text: string) => () => {
    onClose();
    toast({ text });
  };
  const start = useCommand(startMeetingCheck, { onDone: told('Đã bắt đầu kiểm tra.') });
  const publish = useCommand(publishMeetingCheck, { onDone: told('Đã thông báo đến các chi bộ.') });
  const about = { input: { checkId: check.id }, version: check.version };
  return (
    <>
      <ConfirmDialog
        open={doing === 'start'}
        title="Bắt đầu kiểm tra?"
        confirm="Bắt đầu"
        busy={start.isPending}
        onConfirm={() => start.mutate(about)}
        onClose={onClose}
      >
        <p>
          Đoàn được đọc sổ biên bản của {check.cells} chi bộ đến hết ngày {showDate(check.plannedEnd)}. Bí thư các chi bộ thấy việc này ở trang "Ai
          được xem tổ chức này".
        </p>
        <ProblemNote problem={start.error} />
      </ConfirmDialog>
      <ConfirmDialog
        open={doing === 'publish'}
        title={`Thông báo đến ${check.cells} chi bộ?`}
        confirm="Thông báo"
        busy={publish.isPending}
        onConfirm={() => publish.mutate(about)}
        onClose={onClose}
      >
        <p>
          Đảng viên của mọi chi bộ đọc được thông báo chung. Khuyết điểm của chi bộ nào chỉ chi bộ ấy thấy, và trở thành việc phải khắc phục. Số văn
          bản được lấy từ sổ văn bản của cấp ủy.
        </p>
        <ProblemNote problem={publish.error} />
      </ConfirmDialog>
    </>
  );
}

/** What the person may do with the check now, the next step first. */
export function CheckActs({ check }: { check: MeetingCheck }) {
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const { may } = check;
  if (may.every((act) => act === 'record')) return null;
  return (
    <div className="row no-print">
      {may.includes('start') && (
        <Button look="primary" onClick={() => setDoing('start')}>
          Bắt đầu kiểm tra
        </Button>
      )}
      {may.includes('conclude') && (
        <Link
          to="/meeting-checks/$checkId/conclusion"
          params={{ checkId: check.id }}
          className={buttonClass({ look: check.recorded === check.cells ? 'primary' : 'plain' })}
        >
          Soạn thông báo, kết luận
        </Link>
      )}
      {may.includes('publish') && (
        <Button look="primary" onClick={() => setDoing('publish')}>
          Thông báo đến các chi bộ
        </Button>
      )}
      {may.includes('change') && (
        <Button look="plain" onClick={() => setDoing('change')}>
          Thay đổi đoàn, thời hạn
        </Button>
      )}
      {may.includes('cancel') && (
        <Button look="quiet" onClick={() => setDoing('cancel')}>
          Hủy cuộc kiểm tra
        </Button>
      )}
      <Confirmed check={check} doing={doing} onClose={close} />
      <Dialog open={doing === 'change'} title="Thay đổi đoàn, thời hạn" onClose={close}>
        <ChangeForm check={check} onClose={close} />
      </Dialog>
      <Dialog open={doing === 'cancel'} title="Hủy cuộc kiểm tra" onClose={close}>
        <CancelForm check={check} onClose={close} />
      </Dialog>
    </div>
  );
}
