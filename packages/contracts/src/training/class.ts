import { z } from 'zod';
import { command, get, post, put, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, Instant, line, page, pageInput, Version } from '../types.js';
import { ClassAct, ClassState } from './class-state.js';

/** Whoever teaches, by name and office, as they stand on the paper. */
export const Lecturer = z.strictObject({ name: line(120), office: line(200).optional() });

/** One sitting of a class (buổi học). */
export const LessonPlan = z.strictObject({
  startsAt: Instant,
  endsAt: Instant,
  place: line(300),
  topic: line(300),
  lecturers: z.array(Lecturer).max(10),
});
export type LessonPlan = z.infer<typeof LessonPlan>;

export const Lesson = LessonPlan.extend({
  id: Id,
  version: Version,
  number: z.number().int().positive(),
  rollClosedAt: Instant.optional(),
  /** Once the roll is closed. */
  present: z.number().int().optional(),
  expected: z.number().int().optional(),
  /** A scan of the signed paper roll is kept with it. */
  scanned: z.boolean(),
});
export type Lesson = z.infer<typeof Lesson>;

const percent = z.number().int().min(1).max(100);
/** Marks run from 0 to 10, by quarters. */
export const Mark = z.number().min(0).max(10).multipleOf(0.25);

/** What the opening decision asks of who is to get a certificate. A class without a mark has no essay or test. */
export const Passing = z.strictObject({ attendancePercent: percent.optional(), mark: Mark.optional() });
export type Passing = z.infer<typeof Passing>;

/** What the opening decision says about who may be called away; beside what the regulations say. */
export const Limits = z.strictObject({
  /** Courses that one person attends in the same days, this one included. */
  atOnce: z.number().int().min(1).max(5).optional(),
  /** Of a cell's members, how many percent may be on courses in the same days; one always may. */
  awayPercent: percent.optional(),
});
export type Limits = z.infer<typeof Limits>;

const classPlan = {
  title: line(300),
  capacity: z.number().int().min(1).max(1000),
  passing: Passing,
  limits: Limits,
  lessons: z.array(LessonPlan).min(1).max(60),
} as const;

const count = z.number().int().nonnegative();

/** How many of its people stand where. */
export const ClassCounts = z.strictObject({
  nominated: count,
  waiting: count,
  approved: count,
  confirmed: count,
  declined: count,
  refused: count,
  attending: count,
  withdrawn: count,
  passed: count,
  failed: count,
  certified: count,
});
export type ClassCounts = z.infer<typeof ClassCounts>;

export const ClassLine = z.object({
  id: Id,
  version: Version,
  nodeId: Id,
  nodeName: z.string(),
  courseId: Id,
  courseLabel: z.string(),
  title: z.string(),
  state: ClassState,
  capacity: z.number().int(),
  from: CalendarDate,
  to: CalendarDate,
  place: z.string(),
});
export type ClassLine = z.infer<typeof ClassLine>;

export const TrainingClass = ClassLine.extend({
  /** The edition of the syllabus that it follows. */
  edition: z.number().int(),
  passing: Passing,
  limits: Limits,
  lessons: z.array(Lesson),
  counts: ClassCounts,
  /** The opening decision; its number as printed, once the register has answered. */
  decision: z.strictObject({ on: CalendarDate, number: z.string().optional(), numberAwaited: z.boolean() }).optional(),
  closedAt: Instant.optional(),
  may: z.array(ClassAct),
});
export type TrainingClass = z.infer<typeof TrainingClass>;

const classId = { classId: Id };
export const inClassState = {
  'training/class-state': conflict('Lớp học đang ở bước khác. Hãy tải lại trang để xem việc cần làm tiếp theo.'),
} as const;
const lessonsUnfit = {
  'training/lessons-unfit': invalid('Buổi học phải kết thúc sau khi bắt đầu, trong cùng một ngày, và không trùng giờ nhau.'),
} as const;

