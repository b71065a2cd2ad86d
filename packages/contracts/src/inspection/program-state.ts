import { z } from 'zod';

/** Who draws up a program of its own: what each may do is data of the regulations (domain.md §5.2). */
export const ActorKind = z.enum(['CELL', 'COMMITTEE', 'INSPECTION_COMMISSION', 'ADVISORY_ORGAN']);
export type ActorKind = z.infer<typeof ActorKind>;

/** A program is drafted, approved by its body in a meeting, published to its subjects, and closed with its year. */
export const ProgramState = z.enum(['DRAFT', 'APPROVED', 'PUBLISHED', 'CLOSED']);
export type ProgramState = z.infer<typeof ProgramState>;
