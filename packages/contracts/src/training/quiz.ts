import { z } from 'zod';
import { command, get, post, put, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { Id, Instant, line, page, pageInput, Version } from '../types.js';

/** Drawn up; under way, with its questions and people fixed; closed, with its marks. */
export const QuizState = z.enum(['DRAFT', 'OPEN', 'CLOSED']);
export type QuizState = z.infer<typeof QuizState>;

export const quizStateLabel: Record<QuizState, string> = { DRAFT: 'Đang chuẩn bị', OPEN: 'Đã giao', CLOSED: 'Đã khóa kết quả' };

export const QuizAct = z.enum(['change', 'open', 'close']);
export type QuizAct = z.infer<typeof QuizAct>;

/** So many questions of a field. */
export const QuizPart = z.strictObject({ fieldId: Id, questions: z.number().int().min(1).max(100) });
export type QuizPart = z.infer<typeof QuizPart>;

/** The longest paper. */
const MOST_QUESTIONS = 200;

const plan = {
  title: line(300),
  parts: z
    .array(QuizPart)
    .min(1)
    .max(10)
    .refine((parts) => parts.reduce((sum, part) => sum + part.questions, 0) <= MOST_QUESTIONS, { error: `Nhiều nhất ${MOST_QUESTIONS} câu` }),
  minutes: z.number().int().min(1).max(240),
  /** Whoever begins between the two has the whole time, but none past the second. */
  opensAt: Instant,
  closesAt: Instant,
} as const;

export const QuizLine = z.object({
  id: Id,
  version: Version,
  nodeId: Id,
  classId: Id.optional(),
  roundId: Id.optional(),
  state: QuizState,
  ...plan,
});
export type QuizLine = z.infer<typeof QuizLine>;

const count = z.number().int().nonnegative();
export const Quiz = QuizLine.extend({
  participants: count,
  started: count,
  handedIn: count,
  may: z.array(QuizAct),
});
export type Quiz = z.infer<typeof Quiz>;

const quizId = { quizId: Id };
const inQuizState = { 'training/quiz-state': conflict('Bài kiểm tra đang ở bước khác. Hãy tải lại trang.') } as const;
const planUnfit = {
  'training/quiz-window': invalid('Giờ đóng phải sau giờ mở, và khoảng giữa ít nhất bằng thời gian làm bài.'),
  'training/field-unknown': invalid('Có lĩnh vực không có trong danh mục, hoặc ghi hai lần. Hãy chọn lại.'),
} as const;

/** A test for the people of a class or of a round of a contest, whichever is named. */
export const addQuiz = command({
  subject: 'training.quiz.add',
  http: post('/quizzes'),
  access: { grant: 'training:conduct', on: 'nodeId' },
  audit: 'Lập bài kiểm tra',
  on: 'new',
  input: z.strictObject({ nodeId: Id, classId: Id.optional(), roundId: Id.optional(), ...plan }),
  output: Quiz,
  errors: { ...planUnfit, 'training/quiz-for': invalid('Bài kiểm tra phải thuộc một lớp đang học hoặc một vòng thi của đơn vị này.') },
});

export const changeQuiz = command({
  subject: 'training.quiz.change',
  http: put('/quizzes/:quizId'),
  access: { grant: 'training:conduct' },
  audit: 'Sửa bài kiểm tra',
  on: 'existing',
  input: z.strictObject({ ...quizId, ...plan }),
  output: Quiz,
  errors: { ...inQuizState, ...planUnfit },
});

/** Fixes who sits it and the questions that may be drawn; nothing of it changes after that. */
export const openQuiz = command({
  subject: 'training.quiz.open',
  http: post('/quizzes/:quizId/opening'),
  access: { grant: 'training:conduct' },
  audit: 'Giao bài kiểm tra',
  on: 'existing',
  input: z.strictObject(quizId),
  output: Quiz,
  errors: {
    ...inQuizState,
    'training/too-few-questions': conflict('Có lĩnh vực không đủ câu hỏi đang dùng. Hãy giảm số câu hoặc duyệt thêm câu hỏi.'),
    'training/quiz-nobody': conflict('Chưa có ai để giao bài. Hãy đợi lớp khai giảng, hoặc vòng thi có người dự thi.'),
    'training/quiz-window-over': conflict('Đã quá giờ đóng bài. Hãy sửa giờ mở, giờ đóng rồi giao lại.'),
  },
});

/** After the window and the time in which late answers are still taken: the marks are final, those of a class become its marks. */
export const closeQuiz = command({
  subject: 'training.quiz.close',
  http: post('/quizzes/:quizId/closing'),
  access: { grant: 'training:conduct' },
  audit: 'Khóa kết quả bài kiểm tra',
  on: 'existing',
  input: z.strictObject(quizId),
  output: Quiz,
  errors: { ...inQuizState, 'training/quiz-running': conflict('Chưa hết thời gian làm bài và nhận bài. Hãy đợi đến sau giờ đóng rồi khóa kết quả.') },
});

export const getQuiz = query({
  subject: 'training.quiz.get',
  http: get('/quizzes/:quizId'),
  access: { grant: 'training:conduct' },
  input: z.strictObject(quizId),
  output: Quiz,
});

/** Tests of an organization, or of one of its classes or rounds; the latest first. */
export const listQuizzes = query({
  subject: 'training.quiz.list',
  http: get('/quizzes'),
  access: { grant: 'training:conduct', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id, classId: Id.optional(), roundId: Id.optional() }),
  output: page(QuizLine),
});

/** Somebody's paper, as whoever holds the test sees it. What is right and the mark only once the test is closed; answers themselves never. */
export const QuizResult = z.object({
  personId: Id,
  name: z.string(),
  startedAt: Instant.optional(),
  handedInAt: Instant.optional(),
  byTime: z.boolean(),
  questions: count,
  answered: count,
  /** Given in time by the device's clock, received after it. */
  late: count,
  right: count.optional(),
  mark: z.number().optional(),
});
export type QuizResult = z.infer<typeof QuizResult>;

/** Everybody who sits it, by given name. */
export const listQuizResults = query({
  subject: 'training.quiz.results',
  http: get('/quizzes/:quizId/results'),
  access: { grant: 'training:conduct' },
  audit: 'Xem kết quả bài kiểm tra',
  input: z.strictObject({ ...pageInput, ...quizId }),
  output: page(QuizResult),
});
