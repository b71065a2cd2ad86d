import { z } from 'zod';
import { event } from '../event.js';
import { ObligationRow } from '../obligation.js';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, line, page, pageInput, Version } from '../types.js';

/** What somebody is, that a course is asked of them. A commission's members are named by hand: organization keeps no seats of it. */
export const DutyPosition = z.enum([
  'CELL_SECRETARY',
  'CELL_DEPUTY',
  'CELL_COMMITTEE_MEMBER',
  'COMMITTEE_SECRETARY',
  'COMMITTEE_DEPUTY',
  'COMMITTEE_MEMBER',
  'PROBATIONARY_MEMBER',
  'INSPECTION_COMMISSION_MEMBER',
  'NAMED',
]);
export type DutyPosition = z.infer<typeof DutyPosition>;

export const dutyPositionLabel: Record<DutyPosition, string> = {
  CELL_SECRETARY: 'Bí thư chi bộ',
  CELL_DEPUTY: 'Phó Bí thư chi bộ',
  CELL_COMMITTEE_MEMBER: 'Chi ủy viên',
  COMMITTEE_SECRETARY: 'Bí thư cấp ủy',
  COMMITTEE_DEPUTY: 'Phó Bí thư cấp ủy',
  COMMITTEE_MEMBER: 'Cấp ủy viên',
  PROBATIONARY_MEMBER: 'Đảng viên dự bị',
  INSPECTION_COMMISSION_MEMBER: 'Ủy viên ủy ban kiểm tra',
  NAMED: 'Được yêu cầu riêng',
};

/** What no event tells, and is named by hand. */
export const NamedPosition = DutyPosition.extract(['INSPECTION_COMMISSION_MEMBER', 'NAMED']);
export type NamedPosition = z.infer<typeof NamedPosition>;

/** CANCELLED: the seat was left, the member recognized, or what was asked by hand taken back. */
export const DutyState = z.enum(['OPEN', 'DONE', 'CANCELLED']);
export type DutyState = z.infer<typeof DutyState>;

/** A course that somebody still has to take. */
export const DutyLine = z.object({
  id: Id,
  version: Version,
  personId: Id,
  personName: z.string(),
  birthYear: z.number().int().optional(),
  /** Where they hold the position. */
  nodeId: Id,
  nodeName: z.string(),
  position: DutyPosition,
  courseId: Id,
  courseLabel: z.string(),
  since: CalendarDate,
  dueOn: CalendarDate,
});
export type DutyLine = z.infer<typeof DutyLine>;

/** Which deadlines: past, within the quarter that begins today, until the end of the year, or all. */
export const DutySpan = z.enum(['OVERDUE', 'SOON', 'YEAR', 'ALL']);
export type DutySpan = z.infer<typeof DutySpan>;

/** Who at and below an organization lacks what, the earliest deadline first. */
export const listDuties = query({
  subject: 'training.duty.list',
  http: get('/training/duties'),
  access: { grant: 'training:read', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id, courseId: Id.optional(), span: DutySpan.default('ALL') }),
  output: page(DutyLine),
});

const figures = {
  /** To be done by the end of the year: what is open with a deadline until then, and what was done in it. */
  due: z.number().int(),
  done: z.number().int(),
  overdue: z.number().int(),
  soon: z.number().int(),
};

export const DutyFigures = z.object(figures);
export type DutyFigures = z.infer<typeof DutyFigures>;

/** An organization with everything below it. */
export const DutyRow = DutyFigures.extend({ nodeId: Id, parentId: Id.optional(), name: z.string(), code: z.string() });
export type DutyRow = z.infer<typeof DutyRow>;

/** An organization first, then those right below it by code: how many still have to take the course (or any), and how many have. */
export const dutyRollUp = query({
  subject: 'training.duty.roll-up',
  http: get('/training/duties/roll-up'),
  access: { grant: 'training:read', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, year: z.coerce.number().int().min(2016).max(2100), courseId: Id.optional() }),
  output: z.object({ items: z.array(DutyRow) }),
});

/** The signed-in person's own, the earliest deadline first. */
export const MyDuty = DutyLine.pick({ id: true, position: true, courseId: true, courseLabel: true, nodeName: true, dueOn: true });
export type MyDuty = z.infer<typeof MyDuty>;

export const myDuties = query({
  subject: 'training.duty.mine',
  http: get('/my/training-duties'),
  access: { self: true },
  input: z.strictObject({ ...pageInput }),
  output: page(MyDuty),
});

/** How a duty stands after an act. */
export const DutyStanding = z.object({ id: Id, version: Version, state: DutyState, dueOn: CalendarDate });
export type DutyStanding = z.infer<typeof DutyStanding>;

const dutyId = { dutyId: Id };
const dutyNotOpen = conflict('Việc này đã xong hoặc không còn phải làm. Hãy tải lại trang.');

/** The course was taken elsewhere or before: closed with the paper that shows it. Whoever still holds the position owes the next one. */
export const recordDuty = command({
  subject: 'training.duty.record',
  http: post('/training/duties/:dutyId/record'),
  access: { grant: 'training:conduct' },
  audit: 'Ghi nhận người đã học, theo giấy tờ đã có',
  on: 'existing',
  input: z.strictObject({ ...dutyId, doneOn: CalendarDate, paper: line(200) }),
  output: DutyStanding,
  errors: {
    'training/duty-not-open': dutyNotOpen,
    'training/in-the-future': invalid('Ngày học xong không thể ở tương lai.'),
  },
});

/** Asks a course of somebody by hand: a member of the inspection commission, or anybody whom the committee has named. */
export const requireDuty = command({
  subject: 'training.duty.require',
  http: post('/training/duties'),
  access: { grant: 'training:plan', on: 'nodeId' },
  audit: 'Yêu cầu một người tham gia lớp học',
  on: 'new',
  input: z.strictObject({ nodeId: Id, personId: Id, courseId: Id, position: NamedPosition, dueOn: CalendarDate }),
  output: DutyStanding,
  errors: {
    'training/person-outside': invalid('Người này không sinh hoạt ở tổ chức đã chọn hoặc tổ chức trực thuộc. Hãy chọn lại.'),
    'training/course-unknown': invalid('Lớp học này không còn trong danh mục. Hãy chọn lớp khác.'),
    'training/duty-exists': conflict('Người này đã được yêu cầu học lớp này và chưa học xong.'),
    'training/due-past': invalid('Hạn học xong không thể ở quá khứ.'),
  },
});

/** Takes back what was asked by hand; what follows from a position ends with the position. */
export const dropDuty = command({
  subject: 'training.duty.drop',
  http: post('/training/duties/:dutyId/dropping'),
  access: { grant: 'training:plan' },
  audit: 'Thôi yêu cầu một người tham gia lớp học',
  on: 'existing',
  input: z.strictObject(dutyId),
  output: DutyStanding,
  errors: {
    'training/duty-not-open': dutyNotOpen,
    'training/duty-of-position': conflict('Việc học này gắn với chức vụ hoặc tư cách đảng viên, tự kết thúc khi thôi giữ. Không bỏ bằng tay được.'),
  },
});

/** What training has asked somebody for. */
export const obligationChanged = event('training.obligation.changed', 1, ObligationRow, {});
