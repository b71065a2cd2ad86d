import { z } from 'zod';
import { text } from './types.js';

/**
 * An act that stands although a rule wanted it otherwise: stored with the act in the words of that day, visible above. `reason` is
 * what the person who did it gives for it.
 */
export const Deviation = z.strictObject({
  ruleKey: z.string().max(80),
  /** The document, its number and date. */
  source: z.string().max(200),
  /** What the rule says, for a person. */
  says: z.string().max(500),
  expected: z.string().max(300),
  actual: z.string().max(300),
  reason: text(500).optional(),
});
export type Deviation = z.infer<typeof Deviation>;
