import { z } from 'zod';
import { query } from '../operation.js';
import { CalendarDate, Id, Month } from '../types.js';
import { MeetingKind } from './meeting-state.js';

const count = z.number().int().nonnegative();

/** What a cell's meetings of some months come to. Counts alone: nothing of what was said or decided, and nobody's name. */
export const CellFigures = z.object({
  /** Months that have passed, in each of which the regular meeting was owed. */
  months: count,
  held: count,
  /** Of these, on the ruled day or, for a reason, in the first week. */
  onTime: count,
  /** Of these, with minutes that both have confirmed and that are signed. */
  signed: count,
  /** Of these, with a resolution that was adopted; each of its items has the six that it must name, else it could not be. */
  resolved: count,
  thematicDue: count,
  thematicHeld: count,
  present: count,
  expected: count,
  deviations: count,
  /** Meetings at which somebody from above, or another guest, stood on the roll. */
  withGuests: count,
  tasks: count,
  tasksDone: count,
  tasksOverdue: count,
});
export type CellFigures = z.infer<typeof CellFigures>;

/** A meeting that was held, by its id and day; who its guests were stands on its own roll. */
export const HeldMeeting = z.object({ id: Id, kind: MeetingKind, heldOn: CalendarDate, guests: count });
export type HeldMeeting = z.infer<typeof HeldMeeting>;

/** Of cells over some months: their figures, and which meetings they held. Asked by a check of cells' meetings, at most 200 cells a call. */
export const heldByCells = query({
  subject: 'meetings.held.by-cells',
  access: { internal: ['inspection'] },
  input: z.strictObject({ nodeIds: z.array(Id).max(200), from: Month, to: Month }),
  output: z.object({ items: z.array(z.object({ nodeId: Id, figures: CellFigures, meetings: z.array(HeldMeeting) })) }),
});
