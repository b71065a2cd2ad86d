import { handInSelfReport, stateOpinion, type SubjectCase } from '@vungmanh/contracts/inspection/case-subject';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { RadioField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Form } from '../../ui/form.js';
import { TextArea } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { AttachForm } from '../meeting/attach-form.js';
import { useCaseCommand } from './use-case-command.js';

interface SubjectProps {
  readonly of: SubjectCase;
  readonly onClose: () => void;
}

function HandIn({ of: { id: caseId, version }, onClose }: SubjectProps) {
  const command = useCaseCommand(handInSelfReport, 'Đã nộp báo cáo tự kiểm tra.', onClose);
  return (
    <AttachForm
      busy={command.isPending}
      problem={command.error}
      onSend={(file) => command.mutate({ input: { caseId, ...file }, version })}
      onClose={onClose}
    />
  );
}

const kinds = [
  { value: 'EXPLANATION' as const, label: 'Giải trình, trình bày' },
  { value: 'RESERVATION' as const, label: 'Bảo lưu ý kiến, đề nghị xem xét lại' },
];

function Opinion({ of: { id: caseId, version }, onClose }: SubjectProps) {
  const command = useCaseCommand(stateOpinion, 'Ý kiến của đồng chí đã vào hồ sơ.', onClose);
  const form = useForm(stateOpinion.input, { caseId, kind: 'EXPLANATION' }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version })}
      actions={<FormButtons submit="Gửi ý kiến" busy={command.isPending} onClose={onClose} />}
    >
      <p>Ý kiến được giữ nguyên văn trong hồ sơ, không ai sửa được, và được ghi vào biên bản, báo cáo nếu gửi trước khi báo cáo.</p>
      <RadioField label="Loại ý kiến" options={kinds} {...form.field('kind')} />
      <TextArea label="Nội dung" rows={7} maxLength={5000} {...form.text('text')} />
    </Form>
  );
}

/** What the subject may do themselves now. */
export function SubjectActs({ of }: { of: SubjectCase }) {
  const [doing, setDoing] = useState<'hand-in' | 'state-opinion'>();
  const close = () => setDoing(undefined);
  if (of.may.length === 0) return null;
  const first = of.may.includes('hand-in');
  return (
    <>
      <div className="row no-print">
        {first && (
          <Button look="primary" icon="upload" onClick={() => setDoing('hand-in')}>
            Nộp báo cáo tự kiểm tra
          </Button>
        )}
        {of.may.includes('state-opinion') && (
          <Button look={first ? 'plain' : 'primary'} onClick={() => setDoing('state-opinion')}>
            Giải trình, nêu ý kiến
          </Button>
        )}
      </div>
      <Dialog open={doing === 'hand-in'} title="Nộp báo cáo tự kiểm tra" onClose={close}>
        <HandIn of={of} onClose={close} />
      </Dialog>
      <Dialog open={doing === 'state-opinion'} title="Giải trình, nêu ý kiến" onClose={close}>
        <Opinion of={of} onClose={close} />
      </Dialog>
    </>
  );
}
