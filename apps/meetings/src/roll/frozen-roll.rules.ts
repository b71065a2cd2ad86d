import { countsOf } from '@vungmanh/attendance/count';
import { linesOf, type Roll, type RollLine } from '@vungmanh/attendance/roll';
import { voteBasis } from '@vungmanh/attendance/vote';
import type { RollCounts } from '@vungmanh/contracts/attendance';
import type { Post } from '@vungmanh/contracts/organization/body';
import type { RosterPerson } from '../roster/roster.rules.js';

/** How a person stood when the roll was closed; without the name, which is looked up by id. */
export interface FrozenLine extends RollLine {
  readonly post?: Post | undefined;
}

/** The roll as it was closed: roster, statuses and denominators of that day. Never changed. */
export interface FrozenRoll {
  readonly lines: readonly FrozenLine[];
  readonly guests: readonly { id: string; name: string; office?: string | undefined }[];
  readonly counts: RollCounts;
  /** What a majority is a share of (294-QĐ/TW pt 9.3.2). */
  readonly denominator: number;
  /** Who may vote. */
  readonly voters: readonly string[];
}

/** The figures of a roll as it stands, in the shape in which they are kept when it is closed. */
export function freeze(roll: Roll, roster: readonly RosterPerson[]): FrozenRoll {
  const posts = new Map(roster.map((person) => [person.personId, person.post]));
  const { denominator, voters } = voteBasis(roll);
  return {
    lines: linesOf(roll).map((line) => {
      const post = posts.get(line.personId);
      return { ...line, ...(post === undefined ? {} : { post }) };
    }),
    guests: roll.guests.map(({ id, name, office }) => ({ id, name, ...(office === undefined ? {} : { office }) })),
    counts: countsOf(roll),
    denominator,
    voters,
  };
}

/** What the roll is reduced from: a roster's lines without names and posts. */
export const linesForRoll = (roster: readonly RosterPerson[]) =>
  roster.map(({ personId, status, enrollment, exempt, workingAway }) => ({ personId, status, enrollment, exempt, workingAway }));
