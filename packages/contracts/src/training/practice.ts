import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict } from '../problem.js';
import { CalendarDate, Done, Id, Instant, page, pageInput } from '../types.js';
import { Chosen, QuestionContent } from './question.js';

/** Whether exactly the right options were chosen; both may stand in any order. */
export const isRight = (right: readonly number[], chosen: readonly number[]): boolean =>
  right.length === new Set(chosen).size && right.every((one) => chosen.includes(one));

/** A question of a practice, with its answer: the person checks themselves, with or without a connection. */
export const PracticeItem = QuestionContent.extend({ position: z.number().int(), chosen: Chosen.optional() });
export type PracticeItem = z.infer<typeof PracticeItem>;

const line = {
  id: Id,
  fieldLabel: z.string(),
  startedAt: Instant,
  /** The day on which it is deleted by itself. */
  keptUntil: CalendarDate.optional(),
} as const;

export const Practice = z.strictObject({ ...line, items: z.array(PracticeItem) });
export type Practice = z.infer<typeof Practice>;

const count = z.number().int().nonnegative();
export const PracticeLine = z.strictObject({ ...line, questions: count, answered: count, right: count });
export type PracticeLine = z.infer<typeof PracticeLine>;

/** Draws questions of a field. What comes of it is the person's alone: no operation tells anybody else of it, not even how many practice. */
export const startPractice = command({
  subject: 'training.practice.start',
  http: post('/my/practices'),
  access: { self: true },
  audit: 'Luyện tập',
  on: 'new',
  input: z.strictObject({ fieldId: Id, questions: z.number().int().min(1).max(50) }),
  output: Practice,
  errors: {
    'training/nothing-to-practice': conflict(
      'Lĩnh vực này chưa có câu hỏi để luyện tập, hoặc câu hỏi đang dùng trong bài kiểm tra. Hãy chọn lĩnh vực khác.',
    ),
  },
});

/** Keeps answers. The first to a question stands, so that sending it again changes nothing. */
export const savePractice = command({
  subject: 'training.practice.save',
  http: post('/my/practices/:practiceId/answers'),
  access: { self: true },
  audit: 'Lưu câu trả lời luyện tập',
  on: 'many',
  input: z.strictObject({
    practiceId: Id,
    answers: z
      .array(z.strictObject({ position: z.number().int().positive(), chosen: Chosen }))
      .min(1)
      .max(50),
  }),
  output: Done,
});

export const deletePractice = command({
  subject: 'training.practice.delete',
  http: post('/my/practices/:practiceId/deletion'),
  access: { self: true },
  audit: 'Xóa lượt luyện tập của mình',
  on: 'many',
  input: z.strictObject({ practiceId: Id }),
  output: Done,
});

export const getPractice = query({
  subject: 'training.practice.get',
  http: get('/my/practices/:practiceId'),
  access: { self: true },
  input: z.strictObject({ practiceId: Id }),
  output: Practice,
});

/** The person's own, the latest first. */
export const myPractices = query({
  subject: 'training.practice.mine',
  http: get('/my/practices'),
  access: { self: true },
  input: z.strictObject({ ...pageInput }),
  output: page(PracticeLine),
});
