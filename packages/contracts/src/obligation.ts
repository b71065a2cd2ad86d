import { z } from 'zod';
import { Versioned } from './event.js';
import { CalendarDate, Id } from './types.js';

export const ObligationState = z.enum(['OPEN', 'DONE', 'CANCELLED']);
export type ObligationState = z.infer<typeof ObligationState>;

/** An obligation of any service, from which "my work" is built (design §2). Each service tells its own in an event of its own. */
export const ObligationRow = Versioned.extend({
  kind: z.enum(['RESOLUTION_TASK', 'MEETING_CHECK_FINDING', 'INSPECTION_RECOMMENDATION', 'TRAINING_DUTY', 'STUDY_LEVEL']),
  /** Empty where the organization itself owes it. */
  doerIds: z.array(Id),
  nodeId: Id,
  due: CalendarDate,
  state: ObligationState,
});
export type ObligationRow = z.infer<typeof ObligationRow>;
