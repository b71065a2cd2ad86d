import { planCase } from '@vungmanh/contracts/inspection/case-step';
import { text } from '@vungmanh/contracts/types';
import { useState } from 'react';
import { z } from 'zod';
import { FormButtons } from '../../ui/form-buttons.js';
import { Form } from '../../ui/form.js';
import { Note } from '../../ui/notes.js';
import { TextArea } from '../../ui/text-field.js';
import { useForm } from '../../ui/use-form.js';
import { ThemeField } from '../inspection/theme-field.js';
import { themesOf } from '../inspection/themes.js';
import { linesOf, outlineOf, outlineText } from './case-text.js';
import { type SessionRow, SessionRows, type StepRow, StepRows } from './plan-rows.js';
import type { ActProps } from './step-forms.js';
import { useCaseCommand } from './use-case-command.js';

const Typed = z.strictObject({ bases: text(3000), purposes: text(5000), outline: text(10_000), arrangements: text(5000).optional() });

const PURPOSES = 'Phát huy ưu điểm; kịp thời phát hiện, khắc phục, sửa chữa khuyết điểm, vi phạm';

const whole = <T extends object>(rows: readonly Partial<T>[], keys: readonly (keyof T)[]): T[] | undefined =>
  rows.every((row) => keys.every((key) => row[key] !== undefined && row[key] !== '')) ? (rows as T[]) : undefined;

/** Plan, outline and schedule at once: what the four papers of the preparation are made of. */
export function PlanForm({ of: { id: caseId, version, kind, content, plan }, onClose }: ActProps) {
  const command = useCaseCommand(planCase, 'Đã lưu kế hoạch, đề cương, lịch làm việc.', onClose);
  const [steps, setSteps] = useState<readonly StepRow[]>(plan?.steps ?? []);
  const [sessions, setSessions] = useState<readonly SessionRow[]>(plan?.sessions ?? []);
  const [incomplete, setIncomplete] = useState(false);
  const form = useForm(
    Typed,
    {
      bases: plan?.bases.join('\n'),
      purposes: plan?.purposes.join('\n') ?? PURPOSES,
      outline: plan ? outlineText(plan.outline) : themesOf(kind).find((theme) => theme.content === content)?.outline,
      arrangements: plan?.arrangements.join('\n'),
    },
    command.error,
  );
  const send = ({ bases, purposes, outline, arrangements = '' }: z.input<typeof Typed>) => {
    const allSteps = whole<Required<StepRow>>(steps, ['work', 'from', 'to', 'doer']);
    const allSessions = whole<Required<SessionRow>>(sessions, ['date', 'time', 'venue', 'work', 'people']);
    setIncomplete(!allSteps || !allSessions);
    if (!allSteps || !allSessions) return;
    const texts = { bases: linesOf(bases), purposes: linesOf(purposes), outline: outlineOf(outline), arrangements: linesOf(arrangements) };
    command.mutate({ input: { caseId, plan: { ...texts, steps: allSteps, sessions: allSessions } }, version });
  };
  return (
    <Form
      form={form}
      problem={command.error}
      onSubmit={send}
      actions={<FormButtons submit="Lưu kế hoạch" busy={command.isPending} onClose={onClose} />}
    >
      <TextArea label="Căn cứ" hint={'Mỗi dòng một căn cứ, bắt đầu bằng "Căn cứ" hoặc "Xét".'} rows={3} {...form.text('bases')} />
      <TextArea label="Mục đích, yêu cầu" hint="Mỗi dòng một ý." rows={3} {...form.text('purposes')} />
      <ThemeField
        kind={kind}
        label="Lấy đề cương có sẵn"
        isOf={({ outline }) => form.draft.outline === outline}
        onChoose={({ outline }) => form.set({ outline })}
      />
      <TextArea
        label="Đề cương gợi ý báo cáo"
        hint="Mỗi dòng một nội dung. Dòng bắt đầu bằng dấu gạch ngang là câu gợi ý của nội dung phía trên."
        rows={6}
        {...form.text('outline')}
      />
      <TextArea label="Tổ chức thực hiện" hint="Mỗi dòng một ý." optional rows={3} {...form.text('arrangements')} />
      <StepRows rows={steps} onChange={setSteps} />
      <SessionRows rows={sessions} onChange={setSessions} />
      {incomplete && <Note tone="error" title="Còn dòng chưa điền đủ ở tiến độ hoặc lịch làm việc. Hãy điền đủ hoặc bỏ dòng đó." />}
    </Form>
  );
}
