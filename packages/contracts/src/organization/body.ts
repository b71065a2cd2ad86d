import { z } from 'zod';
import { event, Versioned } from '../event.js';
import { query } from '../operation.js';
import { serviceNames } from '../service.js';
import { CalendarDate, Id, page, pageInput } from '../types.js';

/**
 * A body meets. An organization whose members meet as a cell has one body of kind CELL, in which its secretary, deputy and
 * committee members (chi ủy) have their seats; any other with a committee has one of kind COMMITTEE.
 */
export const BodyKind = z.enum(['CELL', 'COMMITTEE']);
export type BodyKind = z.infer<typeof BodyKind>;

export const bodyKindLabel: Record<BodyKind, string> = { CELL: 'Chi bộ', COMMITTEE: 'Cấp ủy' };

/** The posts of a committee; a cell too small for a committee still has its secretary and deputy (Điều lệ Đảng, Điều 24). */
export const Post = z.enum(['SECRETARY', 'STANDING_DEPUTY', 'DEPUTY', 'STANDING_MEMBER', 'MEMBER']);
export type Post = z.infer<typeof Post>;

export const postLabel: Record<Post, string> = {
  SECRETARY: 'Bí thư',
  STANDING_DEPUTY: 'Phó Bí thư Thường trực',
  DEPUTY: 'Phó Bí thư',
  STANDING_MEMBER: 'Ủy viên Ban Thường vụ',
  MEMBER: 'Cấp ủy viên',
};

/** What other services keep of a body: where it belongs, its running term, and who sits in it from when to when. */
export const BodyRow = Versioned.extend({
  nodeId: Id,
  kind: BodyKind,
  name: z.string(),
  /** Whether a plan of meetings is drawn up for it. */
  meets: z.boolean(),
  term: z.strictObject({ number: z.string(), from: CalendarDate, to: CalendarDate.optional() }).optional(),
  seats: z.array(z.strictObject({ personId: Id, post: Post, from: CalendarDate, to: CalendarDate.optional() })),
  /** Superior committee members who follow the cell and attend its meetings. */
  followers: z.array(z.strictObject({ personId: Id, from: CalendarDate, to: CalendarDate.optional() })),
});
export type BodyRow = z.infer<typeof BodyRow>;

export const bodyChanged = event('organization.body.changed', 1, Versioned, {
  meetings: ['project-body'],
  inspection: ['project-body'],
  training: ['project-body'],
});

/** Every body, or those named. The id of a body never changes while its term does. */
export const bodySnapshot = query({
  subject: 'organization.body.snapshot',
  access: { internal: serviceNames },
  input: z.strictObject({ ...pageInput, ids: z.array(Id).max(200).optional() }),
  output: page(BodyRow),
});
