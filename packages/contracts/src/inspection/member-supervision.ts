import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { command, get, post, put, query } from '../operation.js';
import { conflict, forbidden, invalid } from '../problem.js';
import { CalendarDate, Id, line, page, pageInput, Version } from '../types.js';

/** A quarter 'YYYY-Qn'. */
export const Quarter = z.templateLiteral([z.string().regex(/^\d{4}$/), '-Q', z.enum(['1', '2', '3', '4'])], { error: 'Quý không hợp lệ' });
export type Quarter = z.infer<typeof Quarter>;

/** 'Quý IV năm 2026' of '2026-Q4'. */
export const quarterText = (quarter: Quarter): string =>
  `Quý ${['I', 'II', 'III', 'IV'][Number(quarter.slice(-1)) - 1] ?? ''} năm ${quarter.slice(0, 4)}`;

/** The quarter's supervision of the members of a cell: drawn up, told to its members, closed. */
export const SupervisionState = z.enum(['DRAFT', 'OPEN', 'CLOSED']);
export type SupervisionState = z.infer<typeof SupervisionState>;

export const supervisionStateLabel: Record<SupervisionState, string> = {
  DRAFT: 'Đang lập',
  OPEN: 'Đang thực hiện',
  CLOSED: 'Đã kết thúc quý',
};

export const SupervisionAct = z.enum(['open', 'close', 'add-newcomers', 'set-scale', 'record-grades']);
export type SupervisionAct = z.infer<typeof SupervisionAct>;

/** A mark of the cell's own scale: A, B, C, or what its work unit calls it. */
const Grade = line(20);

/** A quarter's supervision as a whole; what is said of a member stands in its lines. */
export const MemberSupervision = z.object({
  id: Id,
  version: Version,
  nodeId: Id,
  bodyId: Id,
  bodyName: z.string(),
  quarter: Quarter,
  state: SupervisionState,
  /** The day of the roster from which its lines were drawn up. */
  rosterOn: CalendarDate,
  /** One a member. */
  lines: z.number().int(),
  /** Empty where the cell keeps no monthly grades. The order is how they are offered, and says nothing of their worth. */
  gradeScale: z.array(Grade),
  openedOn: CalendarDate.optional(),
  closedOn: CalendarDate.optional(),
  /** What can be done with it now by whoever holds the right at the cell. */
  may: z.array(SupervisionAct),
});
export type MemberSupervision = z.infer<typeof MemberSupervision>;

const supervisionId = { supervisionId: Id };
export const supervisionNotNow = conflict('Việc này không làm được ở bước hiện tại của kế hoạch giám sát quý. Hãy tải lại trang.');
const outOfTime = invalid('Chỉ lập kế hoạch giám sát của quý này, quý liền trước hoặc quý liền sau.');

/** Draws up a cell's quarter: a line for each member on the roster of the day. Asked again it adds those who have come since. */
export const drawUpSupervision = command({
  subject: 'inspection.member-supervision.draw-up',
  http: post('/member-supervisions'),
  access: { grant: 'inspection:supervise', on: 'nodeId' },
  audit: 'Lập kế hoạch giám sát đảng viên theo quý',
  on: 'new',
  input: z.strictObject({ nodeId: Id, quarter: Quarter }),
  output: MemberSupervision,
  errors: {
    'inspection/quarter-out-of-time': outOfTime,
    'inspection/supervision-not-in-state': supervisionNotNow,
    // Neither a role that reaches down from above nor an organization that is no cell.
    'inspection/not-of-the-cell': forbidden(
      'Kế hoạch giám sát từng đảng viên do chi ủy lập ở chính chi bộ mình. Cấp ủy cấp trên chỉ lập danh sách cho mọi chi bộ trực thuộc.',
    ),
  },
});

/** The same for every cell below an organization that has none yet. Whoever asks learns how many, and nothing of anybody. */
export const drawUpSupervisionsBelow = command({
  subject: 'inspection.member-supervision.draw-up-below',
  http: post('/member-supervisions/below'),
  access: { grant: 'inspection:plan', on: 'nodeId' },
  audit: 'Lập kế hoạch giám sát đảng viên theo quý cho mọi chi bộ trực thuộc',
  on: 'many',
  deadlineSeconds: 60,
  input: z.strictObject({ nodeId: Id, quarter: Quarter }),
  output: z.strictObject({ cells: z.number().int(), lines: z.number().int() }),
  errors: { 'inspection/quarter-out-of-time': outOfTime },
});

