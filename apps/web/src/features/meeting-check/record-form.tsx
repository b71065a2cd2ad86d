import { type CheckCell, recordCheckCell } from '@vungmanh/contracts/inspection/check-cell';
import { useCommand } from '../../api/queries.js';
import { useKeptForm } from '../../session/use-kept-form.js';
import { Button } from '../../ui/button.js';
import { RadioField } from '../../ui/choice-field.js';
import { Form } from '../../ui/form.js';
import { CountField, DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { ResumedNote } from '../../ui/resumed-note.js';
import { judgments } from './meeting-check-text.js';
import { draftOf, judged, RecordDraft, recordOf } from './record-text.js';

const yesNo = [
  { value: 'YES' as const, label: 'Có' },
  { value: 'NO' as const, label: 'Không' },
];

/** What is less than full asks for a word; the rest would only make the sheet longer. */
const weak: ReadonlySet<unknown> = new Set(['PARTLY', 'NOT']);

/** The sheet of a cell: what the minute book shows, what the cell says, which meeting was attended. */
export function RecordForm({ cell }: { cell: CheckCell }) {
  const toast = useToast();
  const command = useCommand(recordCheckCell);
  const form = useKeptForm(RecordDraft, cell.record ? draftOf(cell.record) : {}, `check-cell.${cell.id}`, command.error);
  const done = () => {
    form.sent();
    toast({ text: `Đã lưu phiếu của ${cell.nodeName}.` });
  };
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={(draft) =>
        command.mutate(
          { input: { checkId: cell.checkId, nodeId: cell.nodeId, record: recordOf(RecordDraft.parse(draft)) }, version: cell.version },
          { onSuccess: done },
        )
      }
      actions={
        <Button type="submit" look="primary" busy={command.isPending}>
          Lưu phiếu
        </Button>
      }
    >
      <ResumedNote {...form} />
      <div className="check-question">
        <RadioField label="Sổ biên bản được ghi, giữ theo quy định" options={yesNo} {...form.field('kept')} />
        {(form.draft.kept === 'NO' || form.draft.keptRemark !== undefined) && (
          <TextArea label="Nhận xét về sổ biên bản" optional rows={2} maxLength={1000} {...form.text('keptRemark')} />
        )}
      </div>
      {judged.map(({ name, remark, label }) => (
        <div key={name} className="check-question">
          <RadioField label={label} options={judgments} {...form.field(name)} />
          {(weak.has(form.draft[name]) || form.draft[remark] !== undefined) && (
            <TextArea label="Nhận xét" optional rows={2} maxLength={1000} {...form.text(remark)} />
          )}
        </div>
      ))}
      <div className="check-question">
        <TextArea
          label="Nhận xét về việc cấp trên dự sinh hoạt"
          hint="Ai về dự, buổi nào: xem mục Cấp trên, khách dự sinh hoạt ở trên."
          optional
          rows={2}
          maxLength={1000}
          {...form.text('superiorsRemark')}
        />
      </div>
      <div className="check-question">
        <DateField label="Đoàn dự sinh hoạt của chi bộ ngày" optional {...form.field('attendedOn')} />
      </div>
      <div className="columns">
        <DateField label="Nghe chi bộ phản ánh ngày" optional {...form.field('heardOn')} />
        <CountField label="Số đảng viên dự" optional {...form.field('members')} />
      </div>
      <TextArea
        label="Chi bộ phản ánh, kiến nghị"
        optional
        rows={4}
        maxLength={4000}
        hint="Ghi ý kiến chung của chi bộ, không ghi ai nói."
        {...form.text('concerns')}
      />
    </Form>
  );
}
