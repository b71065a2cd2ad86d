import { z } from 'zod';
import { Deviation } from '../deviation.js';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, MOST_ROWS, page, pageInput, text, Version } from '../types.js';
import { ClassLine, inClassState, Lesson, Mark } from './class.js';
import { CertificateState, EnrollmentState, FailedBy } from './class-state.js';

/** Somebody in a class. */
export const Enrollment = z.object({
  id: Id,
  version: Version,
  personId: Id,
  name: z.string(),
  birthYear: z.number().int().optional(),
  nodeId: Id,
  nodeName: z.string(),
  state: EnrollmentState,
  /** Rules that wanted it otherwise, with the reason that was given. */
  deviations: z.array(Deviation),
  /** Why it was refused, declined or given up. */
  because: z.string().optional(),
  /** Sittings attended, of those whose roll is closed. */
  attended: z.number().int(),
  lessons: z.number().int(),
  /** An essay leaves a mark and a date, and nothing of its text. */
  mark: z.number().optional(),
  markedOn: CalendarDate.optional(),
  failedBy: z.array(FailedBy),
});
export type Enrollment = z.infer<typeof Enrollment>;

const ids = z.array(Id).min(1).max(MOST_ROWS);
const classId = { classId: Id };

const nominationRefusals = {
  ...inClassState,
  'training/not-of-cell': invalid('Có người không thuộc danh sách đảng viên của tổ chức này vào ngày khai giảng.'),
  'training/already-nominated': conflict('Có người đã được cử vào lớp này.'),
  'training/lessons-clash': conflict('Có người đang có lớp khác học cùng giờ. Một người không thể học hai lớp cùng lúc.'),
  'training/reason-needed': conflict('Việc cử này khác với quy định. Hãy ghi lý do để cấp trên xem xét.'),
} as const;

/** A cell names its people for a class. Whoever goes against a rule needs a reason. All of them or none. */
export const nominate = command({
  subject: 'training.enrollment.nominate',
  http: post('/training-classes/:classId/nominations'),
  access: { grant: 'training:nominate', on: 'nodeId' },
  audit: 'Cử người đi học',
  on: 'many',
  input: z.strictObject({ ...classId, nodeId: Id, personIds: ids, reason: text(500).optional() }),
  output: z.strictObject({ nominated: z.number().int() }),
  errors: nominationRefusals,
});

/** A class that calls for people now, of the course that somebody owes. */
export const DutyClass = ClassLine.pick({ id: true, title: true, nodeName: true, from: true, to: true, place: true }).extend({
  nominated: z.boolean(),
});
export type DutyClass = z.infer<typeof DutyClass>;

const elsewhere = {
  'training/duty-of-other-cell': conflict('Đồng chí này sinh hoạt ở chi bộ ngoài phạm vi được giao. Hãy để chi bộ đó cử đi học.'),
} as const;

/** Classes in which a duty could be done, the earliest first; at most fifty. */
export const dutyClasses = query({
  subject: 'training.duty.classes',
  http: get('/training/duties/:dutyId/classes'),
  access: { grant: 'training:nominate' },
  input: z.strictObject({ dutyId: Id }),
  output: z.object({ items: z.array(DutyClass) }),
  errors: elsewhere,
});

/** Names who owes a course for a class of it, by their own cell. */
export const nominateForDuty = command({
  subject: 'training.duty.nominate',
  http: post('/training/duties/:dutyId/nomination'),
  access: { grant: 'training:nominate' },
  audit: 'Cử người còn phải học đi học',
  on: 'many',
  input: z.strictObject({ dutyId: Id, ...classId, reason: text(500).optional() }),
  output: z.strictObject({ nominated: z.number().int() }),
  errors: {
    ...nominationRefusals,
    ...elsewhere,
    'training/duty-not-open': conflict('Việc này đã xong hoặc không còn phải làm. Hãy tải lại trang.'),
    'training/other-course': invalid('Không có lớp này cho chương trình còn phải học. Hãy tải lại trang và chọn lớp trong danh sách.'),
  },
});

/** Approves or refuses, in the order given: beyond the places of the class whoever is approved waits. */
export const decideEnrollments = command({
  subject: 'training.enrollment.decide',
  http: post('/training-classes/:classId/decisions'),
  access: { grant: 'training:conduct' },
  audit: 'Duyệt danh sách học viên',
  on: 'many',
  input: z.strictObject({ ...classId, enrollmentIds: ids, approve: z.boolean(), because: text(500).optional() }),
  output: z.strictObject({ approved: z.number().int(), waiting: z.number().int(), refused: z.number().int() }),
  errors: {
    ...inClassState,
    'training/enrollment-state': conflict('Có người đã được xử lý từ trước. Hãy tải lại danh sách.'),
    'training/because-needed': invalid('Hãy ghi lý do.'),
  },
});

