import { z } from 'zod';
import { CalendarDate, Id, line, text } from '../types.js';

const WorkSplit = z.strictObject({ personId: Id, work: line(300) });
/** What the cell's committee settled before the meeting, and who does what for it. */
export const Huddle = z.strictObject({ heldOn: CalendarDate, note: text(2000).optional(), split: z.array(WorkSplit).max(50) });
export type Huddle = z.infer<typeof Huddle>;
