import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { command, get, post, put, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, line, MOST_ROWS, page, pageInput, text, Version } from '../types.js';

/** Hội thi Bí thư chi bộ giỏi: levels of its rounds. */
export const RoundLevel = z.enum(['GRASSROOTS', 'COMMUNE', 'PROVINCE']);
export type RoundLevel = z.infer<typeof RoundLevel>;
export const roundLevelLabel: Record<RoundLevel, string> = { GRASSROOTS: 'Cấp cơ sở', COMMUNE: 'Cấp xã, phường', PROVINCE: 'Cấp tỉnh' };

export const RoundState = z.enum(['PLANNED', 'ENTERING', 'MARKING', 'CLOSED']);
export type RoundState = z.infer<typeof RoundState>;
export const roundStateLabel: Record<RoundState, string> = {
  PLANNED: 'Đang chuẩn bị',
  ENTERING: 'Đang nhận người dự thi',
  MARKING: 'Đang thi, chấm điểm',
  CLOSED: 'Đã có kết quả',
};

export const RoundAct = z.enum(['open', 'set-jury', 'withdraw-entry', 'begin-marking', 'close']);
export type RoundAct = z.infer<typeof RoundAct>;

/** The quiz is marked by its rule; the others by every juror. */
export const CriterionPart = z.enum(['QUIZ', 'SITUATION', 'HANDLING']);
export type CriterionPart = z.infer<typeof CriterionPart>;
export const criterionPartLabel: Record<CriterionPart, string> = { QUIZ: 'Trắc nghiệm', SITUATION: 'Tình huống', HANDLING: 'Xử lý, thuyết trình' };

/** One line of the printed scale. */
export const Criterion = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,20}$/),
  label: line(300),
  part: CriterionPart,
  max: z.number().int().min(1).max(100),
});
export type Criterion = z.infer<typeof Criterion>;

/** The rules of a contest: data of the contest, as its ground says; no number of them stands in code. */
export const ContestRules = z.strictObject({
  title: line(300),
  /** The plan or rules that it follows: number and date. */
  ground: line(300),
  criteria: z.array(Criterion).min(1).max(30),
  /** Keys of criteria that decide between equal totals, the first first; who is still equal shares the place. */
  ties: z.array(z.string()).max(30),
});
export type ContestRules = z.infer<typeof ContestRules>;

export const ContestLine = ContestRules.extend({ id: Id, version: Version, nodeId: Id, nodeName: z.string() });
export type ContestLine = z.infer<typeof ContestLine>;

export const RoundLine = z.object({
  id: Id,
  version: Version,
  contestId: Id,
  nodeId: Id,
  nodeName: z.string(),
  level: RoundLevel,
  title: z.string(),
  heldOn: CalendarDate,
  place: z.string(),
  state: RoundState,
});
export type RoundLine = z.infer<typeof RoundLine>;

export const JurorRole = z.enum(['CHAIR', 'SECRETARY', 'MEMBER']);
export type JurorRole = z.infer<typeof JurorRole>;
export const jurorRoleLabel: Record<JurorRole, string> = { CHAIR: 'Trưởng ban giám khảo', SECRETARY: 'Thư ký', MEMBER: 'Giám khảo' };

/** Points of one criterion, to hundredths. */
const Points = z.number().min(0).max(100);
const result = z.strictObject({ place: z.number().int(), total: Points, points: z.array(z.strictObject({ key: z.string(), points: Points })) });

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

const contestId = { contestId: Id };
const rulesUnfit = {
  'training/contest-rules': invalid(
    'Mỗi tiêu chí có một mã riêng, chỉ một tiêu chí trắc nghiệm; tiêu chí xét khi bằng điểm phải có trong thang điểm.',
  ),
} as const;

export const addContest = command({
  subject: 'training.contest.add',
  http: post('/contests'),
  access: { grant: 'training:conduct', on: 'nodeId' },
  audit: 'Lập hội thi',
  on: 'new',
  input: ContestRules.extend({ nodeId: Id }),
  output: ContestLine,
  errors: rulesUnfit,
});