const answer = { confirm: z.boolean(), because: text(500).optional() } as const;
const answerErrors = {
  ...inClassState,
  'training/enrollment-state': conflict('Không còn ở bước xác nhận đi học. Hãy tải lại trang.'),
  'training/because-needed': invalid('Hãy ghi lý do không đi học được.'),
} as const;

/** The person's own word: they come, or why they cannot. */
export const answerMine = command({
  subject: 'training.enrollment.answer-mine',
  http: post('/my/enrollments/:enrollmentId/answer'),
  access: { self: true },
  audit: 'Trả lời việc được cử đi học',
  on: 'existing',
  input: z.strictObject({ enrollmentId: Id, ...answer }),
  output: z.object({ id: Id, version: Version, state: EnrollmentState }),
  errors: answerErrors,
});

/** The same by the cell for those who have told it. */
export const answerForCell = command({
  subject: 'training.enrollment.answer-for-cell',
  http: post('/training-classes/:classId/answers'),
  access: { grant: 'training:nominate', on: 'nodeId' },
  audit: 'Xác nhận việc đi học thay đảng viên',
  on: 'many',
  input: z.strictObject({ ...classId, nodeId: Id, enrollmentIds: ids, ...answer }),
  output: z.strictObject({ answered: z.number().int() }),
  errors: answerErrors,
});

/** Somebody leaves a class that runs. */
export const withdrawEnrollment = command({
  subject: 'training.enrollment.withdraw',
  http: post('/training-classes/:classId/enrollments/:enrollmentId/withdrawal'),
  access: { grant: 'training:conduct' },
  audit: 'Ghi học viên thôi học',
  on: 'existing',
  input: z.strictObject({ ...classId, enrollmentId: Id, because: text(500) }),
  output: z.object({ id: Id, version: Version, state: EnrollmentState }),
  errors: { ...inClassState, 'training/enrollment-state': conflict('Học viên này không còn đang học.') },
});

/** Marks of essays or tests, many at once; one said again takes the place of the one before. */
export const enterMarks = command({
  subject: 'training.enrollment.enter-marks',
  http: post('/training-classes/:classId/marks'),
  access: { grant: 'training:conduct' },
  audit: 'Nhập điểm học viên',
  on: 'many',
  input: z.strictObject({
    ...classId,
    markedOn: CalendarDate,
    marks: z
      .array(z.strictObject({ enrollmentId: Id, mark: Mark }))
      .min(1)
      .max(MOST_ROWS),
  }),
  output: z.strictObject({ marked: z.number().int() }),
  errors: {
    ...inClassState,
    'training/enrollment-state': conflict('Có người không còn đang học. Hãy tải lại danh sách.'),
    'training/in-the-future': invalid('Ngày chấm không được sau ngày hôm nay.'),
  },
});

/** Everybody in a class, by given name. */
export const listEnrollments = query({
  subject: 'training.enrollment.list',
  http: get('/training-classes/:classId/enrollments'),
  access: { grant: 'training:read' },
  audit: 'Xem danh sách học viên',
  input: z.strictObject({ ...pageInput, ...classId, state: EnrollmentState.optional() }),
  output: page(Enrollment),
});

/** A class as one organization below it sees it: when and where, and its own people in it. */
export const classForCell = query({
  subject: 'training.enrollment.for-cell',
  http: get('/organizations/:nodeId/training-classes/:classId'),
  access: { grant: 'training:read', on: 'nodeId' },
  audit: 'Xem người của chi bộ trong lớp bồi dưỡng',
  input: z.strictObject({ ...classId, nodeId: Id }),
  output: z.object({ training: ClassLine, lessons: z.array(Lesson), people: z.array(Enrollment), mayNominate: z.boolean() }),
});

/** A class of mine. */
export const MyEnrollment = z.object({
  id: Id,
  version: Version,
  training: ClassLine,
  lessons: z.array(Lesson),
  state: EnrollmentState,
  attended: z.number().int(),
  mark: z.number().optional(),
  certificate: z
    .strictObject({ id: Id, number: z.string(), issuedOn: CalendarDate, expiresOn: CalendarDate.optional(), state: CertificateState })
    .optional(),
});
export type MyEnrollment = z.infer<typeof MyEnrollment>;

/** The signed-in person's own classes, the latest first. */
export const myEnrollments = query({
  subject: 'training.enrollment.mine',
  http: get('/my/enrollments'),
  access: { self: true },
  input: z.strictObject({ ...pageInput }),
  output: page(MyEnrollment),
});
