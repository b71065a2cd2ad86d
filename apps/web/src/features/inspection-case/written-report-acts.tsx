import { acknowledgeWrittenReport, answerWrittenReport, type WrittenReport } from '@vungmanh/contracts/inspection/written-report';
import type { WrittenReportAct } from '@vungmanh/contracts/inspection/written-report-state';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import type { Found } from '../../ui/find-field.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Form } from '../../ui/form.js';
import { TextArea } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { MemberField } from '../member/member-field.js';
import { NewCase } from './new-case.js';

interface ActProps {
  readonly of: WrittenReport;
  readonly onClose: () => void;
}

function AcknowledgeForm({ of, onClose }: ActProps) {
  const toast = useToast();
  const [handler, setHandler] = useState<Found>();
  const command = useCommand(acknowledgeWrittenReport, {
    onDone: () => {
      toast({ text: 'Đã tiếp nhận báo cáo.' });
      onClose();
    },
  });
  const form = useForm(acknowledgeWrittenReport.input, { reportId: of.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: of.version })}
      actions={<FormButtons submit="Tiếp nhận" busy={command.isPending} onClose={onClose} />}
    >
      <p>Nơi gửi sẽ thấy báo cáo đã được tiếp nhận.</p>
      <MemberField
        label="Giao đồng chí xem xét"
        hint="Ví dụ chủ nhiệm ủy ban kiểm tra. Đồng chí này sẽ đọc được báo cáo."
        optional
        nodeId={of.toNodeId}
        value={handler}
        onChange={(next) => {
          setHandler(next);
          form.set({ handlerId: next?.id });
        }}
      />
    </Form>
  );
}

function AnswerForm({ of, onClose }: ActProps) {
  const toast = useToast();
  const command = useCommand(answerWrittenReport, {
    onDone: () => {
      toast({ text: 'Đã trả lời nơi gửi.' });
      onClose();
    },
  });
  const form = useForm(answerWrittenReport.input, { reportId: of.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: of.version })}
      actions={<FormButtons submit="Gửi trả lời" busy={command.isPending} onClose={onClose} />}
    >
      <p>Trả lời xong thì không lập hồ sơ từ báo cáo này nữa.</p>
      <TextArea label="Trả lời nơi gửi" rows={4} maxLength={2000} {...form.text('answer')} />
    </Form>
  );
}

function OpenForm({ of, onClose }: ActProps) {
  const { subject, subjectId, subjectName } = of;
  return <NewCase nodeId={of.toNodeId} report={{ fromReportId: of.id, subject, subjectId, subjectName }} onClose={onClose} />;
}

const labels: Record<WrittenReportAct, string> = { acknowledge: 'Tiếp nhận', 'open-case': 'Lập hồ sơ kiểm tra', answer: 'Trả lời nơi gửi' };
const forms: Record<WrittenReportAct, (props: ActProps) => ReactNode> = {
  acknowledge: AcknowledgeForm,
  'open-case': OpenForm,
  answer: AnswerForm,
};

/** What who has received the report does with it; a case is opened by who may conduct one there. */
export function WrittenReportActs({ of }: { of: WrittenReport }) {
  const session = useSession();
  const [doing, setDoing] = useState<WrittenReportAct>();
  const close = () => setDoing(undefined);
  const conducts = may(session, 'inspection:conduct', of.toNodeId);
  const acts = of.may.filter((act) => act !== 'open-case' || (conducts && of.caseId === undefined));
  if (acts.length === 0) return null;
  const Doing = doing && forms[doing];
  return (
    <span className="row no-print">
      {acts.map((act, i) => (
        <Button key={act} size="small" look={i === 0 ? 'primary' : 'plain'} onClick={() => setDoing(act)}>
          {labels[act]}
        </Button>
      ))}
      <Dialog open={doing !== undefined} title={doing ? labels[doing] : ''} onClose={close}>
        {Doing && <Doing of={of} onClose={close} />}
      </Dialog>
    </span>
  );
}
