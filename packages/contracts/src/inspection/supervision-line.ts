import { z } from 'zod';
import { event, Versioned } from '../event.js';
import { Post } from '../organization/body.js';
import { command, get, post, put, query } from '../operation.js';
import { conflict, forbidden, invalid } from '../problem.js';
import { CalendarDate, Id, Instant, line, Month, page, pageInput, text, Version } from '../types.js';
import { Quarter, supervisionNotNow, SupervisionState } from './member-supervision.js';

/** What the cell's committee proposes at the end of a member's quarter. */
export const Proposal = z.enum(['COMMEND', 'HELP', 'REMIND', 'REFER']);
export type Proposal = z.infer<typeof Proposal>;

export const proposalLabel: Record<Proposal, string> = {
  COMMEND: 'Biểu dương',
  HELP: 'Giúp đỡ',
  REMIND: 'Nhắc nhở',
  REFER: 'Đề nghị kiểm tra khi có dấu hiệu vi phạm',
};

/** Where an early reminder was given. */
export const ReminderPlace = z.enum(['MEETING', 'COMMITTEE', 'IN_PERSON']);
export type ReminderPlace = z.infer<typeof ReminderPlace>;

export const reminderPlaceLabel: Record<ReminderPlace, string> = {
  MEETING: 'Trong kỳ sinh hoạt chi bộ',
  COMMITTEE: 'Trong cuộc họp chi ủy',
  IN_PERSON: 'Gặp trực tiếp',
};

export const SupervisionLineAct = z.enum(['note', 'remind', 'propose', 'report', 'answer']);
export type SupervisionLineAct = z.infer<typeof SupervisionLineAct>;

/** Tasks that the cell gave the member, with a deadline in the quarter: counted where they stand, never copied. */
export const TaskCounts = z.object({
  given: z.number().int(),
  onTime: z.number().int(),
  late: z.number().int(),
  notDone: z.number().int(),
  /** Past the deadline and not reported. */
  overdue: z.number().int(),
  /** Not yet due, or waiting for the checker. */
  running: z.number().int(),
});
export type TaskCounts = z.infer<typeof TaskCounts>;

export const MonthGrade = z.object({ month: Month, grade: z.string() });

/** A member's quarter as the committee's list shows it; grades in the order of the months, and in no other. */
export const SupervisionRow = z.object({
  id: Id,
  version: Version,
  personId: Id,
  name: z.string(),
  birthYear: z.number().int().optional(),
  post: Post.optional(),
  /** In the charge of a committee above the cell. */
  managedAbove: z.boolean(),
  /** The line of whoever asks. */
  own: z.boolean(),
  tasks: TaskCounts,
  grades: z.array(MonthGrade),
  reminders: z.number().int(),
  answers: z.number().int(),
  proposal: Proposal.optional(),
  reported: z.boolean(),
});
export type SupervisionRow = z.infer<typeof SupervisionRow>;

/** What may be proposed for this member today, as the competences of the cell say. */
export const Offered = z.object({
  proposals: z.array(Proposal),
  /** Only a report in writing to the committee that manages the member. */
  report: z.boolean(),
  /** The sentence that tells what the cell may do, and its source. */
  says: z.string().optional(),
  source: z.string().optional(),
});
export type Offered = z.infer<typeof Offered>;

/** A member's quarter, whole: the member reads the same as the committee. */
export const SupervisionLine = SupervisionRow.extend({
  nodeId: Id,
  bodyName: z.string(),
  quarter: Quarter,
  state: SupervisionState,
  gradeScale: z.array(z.string()),
  months: z.array(z.object({ month: Month, grade: z.string().optional(), note: z.string().optional() })),
  given: z.array(z.object({ on: CalendarDate, place: ReminderPlace, text: z.string(), by: z.string() })),
  proposed: z.object({ kind: Proposal, reason: z.string(), on: CalendarDate, by: z.string() }).optional(),
  report: z.object({ to: z.string(), on: CalendarDate, text: z.string(), by: z.string() }).optional(),
  said: z.array(z.object({ at: Instant, text: z.string() })),
  /** By whom the member is managed, where it is a committee above. */
  managedBy: z.string().optional(),
  offered: Offered,
  /** What whoever asks may do now. */
  may: z.array(SupervisionLineAct),
});
export type SupervisionLine = z.infer<typeof SupervisionLine>;

/** The answer of an act: how the line stands, without a word of what was written. */
export const SupervisionLineStanding = z.object({ id: Id, version: Version, nodeId: Id, quarter: Quarter, state: SupervisionState });
export type SupervisionLineStanding = z.infer<typeof SupervisionLineStanding>;

/** The members of a cell with their quarter, for who sits in its committee today. */
export const listSupervisionLines = query({
  subject: 'inspection.supervision-line.list',
  http: get('/member-supervisions/:supervisionId/lines'),
  access: { self: true },
  audit: 'Xem kết quả giám sát đảng viên trong quý của chi bộ',
  input: z.strictObject({ ...pageInput, supervisionId: Id }),
  output: page(SupervisionRow),
});

const supervisionLineId = { supervisionLineId: Id };

/** For who sits in the committee of the cell today, and for the member. */
export const getSupervisionLine = query({
  subject: 'inspection.supervision-line.get',
  http: get('/supervision-lines/:supervisionLineId'),
  access: { self: true },
  audit: 'Xem kết quả giám sát của đảng viên trong quý',
  input: z.strictObject(supervisionLineId),
  output: SupervisionLine,
});

