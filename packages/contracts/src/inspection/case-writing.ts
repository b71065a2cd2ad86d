import { z } from 'zod';
import { CalendarDate, line, text } from '../types.js';

const some = (max: number, each: number) => z.array(line(each)).max(max);

/** What the plan, the outline and the schedule of a case are made of. */
export const CasePlan = z.strictObject({
  /** What the decision rests on, each beginning with "Căn cứ" or "Xét". */
  bases: some(10, 300).min(1),
  purposes: some(10, 500).min(1),
  steps: z.array(z.strictObject({ work: line(300), from: CalendarDate, to: CalendarDate, doer: line(200) })).max(20),
  arrangements: some(10, 500),
  /** What the subject is to report on. */
  outline: z
    .array(z.strictObject({ title: line(300), questions: some(20, 500) }))
    .min(1)
    .max(20),
  sessions: z
    .array(
      z.strictObject({
        date: CalendarDate,
        time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Giờ phải có dạng 08:30' }),
        venue: line(200),
        work: line(300),
        people: line(300),
      }),
    )
    .max(20),
});
export type CasePlan = z.infer<typeof CasePlan>;

/** The minutes of the hearing; what the subject says stands in the subject's own statements. */
export const CaseMinutes = z.strictObject({
  heldOn: CalendarDate,
  startedAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Giờ phải có dạng 08:30' }),
  venue: line(200),
  present: some(50, 200).min(1),
  items: z
    .array(z.strictObject({ title: line(300), text: text(10_000) }))
    .min(1)
    .max(20),
  conclusion: text(5000).optional(),
});
export type CaseMinutes = z.infer<typeof CaseMinutes>;

/** Why a case goes on without a word of its subject. */
export const Unheard = z.strictObject({ how: z.enum(['DECLINED', 'ABSENT']), reason: line(500) });
export type Unheard = z.infer<typeof Unheard>;

export const unheardLabel: Record<Unheard['how'], string> = {
  DECLINED: 'Đối tượng không có ý kiến, từ chối trình bày',
  ABSENT: 'Đối tượng không đến dù đã được mời',
};

/** What the team reports to the body that sent it. */
export const CaseReport = z.strictObject({ course: text(10_000), assessment: text(10_000), unheard: Unheard.optional() });
export type CaseReport = z.infer<typeof CaseReport>;
