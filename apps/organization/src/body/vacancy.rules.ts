import type { Seat, Vacancy } from '@vungmanh/contracts/organization/committee';
import { postOrder } from './body.rules.js';

/** Ends after which nobody is missing: the term was over, or the same person has another post. */
const filled: ReadonlySet<string> = new Set(['TERM_ENDED', 'CHANGED_POST']);

/**
 * The posts of a running term that stand empty on a day: a seat that ended before the term, and nobody has come into that post since. Each
 * successor fills one.
 */
export function vacanciesOf(seats: readonly Seat[], on: string): Vacancy[] {
  const taken = new Set<string>();
  return seats
    .filter((seat) => seat.to !== undefined && seat.to <= on && seat.endedBecause !== undefined && !filled.has(seat.endedBecause))
    .toSorted((a, b) => (a.to ?? '').localeCompare(b.to ?? ''))
    .flatMap(({ id, post, to = on, endedBecause, endedBy }): Vacancy[] => {
      const successor = seats.find((other) => other.id !== id && other.post === post && other.from >= to && other.from <= on && !taken.has(other.id));
      if (successor) taken.add(successor.id);
      if (successor || endedBecause === undefined) return [];
      return [{ post, since: to, because: endedBecause, ...(endedBy === undefined ? {} : { decision: endedBy }) }];
    })
    .toSorted((a, b) => postOrder[a.post] - postOrder[b.post]);
}
