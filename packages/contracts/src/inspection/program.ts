import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { Post } from '../organization/body.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, Instant, line, page, pageInput, Version } from '../types.js';
import { Inspector } from './kind.js';

/** Who draws up a program of its own. A cell's committee acts for the cell. */
export const ProgramActor = Inspector.exclude(['CELL_COMMITTEE']);
export type ProgramActor = z.infer<typeof ProgramActor>;

/** A program is drafted, approved by its body in a meeting, published to its subjects, and closed with its year. */
export const ProgramState = z.enum(['DRAFT', 'APPROVED', 'PUBLISHED', 'CLOSED']);
export type ProgramState = z.infer<typeof ProgramState>;

export const programStateLabel: Record<ProgramState, string> = {
  DRAFT: 'Đang dự thảo',
  APPROVED: 'Đã phê duyệt',
  PUBLISHED: 'Đã thông báo',
  CLOSED: 'Đã kết thúc',
};

/** What the person who asks may do with a program now; `follow`: say that a line has begun or is done. */
export const ProgramAct = z.enum(['plan', 'approve', 'publish', 'amend', 'follow', 'close']);
export type ProgramAct = z.infer<typeof ProgramAct>;

/** Lines by how far they are. Overdue ones are among those planned or in progress. */
export const LineTotals = z.object({
  planned: z.number().int(),
  inProgress: z.number().int(),
  done: z.number().int(),
  overdue: z.number().int(),
});
export type LineTotals = z.infer<typeof LineTotals>;

export const ProgramYear = z.coerce.number().int().min(2016).max(2100);

const head = {
  id: Id,
  version: Version,
  nodeId: Id,
  nodeName: z.string(),
  actor: ProgramActor,
  year: z.number().int(),
  state: ProgramState,
  lines: LineTotals,
} as const;

export const ProgramLine = z.object(head);
export type ProgramLine = z.infer<typeof ProgramLine>;

/** An organization, or a post in it, that the program calls prone to violations, with the reason. */
export const SensitiveMark = z.object({ nodeId: Id, nodeName: z.string(), post: Post.optional(), reason: z.string() });
export type SensitiveMark = z.infer<typeof SensitiveMark>;

export const Program = z.object({
  ...head,
  approval: z.object({ on: CalendarDate, meeting: z.string(), number: z.string().optional(), numberAwaited: z.boolean() }).optional(),
  publishedAt: Instant.optional(),
  closedAt: Instant.optional(),
  quarters: z.array(LineTotals.extend({ quarter: z.number().int() })),
  sensitive: z.array(SensitiveMark),
  may: z.array(ProgramAct),
});
export type Program = z.infer<typeof Program>;

/** The programs of a year at an organization and, if asked, below it, by the organization's code. */
export const listPrograms = query({
  subject: 'inspection.program.list',
  http: get('/inspection-programs'),
  access: { grant: 'inspection:read', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id, year: ProgramYear, below: z.stringbool().default(false) }),
  output: page(ProgramLine),
});

/** Which bodies of an organization have a program of their own, and which program each has for the year. */
export const programChoices = query({
  subject: 'inspection.program.choices',
  http: get('/organizations/:nodeId/inspection-programs/:year'),
  access: { grant: 'inspection:read', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, year: ProgramYear }),
  output: z.object({ items: z.array(z.object({ actor: ProgramActor, programId: Id.optional() })) }),
});

export const openProgram = command({
  subject: 'inspection.program.open',
  http: post('/inspection-programs'),
  access: { grant: 'inspection:plan', on: 'nodeId' },
  audit: 'Bắt đầu dự thảo chương trình kiểm tra, giám sát',
  on: 'new',
  input: z.strictObject({ nodeId: Id, actor: ProgramActor, year: z.number().int().min(2016).max(2100) }),
  output: Program,
  errors: {
    'inspection/program-exists': conflict('Năm này đã có chương trình của cơ quan này. Hãy mở chương trình đó để bổ sung, điều chỉnh.'),
    'inspection/actor-unfit': invalid('Tổ chức này không có cơ quan như vậy để lập chương trình. Hãy chọn lại cơ quan lập chương trình.'),
  },
});

const programId = { programId: Id };
export const notInState = conflict('Việc này không làm được ở trạng thái hiện tại của chương trình. Hãy tải lại trang.');

export const getProgram = query({
  subject: 'inspection.program.get',
  http: get('/inspection-programs/:programId'),
  access: { grant: 'inspection:read' },
  input: z.strictObject(programId),
  output: Program,
});

export const MOST_MARKS = 200;

/** Marks an organization or a post in it as a sensitive field; without a reason the mark is taken back. */
export const markSensitive = command({
  subject: 'inspection.program.mark',
  http: post('/inspection-programs/:programId/sensitive-fields'),
  access: { grant: 'inspection:plan' },
  audit: 'Đánh dấu lĩnh vực nhạy cảm trong chương trình kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject({ ...programId, nodeId: Id, post: Post.optional(), reason: line(300).optional() }),
  output: Program,
  errors: {
    'inspection/program-closed': conflict('Chương trình đã kết thúc. Hãy đánh dấu trong chương trình của năm sau.'),
    'inspection/subject-outside': invalid('Tổ chức này không thuộc phạm vi của chương trình. Hãy chọn tổ chức trực thuộc.'),
    'inspection/too-many-marks': conflict(`Đã đánh dấu ${MOST_MARKS} nơi. Hãy bỏ bớt những nơi không còn cần chú ý.`),
  },
});

/** What the body has decided in its meeting is written down; the number comes from the register unless the body keeps one of its own. */
export const approveProgram = command({
  subject: 'inspection.program.approve',
  http: post('/inspection-programs/:programId/approval'),
  access: { grant: 'inspection:approve' },
  audit: 'Ghi việc phê duyệt chương trình kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject({ ...programId, approvedOn: CalendarDate, meeting: line(200), number: line(40).optional() }),
  output: Program,
  errors: {
    'inspection/not-in-state': notInState,
    'inspection/program-empty': conflict('Chương trình chưa có cuộc kiểm tra, giám sát nào. Hãy thêm ít nhất một cuộc rồi phê duyệt.'),
    'inspection/in-the-future': invalid('Ngày phê duyệt không thể ở tương lai.'),
    'inspection/number-from-register': invalid('Số của văn bản này lấy từ sổ văn bản của cấp ủy, chi bộ. Hãy để trống ô số.'),
  },
});

/** From now on each subject sees the lines on themselves. */
export const publishProgram = command({
  subject: 'inspection.program.publish',
  http: post('/inspection-programs/:programId/publication'),
  access: { grant: 'inspection:approve' },
  audit: 'Thông báo chương trình kiểm tra, giám sát đến đối tượng',
  on: 'existing',
  deadlineSeconds: 30,
  input: z.strictObject(programId),
  output: Program,
  errors: { 'inspection/not-in-state': notInState },
});

export const closeProgram = command({
  subject: 'inspection.program.close',
  http: post('/inspection-programs/:programId/closing'),
  access: { grant: 'inspection:approve' },
  audit: 'Kết thúc chương trình kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject(programId),
  output: Program,
  errors: {
    'inspection/not-in-state': notInState,
    'inspection/lines-open': conflict(
      'Còn cuộc chưa xong. Hãy ghi kết quả, hoặc điều chỉnh chương trình để chuyển hay hủy những cuộc đó rồi kết thúc.',
    ),
  },
});
