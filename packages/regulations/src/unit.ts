import { z } from 'zod';

const whole = z.number().int().nonnegative();
const part = z.strictObject({ num: whole, den: z.number().int().positive() });

/** How a share is compared with its limit: strictly above it, or reaching it. */
export const Comparison = z.enum(['more-than', 'at-least']);
export type Comparison = z.infer<typeof Comparison>;

/**
 * What the value of a rule can be. The unit of a key decides the type of its value everywhere, also of a local override
 * that arrives as JSON. Shares are exact fractions, never decimals.
 */
export const unitValues = {
  times: whole,
  /** A step of an ordered scale that the sentence names. */
  steps: whole,
  members: whole,
  minutes: whole,
  days: whole,
  'working-days': whole,
  months: whole,
  years: whole,
  periods: whole,
  /** Day of the month, 1 to 31. */
  'month-day': z.number().int().min(1).max(31),
  /** Whole đồng. */
  dong: whole,
  millimeters: whole,
  /** Typographic points. */
  points: whole,
  fraction: part,
  /** A share to be exceeded or reached. */
  threshold: part.extend({ how: Comparison }),
  /** Both ends included. */
  range: z.strictObject({ from: whole, to: whole }),
  /** Best first; a score belongs to the first band whose `from` it reaches. */
  bands: z.array(z.strictObject({ code: z.string(), from: whole })).readonly(),
  weights: z.array(z.strictObject({ code: z.string(), points: whole })).readonly(),
  'whole-list': z.array(whole).readonly(),
  codes: z.array(z.string()).readonly(),
  code: z.string(),
  flag: z.boolean(),
} as const satisfies Record<string, z.ZodType>;

export type Unit = keyof typeof unitValues;
export type UnitValue<U extends Unit> = z.infer<(typeof unitValues)[U]>;
export type Fraction = UnitValue<'fraction'>;
export type Threshold = UnitValue<'threshold'>;

/** `num/den` as the two integers that they are: `fraction(2, 3)`. */
export const fraction = (num: number, den: number): Fraction => ({ num, den });
/** A share that must be exceeded: `moreThan(1, 2)` is "trên 1/2". */
export const moreThan = (num: number, den: number): Threshold => ({ num, den, how: 'more-than' });
/** A share that must be reached: `atLeast(2, 3)` is "ít nhất 2/3". */
export const atLeast = (num: number, den: number): Threshold => ({ num, den, how: 'at-least' });

/**
 * Orders two values of one unit: negative, zero or positive like a sort. Fractions are compared by integers; at the same
 * fraction "more than" is above "at least". Undefined where the unit has no order (lists, bands, codes, ranges, flags).
 */
export function compareValues<U extends Unit>(a: UnitValue<U>, b: UnitValue<U>): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const left = Share.safeParse(a);
  const right = Share.safeParse(b);
  if (!left.success || !right.success) return undefined;
  const byShare = left.data.num * right.data.den - right.data.num * left.data.den;
  return byShare === 0 ? strictness(left.data.how) - strictness(right.data.how) : byShare;
}

const Share = part.extend({ how: Comparison.optional() });
const strictness = (how: Comparison | undefined): number => (how === 'more-than' ? 1 : 0);
