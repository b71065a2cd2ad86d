import { type InspectionKind } from '@vungmanh/contracts/inspection/kind';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import { reportInWriting } from '@vungmanh/contracts/inspection/written-report';
import { useCommand } from '../../api/queries.js';
import { today } from '../../text/dates.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Form } from '../../ui/form.js';
import { Note } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { useForm } from '../../ui/use-form.js';

interface About {
  readonly nodeId: string;
  readonly actor: ProgramActor;
  readonly kind: InspectionKind;
  readonly subjectId: string;
  readonly subjectName: string;
}

/** What a body may not look into itself goes to the committee that is competent, as a report in writing. */
export function WrittenReportForm({ about, why, onClose }: { about: About; why: string | undefined; onClose: () => void }) {
  const toast = useToast();
  const { subjectName, ...asked } = about;
  const command = useCommand(reportInWriting, {
    onDone: () => {
      toast({ text: 'Đã gửi báo cáo bằng văn bản đến cấp ủy có thẩm quyền.' });
      onClose();
    },
  });
  const form = useForm(reportInWriting.input, { ...asked, datedOn: today() }, command.error);
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(input) => command.mutate({ input })}
      actions={<FormButtons submit="Gửi báo cáo" busy={command.isPending} onClose={onClose} />}
    >
      <Note tone="warning" title="Việc này phải báo cáo bằng văn bản với cấp ủy có thẩm quyền">
        {why !== undefined && <p>{why}</p>}
      </Note>
      <p>
        Về đồng chí <span className="strong">{subjectName}</span>. Chỉ người gửi, bí thư, phó bí thư cấp ủy có thẩm quyền và người được cấp ủy giao
        xem xét đọc được.
      </p>
      <DateField label="Ngày báo cáo" {...form.field('datedOn')} />
      <TextArea label="Dấu hiệu vi phạm" hint="Ghi sự việc, không ghi ai đã phản ánh." rows={6} maxLength={5000} {...form.text('signs')} />
      <TextArea label="Việc chi bộ đã làm" optional rows={3} maxLength={5000} {...form.text('done')} />
      <TextArea label="Đề nghị" rows={3} maxLength={2000} {...form.text('proposal')} />
    </Form>
  );
}
