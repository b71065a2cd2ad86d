import { z } from 'zod';
import { get, query } from '../operation.js';
import { CalendarDate, Id, page, pageInput } from '../types.js';
import { InspectionKind } from './kind.js';
import { LineState } from './plan-line.js';
import { ProgramActor } from './program.js';

/** A line as its subject reads it, once the program is published; an inspection on suspicion, once it has begun. */
export const SubjectLine = z.object({
  id: Id,
  year: z.number().int(),
  quarter: z.number().int(),
  kind: InspectionKind,
  actor: ProgramActor,
  actorNodeName: z.string(),
  content: z.string(),
  fromOn: CalendarDate.optional(),
  toOn: CalendarDate.optional(),
  state: LineState,
  doneOn: CalendarDate.optional(),
});
export type SubjectLine = z.infer<typeof SubjectLine>;

/** What published programs plan for the signed-in person, the latest first. */
export const myPlanLines = query({
  subject: 'inspection.line.mine',
  http: get('/my/inspection-lines'),
  access: { self: true },
  input: z.strictObject({ ...pageInput }),
  output: page(SubjectLine),
});

/** What published programs of whatever body plan for an organization itself, the latest first. */
export const linesOnOrganization = query({
  subject: 'inspection.line.on-organization',
  http: get('/organizations/:nodeId/inspection-lines'),
  access: { grant: 'inspection:read', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id }),
  output: page(SubjectLine),
});
