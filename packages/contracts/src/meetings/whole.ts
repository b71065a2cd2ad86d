import { z } from 'zod';
import { RollMark, Guest } from '../attendance.js';
import { Deviation } from '../deviation.js';
import { command, post } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, Instant, line } from '../types.js';
import { citing } from './citation.js';
import { AgendaItem } from './meeting.js';
import { MeetingKind, MeetingOrigin } from './meeting-state.js';
import { MinutesContent } from './minutes.js';
import { DraftItem, ResolutionContent } from './resolution.js';
import { TaskResult } from './task.js';
import { VoteMatter, VoteMethod } from './vote.js';

const count = z.number().int().min(0).max(2000);

/**
 * A meeting that was held away from the network, or before the platform came: roll, minutes, votes, resolution and tasks in
 * one piece. The client brings the ids, so that sending it twice changes nothing.
 */
export const WholeMeeting = z.strictObject({
  id: Id,
  bodyId: Id,
  kind: MeetingKind,
  coversThematic: z.boolean(),
  topic: line(300).optional(),
  heldOn: CalendarDate,
  startedAt: Instant,
  endedAt: Instant,
  place: line(200),
  chairId: Id,
  minuteTakerId: Id,
  agenda: z.array(AgendaItem).min(1).max(40),
  marks: z.array(RollMark).max(400),
  guests: z.array(Guest).max(30).default([]),
  minutes: MinutesContent,
  votes: z
    .array(z.strictObject({ id: Id, matter: VoteMatter, subject: line(300), method: VoteMethod, inFavor: count, against: count, noOpinion: count }))
    .max(20),
  resolution: ResolutionContent.extend({
    id: Id,
    voteId: Id,
    /** `outcome`: how the task ended, when it has ended before the meeting came into the platform. */
    items: z.array(DraftItem.extend({ outcome: z.strictObject({ result: TaskResult, doneOn: CalendarDate }).optional() })).max(40),
  }).optional(),
});
export type WholeMeeting = z.infer<typeof WholeMeeting>;

const Stored = z.object({ id: Id, version: z.number().int(), deviations: z.array(Deviation) });

export const submitWholeMeeting = command({
  subject: 'meetings.meeting.submit-whole',
  http: post('/meetings/whole'),
  access: { grant: 'meetings:submit-whole' },
  audit: 'Nộp trọn buổi sinh hoạt',
  on: 'new',
  input: z.strictObject({ origin: MeetingOrigin.exclude(['LIVE']), meeting: WholeMeeting }),
  output: Stored,
  errors: {
    'meetings/held-already': conflict('Kỳ sinh hoạt này đã có một buổi họp khác trong hệ thống. Hãy mở buổi đó để đối chiếu.'),
    'meetings/not-on-the-roll': invalid('Có người không thuộc danh sách của chi bộ vào ngày họp.'),
    'meetings/too-few-official': conflict('Chi bộ có dưới số đảng viên chính thức tối thiểu nên không ra nghị quyết được.'),
    'meetings/item-incomplete': invalid('Mỗi việc trong nghị quyết phải đủ sáu nội dung.'),
    'meetings/vote-not-passed': conflict('Kết quả biểu quyết chưa đạt tỷ lệ quy định nên nghị quyết chưa được thông qua.'),
    'meetings/more-votes-than-voters': invalid('Tổng số phiếu nhiều hơn số đảng viên chính thức có mặt.'),
    'meetings/ends-before-start': invalid('Giờ bế mạc phải sau giờ khai mạc và không ở tương lai.'),
    'meetings/same-person': invalid('Người chủ trì và người ghi biên bản phải là hai đồng chí khác nhau.'),
    'meetings/not-everybody-marked': invalid('Còn người chưa được điểm danh.'),
    ...citing,
  },
});

/** History in bulk, at most 200 a call. Each stands or is refused on its own; the answer says which. */
export const submitHistory = command({
  subject: 'meetings.meeting.submit-history',
  http: post('/meetings/history'),
  access: { grant: 'meetings:submit-whole' },
  audit: 'Nộp các buổi sinh hoạt đã qua',
  on: 'many',
  deadlineSeconds: 30,
  input: z.strictObject({ meetings: z.array(WholeMeeting).min(1).max(200) }),
  output: z.strictObject({
    stored: z.number().int(),
    unchanged: z.number().int(),
    refused: z.array(z.object({ id: Id, code: z.string(), title: z.string() })),
  }),
  errors: { 'meetings/held-already': conflict('Có buổi họp vừa được người khác nộp. Hãy gửi lại để đối chiếu.') },
});
