import { z } from 'zod';
import { event, Versioned } from '../event.js';
import { command, get, post, put, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, Instant, line, page, pageInput, text, Version } from '../types.js';
import { HalfYear, MeetingCheckAct, MeetingCheckState } from './meeting-check-state.js';

/** Cells of one check: each opens a reading right for everybody of its team, and it is a grassroots committee that checks. */
export const MOST_CELLS = 200;

const count = z.number().int().nonnegative();

/** How far a check has come: its cells, and of these how many the team has recorded, heard, and attended a meeting of. */
export const CheckCounts = z.object({ cells: count, recorded: count, heard: count, attended: count });
export type CheckCounts = z.infer<typeof CheckCounts>;

/** A check as lists and answers show it: how far it is, in counts. */
export const MeetingCheckLine = z.object({
  id: Id,
  version: Version,
  nodeId: Id,
  nodeName: z.string(),
  half: HalfYear,
  state: MeetingCheckState,
  plannedEnd: CalendarDate,
  ...CheckCounts.shape,
  publishedAt: Instant.optional(),
  number: z.string().optional(),
});
export type MeetingCheckLine = z.infer<typeof MeetingCheckLine>;

/** What all cells are told: in general, no cell named beside another, nothing counted into a rank. */
export const CheckNotice = z.strictObject({
  strengths: z.array(line(500)).max(20),
  weaknesses: z.array(line(500)).max(20),
  practices: z.array(line(500)).max(20),
  heard: text(2000).optional(),
  demands: z.array(z.strictObject({ content: line(500), due: CalendarDate })).max(20),
});
export type CheckNotice = z.infer<typeof CheckNotice>;

/** A check as its team sees it. */
export const MeetingCheck = MeetingCheckLine.extend({
  /** Who is on its list: they alone read what is recorded. */
  team: z.array(z.object({ personId: Id, name: z.string(), leader: z.boolean(), hasAccount: z.boolean().optional() })),
  /** Until when the team may read the cells' minute books, once that stands. */
  readableUntil: CalendarDate.optional(),
  countedAt: Instant.optional(),
  strengths: count,
  shortcomings: count,
  uncheckedBecause: z.string().optional(),
  cancelledBecause: z.string().optional(),
  /** How the team and the end were changed, and why; the oldest first. */
  changes: z.array(
    z.object({
      at: Instant,
      byName: z.string(),
      plannedEnd: CalendarDate,
      added: z.array(z.string()),
      removed: z.array(z.string()),
      reason: z.string(),
    }),
  ),
  notice: CheckNotice.optional(),
  may: z.array(MeetingCheckAct),
});
export type MeetingCheck = z.infer<typeof MeetingCheck>;

/** A notice has gone out: one item for each cell that it was sent to. */
export const meetingCheckPublished = event('inspection.meeting-check.published', 1, Versioned.extend({ nodeId: Id }), {});

const checkId = { checkId: Id };
const notNow = conflict('Việc này không làm được ở bước hiện tại của cuộc kiểm tra. Hãy tải lại trang để xem bước đang đứng.');
export const inState = { 'inspection/check-not-in-state': notNow } as const;

export const listMeetingChecks = query({
  subject: 'inspection.meeting-check.list',
  http: get('/meeting-checks'),
  access: { grant: 'inspection:check-meetings', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id, below: z.stringbool().default(false) }),
  output: page(MeetingCheckLine),
});

/** The checks on whose team the signed-in person is. */
export const myMeetingChecks = query({
  subject: 'inspection.meeting-check.mine',
  http: get('/my/meeting-checks'),
  access: { self: true },
  input: z.strictObject(pageInput),
  output: page(MeetingCheckLine),
});

export const getMeetingCheck = query({
  subject: 'inspection.meeting-check.get',
  http: get('/meeting-checks/:checkId'),
  access: { self: true },
  input: z.strictObject(checkId),
  output: MeetingCheck,
});

