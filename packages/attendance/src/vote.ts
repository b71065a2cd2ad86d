import { linesOf } from './roll.js';
import type { Roll, RollLine } from './roll.js';

/** Whose votes count at a roll. All numbers are people. */
export interface VoteBasis {
  /** All official members of the cell. */
  readonly official: number;
  /** Of these, temporarily enrolled elsewhere. */
  readonly temporarilyElsewhere: number;
  /** Of the rest, exempt and not there. */
  readonly exemptNotVoting: number;
  /** official − temporarilyElsewhere − exemptNotVoting (294-QĐ/TW pt 9.3.2): what a majority is a share of. */
  readonly denominator: number;
  /** Who may vote now: no more votes than these can be cast. */
  readonly voters: readonly string[];
}

/**
 * Who counts in a vote at the instant `at` (absent: at any time of the meeting). Official members of this cell, absent ones and those
 * working away included; not those temporarily enrolled elsewhere, nor exempt members who are not there. Probationary
 * members and those enrolled here for a time do not vote.
 */
export function voteBasis(roll: Roll, at?: string): VoteBasis {
  const official = linesOf(roll).filter((l) => l.status === 'OFFICIAL' && l.enrollment !== 'TEMPORARY_HERE');
  const here = official.filter((l) => l.enrollment === 'OFFICIAL');
  const counted = here.filter((l) => !l.exempt || isThere(l, at));
  return {
    official: official.length,
    temporarilyElsewhere: official.length - here.length,
    exemptNotVoting: here.length - counted.length,
    denominator: counted.length,
    voters: here.filter((l) => mayVote(l, at)).map((l) => l.personId),
  };
}

/** May this person cast a vote at the instant `at` (absent: at any time of the meeting)? */
export const mayVote = (line: RollLine, at?: string): boolean => line.status === 'OFFICIAL' && line.enrollment === 'OFFICIAL' && isThere(line, at);

/** Is the person in the room at the instant `at`: present, arrived by then, not yet gone? */
export function isThere(line: RollLine, at?: string): boolean {
  if (line.state !== 'PRESENT') return false;
  if (at === undefined) return true;
  const now = Date.parse(at);
  return (line.arrivedAt === undefined || Date.parse(line.arrivedAt) <= now) && (line.leftAt === undefined || now < Date.parse(line.leftAt));
}
