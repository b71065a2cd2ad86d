import { z } from 'zod';
import { RollEvent, RollPage } from '../attendance.js';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { Id } from '../types.js';
import { inState } from './meeting.js';

/** The roll of a meeting: before the close drawn from the register of the day, after it frozen with its denominators. */
export const Roll = RollPage.extend({
  /** What a majority is a share of, and how many may vote now (294-QĐ/TW pt 9.3.2). */
  denominator: z.number().int(),
  voters: z.number().int(),
  /** Who belongs here and is suspended that day: neither called nor counted. Of a roll that is still open. */
  suspended: z.array(z.object({ personId: Id, name: z.string() })).optional(),
});
export type Roll = z.infer<typeof Roll>;

export const getRoll = query({
  subject: 'meetings.roll.get',
  http: get('/meetings/:meetingId/roll'),
  access: { grant: 'meetings:read' },
  audit: 'Xem danh sách điểm danh',
  input: z.strictObject({ meetingId: Id }),
  output: Roll,
});

/** Adds events, oldest first; the last mark of a person counts. Events are never removed: an undo is an event too, and one sent twice changes nothing. */
export const markRoll = command({
  subject: 'meetings.roll.mark',
  http: post('/meetings/:meetingId/roll'),
  access: { grant: 'meetings:take-minutes' },
  audit: 'Điểm danh',
  on: 'many',
  input: z.strictObject({ meetingId: Id, events: z.array(RollEvent).min(1).max(400) }),
  output: Roll,
  errors: {
    ...inState,
    'meetings/roll-closed': conflict('Đã chốt điểm danh. Sai sót sau khi chốt được ghi vào phần bổ sung của biên bản.'),
    'meetings/mark-refused': invalid('Có dòng điểm danh không đúng với danh sách của buổi sinh hoạt.'),
  },
});

/** Freezes roster, statuses and denominators into the meeting. */
export const closeRoll = command({
  subject: 'meetings.roll.close',
  http: post('/meetings/:meetingId/roll/closing'),
  access: { grant: 'meetings:take-minutes' },
  audit: 'Chốt điểm danh',
  on: 'existing',
  input: z.strictObject({ meetingId: Id }),
  output: Roll,
  errors: {
    ...inState,
    'meetings/roll-closed': conflict('Đã chốt điểm danh.'),
    'meetings/not-everybody-marked': conflict('Còn người chưa được điểm danh. Hãy điểm danh đủ rồi chốt.'),
  },
});