/** The signed-in member's own quarters, the latest first. */
export const MySupervision = z.object({
  id: Id,
  nodeId: Id,
  bodyName: z.string(),
  quarter: Quarter,
  state: SupervisionState,
  tasks: TaskCounts,
  reminders: z.number().int(),
  answers: z.number().int(),
  proposal: Proposal.optional(),
  reported: z.boolean(),
});
export type MySupervision = z.infer<typeof MySupervision>;

export const mySupervisions = query({
  subject: 'inspection.supervision-line.mine',
  http: get('/my/supervision'),
  access: { self: true },
  input: z.strictObject(pageInput),
  output: page(MySupervision),
});

const acts = {
  'inspection/supervision-not-in-state': supervisionNotNow,
  'inspection/own-line': forbidden('Đồng chí không tự nhận xét, đề nghị về mình. Hãy để đồng chí khác trong chi ủy ghi.'),
};
const monthRefused = invalid('Chỉ ghi cho tháng trong quý, không ghi trước cho tháng chưa đến.');

/** How the member did their duties and tasks in a month, in words; an empty note takes the old one away. */
export const noteMonth = command({
  subject: 'inspection.supervision-line.note',
  http: put('/supervision-lines/:supervisionLineId/notes/:month'),
  access: { self: true },
  audit: 'Ghi nhận xét việc thực hiện nhiệm vụ trong tháng',
  on: 'existing',
  input: z.strictObject({ ...supervisionLineId, month: Month, note: text(2000).optional() }),
  output: SupervisionLineStanding,
  errors: { ...acts, 'inspection/month-out-of-quarter': monthRefused },
});

/** An early reminder, after it was given. */
export const remindMember = command({
  subject: 'inspection.supervision-line.remind',
  http: post('/supervision-lines/:supervisionLineId/reminders'),
  access: { self: true },
  audit: 'Ghi việc nhắc nhở đảng viên',
  on: 'existing',
  input: z.strictObject({ ...supervisionLineId, on: CalendarDate, place: ReminderPlace, text: text(2000) }),
  output: SupervisionLineStanding,
  errors: { ...acts, 'inspection/day-refused': invalid('Ngày phải nằm trong quý và không ở tương lai.') },
});

/** What is proposed at the end. A referral stands: a case may have been opened from it. */
export const proposeForMember = command({
  subject: 'inspection.supervision-line.propose',
  http: put('/supervision-lines/:supervisionLineId/proposal'),
  access: { self: true },
  audit: 'Ghi đề nghị sau giám sát đảng viên trong quý',
  on: 'existing',
  input: z.strictObject({ ...supervisionLineId, kind: Proposal, reason: text(2000) }),
  output: SupervisionLineStanding,
  errors: {
    ...acts,
    'inspection/referred-already': conflict('Đã đề nghị kiểm tra khi có dấu hiệu vi phạm nên không đổi đề nghị ở đây được nữa.'),
    'inspection/report-in-writing': forbidden(
      'Đảng viên do cấp ủy cấp trên quản lý thì chi bộ không kiểm tra dấu hiệu vi phạm. Hãy báo cáo bằng văn bản với cấp ủy có thẩm quyền.',
    ),
  },
});

/** The report in writing to the committee that manages the member was sent: to whom, when, and what it says. */
export const reportMember = command({
  subject: 'inspection.supervision-line.report',
  http: put('/supervision-lines/:supervisionLineId/report'),
  access: { self: true },
  audit: 'Ghi việc báo cáo bằng văn bản với cấp ủy có thẩm quyền về đảng viên',
  on: 'existing',
  input: z.strictObject({ ...supervisionLineId, to: line(200), on: CalendarDate, text: text(4000) }),
  output: SupervisionLineStanding,
  errors: {
    ...acts,
    'inspection/day-refused': invalid('Ngày phải nằm trong quý và không ở tương lai.'),
    'inspection/reported-already': conflict('Báo cáo bằng văn bản về đồng chí này đã được ghi nhận, không ghi lần nữa.'),
    'inspection/not-managed-above': conflict('Đồng chí này không thuộc diện cấp ủy cấp trên quản lý. Hãy ghi đề nghị của chi bộ.'),
  },
});

/** The member's own word on it; also after the quarter was closed. What was said stays, a further word stands beside it. */
export const answerSupervision = command({
  subject: 'inspection.supervision-line.answer',
  http: post('/my/supervision/:supervisionLineId/answers'),
  access: { self: true },
  audit: 'Đảng viên giải trình, có ý kiến về kết quả giám sát',
  on: 'existing',
  input: z.strictObject({ ...supervisionLineId, text: text(4000) }),
  output: SupervisionLineStanding,
  errors: {
    'inspection/supervision-not-in-state': supervisionNotNow,
    'inspection/not-own-line': forbidden('Phần giải trình dành cho chính đảng viên được giám sát.'),
  },
});

/** Referred to inspection for a suspected violation: a case can be opened from it. */
export const memberReferred = event(
  'inspection.member-supervision.referred',
  1,
  Versioned.extend({ supervisionId: Id, bodyId: Id, nodeId: Id, personId: Id, quarter: Quarter }),
  {},
);
