import { z } from 'zod';
import { command, get, post, put, query } from '../operation.js';
import { conflict, forbidden, invalid } from '../problem.js';
import { CalendarDate, Id, line, page, pageInput, text, Version } from '../types.js';

/** One right option, or several: the answer is right when exactly those are chosen. */
export const QuestionKind = z.enum(['SINGLE', 'MULTIPLE']);
export type QuestionKind = z.infer<typeof QuestionKind>;

export const questionKindLabel: Record<QuestionKind, string> = { SINGLE: 'Chọn một phương án', MULTIPLE: 'Chọn nhiều phương án' };

/** Written and not yet in use; in use; no longer in use. A question in use that is written anew stays in use until the new edition is approved. */
export const QuestionState = z.enum(['DRAFT', 'APPROVED', 'RETIRED']);
export type QuestionState = z.infer<typeof QuestionState>;

export const questionStateLabel: Record<QuestionState, string> = { DRAFT: 'Bản nháp', APPROVED: 'Đang dùng', RETIRED: 'Thôi dùng' };

export const QuestionAct = z.enum(['change', 'approve', 'retire']);
export type QuestionAct = z.infer<typeof QuestionAct>;

/** Positions of options, from 0, ascending. */
export const Chosen = z.array(z.number().int().min(0).max(5)).min(1).max(6);

/** What is asked, as whoever answers sees it. */
export const Asked = z.strictObject({ kind: QuestionKind, stem: text(1500), options: z.array(line(500)).min(2).max(6) });
export type Asked = z.infer<typeof Asked>;

/** What the answer rests on: '208-QĐ/TW, 26/7/2026', 'Điều 9'. */
export const AnswerSource = z.strictObject({ document: line(300), article: line(200).optional() });
export type AnswerSource = z.infer<typeof AnswerSource>;

export const QuestionContent = Asked.extend({ right: Chosen, explanation: text(1500).optional(), source: AnswerSource });
export type QuestionContent = z.infer<typeof QuestionContent>;

/** Fields of the bank are data of the province. */
export const QuestionField = z.strictObject({
  id: Id,
  label: z.string(),
  /** Questions of it that anyone may practice with. */
  practicable: z.number().int(),
});
export type QuestionField = z.infer<typeof QuestionField>;

export const QuestionLine = z.object({
  id: Id,
  version: Version,
  nodeId: Id,
  nodeName: z.string(),
  fieldId: Id,
  fieldLabel: z.string(),
  state: QuestionState,
  edition: z.number().int(),
  /** Kept for tests and contests: nobody practices with it. */
  reserved: z.boolean(),
  kind: QuestionKind,
  stem: z.string(),
});
export type QuestionLine = z.infer<typeof QuestionLine>;

/** How the question did in tests; nothing of practice, and nothing of persons. Told from so many answers on as `statisticsFrom` says. */
export const ItemStatistics = z.strictObject({
  answers: z.number().int(),
  right: z.number().int(),
  /** Right answers of the best 27% less those of the weakest 27%, as a share; absent where the two groups are empty. */
  discrimination: z.number().optional(),
});
export type ItemStatistics = z.infer<typeof ItemStatistics>;

export const Question = QuestionLine.omit({ kind: true, stem: true }).extend({
  /** The newest first; a paper that was drawn keeps its edition. */
  editions: z.array(QuestionContent.extend({ number: z.number().int(), writtenOn: CalendarDate, inForce: z.boolean() })),
  retiredBecause: z.string().optional(),
  statistics: ItemStatistics.optional(),
  statisticsFrom: z.number().int(),
  may: z.array(QuestionAct),
});
export type Question = z.infer<typeof Question>;

/** The fields in which questions are kept, with how many anyone may practice with. Holds no data of an organization or a person. */
export const listQuestionFields = query({
  subject: 'training.question.fields',
  http: get('/question-fields'),
  access: { signedIn: true },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(QuestionField) }),
});

/** `nodeId`: the province, whose right it takes. */
export const addQuestionField = command({
  subject: 'training.question.add-field',
  http: post('/question-fields'),
  access: { grant: 'training:plan', on: 'nodeId' },
  audit: 'Thêm lĩnh vực của ngân hàng câu hỏi',
  on: 'many',
  input: z.strictObject({ nodeId: Id, label: line(200) }),
  output: z.strictObject({ id: Id }),
  errors: {
    'training/province-only': forbidden('Lĩnh vực câu hỏi do cơ quan cấp tỉnh quản lý. Hãy đề nghị cấp tỉnh bổ sung.'),
    'training/field-exists': conflict('Đã có lĩnh vực mang tên này.'),
  },
});

/** The questions that an organization and those below it have written, the newest first. */
export const listQuestions = query({
  subject: 'training.question.list',
  http: get('/questions'),
  access: { grant: 'training:conduct', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id, fieldId: Id.optional(), state: QuestionState.optional() }),
  output: page(QuestionLine),
});

const questionId = { questionId: Id };

export const getQuestion = query({
  subject: 'training.question.get',
  http: get('/questions/:questionId'),
  access: { grant: 'training:conduct' },
  input: z.strictObject(questionId),
  output: Question,
});

const written = { fieldId: Id, reserved: z.boolean(), content: QuestionContent } as const;
const writing = {
  'training/question-key': invalid('Câu chọn một phải có đúng một phương án đúng, câu chọn nhiều từ hai; phương án không được trùng nhau.'),
  'training/field-unknown': invalid('Lĩnh vực này không có trong danh mục. Hãy chọn lại.'),
} as const;
const inQuestionState = {
  'training/question-state': conflict('Câu hỏi đang ở bước khác. Hãy tải lại trang.'),
} as const;

export const addQuestion = command({
  subject: 'training.question.add',
  http: post('/questions'),
  access: { grant: 'training:conduct', on: 'nodeId' },
  audit: 'Soạn câu hỏi',
  on: 'new',
  input: z.strictObject({ nodeId: Id, ...written }),
  output: Question,
  errors: writing,
});

/** A draft is written over; once it has been in use the change is a new edition, and what was asked before keeps the old one. */
export const changeQuestion = command({
  subject: 'training.question.change',
  http: put('/questions/:questionId'),
  access: { grant: 'training:conduct' },
  audit: 'Sửa câu hỏi',
  on: 'existing',
  input: z.strictObject({ ...questionId, ...written }),
  output: Question,
  errors: { ...writing, ...inQuestionState },
});

export const approveQuestion = command({
  subject: 'training.question.approve',
  http: post('/questions/:questionId/approval'),
  access: { grant: 'training:approve' },
  audit: 'Duyệt câu hỏi đưa vào sử dụng',
  on: 'existing',
  input: z.strictObject(questionId),
  output: Question,
  errors: inQuestionState,
});

export const retireQuestion = command({
  subject: 'training.question.retire',
  http: post('/questions/:questionId/retirement'),
  access: { grant: 'training:approve' },
  audit: 'Thôi dùng câu hỏi',
  on: 'existing',
  input: z.strictObject({ ...questionId, because: line(300) }),
  output: Question,
  errors: inQuestionState,
});
