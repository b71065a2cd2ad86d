import { z } from 'zod';
import { get, query } from '../operation.js';
import { CalendarDate, Id } from '../types.js';
import { HalfYear } from './meeting-check-state.js';
import { Quarter } from './member-supervision.js';
import { ProgramActor } from './program.js';

/** The day that a duty turns on, and whether it has passed. */
const due = { on: CalendarDate, late: z.boolean() } as const;

/** What is to be done about a body's program of the year; without `programId` it has not been begun. */
const OfProgram = z.strictObject({
  kind: z.literal('PROGRAM'),
  actor: ProgramActor,
  year: z.number().int(),
  programId: Id.optional(),
  todo: z.enum(['DRAW_UP', 'APPROVE', 'PUBLISH']),
  ...due,
});

/** Lines of a published program that are open and due by the end of the running quarter; the day is that of the first. */
const OfLines = z.strictObject({
  kind: z.literal('LINES'),
  actor: ProgramActor,
  programId: Id,
  lines: z.number().int(),
  overdue: z.number().int(),
  ...due,
});

/** What is to be done about the quarter of a cell's members. */
const OfQuarter = z.strictObject({ kind: z.literal('QUARTER'), quarter: Quarter, todo: z.enum(['DRAW_UP', 'TELL', 'CLOSE']), ...due });

/** What is to be done about the six-monthly check of cells' meetings; `left`: cells whose answers are still to be written down. */
const OfCheck = z.strictObject({
  kind: z.literal('CHECK'),
  half: HalfYear,
  checkId: Id.optional(),
  todo: z.enum(['OPEN', 'START', 'RECORD', 'CONCLUDE', 'PUBLISH']),
  left: z.number().int(),
  ...due,
});

/** What a published check asks a cell to mend. */
const OfFindings = z.strictObject({ kind: z.literal('FINDINGS'), findings: z.number().int(), ...due });

export const Duty = z.discriminatedUnion('kind', [OfProgram, OfLines, OfQuarter, OfCheck, OfFindings]);
export type Duty = z.infer<typeof Duty>;

/** What an organization owes in inspection and supervision today, computed anew each time, the most pressing first. Only for who plans there. */
export const inspectionDuties = query({
  subject: 'inspection.duty.list',
  http: get('/organizations/:nodeId/inspection-duties'),
  access: { grant: 'inspection:plan', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id }),
  output: z.object({ nodeName: z.string(), items: z.array(Duty) }),
});
