import { countsOf } from '@vungmanh/attendance/count';
import { linesOf, type Roll, type RollLine } from '@vungmanh/attendance/roll';
import { voteBasis } from '@vungmanh/attendance/vote';
import type { RollCounts, RosterLine } from '@vungmanh/contracts/attendance';
import type { Post } from '@vungmanh/contracts/organization/body';
import type { SeatedLine } from '../roster/roster.rules.js';

/** How a person stands, with the seat that they hold; without the name, which is looked up by id. */
export interface StandingLine extends RollLine {
  readonly post?: Post | undefined;
}

/** How they stood when the roll was closed: nothing can be undone any more. */
export type FrozenLine = Omit<StandingLine, 'markId'>;

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
export function freeze(roll: Roll, roster: readonly SeatedLine[]): FrozenRoll {
  const { denominator, voters } = voteBasis(roll);
  return {
    lines: standingLines(roll, roster).map(frozenLine),
    guests: roll.guests.map(({ id, name, office }) => ({ id, name, ...(office === undefined ? {} : { office }) })),
    counts: countsOf(roll),
    denominator,
    voters,
  };
}

/** Written out field by field: taking one field out of an object costs many times as much, and this is done for everybody on every roll. */
function frozenLine({ personId, status, enrollment, exempt, workingAway, state, reason, note, arrivedAt, leftAt, post }: StandingLine): FrozenLine {
  return {
    personId,
    status,
    enrollment,
    exempt,
    workingAway,
    ...(state === undefined ? {} : { state }),
    ...(reason === undefined ? {} : { reason }),
    ...(note === undefined ? {} : { note }),
    ...(arrivedAt === undefined ? {} : { arrivedAt }),
    ...(leftAt === undefined ? {} : { leftAt }),
    ...(post === undefined ? {} : { post }),
  };
}

/** The lines of a roll that is still open, each with the mark that says so. */
export function standingLines(roll: Roll, roster: readonly SeatedLine[]): StandingLine[] {
  const posts = new Map(roster.map((person) => [person.personId, person.post]));
  return linesOf(roll).map((line) => {
    const post = posts.get(line.personId);
    return post === undefined ? line : { ...line, post };
  });
}

/** What the roll is reduced from: a roster's lines without names and posts. */
export const linesForRoll = (roster: readonly RosterLine[]) =>
  roster.map(({ personId, status, enrollment, exempt, workingAway }) => ({ personId, status, enrollment, exempt, workingAway }));
