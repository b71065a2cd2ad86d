import { z } from 'zod';
import { command, post } from '../operation.js';
import { CalendarDate, Id, line } from '../types.js';
import { Meeting } from './meeting.js';

/** Draws up the year's plan of every body at and below an organization; what is planned already stays. */
export const generatePlan = command({
  subject: 'meetings.plan.generate',
  http: post('/plans'),
  access: { grant: 'meetings:plan', on: 'nodeId' },
  audit: 'Lập kế hoạch sinh hoạt năm',
  on: 'many',
  deadlineSeconds: 30,
  input: z.strictObject({ nodeId: Id, year: z.number().int().min(2016).max(2100) }),
  output: z.strictObject({ bodies: z.number().int(), meetings: z.number().int() }),
});

/** Adds a meeting that the plan does not hold: extraordinary, or a further thematic one. */
export const addMeeting = command({
  subject: 'meetings.meeting.add',
  http: post('/meetings'),
  access: { grant: 'meetings:plan', on: 'nodeId' },
  audit: 'Thêm buổi sinh hoạt ngoài kế hoạch',
  on: 'new',
  input: z.strictObject({
    nodeId: Id,
    bodyId: Id,
    kind: z.enum(['EXTRAORDINARY', 'THEMATIC']),
    plannedOn: CalendarDate,
    topic: line(300).optional(),
  }),
  output: Meeting,
});
