import { z } from 'zod';
import { get, query } from '../operation.js';
import { Id, line, page, pageInput } from '../types.js';
import { InspectionKind, SubjectKind } from './kind.js';
import { ConflictReason, Quarter } from './plan-line.js';

/** Whom a program could take up, with what helps to choose. */
export const Candidate = z.object({
  subjectId: Id,
  name: z.string(),
  /** The cell of a member, the organization above an organization. */
  placeName: z.string(),
  /** Lines on it in the program's year, of every approved program. */
  planned: z.number().int(),
  done: z.number().int(),
  /** Since the body's running term began, or in the last five years where it has none. */
  doneInTerm: z.number().int(),
  last: z.object({ year: z.number().int(), quarter: z.number().int(), kind: InspectionKind }).optional(),
  /** What a published check of its meetings asked of it and is not yet settled. */
  openFindings: z.number().int(),
  /** Whether something concluded is still to be done by it or in it, as far as the asker may know: how much is told by nobody. */
  recommendationsOpen: z.boolean(),
  sensitive: z.string().optional(),
  /** The committee above that manages this member as a cadre. */
  managedBy: z.string().optional(),
  /** What this program has for it already. */
  here: z.array(z.object({ quarter: z.number().int(), kind: InspectionKind })),
  /**
   * Approved or published by another body in the quarter asked about: what and by whom where the asker may read that body's program,
   * else that there is something, and of an inspection on suspicion nothing at all.
   */
  clashes: z.array(z.object({ kind: InspectionKind.optional(), by: z.string().optional() })),
  /** Of the leader asked about. */
  conflict: ConflictReason.optional(),
});
export type Candidate = z.infer<typeof Candidate>;

/** Members or organizations within a program's reach, by code and name; a constant number of statements a page. */
export const listCandidates = query({
  subject: 'inspection.candidate.list',
  http: get('/inspection-programs/:programId/candidates'),
  access: { grant: 'inspection:plan' },
  audit: 'Xem gợi ý đối tượng kiểm tra, giám sát',
  input: z.strictObject({
    programId: Id,
    ...pageInput,
    subject: SubjectKind,
    quarter: Quarter,
    search: line(100).optional(),
    never: z.stringbool().default(false),
    leaderId: Id.optional(),
  }),
  output: page(Candidate),
});
