import { z } from 'zod';
import { Versioned } from './event.js';
import { CalendarDate, Id } from './types.js';

export const ObligationState = z.enum(['OPEN', 'DONE', 'CANCELLED']);
export type ObligationState = z.infer<typeof ObligationState>;

/** What somebody owes: a task of a resolution, what a check of cells' meetings asks of a cell. */
export const ObligationKind = z.enum(['RESOLUTION_TASK', 'MEETING_CHECK_FINDING']);
export type ObligationKind = z.infer<typeof ObligationKind>;

/** An obligation of any service, from which "my work" is built (design §2). Without doers the organization itself owes it. */
export const ObligationRow = Versioned.extend({
  kind: ObligationKind,
  doerIds: z.array(Id),
  nodeId: Id,
  due: CalendarDate,
  state: ObligationState,
});
export type ObligationRow = z.infer<typeof ObligationRow>;
