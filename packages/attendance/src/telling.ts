import { FEWEST_TOLD, isTold } from './few.js';
import { type Atom, isSafe } from './sums.js';

/** The tree from the organization of the report down, those below before those above; the organization itself is the last. */
export type UpTree = readonly { readonly id: string; readonly parentId: string | null }[];

/** How many one body had in a quarter of a year, of one code, that whoever asks may not read. */
export interface Few {
  readonly nodeId: string;
  readonly quarter: number;
  readonly code: string;
  readonly others: number;
}

/** What can be told of a code at the organization: the year as a whole, and each quarter. */
export interface Telling {
  readonly year: boolean;
  readonly quarters: ReadonlySet<number>;
}

const QUARTERS = [1, 2, 3, 4];
const sum = (atoms: readonly Atom[]): number => atoms.reduce((total, { others }) => total + others, 0);

type Which = 'year' | 'part';

/** What is told at one organization, with what lies below it: `below` holds the numbers of each code. */
class At {
  private readonly fresh: { readonly which: Which; readonly quarter: number; readonly atoms: readonly Atom[] }[] = [];

  constructor(private readonly below: ReadonlyMap<string, readonly Atom[]>) {}

  tell(): void {
    for (const atoms of this.below.values()) {
      this.sumUp('year', 0, atoms);
      for (const quarter of QUARTERS) this.sumUp('part', quarter, atoms);
    }
    for (const quarter of [0, ...QUARTERS]) this.keepParts(quarter);
  }

  /** What is in no told sum yet makes the next one, if it is enough and nothing comes out of it together with the others. */
  private sumUp(which: Which, quarter: number, all: readonly Atom[]): void {
    const atoms = open(which, quarter, all);
    if (sum(atoms) < FEWEST_TOLD) return;
    mark(which, atoms, {});
    if (isSafe(all)) this.fresh.push({ which, quarter, atoms });
    else mark(which, atoms, undefined);
  }

  /** The whole of a measure may be known: where one or two are left untold in it, the smallest told sums stay untold with them. */
  private keepParts(quarter: number): void {
    const which = quarter === 0 ? 'year' : 'part';
    const told = this.fresh.filter((next) => next.which === which && next.quarter === quarter);
    const smallestFirst = told.toSorted((a, b) => sum(a.atoms) - sum(b.atoms));
    const left = (): number => [...this.below.values()].reduce((total, atoms) => total + sum(open(which, quarter, atoms)), 0);
    for (const { atoms } of smallestFirst) {
      if (isTold(left())) return;
      mark(which, atoms, undefined);
    }
  }
}

const open = (which: Which, quarter: number, atoms: readonly Atom[]): Atom[] =>
  atoms.filter((atom) => atom[which] === undefined && (which === 'year' || atom.quarter === quarter));

function mark(which: Which, atoms: readonly Atom[], told: object | undefined): void {
  for (const atom of atoms) atom[which] = told;
}

function merged(all: readonly ReadonlyMap<string, readonly Atom[]>[]): Map<string, Atom[]> {
  const found = new Map<string, Atom[]>();
  for (const [code, atoms] of all.flatMap((map) => [...map])) found.set(code, [...(found.get(code) ?? []), ...atoms]);
  return found;
}

/**
 * What can be told, at the organization that `tree` ends with, of the codes of one measure in one year. It goes from below upward, so
 * that at each organization the answer is the same whatever is asked above it: the year first, then its quarters.
 */
export function tellings(rows: readonly Few[], tree: UpTree): ReadonlyMap<string, Telling> {
  const own = new Map<string, Map<string, Atom[]>>();
  for (const { nodeId, quarter, code, others } of rows) {
    if (others === 0) continue;
    own.set(nodeId, merged([own.get(nodeId) ?? new Map<string, Atom[]>(), new Map([[code, [{ nodeId, quarter, others }]]])]));
  }
  const brought = new Map<string, ReadonlyMap<string, readonly Atom[]>[]>();
  let below: ReadonlyMap<string, readonly Atom[]> = new Map();
  for (const { id, parentId } of tree) {
    below = merged([...(brought.get(id) ?? []), own.get(id) ?? new Map<string, Atom[]>()]);
    if (below.size === 0) continue;
    new At(below).tell();
    if (parentId !== null) brought.set(parentId, [...(brought.get(parentId) ?? []), below]);
  }
  return new Map(
    [...new Set(rows.map((row) => row.code))].map((code) => {
      const atoms = below.get(code) ?? [];
      const quarters = QUARTERS.filter((quarter) => open('part', quarter, atoms).length === 0);
      return [code, { year: open('year', 0, atoms).length === 0, quarters: new Set(quarters) }];
    }),
  );
}
