import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { command, get, post, put, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, line, MOST_ROWS, text } from '../types.js';
import { ContestRules, RoundLevel, RoundLine } from './contest.js';

export const RoundAct = z.enum(['open', 'set-jury', 'withdraw-entry', 'begin-marking', 'close']);
export type RoundAct = z.infer<typeof RoundAct>;

export const JurorRole = z.enum(['CHAIR', 'SECRETARY', 'MEMBER']);
export type JurorRole = z.infer<typeof JurorRole>;
export const jurorRoleLabel: Record<JurorRole, string> = { CHAIR: 'Trưởng ban giám khảo', SECRETARY: 'Thư ký', MEMBER: 'Giám khảo' };

/** Points of one criterion, to hundredths. */
export const Points = z.number().min(0).max(100);
const result = z.strictObject({
  place: z.number().int(),
  total: z.number().min(0),
  points: z.array(z.strictObject({ key: z.string(), points: Points })),
});

/** Somebody who takes part in a round. What came of it belongs to this round alone. */
export const Entry = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  nodeId: Id,
  nodeName: z.string(),
  /** Jurors who have entered all their points, of those who may. */
  marked: z.number().int(),
  jurors: z.number().int(),
  result: result.optional(),
});
export type Entry = z.infer<typeof Entry>;

export const ContestRound = RoundLine.extend({
  contest: ContestRules,
  jury: z.array(z.strictObject({ personId: Id, name: z.string(), role: JurorRole })),
  entries: z.array(Entry),
  minutesNumber: z.string().optional(),
  resultNumber: z.string().optional(),
  may: z.array(RoundAct),
});
export type ContestRound = z.infer<typeof ContestRound>;

const roundId = { roundId: Id };
const nobodyMayMark = {
  'training/nobody-may-mark': conflict('Có người dự thi mà giám khảo nào cũng cùng chi bộ. Hãy thêm giám khảo khác.'),
} as const;
export const inRoundState = { 'training/round-state': conflict('Vòng thi đang ở bước khác. Hãy tải lại trang.') } as const;

export const addRound = command({
  subject: 'training.contest-round.add',
  http: post('/contest-rounds'),
  access: { grant: 'training:conduct', on: 'nodeId' },
  audit: 'Lập vòng thi',
  on: 'new',
  input: z.strictObject({ contestId: Id, nodeId: Id, level: RoundLevel, title: line(300), heldOn: CalendarDate, place: line(300) }),
  output: ContestRound,
  errors: { 'training/contest-unfit': invalid('Hội thi này không do tổ chức của đồng chí hoặc cấp trên tổ chức.') },
});

export const getRound = query({
  subject: 'training.contest-round.get',
  http: get('/contest-rounds/:roundId'),
  access: { grant: 'training:conduct' },
  audit: 'Xem vòng thi',
  input: z.strictObject(roundId),
  output: ContestRound,
});

export const openRound = command({
  subject: 'training.contest-round.open',
  http: post('/contest-rounds/:roundId/opening'),
  access: { grant: 'training:conduct' },
  audit: 'Mở nhận người dự thi',
  on: 'existing',
  input: z.strictObject(roundId),
  output: ContestRound,
  errors: inRoundState,
});

/** An organization below names who takes part for it. All of them or none. */
export const enterPeople = command({
  subject: 'training.contest-round.enter',
  http: post('/contest-rounds/:roundId/entries'),
  access: { grant: 'training:nominate', on: 'nodeId' },
  audit: 'Cử người dự thi',
  on: 'many',
  input: z.strictObject({ ...roundId, nodeId: Id, personIds: z.array(Id).min(1).max(MOST_ROWS) }),
  output: z.strictObject({ entered: z.number().int() }),
  errors: {
    ...inRoundState,
    'training/not-of-cell': invalid('Có người không thuộc danh sách đảng viên của tổ chức này.'),
    'training/already-entered': conflict('Có người đã được cử dự vòng thi này.'),
    'training/is-juror': conflict('Có người là giám khảo của vòng thi này. Hãy cử người khác.'),
  },
});

export const withdrawEntry = command({
  subject: 'training.contest-round.withdraw-entry',
  http: post('/contest-rounds/:roundId/entries/:entryId/withdrawal'),
  access: { grant: 'training:conduct' },
  audit: 'Rút người dự thi',
  on: 'existing',
  input: z.strictObject({ ...roundId, entryId: Id, because: text(500) }),
  output: ContestRound,
  errors: inRoundState,
});

/** The whole jury is said anew. */
export const setJury = command({
  subject: 'training.contest-round.set-jury',
  http: put('/contest-rounds/:roundId/jury'),
  access: { grant: 'training:conduct' },
  audit: 'Lập ban giám khảo',
  on: 'existing',
  input: z.strictObject({
    ...roundId,
    jurors: z
      .array(z.strictObject({ personId: Id, role: JurorRole }))
      .min(1)
      .max(30),
  }),
  output: ContestRound,
  errors: {
    ...inRoundState,
    ...nobodyMayMark,
    'training/jury-unfit': invalid('Ban giám khảo có một trưởng ban, mỗi người một lần; người dự thi không làm giám khảo.'),
  },
});

export const beginMarking = command({
  subject: 'training.contest-round.begin-marking',
  http: post('/contest-rounds/:roundId/marking'),
  access: { grant: 'training:conduct' },
  audit: 'Bắt đầu thi, chấm điểm',
  on: 'existing',
  input: z.strictObject(roundId),
  output: ContestRound,
  errors: {
    ...inRoundState,
    'training/round-empty': conflict('Chưa có người dự thi hoặc chưa có ban giám khảo.'),
    ...nobodyMayMark,
  },
});

/** Computes the results by the scale and its rule for equal totals; minutes and result list get their numbers. */
export const closeRound = command({
  subject: 'training.contest-round.close',
  http: post('/contest-rounds/:roundId/closing'),
  access: { grant: 'training:conduct' },
  audit: 'Chốt kết quả vòng thi',
  on: 'existing',
  input: z.strictObject(roundId),
  output: ContestRound,
  errors: {
    ...inRoundState,
    'training/points-missing': conflict('Còn giám khảo chưa chấm đủ. Hãy đợi chấm xong rồi chốt kết quả.'),
    'training/quiz-open': conflict('Bài trắc nghiệm của vòng thi chưa khóa kết quả. Hãy khóa kết quả bài trước.'),
    'training/quiz-missing': conflict(
      'Thang điểm có phần trắc nghiệm mà vòng thi chưa có bài nào được làm. Hãy lập và giao bài trắc nghiệm; nếu không thi phần này thì lập hội thi khác với thang điểm không có phần trắc nghiệm.',
    ),
  },
});

/** Biên bản of the jury, and the list of results. */
export const RoundPaperKind = z.enum(['MINUTES', 'RESULTS']);
export type RoundPaperKind = z.infer<typeof RoundPaperKind>;
export const roundPaperLabel: Record<RoundPaperKind, string> = { MINUTES: 'Biên bản của ban giám khảo', RESULTS: 'Thông báo kết quả' };

export const downloadRoundPaper = query({
  subject: 'training.contest-round.download-paper',
  http: get('/contest-rounds/:roundId/papers/:kind/:format'),
  access: { grant: 'training:conduct' },
  audit: 'Tải văn bản của vòng thi',
  input: z.strictObject({ ...roundId, kind: RoundPaperKind, format: z.enum(['pdf', 'docx']) }),
  output: Download,
  download: true,
  errors: { 'training/paper-not-ready': conflict('Vòng thi chưa có kết quả.') },
});
