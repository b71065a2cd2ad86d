import { assessClass, beginEnrollment, startClass, type TrainingClass } from '@vungmanh/contracts/training/class';
import { issueCertificates } from '@vungmanh/contracts/training/certificate';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog, Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { ProblemNote } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { today } from '../../text/dates.js';
import { ChangeClass } from './class-form.js';

type Opened = 'change' | 'enroll' | 'start' | 'assess' | 'certify';
interface ActProps {
  readonly found: TrainingClass;
  readonly onClose: () => void;
}

const useDone = (onClose: () => void, text: string) => {
  const toast = useToast();
  return {
    onDone: () => {
      onClose();
      toast({ text });
    },
  };
};

function Enroll({ found, onClose }: ActProps) {
  const command = useCommand(beginEnrollment, useDone(onClose, 'Đã mở nhận học viên. Các chi bộ thấy lớp này và cử người được.'));
  return (
    <ConfirmDialog
      open
      title="Mở nhận học viên?"
      confirm="Mở nhận học viên"
      busy={command.isPending}
      onConfirm={() => command.mutate({ input: { classId: found.id }, version: found.version })}
      onClose={onClose}
    >
      <p>Các chi bộ trực thuộc sẽ thấy lịch học và cử người. Đến khi khai giảng vẫn sửa được lịch học, số chỗ.</p>
      <ProblemNote problem={command.error} />
    </ConfirmDialog>
  );
}

function Assess({ found, onClose }: ActProps) {
  const command = useCommand(assessClass, useDone(onClose, 'Đã xét kết quả.'));
  return (
    <ConfirmDialog
      open
      title="Xét kết quả?"
      confirm="Xét kết quả"
      busy={command.isPending}
      onConfirm={() => command.mutate({ input: { classId: found.id }, version: found.version })}
      onClose={onClose}
    >
      <p>Kết quả tính theo điểm danh đã chốt và điểm đã nhập. Sau bước này không sửa được điểm danh và điểm nữa.</p>
      <ProblemNote problem={command.error} />
    </ConfirmDialog>
  );
}

function Start({ found, onClose }: ActProps) {
  const command = useCommand(startClass, useDone(onClose, 'Đã ghi quyết định mở lớp. Văn bản lấy số trong giây lát.'));
  const form = useForm(startClass.input, { classId: found.id, decidedOn: today() }, command.error);
  const { approved, confirmed, nominated, waiting } = found.counts;
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: found.version })}
      actions={<FormButtons submit="Mở lớp" busy={command.isPending} onClose={onClose} />}
    >
      <p>
        {approved + confirmed} học viên vào lớp ({confirmed} đã xác nhận).{' '}
        {nominated + waiting > 0 && `${nominated + waiting} người chưa được xếp chỗ sẽ không vào lớp này.`}
      </p>
      <DateField label="Ngày ký quyết định mở lớp" {...form.field('decidedOn')} />
    </Form>
  );
}

function Certify({ found, onClose }: ActProps) {
  const command = useCommand(issueCertificates, useDone(onClose, 'Đã cấp giấy chứng nhận và kết thúc lớp.'));
  const form = useForm(issueCertificates.input, { classId: found.id, issuedOn: today() }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: found.version })}
      actions={<FormButtons submit="Cấp giấy chứng nhận" busy={command.isPending} onClose={onClose} />}
    >
      <p>{found.counts.passed} học viên đạt yêu cầu được cấp giấy, số giấy nối tiếp trong sổ cấp của năm. Lớp kết thúc ở bước này.</p>
      <DateField label="Ngày cấp" {...form.field('issuedOn')} />
    </Form>
  );
}

const labels: readonly (readonly [Opened, string, primary: boolean])[] = [
  ['enroll', 'Mở nhận học viên', true],
  ['start', 'Mở lớp', true],
  ['assess', 'Xét kết quả', true],
  ['certify', 'Cấp giấy chứng nhận', true],
  ['change', 'Sửa kế hoạch lớp', false],
];

const titles: Readonly<Partial<Record<Opened, string>>> = { change: 'Sửa kế hoạch lớp', start: 'Mở lớp', certify: 'Cấp giấy chứng nhận' };

/** What comes next for a class, the one thing first. */
export function ClassActs({ found }: { found: TrainingClass }) {
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  return (
    <>
      {labels
        .filter(([act]) => found.may.includes(act))
        .map(([act, label, primary]) => (
          <Button key={act} {...(primary ? { look: 'primary' } : {})} onClick={() => setOpened(act)}>
            {label}
          </Button>
        ))}
      {opened === 'enroll' && <Enroll found={found} onClose={close} />}
      {opened === 'assess' && <Assess found={found} onClose={close} />}
      <Dialog open={opened !== undefined && titles[opened] !== undefined} title={titles[opened ?? 'change'] ?? ''} onClose={close}>
        {opened === 'change' && <ChangeClass found={found} onClose={close} />}
        {opened === 'start' && <Start found={found} onClose={close} />}
        {opened === 'certify' && <Certify found={found} onClose={close} />}
      </Dialog>
    </>
  );
}
