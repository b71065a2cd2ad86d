import {
  extendRecommendation,
  type Recommendation,
  type RecommendationAct,
  recheckRecommendation,
  recommendationStepLabel,
  reportRecommendation,
} from '@vungmanh/contracts/inspection/recommendation';
import { useState } from 'react';
import { useCommand } from '../../api/queries.js';
import { Button } from '../../ui/button.js';
import { RadioField } from '../../ui/choice-field.js';
import { Dialog } from '../../ui/dialog.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Form } from '../../ui/form.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';
import { AttachForm, type Uploaded } from '../meeting/attach-form.js';

interface ActProps {
  readonly of: Recommendation;
  readonly onClose: () => void;
}

/** What was done, with files that show it. */
function ReportForm({ of, onClose }: ActProps) {
  const toast = useToast();
  const [files, setFiles] = useState<readonly Uploaded[]>([]);
  const [adding, setAdding] = useState(false);
  const command = useCommand(reportRecommendation, {
    onDone: () => {
      toast({ text: 'Đã gửi báo cáo thực hiện.' });
      onClose();
    },
  });
  const form = useForm(reportRecommendation.input, { recommendationId: of.id }, command.error);
  if (adding) {
    const done = () => setAdding(false);
    return (
      <AttachForm
        busy={false}
        problem={null}
        onSend={(file) => {
          setFiles([...files, file]);
          done();
        }}
        onClose={done}
      />
    );
  }
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input: { ...input, evidence: [...files] }, version: of.version })}
      actions={<FormButtons submit="Gửi báo cáo" busy={command.isPending} onClose={onClose} />}
    >
      <p className="pre-line">{of.content}</p>
      <TextArea label="Đã thực hiện thế nào" rows={5} maxLength={5000} {...form.text('text')} />
      {files.length > 0 && (
        <ul className="stack tight">
          {files.map((f) => (
            <li key={f.fileId} className="row apart">
              {f.name}
              <Button size="small" look="quiet" onClick={() => setFiles(files.filter((x) => x.fileId !== f.fileId))}>
                Bỏ
              </Button>
            </li>
          ))}
        </ul>
      )}
      {files.length < 5 && (
        <Button size="small" icon="upload" onClick={() => setAdding(true)}>
          Thêm minh chứng
        </Button>
      )}
    </Form>
  );
}

const verdicts = [
  { value: 'closed' as const, label: 'Đạt, kết thúc kiến nghị' },
  { value: 'again' as const, label: 'Chưa đạt, phải làm tiếp' },
];

function RecheckForm({ of, onClose }: ActProps) {
  const toast = useToast();
  const command = useCommand(recheckRecommendation, {
    onDone: () => {
      toast({ text: 'Đã ghi kết quả kiểm tra lại.' });
      onClose();
    },
  });
  const form = useForm(recheckRecommendation.input, { recommendationId: of.id }, command.error);
  const { closed } = form.draft;
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: of.version })}
      actions={<FormButtons submit="Ghi kết quả kiểm tra lại" busy={command.isPending} onClose={onClose} />}
    >
      <RadioField
        label="Kết quả"
        options={verdicts}
        value={closed === undefined ? undefined : closed ? 'closed' : 'again'}
        onChange={(next) => form.set({ closed: next === 'closed', dueOn: undefined })}
        error={form.errors['closed']}
      />
      <TextArea label="Nhận xét" rows={3} maxLength={2000} {...form.text('note')} />
      {closed === false && <DateField label="Thời hạn mới" {...form.field('dueOn')} />}
    </Form>
  );
}

function ExtendForm({ of, onClose }: ActProps) {
  const toast = useToast();
  const command = useCommand(extendRecommendation, {
    onDone: () => {
      toast({ text: 'Đã gia hạn.' });
      onClose();
    },
  });
  const form = useForm(extendRecommendation.input, { recommendationId: of.id }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input, version: of.version })}
      actions={<FormButtons submit="Gia hạn" busy={command.isPending} onClose={onClose} />}
    >
      <DateField label="Thời hạn mới" {...form.field('dueOn')} />
      <TextArea label="Lý do" rows={3} maxLength={500} {...form.text('reason')} />
    </Form>
  );
}

const forms = { report: ReportForm, recheck: RecheckForm, extend: ExtendForm } as const;

/** What the person may do with a recommendation now. */
export function RecommendationActs({ of }: { of: Recommendation }) {
  const [doing, setDoing] = useState<RecommendationAct>();
  const close = () => setDoing(undefined);
  const Doing = doing && forms[doing];
  if (of.may.length === 0) return null;
  return (
    <span className="row no-print">
      {of.may.map((act) => (
        <Button key={act} size="small" look={act === 'extend' ? 'plain' : 'primary'} onClick={() => setDoing(act)}>
          {recommendationStepLabel[act]}
        </Button>
      ))}
      <Dialog open={doing !== undefined} title={doing ? recommendationStepLabel[doing] : ''} onClose={close}>
        {Doing && <Doing of={of} onClose={close} />}
      </Dialog>
    </span>
  );
}
