import { z } from 'zod';
import { command, get, post, put, query } from '../operation.js';
import { conflict, forbidden, invalid } from '../problem.js';
import { Id, Instant, line, text, Version } from '../types.js';
import { inState } from './meeting.js';

/** What was said and concluded under one item of the agenda. */
export const MinutesItem = z.strictObject({
  agendaIndex: z.number().int().min(0).max(39),
  account: text(8000).optional(),
  conclusion: text(2000).optional(),
});

/** Concerns leave a meeting only as counts by topic (design §1): no person stands beside one. */
export const Concern = z.strictObject({ topic: line(200), count: z.number().int().min(1).max(500), answer: text(2000).optional() });

/**
 * The text of the minutes. What a person said exists nowhere else; it is encrypted and read with the minutes only. `speakers`
 * is a number, never a list.
 */
export const MinutesContent = z.strictObject({
  items: z.array(MinutesItem).max(40),
  ideology: text(4000).optional(),
  selfCriticism: text(4000).optional(),
  praise: text(2000).optional(),
  otherConclusion: text(4000).optional(),
  speakers: z.number().int().min(0).max(500),
  concerns: z.array(Concern).max(50),
});
export type MinutesContent = z.infer<typeof MinutesContent>;

export const Confirmation = z.object({ personId: Id, name: z.string(), at: Instant, as: z.enum(['CHAIR', 'MINUTE_TAKER']) });
export const Addendum = z.object({ at: Instant, by: z.string(), text: z.string() });

export const Minutes = z.object({
  /** The meeting's id: a meeting has one set of minutes. */
  id: Id,
  version: Version,
  content: MinutesContent,
  readBackAt: Instant.optional(),
  /** SHA-256, hex, over everything that the paper shows; what both confirm. There once the meeting is closed. */
  contentHash: z.string().optional(),
  confirmations: z.array(Confirmation),
  signed: z.object({ at: Instant, how: z.enum(['PAPER_IN_BOOK', 'SCAN']) }).optional(),
  addenda: z.array(Addendum),
  /** Whether the text may still be changed. */
  editable: z.boolean(),
});
export type Minutes = z.infer<typeof Minutes>;

/**
 * What a command on the minutes answers: how they stand, without a word of their text. Answers are stored for the retry of the same
 * request, and the text is to exist nowhere but in the minutes; who needs it reads it.
 */
export const MinutesStanding = Minutes.omit({ content: true, addenda: true });
export type MinutesStanding = z.infer<typeof MinutesStanding>;

const locked = conflict('Biên bản đã được xác nhận nên không sửa được nữa. Nội dung cần đính chính được ghi thành phần bổ sung.');
const meetingId = { meetingId: Id };

export const getMinutes = query({
  subject: 'meetings.minutes.get',
  http: get('/meetings/:meetingId/minutes'),
  access: { grant: 'meetings:read' },
  audit: 'Xem biên bản',
  input: z.strictObject(meetingId),
  output: Minutes,
});

export const writeMinutes = command({
  subject: 'meetings.minutes.write',
  http: put('/meetings/:meetingId/minutes'),
  access: { grant: 'meetings:take-minutes' },
  audit: 'Ghi biên bản',
  on: 'existing',
  input: z.strictObject({ ...meetingId, content: MinutesContent }),
  output: MinutesStanding,
  errors: { ...inState, 'meetings/minutes-locked': locked },
});

/** The minute-taker has read the minutes to the meeting. */
export const readBackMinutes = command({
  subject: 'meetings.minutes.read-back',
  http: post('/meetings/:meetingId/minutes/read-back'),
  access: { grant: 'meetings:take-minutes' },
  audit: 'Thông qua biên bản tại cuộc họp',
  on: 'existing',
  input: z.strictObject(meetingId),
  output: MinutesStanding,
  errors: { ...inState, 'meetings/minutes-locked': locked },
});

/** Confirms the minutes as they stand. Two different people must: the chair and the minute-taker. A click is not a signature. */
export const confirmMinutes = command({
  subject: 'meetings.minutes.confirm',
  http: post('/meetings/:meetingId/minutes/confirmation'),
  access: { grant: 'meetings:confirm' },
  audit: 'Xác nhận biên bản',
  on: 'existing',
  input: z.strictObject({ ...meetingId, contentHash: z.string().length(64) }),
  output: MinutesStanding,
  errors: {
    ...inState,
    'meetings/not-read-back': conflict('Biên bản chưa được đọc lại cho cuộc họp nghe. Hãy ghi nhận việc đọc lại trước.'),
    'meetings/not-yours-to-confirm': forbidden('Chỉ người chủ trì và người ghi biên bản xác nhận được biên bản này.'),
    'meetings/confirmed-already': conflict('Đồng chí đã xác nhận biên bản này.'),
    'meetings/content-changed': conflict('Nội dung biên bản đã thay đổi sau khi đồng chí mở. Hãy tải lại và đọc bản mới trước khi xác nhận.'),
  },
});

/** The paper has been signed: either its scan is attached, or the secretary declares that it is signed and kept in the minute book. */
export const declareSigned = command({
  subject: 'meetings.minutes.declare-signed',
  http: post('/meetings/:meetingId/minutes/signing'),
  access: { grant: 'meetings:confirm' },
  audit: 'Ghi nhận biên bản giấy đã ký',
  on: 'existing',
  input: z.strictObject({ ...meetingId, how: z.enum(['PAPER_IN_BOOK', 'SCAN']), fileId: Id.optional() }),
  output: MinutesStanding,
  errors: {
    ...inState,
    'meetings/not-confirmed': conflict('Biên bản phải được cả người chủ trì và người ghi biên bản xác nhận trước.'),
    'meetings/scan-missing': invalid('Chưa có bản chụp biên bản đã ký.'),
  },
});

/** A correction after the minutes were confirmed. It stands beside them and changes nothing in them. */
export const addAddendum = command({
  subject: 'meetings.minutes.add-addendum',
  http: post('/meetings/:meetingId/minutes/addenda'),
  access: { grant: 'meetings:confirm' },
  audit: 'Ghi bổ sung biên bản',
  on: 'existing',
  input: z.strictObject({ ...meetingId, text: text(4000) }),
  output: MinutesStanding,
  errors: {
    ...inState,
    'meetings/minutes-not-locked': conflict('Biên bản chưa được xác nhận. Hãy sửa thẳng vào biên bản.'),
  },
});
