import { z } from 'zod';
import { Id, Instant, line, Version } from './types.js';

/** How a person stands at a roll. EXEMPT and AWAY excuse from coming; such a person who comes is PRESENT. */
export const AttendanceState = z.enum(['PRESENT', 'ABSENT_EXCUSED', 'ABSENT_UNEXCUSED', 'EXEMPT', 'AWAY']);
export type AttendanceState = z.infer<typeof AttendanceState>;

export const attendanceStateLabels: Record<AttendanceState, string> = {
  PRESENT: 'Có mặt',
  ABSENT_EXCUSED: 'Vắng có lý do',
  ABSENT_UNEXCUSED: 'Vắng không có lý do',
  EXEMPT: 'Được miễn sinh hoạt',
  AWAY: 'Đi làm ăn xa',
};

/** Why an absence is excused; in the order in which the chips stand. */
export const AbsenceReason = z.enum(['ILLNESS', 'WORK_ASSIGNMENT', 'STUDY', 'FAMILY', 'AWAY_FAR', 'OTHER']);
export type AbsenceReason = z.infer<typeof AbsenceReason>;

export const absenceReasonLabels: Record<AbsenceReason, string> = {
  ILLNESS: 'Ốm đau',
  WORK_ASSIGNMENT: 'Đi công tác, trực',
  STUDY: 'Đi học',
  FAMILY: 'Việc gia đình',
  AWAY_FAR: 'Ở xa chưa về',
  OTHER: 'Lý do khác',
};

export const RosterStatus = z.enum(['OFFICIAL', 'PROBATIONARY']);
export type RosterStatus = z.infer<typeof RosterStatus>;

export const rosterStatusLabels: Record<RosterStatus, string> = { OFFICIAL: 'Chính thức', PROBATIONARY: 'Dự bị' };

/** OFFICIAL: of this cell and here; TEMPORARY_HERE: of another cell, enrolled here for a time; TEMPORARILY_ELSEWHERE: of this cell, enrolled elsewhere. */
export const RosterEnrollment = z.enum(['OFFICIAL', 'TEMPORARY_HERE', 'TEMPORARILY_ELSEWHERE']);
export type RosterEnrollment = z.infer<typeof RosterEnrollment>;

export const rosterEnrollmentLabels: Record<RosterEnrollment, string> = {
  OFFICIAL: 'Sinh hoạt chính thức',
  TEMPORARY_HERE: 'Sinh hoạt tạm thời đến',
  TEMPORARILY_ELSEWHERE: 'Sinh hoạt tạm thời nơi khác',
};

/** A member as the roster of that day knows them. Members whose activities are suspended or who have left are not on it. */
export const RosterLine = z.strictObject({
  personId: Id,
  status: RosterStatus,
  enrollment: RosterEnrollment,
  exempt: z.boolean(),
  workingAway: z.boolean(),
});
export type RosterLine = z.infer<typeof RosterLine>;

const mark = { type: z.literal('mark'), id: Id, at: Instant, personId: Id } as const;

/** One tap at the roll. Only who is present can come late or leave early; an excuse carries its reason. */
export const RollMark = z.discriminatedUnion('state', [
  z.strictObject({ ...mark, state: z.literal('PRESENT'), arrivedAt: Instant.optional(), leftAt: Instant.optional() }),
  z.strictObject({ ...mark, state: z.literal('ABSENT_EXCUSED'), reason: AbsenceReason, note: line(200).optional() }),
  z.strictObject({ ...mark, state: z.enum(['ABSENT_UNEXCUSED', 'EXEMPT', 'AWAY']) }),
]);
export type RollMark = z.infer<typeof RollMark>;

/** A guest of the meeting, by name and office, as they stand in the minutes. */
export const RollGuest = z.strictObject({ type: z.literal('guest'), id: Id, at: Instant, name: line(120), office: line(200).optional() });
export type RollGuest = z.infer<typeof RollGuest>;

/** Takes back a mark or a guest; what was marked before stands again. */
export const RollUndo = z.strictObject({ type: z.literal('undo'), id: Id, at: Instant, undoes: Id });
export type RollUndo = z.infer<typeof RollUndo>;

/** The roll is a log of these, never changed, only added to. `id` makes sending one twice harmless. */
export const RollEvent = z.discriminatedUnion('type', [RollMark, RollGuest, RollUndo]);
export type RollEvent = z.infer<typeof RollEvent>;

/** Why an event does not apply to a roll. */
export const RollRefusal = z.enum([
  'unknown-person',
  'enrolled-elsewhere',
  'not-exempt',
  'not-working-away',
  'exempt-not-absent',
  'left-before-arrival',
  'nothing-to-undo',
]);
export type RollRefusal = z.infer<typeof RollRefusal>;

export const rollRefusalLabels: Record<RollRefusal, string> = {
  'unknown-person': 'Đồng chí này không có trong danh sách triệu tập của buổi sinh hoạt.',
  'enrolled-elsewhere': 'Đồng chí này đang sinh hoạt tạm thời ở nơi khác, không điểm danh ở chi bộ này; nếu đến dự thì ghi là khách mời.',
  'not-exempt': 'Đồng chí này chưa được quyết định miễn công tác và sinh hoạt đảng.',
  'not-working-away': 'Đồng chí này chưa được ghi nhận đi làm ăn xa; hãy chọn vắng có lý do.',
  'exempt-not-absent': 'Đồng chí này được miễn sinh hoạt nên không tính là vắng.',
  'left-before-arrival': 'Giờ về phải sau giờ đến.',
  'nothing-to-undo': 'Không còn nội dung để hoàn tác.',
};

const count = z.number().int().nonnegative();

/** The figures of a roll. What each means and how they add up: packages/attendance, `countsOf`. */
export const RollCounts = z.strictObject({
  total: count,
  official: count,
  probationary: count,
  exempt: count,
  away: count,
  temporaryHere: count,
  sentElsewhere: count,
  expected: count,
  present: z.strictObject({ total: count, official: count, probationary: count, exempt: count, away: count, temporaryHere: count }),
  absentExcused: count,
  absentUnexcused: count,
  exemptAbsent: count,
  awayAbsent: count,
  unmarked: count,
  late: count,
  leftEarly: count,
  guests: count,
});
export type RollCounts = z.infer<typeof RollCounts>;

export const Guest = z.strictObject({ id: Id, name: line(120), office: line(200).optional() });

/** A line of the roll as the page shows it, in the order of Vietnamese lists (given name first). */
export const RollPageLine = RosterLine.extend({
  name: z.string(),
  birthYear: z.number().int().optional(),
  post: z.string().optional(),
  state: AttendanceState.optional(),
  reason: AbsenceReason.optional(),
  note: z.string().optional(),
  arrivedAt: Instant.optional(),
  leftAt: Instant.optional(),
  /** The mark that says so; what an undo names. */
  markId: Id.optional(),
});
export type RollPageLine = z.infer<typeof RollPageLine>;

/** A roll as it stands, of whatever is attended: live until it is closed, frozen after it. */
export const RollPage = z.object({
  /** That of what is attended: it has one roll. Its version too. */
  id: Id,
  version: Version,
  closedAt: Instant.optional(),
  lines: z.array(RollPageLine),
  guests: z.array(Guest),
  counts: RollCounts,
  /** `25/27 (92,6%)`. */
  attendance: z.string(),
  /** Differences that came into the register after the roll was closed; the roll itself never changes. */
  notices: z.array(z.string()),
});
export type RollPage = z.infer<typeof RollPage>;
