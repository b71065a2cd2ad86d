import { z } from 'zod';
import { Deviation } from '../deviation.js';
import { command, get, post, put, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, Instant, line, Month, page, pageInput, Version } from '../types.js';
import { Citation, CitedChapter, citing } from './citation.js';
import { Huddle } from './huddle.js';
import { AgendaArea, MeetingKind, MeetingOrigin, MeetingState } from './meeting-state.js';

export const AgendaItem = z.strictObject({
  title: line(300),
  area: AgendaArea,
  plannedMinutes: z.number().int().min(1).max(480),
  presenterId: Id.optional(),
  /** What the handbook says on it, to be read before the meeting. */
  citations: z.array(Citation).min(1).max(5).optional(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** A line of the list of meetings. */
export const MeetingLine = z.object({
  id: Id,
  version: Version,
  bodyId: Id,
  nodeId: Id,
  bodyName: z.string(),
  kind: MeetingKind,
  coversThematic: z.boolean(),
  month: Month,
  state: MeetingState,
  plannedOn: CalendarDate,
  startsAt: Instant.optional(),
  place: z.string().optional(),
  topic: z.string().optional(),
  deviations: z.number().int(),
});
export type MeetingLine = z.infer<typeof MeetingLine>;

/** A person as a meeting shows them. */
export const PersonName = z.object({ id: Id, name: z.string(), birthYear: z.number().int().optional() });

/** A meeting as its page shows it. People are named by `people`; the rest speaks of them by id. */
export const Meeting = MeetingLine.omit({ deviations: true }).extend({
  origin: MeetingOrigin,
  sector: z.string().optional(),
  huddle: Huddle.optional(),
  agenda: z.array(AgendaItem),
  /** Tasks of earlier resolutions that are still open: the first thing on the table, never copied. */
  openTasks: z.array(z.object({ id: Id, content: z.string(), deadline: CalendarDate, doers: z.string(), state: z.string(), overdue: z.boolean() })),
  documents: z.array(z.object({ id: Id, name: z.string(), bytes: z.number().int() })),
  chairId: Id.optional(),
  minuteTakerId: Id.optional(),
  noticedAt: Instant.optional(),
  startedAt: Instant.optional(),
  endedAt: Instant.optional(),
  rollClosedAt: Instant.optional(),
  publishedAt: Instant.optional(),
  /** Why it was not held. */
  cancelledBecause: z.string().optional(),
  postponements: z.array(z.object({ from: CalendarDate, to: CalendarDate, reason: z.string() })),
  deviations: z.array(Deviation),
  people: z.array(PersonName),
  chapters: z.array(CitedChapter),
  /** How the last meeting of the kind was held, while this one is not prepared yet: a first value for each field. `time` is 'HH:MM'. */
  lastTime: z.object({ place: z.string().optional(), time: z.string().optional(), chairId: Id.optional(), minuteTakerId: Id.optional() }).optional(),
  /** What the person who asks may do now: the page shows exactly these buttons. */
  may: z.array(z.string()),
});
export type Meeting = z.infer<typeof Meeting>;

const meetingId = { meetingId: Id };
const notInState = conflict('Việc này không làm được ở bước hiện tại của buổi sinh hoạt. Hãy tải lại trang để xem bước đang đứng.');
export const inState = { 'meetings/not-in-state': notInState } as const;

export const listMeetings = query({
  subject: 'meetings.meeting.list',
  http: get('/meetings'),
  access: { grant: 'meetings:read', on: 'nodeId' },
  input: z.strictObject({
    ...pageInput,
    nodeId: Id,
    /** Whether organizations below are listed too. */
    below: z.stringbool().default(false),
    from: Month.optional(),
    to: Month.optional(),
    state: MeetingState.optional(),
    kind: MeetingKind.optional(),
  }),
  output: page(MeetingLine),
});

/** The meetings that the signed-in person is called to: as a member, as a committee member, or as the superior who follows the cell. */
export const myMeetings = query({
  subject: 'meetings.meeting.mine',
  http: get('/my/meetings'),
  access: { self: true },
  input: z.strictObject({ ...pageInput }),
  output: page(MeetingLine.extend({ as: z.enum(['MEMBER', 'FOLLOWER']) })),
});

/** A notice as a member reads it: time, place, agenda and documents, nothing of the minutes. */
export const myNotice = query({
  subject: 'meetings.notice.read',
  http: get('/my/meetings/:meetingId'),
  access: { self: true },
  input: z.strictObject(meetingId),
  output: Meeting.pick({
    id: true,
    bodyName: true,
    kind: true,
    coversThematic: true,
    topic: true,
    state: true,
    plannedOn: true,
    startsAt: true,
    place: true,
    agenda: true,
    documents: true,
    people: true,
    chapters: true,
  }),
});

export const getMeeting = query({
  subject: 'meetings.meeting.get',
  http: get('/meetings/:meetingId'),
  access: { grant: 'meetings:read' },
  input: z.strictObject(meetingId),
  output: Meeting,
});

export const postponeMeeting = command({
  subject: 'meetings.meeting.postpone',
  http: post('/meetings/:meetingId/postponement'),
  access: { grant: 'meetings:plan' },
  audit: 'Lùi ngày sinh hoạt',
  on: 'existing',
  input: z.strictObject({ ...meetingId, to: CalendarDate, reason: line(500) }),
  output: Meeting,
  errors: {
    ...inState,
    'meetings/other-month': invalid('Ngày mới phải nằm trong tháng của kỳ sinh hoạt.'),
  },
});

/** A planned meeting that will not be held. It counts as not held above; the reason stands beside it. */
export const cancelMeeting = command({
  subject: 'meetings.meeting.cancel',
  http: post('/meetings/:meetingId/cancellation'),
  access: { grant: 'meetings:plan' },
  audit: 'Không tiến hành buổi sinh hoạt',
  on: 'existing',
  input: z.strictObject({ ...meetingId, reason: line(500) }),
  output: Meeting,
  errors: inState,
});

export const recordHuddle = command({
  subject: 'meetings.meeting.record-huddle',
  http: put('/meetings/:meetingId/huddle'),
  access: { grant: 'meetings:prepare' },
  audit: 'Ghi hội ý chi ủy',
  on: 'existing',
  input: z.strictObject({ ...meetingId, huddle: Huddle }),
  output: Meeting,
  errors: inState,
});

/** Time, place, people and agenda: everything that the notice tells. */
export const prepareMeeting = command({
  subject: 'meetings.meeting.prepare',
  http: put('/meetings/:meetingId/preparation'),
  access: { grant: 'meetings:prepare' },
  audit: 'Chuẩn bị buổi sinh hoạt',
  on: 'existing',
  input: z.strictObject({
    ...meetingId,
    startsAt: Instant,
    place: line(200),
    chairId: Id,
    minuteTakerId: Id,
    coversThematic: z.boolean(),
    topic: line(300).optional(),
    agenda: z.array(AgendaItem).min(1).max(40),
  }),
  output: Meeting,
  errors: {
    ...inState,
    'meetings/same-person': invalid('Người chủ trì và người ghi biên bản phải là hai đồng chí khác nhau.'),
    'meetings/not-on-the-roll': invalid('Người chủ trì và người ghi biên bản phải thuộc danh sách của buổi sinh hoạt.'),
    'meetings/chair-not-official': invalid('Người chủ trì phải là đảng viên chính thức.'),
    'meetings/topic-missing': invalid('Sinh hoạt chuyên đề phải ghi tên chuyên đề.'),
    'meetings/other-month': invalid('Ngày họp phải nằm trong tháng của kỳ sinh hoạt.'),
    ...citing,
  },
});

export const giveNotice = command({
  subject: 'meetings.meeting.give-notice',
  http: post('/meetings/:meetingId/notice'),
  access: { grant: 'meetings:prepare' },
  audit: 'Gửi thông báo sinh hoạt',
  on: 'existing',
  /** `lateBecause` is asked for when the notice goes out later than the rule says. */
  input: z.strictObject({ ...meetingId, lateBecause: line(500).optional() }),
  output: Meeting,
  errors: {
    ...inState,
    'meetings/reason-missing': invalid('Thông báo gửi muộn hơn quy định. Hãy ghi lý do.'),
  },
});

export const openMeeting = command({
  subject: 'meetings.meeting.open',
  http: post('/meetings/:meetingId/opening'),
  access: { grant: 'meetings:take-minutes' },
  audit: 'Khai mạc buổi sinh hoạt',
  on: 'existing',
  input: z.strictObject({ ...meetingId, startedAt: Instant }),
  output: Meeting,
  errors: { ...inState, 'meetings/in-the-future': invalid('Giờ khai mạc không thể ở tương lai.') },
});

export const closeMeeting = command({
  subject: 'meetings.meeting.close',
  http: post('/meetings/:meetingId/closing'),
  access: { grant: 'meetings:take-minutes' },
  audit: 'Bế mạc buổi sinh hoạt',
  on: 'existing',
  input: z.strictObject({ ...meetingId, endedAt: Instant, shortBecause: line(500).optional() }),
  output: Meeting,
  errors: {
    ...inState,
    'meetings/ends-before-start': invalid('Giờ bế mạc phải sau giờ khai mạc và không ở tương lai.'),
    'meetings/roll-open': conflict('Chưa chốt điểm danh. Hãy chốt điểm danh trước khi bế mạc.'),
    'meetings/reason-missing': invalid('Buổi sinh hoạt ngắn hơn quy định. Hãy ghi lý do.'),
  },
});

/** Opens the signed minutes and the resolution to the members and to the committee above. */
export const publishMeeting = command({
  subject: 'meetings.meeting.publish',
  http: post('/meetings/:meetingId/publication'),
  access: { grant: 'meetings:publish' },
  audit: 'Công bố kết quả sinh hoạt',
  on: 'existing',
  input: z.strictObject({ ...meetingId, lateBecause: line(500).optional() }),
  output: Meeting,
  errors: { ...inState, 'meetings/reason-missing': invalid('Công bố muộn hơn quy định. Hãy ghi lý do.') },
});
