import { z } from 'zod';
import { event } from '../event.js';
import { ObligationRow } from '../obligation.js';
import { command, get, post, query } from '../operation.js';
import { conflict, forbidden, invalid } from '../problem.js';
import { CalendarDate, Id, Instant, line, page, pageInput, text, Version } from '../types.js';

/** Domain §4.7. Overdue is computed, never stored. */
export const TaskState = z.enum(['ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'REPORTED', 'VERIFIED', 'CLOSED', 'CANCELLED']);
export type TaskState = z.infer<typeof TaskState>;
export const taskStateLabel: Record<TaskState, string> = {
  ASSIGNED: 'Đã giao',
  ACKNOWLEDGED: 'Đã nhận việc',
  IN_PROGRESS: 'Đang thực hiện',
  REPORTED: 'Đã báo cáo kết quả',
  VERIFIED: 'Đã kiểm tra',
  CLOSED: 'Đã kết thúc',
  CANCELLED: 'Đã dừng theo nghị quyết mới',
};

export const TaskResult = z.enum(['EXCEEDED', 'ON_TIME', 'LATE', 'NOT_DONE']);
export type TaskResult = z.infer<typeof TaskResult>;
export const taskResultLabel: Record<TaskResult, string> = {
  EXCEEDED: 'Vượt yêu cầu',
  ON_TIME: 'Hoàn thành đúng hạn',
  LATE: 'Hoàn thành quá hạn',
  NOT_DONE: 'Không hoàn thành',
};

export const TaskAct = z.enum(['acknowledge', 'start', 'report', 'report-for', 'check', 'verify', 'carry-over']);
export type TaskAct = z.infer<typeof TaskAct>;

export const Task = z.object({
  id: Id,
  version: Version,
  nodeId: Id,
  bodyId: Id,
  bodyName: z.string(),
  meetingId: Id,
  content: z.string(),
  requirement: z.string(),
  measure: z.string(),
  degree: z.string().optional(),
  deadline: CalendarDate,
  /** As people read it: names, or the cell. */
  doers: z.string(),
  doerIds: z.array(Id),
  checkerId: Id,
  checker: z.string(),
  state: TaskState,
  result: TaskResult.optional(),
  overdue: z.boolean(),
  report: z.object({ text: z.string(), doneOn: CalendarDate.optional(), at: Instant }).optional(),
  verification: z.object({ note: z.string().optional(), at: Instant }).optional(),
  carriedOver: z.array(z.object({ from: CalendarDate, to: CalendarDate, reason: z.string() })),
  /** What the person who asks may do now. `check` is for the checker named in the item, `verify` for who holds the grant. */
  may: z.array(TaskAct),
});
export type Task = z.infer<typeof Task>;

export const obligationChanged = event('meetings.obligation.changed', 1, ObligationRow, {});

const taskId = { taskId: Id };
const notNow = conflict('Việc này không làm được ở trạng thái hiện tại của nhiệm vụ. Hãy tải lại trang.');
const notYours = forbidden('Việc này dành cho đồng chí được giao trong nghị quyết.');

export const listTasks = query({
  subject: 'meetings.task.list',
  http: get('/tasks'),
  access: { grant: 'meetings:read', on: 'nodeId' },
  audit: 'Xem danh sách nhiệm vụ',
  input: z.strictObject({
    ...pageInput,
    nodeId: Id,
    below: z.stringbool().default(false),
    open: z.stringbool().optional(),
    overdue: z.stringbool().optional(),
  }),
  output: page(Task),
});

/** The tasks that the signed-in person does or checks. */
export const myTasks = query({
  subject: 'meetings.task.mine',
  http: get('/my/tasks'),
  access: { self: true },
  input: z.strictObject({ ...pageInput, open: z.stringbool().default(true) }),
  output: page(Task),
});

export const acknowledgeTask = command({
  subject: 'meetings.task.acknowledge',
  http: post('/tasks/:taskId/acknowledgement'),
  access: { self: true },
  audit: 'Nhận nhiệm vụ',
  on: 'existing',
  input: z.strictObject(taskId),
  output: Task,
  errors: { 'meetings/task-not-in-state': notNow, 'meetings/not-yours': notYours },
});

export const startTask = command({
  subject: 'meetings.task.start',
  http: post('/tasks/:taskId/start'),
  access: { self: true },
  audit: 'Bắt đầu thực hiện nhiệm vụ',
  on: 'existing',
  input: z.strictObject(taskId),
  output: Task,
  errors: { 'meetings/task-not-in-state': notNow, 'meetings/not-yours': notYours },
});

/** The doer's own report. */
export const reportTask = command({
  subject: 'meetings.task.report',
  http: post('/tasks/:taskId/report'),
  access: { self: true },
  audit: 'Báo cáo kết quả nhiệm vụ',
  on: 'existing',
  input: z.strictObject({ ...taskId, text: text(2000), doneOn: CalendarDate.optional() }),
  output: Task,
  errors: {
    'meetings/task-not-in-state': notNow,
    'meetings/not-yours': notYours,
    'meetings/in-the-future': invalid('Ngày hoàn thành không thể ở tương lai.'),
  },
});

/** The secretary or the minute-taker writes down a report that a doer gave by word. */
export const reportTaskFor = command({
  subject: 'meetings.task.report-for',
  http: post('/tasks/:taskId/report-for'),
  access: { grant: 'meetings:take-minutes' },
  audit: 'Ghi báo cáo kết quả nhiệm vụ thay người thực hiện',
  on: 'existing',
  input: z.strictObject({ ...taskId, text: text(2000), doneOn: CalendarDate.optional() }),
  output: Task,
  errors: { 'meetings/task-not-in-state': notNow, 'meetings/in-the-future': invalid('Ngày hoàn thành không thể ở tương lai.') },
});

const ownWork = forbidden('Người thực hiện không tự kiểm tra kết quả của mình.');
const verdict = { ...taskId, result: TaskResult, note: text(1000).optional() };

/** The checker named in the item says what has come of it; a member needs no other right for that. */
export const checkTask = command({
  subject: 'meetings.task.check',
  http: post('/tasks/:taskId/check'),
  access: { self: true },
  audit: 'Kiểm tra kết quả nhiệm vụ được phân công',
  on: 'existing',
  input: z.strictObject(verdict),
  output: Task,
  errors: {
    'meetings/task-not-in-state': notNow,
    'meetings/not-yours': forbidden('Việc kiểm tra này dành cho đồng chí được phân công kiểm tra trong nghị quyết.'),
    'meetings/doer-is-not-checker': ownWork,
  },
});

/** The same by who answers for the cell; never by a doer. */
export const verifyTask = command({
  subject: 'meetings.task.verify',
  http: post('/tasks/:taskId/verification'),
  access: { grant: 'meetings:verify-task' },
  audit: 'Kiểm tra kết quả nhiệm vụ',
  on: 'existing',
  input: z.strictObject(verdict),
  output: Task,
  errors: { 'meetings/task-not-in-state': notNow, 'meetings/doer-is-not-checker': ownWork },
});

export const carryOverTask = command({
  subject: 'meetings.task.carry-over',
  http: post('/tasks/:taskId/carry-over'),
  access: { grant: 'meetings:verify-task' },
  audit: 'Gia hạn nhiệm vụ',
  on: 'existing',
  input: z.strictObject({ ...taskId, deadline: CalendarDate, reason: line(500) }),
  output: Task,
  errors: { 'meetings/task-not-in-state': notNow, 'meetings/deadline-not-later': invalid('Thời hạn mới phải sau thời hạn cũ và không ở quá khứ.') },
});
