import type { ValueTransformer } from 'typeorm';
import type { FrozenLine, FrozenRoll } from './frozen-roll.rules.js';

/** How most people stand. */
const USUAL = { status: 'OFFICIAL', enrollment: 'OFFICIAL', exempt: false, workingAway: false, state: 'PRESENT' } as const;

/** A line by what is not usual about it; a person about whom all is usual by id alone. Null: has no such thing. */
type PackedLine = string | ({ personId: string } & { [K in keyof Omit<FrozenLine, 'personId'>]?: FrozenLine[K] | null });

/** Voters by their places among the lines. */
export interface Packed extends Omit<FrozenRoll, 'lines' | 'voters'> {
  readonly lines: readonly PackedLine[];
  readonly voters: readonly number[];
}

/**
 * A closed roll as its column holds it: a fifth of what it would be line by line with all its words, so that it lies in the row of
 * its meeting instead of being squeezed and cut up beside it.
 */
export function packRoll({ lines, voters, ...rest }: FrozenRoll): Packed {
  const places = new Map(lines.map((line, place) => [line.personId, place]));
  return { ...rest, lines: lines.map(packLine), voters: voters.map((id) => places.get(id) ?? missing(id)) };
}

function unpackRoll({ lines: packed, voters, ...rest }: Packed): FrozenRoll {
  const lines = packed.map(unpackLine);
  return { ...rest, lines, voters: voters.map((place) => lines[place]?.personId ?? missing(String(place))) };
}

/** The column of an entity that holds a packed roll. */
export const packedRoll: ValueTransformer = {
  to: (roll: FrozenRoll | null) => roll && JSON.stringify(packRoll(roll)),
  from: (stored: string | null) => stored && unpackRoll(JSON.parse(stored) as Packed),
};

function packLine(line: FrozenLine): PackedLine {
  if (isUsual(line)) return line.personId;
  const { personId, status, enrollment, exempt, workingAway, state, ...more } = line;
  return {
    personId,
    ...(status === USUAL.status ? {} : { status }),
    ...(enrollment === USUAL.enrollment ? {} : { enrollment }),
    ...(exempt ? { exempt } : {}),
    ...(workingAway ? { workingAway } : {}),
    ...(state === USUAL.state ? {} : { state: state ?? null }),
    ...more,
  };
}

const isUsual = ({ status, enrollment, exempt, workingAway, state, reason, note, arrivedAt, leftAt, post }: FrozenLine): boolean =>
  status === USUAL.status &&
  enrollment === USUAL.enrollment &&
  !exempt &&
  !workingAway &&
  state === USUAL.state &&
  (reason ?? note ?? arrivedAt ?? leftAt ?? post) === undefined;

function unpackLine(line: PackedLine): FrozenLine {
  if (typeof line === 'string') return { personId: line, ...USUAL };
  const { state, ...rest } = { ...USUAL, ...line };
  // Somebody enrolled elsewhere for a time is on the roll and is not called.
  return { ...rest, ...(state === null ? {} : { state }) } as FrozenLine;
}

function missing(whom: string): never {
  throw new Error(`A voter is not on the roll: ${whom}`);
}
