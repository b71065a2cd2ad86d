import { z } from 'zod';
import { command, get, post, put, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, Instant, line, text, Version } from '../types.js';
import { inState, PersonName } from './meeting.js';

/** While it is drafted an item may lack fields; it cannot be issued before all six are there (seed 000; domain §4.2). */
export const DraftItem = z.strictObject({
  id: Id,
  content: line(500),
  requirement: text(1000).optional(),
  measure: text(1000).optional(),
  deadline: CalendarDate.optional(),
  /** Persons of the roll, or the body as a whole when empty and `doerIsBody`. */
  doerIds: z.array(Id).max(20),
  doerIsBody: z.boolean(),
  checkerId: Id.optional(),
  /** Degree of completion wanted (seed 003), as text: "100% hộ ký cam kết". */
  degree: line(200).optional(),
});
export type DraftItem = z.infer<typeof DraftItem>;

export const ResolutionContent = z.strictObject({
  assessment: text(6000).optional(),
  shortcomings: text(3000).optional(),
  direction: text(6000).optional(),
  items: z
    .array(DraftItem)
    .max(40)
    .refine((items) => new Set(items.map((i) => i.id)).size === items.length, { error: 'Có hai việc trùng mã' }),
});
export type ResolutionContent = z.infer<typeof ResolutionContent>;

/** An item that reads like one still open. A warning: the cell decides. */
export const Resemblance = z.object({ itemId: Id, taskId: Id, content: z.string(), deadline: CalendarDate });

export const Resolution = z.object({
  /** The meeting's id: a meeting has one resolution, as it has one set of minutes. */
  id: Id,
  version: Version,
  meetingId: Id,
  state: z.enum(['DRAFT', 'ADOPTED']),
  content: ResolutionContent,
  missing: z.array(z.object({ itemId: Id, field: z.string() })),
  resemblances: z.array(Resemblance),
  voteId: Id.optional(),
  adoptedAt: Instant.optional(),
  /** `Số 05-NQ/CB`; absent while the number is awaited. */
  number: z.string().optional(),
  numberAwaited: z.boolean(),
});
export type Resolution = z.infer<typeof Resolution>;

const notOnTheRoll = invalid('Người thực hiện, người kiểm tra phải thuộc danh sách của chi bộ.');

export const getResolution = query({
  subject: 'meetings.resolution.get',
  http: get('/meetings/:meetingId/resolution'),
  access: { grant: 'meetings:read' },
  input: z.strictObject({ meetingId: Id }),
  output: Resolution,
});

/** What a cell has resolved, as everybody who was called reads it once it is published; without a resolution where none was adopted. */
export const myResolution = query({
  subject: 'meetings.resolution.read',
  http: get('/my/meetings/:meetingId/resolution'),
  access: { self: true },
  input: z.strictObject({ meetingId: Id }),
  output: z.object({
    resolution: Resolution.pick({ state: true, content: true, adoptedAt: true, number: true, numberAwaited: true }).optional(),
    people: z.array(PersonName),
  }),
});

export const draftResolution = command({
  subject: 'meetings.resolution.draft',
  http: put('/meetings/:meetingId/resolution'),
  access: { grant: 'meetings:take-minutes' },
  audit: 'Soạn dự thảo nghị quyết',
  on: 'existing',
  input: z.strictObject({ meetingId: Id, content: ResolutionContent }),
  output: Resolution,
  errors: {
    ...inState,
    'meetings/resolution-adopted': conflict('Nghị quyết đã được thông qua nên không sửa được nữa.'),
    'meetings/not-on-the-roll': notOnTheRoll,
  },
});

/** The meeting has passed the resolution by this vote. Its items become tasks, its paper takes a number. */
export const adoptResolution = command({
  subject: 'meetings.resolution.adopt',
  http: post('/meetings/:meetingId/resolution/adoption'),
  access: { grant: 'meetings:confirm' },
  audit: 'Thông qua nghị quyết',
  on: 'existing',
  input: z.strictObject({ meetingId: Id, voteId: Id }),
  output: Resolution,
  errors: {
    ...inState,
    'meetings/resolution-adopted': conflict('Nghị quyết đã được thông qua.'),
    'meetings/item-incomplete': invalid(
      'Mỗi việc trong nghị quyết phải đủ sáu nội dung: nội dung, yêu cầu, biện pháp, thời hạn, người thực hiện, người kiểm tra.',
    ),
    'meetings/no-items': invalid('Nghị quyết chưa có việc nào.'),
    'meetings/vote-not-passed': conflict('Kết quả biểu quyết chưa đạt tỷ lệ quy định nên nghị quyết chưa được thông qua.'),
    'meetings/too-few-official': conflict(
      'Chi bộ có dưới số đảng viên chính thức tối thiểu nên không ra nghị quyết được. Hãy báo cáo cấp ủy cấp trên.',
    ),
    'meetings/not-on-the-roll': notOnTheRoll,
    'meetings/deadline-past': invalid('Thời hạn của một việc đã qua.'),
  },
});
