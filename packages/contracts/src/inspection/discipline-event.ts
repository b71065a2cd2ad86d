import { z } from 'zod';
import { event, Versioned } from '../event.js';
import { CalendarDate, Id } from '../types.js';
import { DisciplineForm } from './kind.js';

/** Discipline of this form counts from that day, for the first time or in another form than before. */
export const disciplineInEffect = event(
  'inspection.discipline.in-effect',
  1,
  Versioned.extend({
    personId: Id.optional(),
    nodeId: Id,
    form: DisciplineForm,
    from: CalendarDate,
    /** The bodies from whose committee the decision dismisses. */
    dismissedFrom: z.array(Id).optional(),
    /** The decision, as the register of papers knows it. */
    decisionId: Id.optional(),
  }),
  { membership: ['member'], organization: ['seat'] },
);
/** It counts no longer; annulled: it should never have. */
export const disciplineEnded = event(
  'inspection.discipline.ended',
  1,
  Versioned.extend({ personId: Id.optional(), nodeId: Id, on: CalendarDate, annulled: z.boolean() }),
  { membership: ['member'], organization: ['seat'] },
);
