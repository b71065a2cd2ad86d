import { z } from 'zod';
import { query } from '../operation.js';
import { CalendarDate, Id, MOST_ROWS } from '../types.js';
import { Sex } from './member.js';
import { CardNumber } from './member-change.js';

/** What a sheet says of somebody: one of `personId`, `card`, or name with the cell; no number is answered. */
const Described = z.strictObject({
  row: z.number().int().positive(),
  personId: Id.optional(),
  card: CardNumber.optional(),
  name: z.string().max(100).optional(),
  birthDate: CalendarDate.optional(),
  nodeId: Id.optional(),
});
export type Described = z.infer<typeof Described>;

/** Which persons rows of a sheet speak of. Rows that name nobody, or more than one, are left out or said to be `many`. */
export const recognizePeople = query({
  subject: 'membership.person.recognize',
  access: { internal: ['training'] },
  input: z.strictObject({ rows: z.array(Described).min(1).max(1000) }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        row: z.number().int(),
        personId: Id.optional(),
        name: z.string().optional(),
        birthDate: CalendarDate.optional(),
        many: z.literal(true).optional(),
      }),
    ),
  }),
});

/** What a service that must judge ages asks at the moment of judging, and does not keep. */
export const PersonFacts = z.strictObject({
  personId: Id,
  birthDate: CalendarDate.optional(),
  sex: Sex.optional(),
  admittedOn: CalendarDate.optional(),
  officialOn: CalendarDate.optional(),
});
export type PersonFacts = z.infer<typeof PersonFacts>;

/** One more than a page: a list asks for it to learn whether there is another. */
export const personFacts = query({
  subject: 'membership.person.facts',
  access: { internal: ['training'] },
  input: z.strictObject({ personIds: z.array(Id).max(MOST_ROWS + 1) }),
  output: z.strictObject({ people: z.array(PersonFacts) }),
});
