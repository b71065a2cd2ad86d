import { z } from 'zod';
import { CalendarDate, line } from '../types.js';

/** The decision behind a change, as it stands on its paper. */
export const Decision = z.strictObject({ number: line(60), date: CalendarDate.optional() });
export type Decision = z.infer<typeof Decision>;
