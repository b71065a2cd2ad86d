import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict } from '../problem.js';
import { Id, Instant, page, pageInput } from '../types.js';
import { AnswerSource, Asked, Chosen } from './question.js';

/** A question of a paper; what is right is told once the test is closed. */
export const AttemptItem = Asked.extend({
  position: z.number().int(),
  chosen: Chosen.optional(),
  right: Chosen.optional(),
  source: AnswerSource.optional(),
});
export type AttemptItem = z.infer<typeof AttemptItem>;

const count = z.number().int().nonnegative();

export const Attempt = z.strictObject({
  id: Id,
  title: z.string(),
  startedAt: Instant,
  endsAt: Instant,
  /** The server's clock when it answered; a device counts on from it. */
  now: Instant,
  /** After the end, how long answers that were given in time are still taken. */
  graceSeconds: count,
  handedInAt: Instant.optional(),
  /** The highest `seq` that the server has: another device counts on from it. */
  lastSeq: count,
  items: z.array(AttemptItem),
  right: count.optional(),
  mark: z.number().optional(),
});
export type Attempt = z.infer<typeof Attempt>;

/** The newest word on one question. `seq` counts up over a paper; `elapsedMs` is the device's count since the paper began, by the server's start. */
export const GivenAnswer = z.strictObject({
  position: z.number().int().positive(),
  chosen: Chosen,
  seq: z.number().int().positive(),
  elapsedMs: z.number().int().nonnegative().max(86_400_000),
});
export type GivenAnswer = z.infer<typeof GivenAnswer>;

const answers = z.array(GivenAnswer).max(50);
const attemptId = { attemptId: Id };

/** Takes the paper: its questions are fixed and the clock runs. Asked again it answers the same paper. */
export const startAttempt = command({
  subject: 'training.attempt.start',
  http: post('/my/quizzes/:quizId/attempt'),
  access: { self: true },
  audit: 'Bắt đầu làm bài kiểm tra',
  on: 'many',
  input: z.strictObject({ quizId: Id }),
  output: Attempt,
  errors: { 'training/quiz-not-open': conflict('Bài chưa đến giờ mở, hoặc đã hết giờ. Hãy xem lại giờ làm bài.') },
});

/** Keeps answers one by one: of each question the one with the highest `seq`, so that sending again and out of order changes nothing. */
export const saveAnswers = command({
  subject: 'training.attempt.save',
  http: post('/my/attempts/:attemptId/answers'),
  access: { self: true },
  audit: 'Lưu câu trả lời bài kiểm tra',
  on: 'many',
  input: z.strictObject({ ...attemptId, answers: answers.min(1) }),
  /** `refused`: given or received too late, or after the paper was handed in. */
  output: z.strictObject({ saved: count, refused: count }),
});

export const handIn = command({
  subject: 'training.attempt.hand-in',
  http: post('/my/attempts/:attemptId/handing-in'),
  access: { self: true },
  audit: 'Nộp bài kiểm tra',
  on: 'many',
  input: z.strictObject(attemptId),
  output: Attempt,
});

export const getAttempt = query({
  subject: 'training.attempt.get',
  http: get('/my/attempts/:attemptId'),
  access: { self: true },
  input: z.strictObject(attemptId),
  output: Attempt,
});

export const MyQuiz = z.strictObject({
  id: Id,
  title: z.string(),
  questions: count,
  minutes: count,
  opensAt: Instant,
  closesAt: Instant,
  attemptId: Id.optional(),
  handedIn: z.boolean(),
  /** It may have been closed before its end, where nobody had begun. */
  closed: z.boolean(),
  /** Once the test is closed. */
  mark: z.number().optional(),
});
export type MyQuiz = z.infer<typeof MyQuiz>;

/** Tests that were given to the signed-in person, the latest first. */
export const myQuizzes = query({
  subject: 'training.attempt.mine',
  http: get('/my/quizzes'),
  access: { self: true },
  input: z.strictObject({ ...pageInput }),
  output: page(MyQuiz),
});