/** Draws up a check over all cells below, one line each. Who opens it is on its team and leads it. */
export const openMeetingCheck = command({
  subject: 'inspection.meeting-check.open',
  http: post('/meeting-checks'),
  access: { grant: 'inspection:check-meetings', on: 'nodeId' },
  audit: 'Mở cuộc kiểm tra sinh hoạt chi bộ',
  on: 'new',
  input: z.strictObject({ nodeId: Id, half: HalfYear, plannedEnd: CalendarDate, teamIds: z.array(Id).max(19) }),
  output: MeetingCheckLine,
  errors: {
    'inspection/check-there': conflict('Kỳ 6 tháng này đã có cuộc kiểm tra của cấp ủy. Hãy mở cuộc kiểm tra ấy trong danh sách.'),
    'inspection/no-cells': conflict('Cấp ủy này không có chi bộ trực thuộc để kiểm tra.'),
    'inspection/too-many-cells': conflict(
      `Có hơn ${MOST_CELLS} chi bộ trực thuộc. Hãy để từng cấp ủy cơ sở mở cuộc kiểm tra đối với các chi bộ của mình.`,
    ),
    'inspection/person-needed': conflict('Tài khoản này không gắn với đảng viên nào, nên không đứng tên đoàn kiểm tra được.'),
    'inspection/team-unknown': invalid('Có người trong đoàn không có trong danh sách đảng viên.'),
    'inspection/half-not-begun': invalid('Kỳ 6 tháng này chưa bắt đầu.'),
    'inspection/planned-end': invalid('Ngày dự kiến xong phải từ hôm nay và trong thời hạn mở quyền đọc tạm thời.'),
  },
});

/** From now on the team may read the cells' minute books, until the check ends or its planned end. */
export const startMeetingCheck = command({
  subject: 'inspection.meeting-check.start',
  http: post('/meeting-checks/:checkId/start'),
  access: { grant: 'inspection:check-meetings' },
  audit: 'Bắt đầu kiểm tra sinh hoạt chi bộ, mở quyền đọc sổ biên bản',
  on: 'existing',
  input: z.strictObject(checkId),
  output: MeetingCheckLine,
  errors: {
    ...inState,
    'inspection/planned-end': invalid('Ngày dự kiến xong đã qua. Hãy hủy cuộc kiểm tra này và mở cuộc mới.'),
    'inspection/not-counted': conflict('Số liệu sinh hoạt của các chi bộ đang được tổng hợp. Hãy thử lại sau ít giây.'),
  },
});

/**
 * Another team or another end. While the check is under way the reading rights follow at once: who is added may read, who is removed may
 * not any more. Who opened the check leads it and stays.
 */
export const changeMeetingCheck = command({
  subject: 'inspection.meeting-check.change',
  http: put('/meeting-checks/:checkId/team'),
  access: { grant: 'inspection:check-meetings' },
  audit: 'Thay đổi đoàn, thời hạn kiểm tra sinh hoạt chi bộ',
  on: 'existing',
  input: z.strictObject({ ...checkId, plannedEnd: CalendarDate, teamIds: z.array(Id).max(19), reason: line(500) }),
  output: MeetingCheckLine,
  errors: {
    ...inState,
    'inspection/team-unknown': invalid('Có người trong đoàn không có trong danh sách đảng viên. Hãy chọn lại từ danh sách.'),
    'inspection/planned-end': invalid('Ngày dự kiến xong phải từ hôm nay và trong thời hạn mở quyền đọc tạm thời. Hãy chọn ngày khác.'),
  },
});

/** Ends the team's reading. Cells that were not recorded ask for a reason. */
export const concludeMeetingCheck = command({
  subject: 'inspection.meeting-check.conclude',
  http: post('/meeting-checks/:checkId/conclusion'),
  access: { grant: 'inspection:check-meetings' },
  audit: 'Kết luận kiểm tra sinh hoạt chi bộ',
  on: 'existing',
  input: z.strictObject({ ...checkId, notice: CheckNotice, uncheckedBecause: line(500).optional() }),
  output: MeetingCheckLine,
  errors: {
    ...inState,
    'inspection/cells-unchecked': conflict('Còn chi bộ chưa ghi kết quả kiểm tra. Hãy ghi tiếp, hoặc nêu lý do kết luận khi chưa kiểm tra hết.'),
  },
});

/** All cells of the check can read the notice; what each of them has to mend becomes its obligation. */
export const publishMeetingCheck = command({
  subject: 'inspection.meeting-check.publish',
  http: post('/meeting-checks/:checkId/publication'),
  access: { grant: 'inspection:check-meetings' },
  audit: 'Thông báo kết quả kiểm tra sinh hoạt chi bộ',
  on: 'existing',
  input: z.strictObject(checkId),
  output: MeetingCheckLine,
  errors: inState,
});

export const cancelMeetingCheck = command({
  subject: 'inspection.meeting-check.cancel',
  http: post('/meeting-checks/:checkId/cancellation'),
  access: { grant: 'inspection:check-meetings' },
  audit: 'Hủy cuộc kiểm tra sinh hoạt chi bộ',
  on: 'existing',
  input: z.strictObject({ ...checkId, because: line(500) }),
  output: MeetingCheckLine,
  errors: inState,
});
