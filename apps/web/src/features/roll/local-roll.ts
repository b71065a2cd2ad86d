import type { AbsenceReason, RollEvent, RollMark, RollPageLine, RollPage } from '@vungmanh/contracts/attendance';
import { newId } from '@vungmanh/contracts/new-id';
import type { Instant } from '@vungmanh/contracts/types';
import { countsOf } from '@vungmanh/attendance/count';
import { applyEvent, linesOf, openRoll, type Roll } from '@vungmanh/attendance/roll';
import { voteBasis } from '@vungmanh/attendance/vote';

/** What somebody is marked as by one tap; the rest of the event is made here. */
export type Choice =
  | { readonly state: 'PRESENT'; readonly arrivedAt?: Instant; readonly leftAt?: Instant }
  | { readonly state: 'ABSENT_EXCUSED'; readonly reason: AbsenceReason; readonly note?: string }
  | { readonly state: 'ABSENT_UNEXCUSED' | 'EXEMPT' | 'AWAY' };

const stamp = (now: Date) => ({ id: newId(now.getTime()), at: now.toISOString() });

export const markOf = (personId: string, choice: Choice, now: Date): RollMark => ({ type: 'mark', ...stamp(now), personId, ...choice });
export const guestOf = (name: string, office: string | undefined, now: Date): RollEvent => ({
  type: 'guest',
  ...stamp(now),
  name,
  ...(office === undefined ? {} : { office }),
});
export const undoOf = (undoes: string, now: Date): RollEvent => ({ type: 'undo', ...stamp(now), undoes });

/**
 * The mark that the server shows on a line, as the event that it was; nothing where the register itself says so. A closed roll, in
 * which nothing can be undone, does not name its marks.
 */
function markShown({ personId, markId, state, reason, note, arrivedAt, leftAt }: RollPageLine, at: Instant, closed: boolean): RollMark[] {
  const id = markId ?? (closed ? personId : undefined);
  if (id === undefined || state === undefined) return [];
  const mark = { type: 'mark', id, at, personId } as const;
  switch (state) {
    case 'PRESENT':
      return [{ ...mark, state, ...(arrivedAt === undefined ? {} : { arrivedAt }), ...(leftAt === undefined ? {} : { leftAt }) }];
    case 'ABSENT_EXCUSED':
      return [{ ...mark, state, reason: reason ?? 'OTHER', ...(note === undefined ? {} : { note }) }];
    case 'ABSENT_UNEXCUSED':
    case 'EXEMPT':
    case 'AWAY':
      return [{ ...mark, state }];
  }
}

const epoch = new Date(0).toISOString();

/** The server's roll as the reducer knows it: what stands, without the history behind it. */
export function rollFrom(answer: RollPage): Roll {
  const roster = answer.lines.map(({ personId, status, enrollment, exempt, workingAway }) => ({ personId, status, enrollment, exempt, workingAway }));
  const guests = answer.guests.map((guest): RollEvent => ({ type: 'guest', at: epoch, ...guest }));
  return [...answer.lines.flatMap((line) => markShown(line, epoch, answer.closedAt !== undefined)), ...guests].reduce(applyEvent, openRoll(roster));
}

/** What the screen shows: the server's roll with everything on top that it does not have yet. Figures are those of the minutes. */
export function rollShown(answer: RollPage, waiting: readonly RollEvent[]) {
  const roll = waiting.reduce(applyEvent, rollFrom(answer));
  const people = new Map(answer.lines.map((line) => [line.personId, line]));
  const lines = linesOf(roll).map((line): RollPageLine => {
    const { name = '', birthYear, post } = people.get(line.personId) ?? {};
    return { ...line, name, ...(birthYear === undefined ? {} : { birthYear }), ...(post === undefined ? {} : { post }) };
  });
  const basis = voteBasis(roll);
  return { lines, guests: roll.guests, counts: countsOf(roll), denominator: basis.denominator, voters: basis.voters.length };
}

export type RollShown = ReturnType<typeof rollShown>;

/** Whether the person is still to be marked: on the roster here, and nothing said about them. */
export const isUnmarked = (line: RollPageLine): boolean => line.state === undefined && line.enrollment !== 'TEMPORARILY_ELSEWHERE';

/** Two lines that show the same need no new drawing. */
export const sameLine = (a: RollPageLine, b: RollPageLine): boolean =>
  a.personId === b.personId && a.markId === b.markId && a.state === b.state && a.name === b.name && a.enrollment === b.enrollment;