/** As long as it has no round: whoever enters knows the scale. */
export const changeContest = command({
  subject: 'training.contest.change',
  http: put('/contests/:contestId'),
  access: { grant: 'training:conduct' },
  audit: 'Sửa thể lệ hội thi',
  on: 'existing',
  input: ContestRules.extend(contestId),
  output: ContestLine,
  errors: { ...rulesUnfit, 'training/contest-begun': conflict('Hội thi đã có vòng thi nên không sửa thể lệ được nữa.') },
});

/** Contests of an organization, of those below it, and of those above it; the latest first. */
export const listContests = query({
  subject: 'training.contest.list',
  http: get('/contests'),
  access: { grant: 'training:read', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id }),
  output: page(ContestLine),
});

/** The rounds of a contest that an organization or those below it hold, and those above that take people. */
export const listRounds = query({
  subject: 'training.contest.rounds',
  http: get('/contests/:contestId/rounds'),
  access: { grant: 'training:read', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, ...contestId, nodeId: Id }),
  output: page(RoundLine.extend({ held: z.boolean() })),
});

const roundId = { roundId: Id };
const inRoundState = { 'training/round-state': conflict('Vòng thi đang ở bước khác. Hãy tải lại trang.') } as const;

export const addRound = command({
  subject: 'training.contest-round.add',
  http: post('/contest-rounds'),
  access: { grant: 'training:conduct', on: 'nodeId' },
  audit: 'Lập vòng thi',
  on: 'new',
  input: z.strictObject({ ...contestId, nodeId: Id, level: RoundLevel, title: line(300), heldOn: CalendarDate, place: line(300) }),
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
    'training/nobody-may-mark': conflict('Có người dự thi mà giám khảo nào cũng cùng chi bộ. Hãy thêm giám khảo khác.'),
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

/** Whom a juror marks, with what they have entered themselves; nobody sees another juror's points before the end. */
export const JuryEntry = z.strictObject({
  entryId: Id,
  name: z.string(),
  nodeName: z.string(),
  /** Of the juror's own cell: somebody else marks. */
  conflict: z.boolean(),
  points: z.array(z.strictObject({ key: z.string(), points: Points })),
});
export type JuryEntry = z.infer<typeof JuryEntry>;

export const JurySheet = z.strictObject({
  roundId: Id,
  title: z.string(),
  state: RoundState,
  criteria: z.array(Criterion),
  entries: z.array(JuryEntry),
});
export type JurySheet = z.infer<typeof JurySheet>;

/** Rounds in which the signed-in person is on the jury, the latest first. */
export const myJuries = query({
  subject: 'training.jury.mine',
  http: get('/my/juries'),
  access: { self: true },
  input: z.strictObject({ ...pageInput }),
  output: page(z.strictObject({ id: Id, title: z.string(), heldOn: CalendarDate, state: RoundState })),
});

export const getJurySheet = query({
  subject: 'training.jury.sheet',
  http: get('/my/juries/:roundId'),
  access: { self: true },
  input: z.strictObject(roundId),
  output: JurySheet,
});

/** A juror's own points of one entry; said again they take the place of those before. */
export const markEntry = command({
  subject: 'training.jury.mark',
  http: post('/my/juries/:roundId/points'),
  access: { self: true },
  audit: 'Chấm điểm thí sinh',
  on: 'many',
  input: z.strictObject({
    ...roundId,
    entryId: Id,
    points: z
      .array(z.strictObject({ key: z.string().max(20), points: Points.multipleOf(0.25) }))
      .min(1)
      .max(30),
  }),
  output: JurySheet,
  errors: {
    ...inRoundState,
    'training/jury-conflict': conflict('Thí sinh này cùng chi bộ với đồng chí nên giám khảo khác chấm.'),
    'training/points-unfit': invalid('Điểm phải theo thang điểm của hội thi và không quá điểm tối đa của từng tiêu chí.'),
  },
});
