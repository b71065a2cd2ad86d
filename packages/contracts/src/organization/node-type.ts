import { z } from 'zod';
import { get, query } from '../operation.js';
import { CalendarDate } from '../types.js';
import { NodeTraits } from './tree.js';

/** A type of organization while one regulation was in force: a row, not an enum, because types come and go (domain.md §2.1). */
export const NodeType = z.object({
  code: z.string(),
  label: z.string(),
  /** Codes of the types below which it may stand; none: it is the top of a province. */
  allowedParents: z.array(z.string()),
  traits: NodeTraits,
  /** Regular expression that its codes obey. */
  codePattern: z.string(),
  /** 1 for the province; the order in which lists of types are read. */
  level: z.number().int(),
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
  source: z.string(),
});
export type NodeType = z.infer<typeof NodeType>;

/** Kind of place or unit in which a cell works; decides what its meetings speak of (HD 42-HD/BTCTW, part 4). */
export const Sector = z.strictObject({
  code: z.string(),
  label: z.string(),
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
  source: z.string(),
});
export type Sector = z.infer<typeof Sector>;

/** The types and sectors in force on a day (today when left out): what forms offer. Holds no data of an organization. */
export const listNodeTypes = query({
  subject: 'organization.node-type.list',
  http: get('/organization-types'),
  access: { signedIn: true },
  input: z.strictObject({ on: CalendarDate.optional() }),
  output: z.strictObject({ types: z.array(NodeType), sectors: z.array(Sector) }),
});