/** The quarter of a cell; not found while none has been drawn up. */
export const getSupervision = query({
  subject: 'inspection.member-supervision.get',
  http: get('/member-supervisions'),
  access: { grant: 'inspection:supervise', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, quarter: Quarter }),
  output: MemberSupervision,
});

/** The plan is told to the members: from now on it is worked with, and they see and answer. */
export const openSupervision = command({
  subject: 'inspection.member-supervision.open',
  http: post('/member-supervisions/:supervisionId/opening'),
  access: { grant: 'inspection:supervise' },
  audit: 'Thông báo kế hoạch giám sát quý đến đảng viên',
  on: 'existing',
  input: z.strictObject(supervisionId),
  output: MemberSupervision,
  errors: { 'inspection/supervision-not-in-state': supervisionNotNow },
});

/** The quarter is over: the counts of tasks stay as they are today, and members may still answer. */
export const closeSupervision = command({
  subject: 'inspection.member-supervision.close',
  http: post('/member-supervisions/:supervisionId/closing'),
  access: { grant: 'inspection:supervise' },
  audit: 'Kết thúc kế hoạch giám sát quý',
  on: 'existing',
  input: z.strictObject(supervisionId),
  output: MemberSupervision,
  errors: { 'inspection/supervision-not-in-state': supervisionNotNow },
});

/** Which marks the cell's monthly grades have; none where it keeps none. Later quarters begin with the same. */
export const setGradeScale = command({
  subject: 'inspection.member-supervision.set-scale',
  http: put('/member-supervisions/:supervisionId/grade-scale'),
  access: { grant: 'inspection:supervise' },
  audit: 'Đặt thang bình xét lao động hằng tháng của chi bộ',
  on: 'existing',
  input: z.strictObject({
    ...supervisionId,
    marks: z
      .array(Grade)
      .max(8, { error: 'Thang bình xét có nhiều nhất 8 mức' })
      .refine((marks) => new Set(marks.map((m) => m.toLocaleLowerCase('vi'))).size === marks.length, { error: 'Có mức được ghi hai lần' }),
  }),
  output: MemberSupervision,
  errors: {
    'inspection/supervision-not-in-state': supervisionNotNow,
    'inspection/grade-in-use': conflict('Có mức đang được dùng trong quý này nên không bỏ được. Hãy giữ lại mức đó.'),
  },
});

/** A count of something said of persons; absent below three, so that nobody is told of by it. */
const Suppressed = z.number().int().min(3).optional();

/** How far a cell has come: `NONE` where nothing has been drawn up. */
export const SupervisionStanding = z.enum(['NONE', ...SupervisionState.options]);
export type SupervisionStanding = z.infer<typeof SupervisionStanding>;

/** What has come of members' quarters, in counts. */
const outcomes = { commended: Suppressed, helped: Suppressed, reminded: Suppressed, referred: Suppressed, reported: Suppressed };

/** A cell's quarter as the committee above sees it: counts, and never of fewer than three. */
export const SupervisionCounts = z.object({
  nodeId: Id,
  name: z.string(),
  code: z.string(),
  /** Absent where nothing has been drawn up. */
  state: SupervisionState.optional(),
  lines: z.number().int(),
  ...outcomes,
});
export type SupervisionCounts = z.infer<typeof SupervisionCounts>;

/** The cells at and below an organization by code, with what has come of their quarter in counts. */
export const supervisionCounts = query({
  subject: 'inspection.member-supervision.counts',
  http: get('/member-supervisions/counts'),
  access: { grant: 'inspection:read', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id, quarter: Quarter, state: SupervisionStanding.optional() }),
  output: page(SupervisionCounts),
});

/** The same list as a workbook, whole. */
export const exportSupervisionCounts = query({
  subject: 'inspection.member-supervision.export',
  http: get('/member-supervisions/counts/:nodeId/:quarter/file'),
  access: { grant: 'inspection:read', on: 'nodeId' },
  audit: 'Kết xuất số liệu giám sát đảng viên theo quý',
  input: z.strictObject({ nodeId: Id, quarter: Quarter }),
  output: Download,
  download: true,
});

/**
 * How many of the cells at and below have come how far, and what has come of it there in all. A sum is absent below three, and
 * where so few lie in what the cells do not tell one by one that the sum would tell of them.
 */
export const supervisionProgress = query({
  subject: 'inspection.member-supervision.progress',
  http: get('/member-supervisions/progress'),
  access: { grant: 'inspection:read', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, quarter: Quarter }),
  output: z.strictObject({
    cells: z.number().int(),
    draft: z.number().int(),
    open: z.number().int(),
    closed: z.number().int(),
    lines: z.number().int(),
    ...outcomes,
  }),
});
