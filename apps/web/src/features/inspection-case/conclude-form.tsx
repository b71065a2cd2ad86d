import { concludeCase } from '@vungmanh/contracts/inspection/case-step';
import { CalendarDate, line, text } from '@vungmanh/contracts/types';
import type { NewRecommendation } from '@vungmanh/contracts/inspection/recommendation';
import { useState } from 'react';
import { z } from 'zod';
import { today } from '../../text/dates.js';
import { SelectField } from '../../ui/choice-field.js';
import type { Found } from '../../ui/find-field.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Form } from '../../ui/form.js';
import { Note } from '../../ui/notes.js';
import { DateField } from '../../ui/parsed-field.js';
import { TextArea } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { MemberField } from '../member/member-field.js';
import { OrganizationField } from '../organization/organization-field.js';
import { Rows } from './plan-rows.js';
import type { ActProps } from './step-forms.js';
import { useCaseCommand } from './use-case-command.js';

const Typed = z.strictObject({ concludedOn: CalendarDate, conclusion: text(10_000), reason: line(500).optional() });
type Whom = 'SUBJECT' | 'PERSON' | 'ORGANIZATION';
const whoms = [
  { value: 'SUBJECT' as const, label: 'Đối tượng được kiểm tra, giám sát' },
  { value: 'PERSON' as const, label: 'Đảng viên khác' },
  { value: 'ORGANIZATION' as const, label: 'Tổ chức đảng khác' },
];

interface Asked {
  readonly whom: Whom;
  readonly content?: string | undefined;
  readonly doer?: Found | undefined;
  readonly dueOn?: string | undefined;
}

/** What is concluded, and what is asked of whom by when. */
export function ConcludeForm({ of, onClose }: ActProps) {
  const { id: caseId, version, subject, subjectId, nodeId } = of;
  const command = useCaseCommand(concludeCase, 'Đã kết luận. Đối tượng đọc được thông báo kết luận.', onClose);
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const [incomplete, setIncomplete] = useState(false);
  const form = useForm(Typed, { concludedOn: today() }, command.error);
  const send = (input: z.input<typeof Typed>) => {
    const whole = asked.flatMap(({ whom, content = '', doer, dueOn }): NewRecommendation[] => {
      const doerId = whom === 'SUBJECT' ? subjectId : doer?.id;
      const kind = whom === 'SUBJECT' ? (subject === 'MEMBER' ? 'PERSON' : 'ORGANIZATION') : whom;
      return content.trim() === '' || doerId === undefined || dueOn === undefined ? [] : [{ content, doer: kind, doerId, dueOn }];
    });
    setIncomplete(whole.length < asked.length);
    if (whole.length === asked.length) command.mutate({ input: { caseId, ...input, recommendations: whole }, version });
  };
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={send}
      actions={<FormButtons submit="Kết luận và thông báo" busy={command.isPending} onClose={onClose} />}
    >
      <DateField label="Ngày kết luận" {...form.field('concludedOn')} />
      <TextArea label="Kết luận" rows={6} maxLength={10_000} {...form.text('conclusion')} />
      <Rows label="Yêu cầu, kiến nghị" add="Thêm yêu cầu, kiến nghị" rows={asked} onChange={setAsked} empty={{ whom: 'SUBJECT' }}>
        {(row, set) => (
          <>
            <TextArea label="Nội dung" rows={3} maxLength={2000} value={row.content ?? ''} onChange={(content) => set({ content })} />
            <SelectField label="Người thực hiện" options={whoms} value={row.whom} onChange={(whom = 'SUBJECT') => set({ whom, doer: undefined })} />
            {row.whom === 'PERSON' && <MemberField label="Đảng viên" nodeId={nodeId} value={row.doer} onChange={(doer) => set({ doer })} />}
            {row.whom === 'ORGANIZATION' && <OrganizationField label="Tổ chức đảng" value={row.doer} onChange={(doer) => set({ doer })} />}
            <DateField label="Thời hạn" value={row.dueOn} onChange={(dueOn) => set({ dueOn })} />
          </>
        )}
      </Rows>
      {incomplete && <Note tone="error" title="Còn kiến nghị thiếu nội dung, người thực hiện hoặc thời hạn. Hãy điền đủ hoặc bỏ dòng đó." />}
    </Form>
  );
}
