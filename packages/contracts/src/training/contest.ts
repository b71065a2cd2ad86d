import { z } from 'zod';
import { command, get, post, put, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, line, page, pageInput, Version } from '../types.js';

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
  /** Criteria, by key, or parts of the scale, by their sum, that decide between equal totals, the first first; who is still equal shares the place. */
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
