import { reportCase, writeCaseMinutes } from '@vungmanh/contracts/inspection/case-step';
import { CaseReport, unheardLabel } from '@vungmanh/contracts/inspection/case-writing';
import { CalendarDate, line, text } from '@vungmanh/contracts/types';
import { useState } from 'react';
import { z } from 'zod';
import { today } from '../../text/dates.js';
import { RadioField } from '../../ui/choice-field.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Form } from '../../ui/form.js';
import { Note } from '../../ui/notes.js';
import { DateField, TimeField } from '../../ui/parsed-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { linesOf } from './case-text.js';
import { Rows } from './plan-rows.js';
import type { ActProps } from './step-forms.js';
import { useCaseCommand } from './use-case-command.js';

const TypedMinutes = z.strictObject({
  heldOn: CalendarDate,
  startedAt: z.string({ error: 'Cần giờ bắt đầu.' }),
  venue: line(200),
  present: text(5000),
  conclusion: text(5000).optional(),
});

/** The minutes of the hearing; they may be written over until the team reports. */
export function MinutesForm({ of: { id: caseId, version, minutes }, onClose }: ActProps) {
  const command = useCaseCommand(writeCaseMinutes, 'Đã lưu biên bản.', onClose);
  const [items, setItems] = useState<readonly { title: string; text: string }[]>(minutes?.items ?? [{ title: 'Nội dung làm việc', text: '' }]);
  const start = { heldOn: minutes?.heldOn ?? today(), startedAt: minutes?.startedAt, venue: minutes?.venue };
  const form = useForm(TypedMinutes, { ...start, present: minutes?.present.join('\n'), conclusion: minutes?.conclusion }, command.error);
  const send = ({ present, ...rest }: z.input<typeof TypedMinutes>) =>
    command.mutate({ input: { caseId, minutes: { ...rest, present: linesOf(present), items: items.filter((i) => i.text.trim() !== '') } }, version });
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={send}
      actions={<FormButtons submit="Lưu biên bản" busy={command.isPending} onClose={onClose} />}
    >
      <div className="columns">
        <DateField label="Ngày làm việc" {...form.field('heldOn')} />
        <TimeField label="Bắt đầu lúc" {...form.field('startedAt')} />
      </div>
      <TextField label="Địa điểm" maxLength={200} {...form.text('venue')} />
      <TextArea label="Thành phần dự" hint="Mỗi dòng một người hoặc một nhóm." rows={4} {...form.text('present')} />
      <Rows label="Nội dung" add="Thêm nội dung" rows={items} onChange={setItems} empty={{ title: '', text: '' }}>
        {(row, set) => (
          <>
            <TextField label="Tên nội dung" maxLength={300} value={row.title} onChange={(title) => set({ title })} />
            <TextArea label="Diễn biến" rows={5} maxLength={10_000} value={row.text} onChange={(said) => set({ text: said })} />
          </>
        )}
      </Rows>
      <TextArea label="Kết luận buổi làm việc" optional rows={3} maxLength={5000} {...form.text('conclusion')} />
    </Form>
  );
}

const hows = (['DECLINED', 'ABSENT'] as const).map((value) => ({ value, label: unheardLabel[value] }));
const TypedReport = z.strictObject({
  reportedOn: CalendarDate,
  course: CaseReport.shape.course,
  assessment: CaseReport.shape.assessment,
  how: z.enum(['DECLINED', 'ABSENT'], { error: 'Hãy chọn vì sao chưa có ý kiến của đối tượng.' }).optional(),
  reason: line(500).optional(),
});

/** The team's report. Where the subject has said nothing, why. */
export function ReportForm({ of: { id: caseId, version, statements, report }, onClose }: ActProps) {
  const command = useCaseCommand(reportCase, 'Đã báo cáo kết quả.', onClose);
  const silent = statements.length === 0;
  const schema = silent ? TypedReport.required({ how: true, reason: true }) : TypedReport;
  const form = useForm(schema, { reportedOn: today(), course: report?.course, assessment: report?.assessment }, command.error);
  const send = ({ reportedOn, course, assessment, how, reason }: z.input<typeof TypedReport>) => {
    const unheard = how !== undefined && reason !== undefined ? { unheard: { how, reason } } : {};
    command.mutate({ input: { caseId, reportedOn, report: { course, assessment, ...unheard } }, version });
  };
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={send}
      actions={<FormButtons submit="Báo cáo kết quả" busy={command.isPending} onClose={onClose} />}
    >
      {silent && (
        <>
          <Note tone="warning" title="Đối tượng chưa giải trình, chưa nêu ý kiến trên hồ sơ">
            <p>Đối tượng có quyền trình bày. Chỉ báo cáo khi đối tượng từ chối hoặc không đến, và phải ghi rõ lý do.</p>
          </Note>
          <RadioField label="Vì sao chưa có ý kiến của đối tượng" options={hows} {...form.field('how')} />
          <TextArea label="Lý do" rows={2} maxLength={500} {...form.text('reason')} />
        </>
      )}
      <DateField label="Ngày báo cáo" {...form.field('reportedOn')} />
      <TextArea label="Khái quát quá trình làm việc" rows={5} maxLength={10_000} {...form.text('course')} />
      <TextArea label="Nhận xét, đánh giá" rows={5} maxLength={10_000} {...form.text('assessment')} />
      <p className="soft">Ưu điểm, khuyết điểm, vi phạm đã ghi nhận được đưa vào văn bản báo cáo, không phải gõ lại.</p>
    </Form>
  );
}
