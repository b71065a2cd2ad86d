import { z } from 'zod';
import { command, get, post, put, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, page, pageInput, text, Version } from '../types.js';
import { cellShape, thematicUnfit, InspectionKind, SubjectKind } from './kind.js';

/** Until there are cases of their own, lines are moved on by hand. */
export const LineState = z.enum(['PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED', 'MOVED']);
export type LineState = z.infer<typeof LineState>;

export const lineStateLabel: Record<LineState, string> = {
  PLANNED: 'Theo kế hoạch',
  IN_PROGRESS: 'Đang tiến hành',
  DONE: 'Đã xong',
  CANCELLED: 'Đã hủy',
  MOVED: 'Đã chuyển quý',
};

/** What is computed from seats and rosters; who is whose relative is stored nowhere and stays with the body's own care. */
export const ConflictReason = z.enum(['SUBJECT', 'SITS_IN_SUBJECT', 'OF_SUBJECT_CELL']);
export type ConflictReason = z.infer<typeof ConflictReason>;

export const conflictReasonLabel: Record<ConflictReason, string> = {
  SUBJECT: 'chính là đối tượng',
  SITS_IN_SUBJECT: 'là cấp ủy viên của tổ chức được kiểm tra, giám sát',
  OF_SUBJECT_CELL: 'là đảng viên của chi bộ được kiểm tra, giám sát',
};

const Named = z.object({ id: Id, name: z.string() });
export const Quarter = z.coerce.number().int().min(1).max(4);

export const LineAct = z.enum(['change', 'remove', 'start', 'finish', 'amend']);
export type LineAct = z.infer<typeof LineAct>;

export const PlanLine = z.object({
  id: Id,
  version: Version,
  programId: Id,
  quarter: z.number().int(),
  kind: InspectionKind,
  subject: SubjectKind,
  subjectId: Id,
  subjectName: z.string(),
  content: z.string(),
  leader: Named.optional(),
  team: z.array(Named),
  conflicts: z.array(Named.extend({ reason: ConflictReason })),
  /** Another body has the same subject in an approved program in the same quarter; nothing is said of inspections on suspicion. */
  clash: z.boolean(),
  fromOn: CalendarDate.optional(),
  toOn: CalendarDate.optional(),
  state: LineState,
  overdue: z.boolean(),
  /** Why it was cancelled or moved. */
  because: z.string().optional(),
  doneOn: CalendarDate.optional(),
  note: z.string().optional(),
  may: z.array(LineAct),
});
export type PlanLine = z.infer<typeof PlanLine>;

/** One subject of a program with all that is planned for it in the year. */
export const GridRow = z.object({
  subjectId: Id,
  subject: SubjectKind,
  name: z.string(),
  /** The cell of a member, the organization above an organization. */
  placeName: z.string(),
  lines: z.array(PlanLine),
});
export type GridRow = z.infer<typeof GridRow>;

export const inProgram = { programId: Id };
const narrowed = { quarter: Quarter.optional(), kind: InspectionKind.optional(), state: LineState.optional(), overdue: z.stringbool().optional() };

/** Subjects × quarters: an organization's own row before its members', by code. */
export const programGrid = query({
  subject: 'inspection.line.grid',
  http: get('/inspection-programs/:programId/grid'),
  access: { grant: 'inspection:read' },
  audit: 'Xem chương trình kiểm tra, giám sát',
  input: z.strictObject({ ...inProgram, ...pageInput, ...narrowed }),
  output: page(GridRow),
});

/** Those chosen by id, every cell, or every member at and below an organization (the program's own where none is named). */
export const Subjects = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('CHOSEN'), subject: SubjectKind, subjectIds: z.array(Id).min(1).max(200) }),
  z.strictObject({ of: z.literal('CELLS'), nodeId: Id.optional() }),
  z.strictObject({ of: z.literal('MEMBERS'), nodeId: Id.optional() }),
]);
export type Subjects = z.infer<typeof Subjects>;

export const details = {
  content: text(1000),
  leaderId: Id.optional(),
  teamIds: z.array(Id).max(10).default([]),
  fromOn: CalendarDate.optional(),
  toOn: CalendarDate.optional(),
} as const;

export const newLines = { quarter: Quarter, kind: InspectionKind, subjects: Subjects, ...details, ...cellShape };
export const NewLines = z.strictObject(newLines);
export type NewLines = z.infer<typeof NewLines>;
export const LineDetails = z.strictObject(details);
export type LineDetails = z.infer<typeof LineDetails>;

