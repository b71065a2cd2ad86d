import { z } from 'zod';
import { Deviation } from '../deviation.js';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, line, text, Version } from '../types.js';
import { BodyKind, Post } from './body.js';
import { Decision } from './decision.js';

/** How somebody came to the seat. */
export const SeatOrigin = z.enum(['ELECTED', 'APPOINTED']);
export type SeatOrigin = z.infer<typeof SeatOrigin>;

export const seatOriginLabel: Record<SeatOrigin, string> = { ELECTED: 'Được bầu', APPOINTED: 'Được chỉ định' };

/** Why a seat ended (domain.md §2.3). */
export const SeatEnd = z.enum(['TERM_ENDED', 'RETIRED', 'MOVED', 'CHANGED_POST', 'RESIGNED', 'DISCIPLINED', 'DIED']);
export type SeatEnd = z.infer<typeof SeatEnd>;

export const seatEndLabel: Record<SeatEnd, string> = {
  TERM_ENDED: 'Hết nhiệm kỳ',
  RETIRED: 'Nghỉ công tác',
  MOVED: 'Chuyển công tác, chuyển sinh hoạt',
  CHANGED_POST: 'Thay đổi chức vụ',
  RESIGNED: 'Xin rút, được đồng ý',
  DISCIPLINED: 'Bị kỷ luật',
  DIED: 'Từ trần',
};

export const Seat = z.strictObject({
  id: Id,
  version: Version,
  bodyId: Id,
  personId: Id,
  /** Absent until membership has told the name. */
  name: z.string().optional(),
  birthYear: z.number().int().optional(),
  post: Post,
  origin: SeatOrigin,
  from: CalendarDate,
  to: CalendarDate.optional(),
  endedBecause: SeatEnd.optional(),
  decision: Decision.optional(),
  /** The decision on discipline that ended it. */
  endedBy: Decision.optional(),
  deviations: z.array(Deviation),
});
export type Seat = z.infer<typeof Seat>;

export const Term = z.strictObject({
  id: Id,
  version: Version,
  bodyId: Id,
  /** As people write it: 2025-2030. Unique in the body; numbers of papers run within it. */
  number: z.string(),
  from: CalendarDate,
  plannedTo: CalendarDate.optional(),
  to: CalendarDate.optional(),
  decision: Decision.optional(),
  deviations: z.array(Deviation),
});
export type Term = z.infer<typeof Term>;

const seatInput = {
  personId: Id,
  post: Post,
  origin: SeatOrigin,
} as const;

const seatErrors = {
  'organization/post-taken': conflict('Chức vụ này đã có người giữ trong thời gian đó. Hãy cho thôi giữ chức vụ trước rồi phân công người mới.'),
  'organization/person-seated': conflict('Đồng chí này đã có chức vụ trong cấp ủy vào thời gian đó. Hãy cho thôi chức vụ cũ trước.'),
  'organization/post-unfit': invalid('Chi bộ không có ban thường vụ. Hãy chọn bí thư, phó bí thư hoặc cấp ủy viên.'),
  'organization/body-ended': conflict('Tổ chức đảng này đã kết thúc hoạt động.'),
} as const;

/**
 * Opens a term of a body with those elected or appointed at its start; a running term and its seats end the same day. What the
 * rules would have otherwise is stored as deviations: nothing but a doubled post is refused.
 */
export const openTerm = command({
  subject: 'organization.term.open',
  http: post('/bodies/:bodyId/terms'),
  access: { grant: 'organization:staff' },
  audit: 'Mở nhiệm kỳ cấp ủy',
  on: 'new',
  input: z.strictObject({
    bodyId: Id,
    number: line(20),
    from: CalendarDate,
    plannedTo: CalendarDate.optional(),
    decision: Decision.optional(),
    seats: z.array(z.strictObject(seatInput)).max(80).default([]),
    /** Why it deviates, when it does. */
    reason: text(500).optional(),
  }),
  output: Term,
  errors: {
    ...seatErrors,
    'organization/term-number-used': conflict('Nhiệm kỳ này đã có. Hãy kiểm tra lại tên nhiệm kỳ.'),
    'organization/term-overlaps': invalid('Ngày bắt đầu phải sau ngày bắt đầu của nhiệm kỳ trước.'),
    'organization/term-backwards': invalid('Ngày dự kiến kết thúc phải sau ngày bắt đầu.'),
  },
});

/** Puts somebody into a seat of the term that runs on that day. */
export const seatPerson = command({
  subject: 'organization.seat.take',
  http: post('/bodies/:bodyId/seats'),
  access: { grant: 'organization:staff' },
  audit: 'Phân công chức vụ trong cấp ủy',
  on: 'new',
  input: z.strictObject({ bodyId: Id, ...seatInput, from: CalendarDate, decision: Decision.optional(), reason: text(500).optional() }),
  output: Seat,
  errors: {
    ...seatErrors,
    'organization/no-term': conflict('Chưa có nhiệm kỳ nào chạy vào ngày này. Hãy mở nhiệm kỳ trước.'),
  },
});

/** Ends a seat; `to` is the first day on which it is no longer held. */
export const endSeat = command({
  subject: 'organization.seat.end',
  http: post('/seats/:seatId/end'),
  access: { grant: 'organization:staff' },
  audit: 'Thôi giữ chức vụ trong cấp ủy',
  on: 'existing',
  input: z.strictObject({ seatId: Id, to: CalendarDate, because: SeatEnd }),
  output: Seat,
  errors: {
    'organization/seat-ended': conflict('Chức vụ này đã kết thúc từ trước.'),
    'organization/seat-end-early': invalid('Ngày thôi giữ chức vụ phải sau ngày bắt đầu.'),
  },
});

/** A post that stands empty: since when, why, and by which decision on discipline. */
export const Vacancy = z.strictObject({ post: Post, since: CalendarDate, because: SeatEnd, decision: Decision.optional() });
export type Vacancy = z.infer<typeof Vacancy>;

export const Committee = z.strictObject({
  bodyId: Id,
  kind: BodyKind,
  name: z.string(),
  meets: z.boolean(),
  /** The term that runs on the day asked for. */
  term: Term.optional(),
  /** Held on that day, in the order of the posts. */
  seats: z.array(Seat),
  /** Posts of the running term that nobody holds any more. */
  vacancies: z.array(Vacancy),
  /** All its terms, newest first. */
  terms: z.array(Term),
});
export type Committee = z.infer<typeof Committee>;

/** Who sits where in the bodies of an organization on a day, today when left out. */
export const committeesOf = query({
  subject: 'organization.committee.list',
  http: get('/organizations/:nodeId/committees'),
  access: { grant: 'organization:read-details', on: 'nodeId' },
  audit: 'Xem danh sách cấp ủy',
  input: z.strictObject({ nodeId: Id, on: CalendarDate.optional() }),
  output: z.strictObject({ items: z.array(Committee) }),
});
