import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, page, pageInput } from '../types.js';
import { Criterion, RoundState } from './contest.js';
import { inRoundState, Points } from './contest-round.js';

const roundId = { roundId: Id };

/** Whom a juror marks, with what they have entered themselves; nobody sees another juror's points before the end. */
export const JuryEntry = z.strictObject({
  entryId: Id,
  name: z.string(),
  nodeName: z.string(),
  /** Of the juror's own cell: somebody else marks. */
  conflict: z.boolean(),
  points: z.array(z.strictObject({ key: z.string(), points: Points })),
});
export type JuryEntry = z.infer<typeof JuryEntry>;

export const JurySheet = z.strictObject({
  roundId: Id,
  title: z.string(),
  state: RoundState,
  criteria: z.array(Criterion),
  entries: z.array(JuryEntry),
});
export type JurySheet = z.infer<typeof JurySheet>;

/** Rounds in which the signed-in person is on the jury, the latest first. */
export const myJuries = query({
  subject: 'training.jury.mine',
  http: get('/my/juries'),
  access: { self: true },
  input: z.strictObject({ ...pageInput }),
  output: page(z.strictObject({ id: Id, title: z.string(), heldOn: CalendarDate, state: RoundState })),
});

export const getJurySheet = query({
  subject: 'training.jury.sheet',
  http: get('/my/juries/:roundId'),
  access: { self: true },
  input: z.strictObject(roundId),
  output: JurySheet,
});

/** A juror's own points of one entry; said again they take the place of those before. */
export const markEntry = command({
  subject: 'training.jury.mark',
  http: post('/my/juries/:roundId/points'),
  access: { self: true },
  audit: 'Chấm điểm thí sinh',
  on: 'many',
  input: z.strictObject({
    ...roundId,
    entryId: Id,
    points: z
      .array(z.strictObject({ key: z.string().max(20), points: Points.multipleOf(0.25) }))
      .min(1)
      .max(30),
  }),
  output: JurySheet,
  errors: {
    ...inRoundState,
    'training/jury-conflict': conflict('Thí sinh này cùng chi bộ với đồng chí nên giám khảo khác chấm.'),
    'training/points-unfit': invalid('Điểm phải theo thang điểm của hội thi và không quá điểm tối đa của từng tiêu chí.'),
  },
});
