import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { Id, line } from '../types.js';
import { inState } from './meeting.js';

export const VoteMethod = z.enum(['SHOW_OF_CARD', 'SECRET_BALLOT']);
export const voteMethodLabel: Record<z.infer<typeof VoteMethod>, string> = { SHOW_OF_CARD: 'Giơ thẻ đảng viên', SECRET_BALLOT: 'Bỏ phiếu kín' };

/** What a vote is about decides which majority it needs; each is a rule with its source. */
export const VoteMatter = z.enum(['RESOLUTION', 'ADMISSION', 'RECOGNITION', 'OTHER']);
export const voteMatterLabel: Record<z.infer<typeof VoteMatter>, string> = {
  RESOLUTION: 'Thông qua nghị quyết',
  ADMISSION: 'Đề nghị kết nạp đảng viên',
  RECOGNITION: 'Đề nghị công nhận đảng viên chính thức',
  OTHER: 'Nội dung khác',
};

/** Counts only: nothing stores who voted how. */
export const Vote = z.object({
  id: Id,
  matter: VoteMatter,
  subject: z.string(),
  method: VoteMethod,
  inFavor: z.number().int(),
  against: z.number().int(),
  noOpinion: z.number().int(),
  denominator: z.number().int(),
  passed: z.boolean(),
  /** As the minutes print it: `24/26 (92,3%)`. */
  printed: z.string(),
  ruleSource: z.string(),
});
export type Vote = z.infer<typeof Vote>;

export const listVotes = query({
  subject: 'meetings.vote.list',
  http: get('/meetings/:meetingId/votes'),
  access: { grant: 'meetings:read' },
  input: z.strictObject({ meetingId: Id }),
  output: z.strictObject({ items: z.array(Vote) }),
});

const count = z.number().int().min(0).max(2000);

export const recordVote = command({
  subject: 'meetings.vote.record',
  http: post('/meetings/:meetingId/votes'),
  access: { grant: 'meetings:take-minutes' },
  audit: 'Ghi kết quả biểu quyết',
  on: 'many',
  input: z.strictObject({
    meetingId: Id,
    matter: VoteMatter,
    subject: line(300),
    method: VoteMethod,
    inFavor: count,
    against: count,
    noOpinion: count,
  }),
  output: Vote,
  errors: {
    ...inState,
    'meetings/roll-open': conflict('Chưa chốt điểm danh nên chưa biết bao nhiêu người được biểu quyết. Hãy chốt điểm danh trước.'),
    'meetings/more-votes-than-voters': invalid(
      'Tổng số phiếu nhiều hơn số đảng viên chính thức có mặt được quyền biểu quyết. Đảng viên dự bị không biểu quyết.',
    ),
    'meetings/too-few-official': conflict(
      'Chi bộ có dưới số đảng viên chính thức tối thiểu nên không biểu quyết, không ra nghị quyết được. Hãy báo cáo cấp ủy cấp trên.',
    ),
  },
});

/** Takes back a count that was written down wrongly; it stays stored with the reason and is shown nowhere. The right one is recorded anew. */
export const withdrawVote = command({
  subject: 'meetings.vote.withdraw',
  http: post('/meetings/:meetingId/votes/:voteId/withdrawal'),
  access: { grant: 'meetings:take-minutes' },
  audit: 'Thu hồi kết quả biểu quyết ghi nhầm',
  on: 'many',
  input: z.strictObject({ meetingId: Id, voteId: Id, reason: line(300) }),
  output: z.strictObject({ items: z.array(Vote) }),
  errors: { ...inState, 'meetings/vote-used': conflict('Nghị quyết đã được thông qua theo kết quả biểu quyết này nên không thu hồi được.') },
});
