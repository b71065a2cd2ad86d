import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, page, pageInput, Version } from '../types.js';
import { Decision } from './decision.js';

/** A superior committee member who follows a cell and attends its meetings (bài viết 001: mỗi quý ít nhất 1 lần). */
export const Follower = z.strictObject({
  id: Id,
  version: Version,
  bodyId: Id,
  personId: Id,
  name: z.string().optional(),
  from: CalendarDate,
  to: CalendarDate.optional(),
  decision: Decision.optional(),
});
export type Follower = z.infer<typeof Follower>;

/** Gives a superior committee member cells to follow; a cell that they follow already stays as it is. */
export const assignFollower = command({
  subject: 'organization.follower.assign',
  http: post('/followers'),
  access: { grant: 'organization:assign-follower' },
  audit: 'Phân công cấp ủy viên theo dõi chi bộ',
  on: 'many',
  input: z.strictObject({ personId: Id, bodyIds: z.array(Id).min(1).max(100), from: CalendarDate, decision: Decision.optional() }),
  output: z.strictObject({ items: z.array(Follower) }),
  errors: { 'organization/not-a-cell': invalid('Chỉ phân công cấp ủy viên theo dõi chi bộ. Hãy chọn lại.') },
});

/** Ends it; `to` is the first day on which the cell is no longer followed. */
export const endFollower = command({
  subject: 'organization.follower.end',
  http: post('/followers/:followerId/end'),
  access: { grant: 'organization:assign-follower' },
  audit: 'Thôi phân công theo dõi chi bộ',
  on: 'existing',
  input: z.strictObject({ followerId: Id, to: CalendarDate }),
  output: Follower,
  errors: {
    'organization/follower-ended': conflict('Phân công này đã kết thúc từ trước.'),
    'organization/follower-end-early': invalid('Ngày thôi theo dõi phải sau ngày bắt đầu.'),
  },
});

/** Which cells a list of followed cells shows. */
export const FollowedFilter = z.enum(['ALL', 'FOLLOWED', 'UNFOLLOWED']);
export type FollowedFilter = z.infer<typeof FollowedFilter>;

export const followedFilterLabel: Record<FollowedFilter, string> = {
  ALL: 'Tất cả chi bộ',
  FOLLOWED: 'Đã có người theo dõi',
  UNFOLLOWED: 'Chưa có người theo dõi',
};

export const FollowedCell = z.strictObject({
  nodeId: Id,
  bodyId: Id,
  code: z.string(),
  name: z.string(),
  parentName: z.string().optional(),
  followers: z.array(Follower),
});
export type FollowedCell = z.infer<typeof FollowedCell>;

/** The cells at and below an organization with those who follow them on a day; or only those of one person. */
export const followedCells = query({
  subject: 'organization.follower.list',
  http: get('/organizations/:nodeId/followed-cells'),
  access: { grant: 'organization:read-details', on: 'nodeId' },
  input: z.strictObject({
    nodeId: Id,
    on: CalendarDate.optional(),
    personId: Id.optional(),
    show: FollowedFilter.default('ALL'),
    ...pageInput,
  }),
  output: page(FollowedCell),
});