/** A class of a course, under the edition of its syllabus that is in force on its first day. */
export const openClass = command({
  subject: 'training.class.open',
  http: post('/training-classes'),
  access: { grant: 'training:conduct', on: 'nodeId' },
  audit: 'Lập lớp bồi dưỡng',
  on: 'new',
  input: z.strictObject({ nodeId: Id, courseId: Id, ...classPlan }),
  output: TrainingClass,
  errors: {
    ...lessonsUnfit,
    'training/course-unfit': conflict('Lớp học này chưa có chương trình cho ngày khai giảng hoặc không còn trong danh mục. Hãy chọn lại.'),
  },
});

/** Until it has started; the whole plan is said anew. */
export const changeClass = command({
  subject: 'training.class.change',
  http: put('/training-classes/:classId'),
  access: { grant: 'training:conduct' },
  audit: 'Sửa kế hoạch lớp bồi dưỡng',
  on: 'existing',
  input: z.strictObject({ ...classId, ...classPlan }),
  output: TrainingClass,
  errors: {
    ...inClassState,
    ...lessonsUnfit,
    'training/capacity-below-approved': conflict('Số học viên đã duyệt nhiều hơn chỉ tiêu mới. Hãy tăng chỉ tiêu.'),
  },
});

/** Tells the cells below that they may nominate. */
export const beginEnrollment = command({
  subject: 'training.class.enroll',
  http: post('/training-classes/:classId/enrollment'),
  access: { grant: 'training:conduct' },
  audit: 'Mở nhận học viên lớp bồi dưỡng',
  on: 'existing',
  input: z.strictObject(classId),
  output: TrainingClass,
  errors: inClassState,
});

/** The opening decision: whoever was approved attends from now on, whoever waits is told that there was no place. */
export const startClass = command({
  subject: 'training.class.start',
  http: post('/training-classes/:classId/opening'),
  access: { grant: 'training:conduct' },
  audit: 'Ban hành quyết định mở lớp bồi dưỡng',
  on: 'existing',
  input: z.strictObject({ ...classId, decidedOn: CalendarDate }),
  output: TrainingClass,
  errors: {
    ...inClassState,
    'training/nobody-approved': conflict('Chưa duyệt học viên nào. Hãy duyệt danh sách học viên rồi mở lớp.'),
    'training/in-the-future': invalid('Ngày quyết định không được sau ngày hôm nay.'),
  },
});

/** Each gets a result from the closed rolls and the marks, by the rules of the opening decision. */
export const assessClass = command({
  subject: 'training.class.assess',
  http: post('/training-classes/:classId/assessment'),
  access: { grant: 'training:conduct' },
  audit: 'Xét kết quả lớp bồi dưỡng',
  on: 'existing',
  input: z.strictObject(classId),
  output: TrainingClass,
  errors: {
    ...inClassState,
    'training/rolls-open': conflict('Còn buổi học chưa chốt điểm danh. Hãy chốt điểm danh đủ các buổi rồi xét kết quả.'),
    'training/marks-missing': conflict('Còn học viên chưa có điểm. Hãy nhập đủ điểm rồi xét kết quả; ai bỏ học thì ghi thôi học.'),
  },
});

export const getClass = query({
  subject: 'training.class.get',
  http: get('/training-classes/:classId'),
  access: { grant: 'training:read' },
  input: z.strictObject(classId),
  output: TrainingClass,
});

/** `held`: at the organization that was asked about or below it, not above. */
export const HeldClassLine = ClassLine.extend({ held: z.boolean() });
export type HeldClassLine = z.infer<typeof HeldClassLine>;

/** Classes that an organization holds, and below it; and those above it that call for its people or have done. The latest first. */
export const listClasses = query({
  subject: 'training.class.list',
  http: get('/training-classes'),
  access: { grant: 'training:read', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id, state: ClassState.optional() }),
  output: page(HeldClassLine),
});
