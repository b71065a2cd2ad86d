import type { Comparison, Fraction } from './unit.js';

/** A count that is no whole number of people, or votes beyond the denominator: the caller's defect, never a person's mistake. */
function assertCounts(votesFor: number, denominator: number): void {
  if (!Number.isSafeInteger(votesFor) || !Number.isSafeInteger(denominator) || votesFor < 0 || votesFor > denominator) {
    throw new RangeError(`no vote: ${votesFor} of ${denominator}`);
  }
}

/**
 * Do `votesFor` of `denominator` exceed or reach the share? Compared in integers, never by division: 14 of 20 reach 2/3, 13 do
 * not. Nothing passes over a denominator of zero. Throws RangeError on counts that cannot be.
 */
export function passes(votesFor: number, denominator: number, { num, den }: Fraction, how: Comparison): boolean {
  assertCounts(votesFor, denominator);
  if (denominator === 0) return false;
  return how === 'more-than' ? votesFor * den > num * denominator : votesFor * den >= num * denominator;
}

/** The fewest votes that pass, for the sentence that says how many are missing; undefined if none can (a denominator of zero). */
export function votesNeeded(denominator: number, { num, den }: Fraction, how: Comparison): number | undefined {
  assertCounts(0, denominator);
  if (denominator === 0) return undefined;
  const exact = num * denominator;
  const needed = how === 'more-than' ? Math.floor(exact / den) + 1 : Math.ceil(exact / den);
  return needed <= denominator ? needed : undefined;
}

/** Who was convened, as counts of people with the right to vote. */
export interface Convened {
  /** All official members of the organization. */
  readonly official: number;
  /** Of these, temporarily enrolled elsewhere. */
  readonly temporarilyElsewhere: number;
  /** Of these, exempt from activities and absent, or present without voting. */
  readonly exemptNotVoting: number;
}

/**
 * The denominator of a vote: official members convened, minus those temporarily enrolled elsewhere, minus exempt members who do not
 * attend and vote (294-QĐ/TW pt 9.3.2). Absent members and members working away stay in it. Throws RangeError if it would be negative.
 */
export function voteDenominator({ official, temporarilyElsewhere, exemptNotVoting }: Convened): number {
  const denominator = official - temporarilyElsewhere - exemptNotVoting;
  assertCounts(0, denominator);
  return denominator;
}
