import { FEWEST_TOLD } from './few.js';

/** A number that sums are made of, and which of the sums told so far it lies in: one over years, one over quarters. */
export interface Atom {
  readonly nodeId: string;
  readonly quarter: number;
  readonly others: number;
  /** The sum over a year, of one organization or several; none: it is told in none. */
  year?: object | undefined;
  /** The same over one quarter. */
  part?: object | undefined;
}

/** What is told of no sum stands together: nothing can be taken away from it. */
const UNTOLD = {};

/** Sets that can be made one. */
class Sets {
  private readonly above = new Map<object, object>();

  of(item: object): object {
    const next = this.above.get(item);
    if (next === undefined) return item;
    const top = this.of(next);
    this.above.set(item, top);
    return top;
  }

  /** Answers whether they were two. */
  join(one: object, other: object): boolean {
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) this.above.set(a, b);
    return a !== b;
  }
}

const add = <K, L>(table: Map<K, Map<L, number>>, row: K, column: L, n: number): void => {
  const cells = table.get(row) ?? new Map<L, number>();
  cells.set(column, (cells.get(column) ?? 0) + n);
  table.set(row, cells);
};

/** Of each sum over a year, how much of it lies in each set of sums over quarters. */
function spread(atoms: readonly Atom[], sets: Sets): Map<object, Map<object, number>> {
  const rows = new Map<object, Map<object, number>>();
  for (const atom of atoms) add(rows, atom.year ?? UNTOLD, sets.of(atom.part ?? UNTOLD), atom.others);
  return rows;
}

/** Joins what fewer than three cannot be told apart from. Answers whether anything was joined. */
function joined(atoms: readonly Atom[], sets: Sets): boolean {
  const flows = new Map<object, Map<object, number>>();
  let any = false;
  for (const [year, parts] of spread(atoms, sets)) {
    for (const [part, n] of parts) if (n >= FEWEST_TOLD) any = sets.join(year, part) || any;
    const own = sets.of(year);
    for (const from of new Set([own, ...parts.keys()])) {
      if (parts.has(from) && from !== own) add(flows, from, own, Infinity);
      for (const [to, n] of parts) if (to !== from && to !== own) add(flows, from, to, n);
    }
  }
  for (const [from, tos] of flows)
    for (const [to, n] of tos) if (n >= FEWEST_TOLD && (flows.get(to)?.get(from) ?? 0) >= FEWEST_TOLD) any = sets.join(from, to) || any;
  return any;
}

/**
 * Whether no sum of fewer than three comes out of the told sums, however they are added up and taken from each other. A told sum over
 * a year and one over a quarter are the margins of a table. What their differences can isolate is what leaves a set S of sums that is
 * closed: with a quarter's sum, all years' sums that share a number with it (the levels of any solution of year − quarter ∈ {0, 1} are
 * such sets). So the table is safe where at least three lead out of every such set, either way round; sums between which three lead
 * both ways are never apart, and can be taken for one. Where this makes one of all that hang together, it is safe; where it does not,
 * the answer is no, though there may be no way to find a number.
 */
export function isSafe(atoms: readonly Atom[]): boolean {
  const sets = new Sets();
  while (joined(atoms, sets));
  return atoms.every((atom) => sets.of(atom.year ?? UNTOLD) === sets.of(atom.part ?? UNTOLD));
}