const detailErrors = {
  'inspection/team-outside': invalid('Trưởng đoàn, thành viên phải là đảng viên trong phạm vi của cơ quan lập chương trình. Hãy chọn lại.'),
  'inspection/dates-unfit': invalid('Ngày bắt đầu, ngày kết thúc phải nằm trong quý đã chọn và theo đúng thứ tự. Hãy chọn lại ngày hoặc quý.'),
};
export const newLineErrors = {
  ...detailErrors,
  ...thematicUnfit,
  'inspection/not-competent': invalid('Cơ quan này không có thẩm quyền làm việc đó với đối tượng đã chọn. Hãy chọn hình thức hoặc đối tượng khác.'),
  'inspection/report-in-writing': invalid(
    'Đảng viên do cấp ủy cấp trên quản lý thì không đưa vào chương trình. Hãy báo cáo bằng văn bản với cấp ủy có thẩm quyền.',
  ),
  'inspection/subject-outside': invalid('Có đối tượng không thuộc phạm vi của chương trình. Hãy bỏ đối tượng đó rồi làm lại.'),
};

/** Adds one line for each subject to a draft; what the program has already for the same subject, quarter and kind stays as it is. */
export const addLines = command({
  subject: 'inspection.line.add',
  http: post('/inspection-programs/:programId/lines'),
  access: { grant: 'inspection:plan' },
  audit: 'Thêm cuộc kiểm tra, giám sát vào chương trình',
  on: 'many',
  deadlineSeconds: 30,
  input: z.strictObject({ ...inProgram, ...newLines }),
  /** `leftOut`: members among all whom the body may only report in writing. */
  output: z.object({ added: z.number().int(), already: z.number().int(), leftOut: z.number().int() }),
  errors: {
    ...newLineErrors,
    'inspection/not-a-draft': conflict('Chương trình đã phê duyệt, không thêm trực tiếp được nữa. Hãy dùng "Điều chỉnh chương trình" và ghi lý do.'),
  },
});

export const ofLine = { lineId: Id };
const notADraft = conflict('Chương trình đã phê duyệt, không sửa trực tiếp được nữa. Hãy dùng "Điều chỉnh chương trình" và ghi lý do.');
export const lineNotNow = conflict('Việc này không làm được ở trạng thái hiện tại của cuộc kiểm tra, giám sát. Hãy tải lại trang.');
const notPublished = conflict('Chương trình chưa được thông báo đến đối tượng. Hãy thông báo chương trình trước khi tiến hành.');

export const changeLine = command({
  subject: 'inspection.line.change',
  http: put('/inspection-lines/:lineId'),
  access: { grant: 'inspection:plan' },
  audit: 'Sửa cuộc kiểm tra, giám sát trong dự thảo chương trình',
  on: 'existing',
  input: z.strictObject({ ...ofLine, quarter: Quarter, ...details }),
  output: PlanLine,
  errors: {
    ...detailErrors,
    'inspection/not-a-draft': notADraft,
    'inspection/line-exists': conflict('Quý này đã có cuộc cùng hình thức với đối tượng này. Hãy chọn quý khác.'),
  },
});

export const removeLines = command({
  subject: 'inspection.line.remove',
  http: post('/inspection-programs/:programId/lines/removal'),
  access: { grant: 'inspection:plan' },
  audit: 'Bỏ cuộc kiểm tra, giám sát khỏi dự thảo chương trình',
  on: 'many',
  input: z.strictObject({ ...inProgram, lineIds: z.array(Id).min(1).max(200) }),
  output: z.object({ removed: z.number().int() }),
  errors: { 'inspection/not-a-draft': notADraft },
});

export const startLine = command({
  subject: 'inspection.line.start',
  http: post('/inspection-lines/:lineId/start'),
  access: { grant: 'inspection:plan' },
  audit: 'Bắt đầu cuộc kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject(ofLine),
  output: PlanLine,
  errors: { 'inspection/line-not-in-state': lineNotNow, 'inspection/not-published': notPublished },
});

export const finishLine = command({
  subject: 'inspection.line.finish',
  http: post('/inspection-lines/:lineId/result'),
  access: { grant: 'inspection:plan' },
  audit: 'Ghi cuộc kiểm tra, giám sát đã xong',
  on: 'existing',
  input: z.strictObject({ ...ofLine, doneOn: CalendarDate, note: text(1000).optional() }),
  output: PlanLine,
  errors: {
    'inspection/line-not-in-state': lineNotNow,
    'inspection/not-published': notPublished,
    'inspection/in-the-future': invalid('Ngày xong không thể ở tương lai.'),
  },
});
