import { z } from 'zod';
import { event, Versioned } from '../event.js';
import { SuspensionKind } from '../inspection/suspension.js';
import { query } from '../operation.js';
import { serviceNames } from '../service.js';
import { CalendarDate, Id, page, pageInput } from '../types.js';
import { EnrollmentKind, MemberStatus } from './member-status.js';

/** Half-open: `from` is in, `to` is out; absent `to` means still so. */
const period = { from: CalendarDate, to: CalendarDate.optional() };

/** What other services keep of a member: enough to draw up the roll of any day, and the name to print on it. */
export const RosterRow = Versioned.extend({
  name: z.string(),
  birthYear: z.number().int().optional(),
  statuses: z.array(z.strictObject({ status: MemberStatus, ...period })),
  enrollments: z.array(z.strictObject({ kind: EnrollmentKind, nodeId: Id, ...period })),
  exemptions: z.array(z.strictObject(period)),
  away: z.array(z.strictObject(period)),
  /** Times without activities, as inspection tells of them. */
  suspensions: z.array(z.strictObject({ kind: SuspensionKind, ...period })).optional(),
  /** Committees above the cell that manage them as a cadre, by the organization whose committee it is. */
  managed: z.array(z.strictObject({ nodeId: Id, ...period })).optional(),
});
export type RosterRow = z.infer<typeof RosterRow>;

/** Something about these persons' membership changed; consumers fetch the rows with {@link rosterSnapshot}. */
export const memberChanged = event('membership.member.changed', 1, Versioned, {
  organization: ['project-person'],
  meetings: ['project-roster'],
  inspection: ['project-roster'],
  training: ['project-roster'],
});

/** Every member with the dates that decide who belongs to which roll on which day, or those named. */
export const rosterSnapshot = query({
  subject: 'membership.roster.snapshot',
  access: { internal: serviceNames },
  input: z.strictObject({ ...pageInput, ids: z.array(Id).max(200).optional() }),
  output: page(RosterRow),
});
