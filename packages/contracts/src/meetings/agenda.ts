import { z } from 'zod';
import { get, query } from '../operation.js';
import { AgendaItem } from './meeting.js';
import { MeetingKind } from './meeting-state.js';

/** The items that a meeting of this kind usually has in this kind of cell (HD 42-HD/BTCTW); data of the province. */
export const agendaTemplate = query({
  subject: 'meetings.agenda.template',
  http: get('/agenda-templates'),
  access: { signedIn: true },
  input: z.strictObject({ kind: MeetingKind, sector: z.string().max(50).optional(), coversThematic: z.stringbool().default(false) }),
  output: z.strictObject({ items: z.array(AgendaItem) }),
});
