import type { ReportFigure, ReportMeasure, ReportPeriod } from '@vungmanh/contracts/inspection/report';
import type { SubjectKind } from '@vungmanh/contracts/inspection/kind';
import { addDays } from '@vungmanh/regulations/calendar';
import { FEWEST_TOLD } from './few.rules.js';

/** The quarters of a period, its first day and its last one. */
export function periodOf(period: ReportPeriod): { year: number; quarters: readonly number[]; from: string; to: string } {
  const year = Number(period.slice(0, 4));
  const part = period.slice(5);
  const quarters = part === '' ? [1, 2, 3, 4] : part === 'H1' ? [1, 2] : part === 'H2' ? [3, 4] : [Number(part.slice(1))];
  const first = quarters[0] ?? 1;
  const after = (quarters.at(-1) ?? 4) + 1;
  const monthOf = (quarter: number) => String(3 * quarter - 2).padStart(2, '0');
  return {
    year,
    quarters,
    from: `${year}-${monthOf(first)}-01`,
    to: addDays(after === 5 ? `${year + 1}-01-01` : `${year}-${monthOf(after)}-01`, -1),
  };
}

/** How many of something one body had in a quarter; `others`: those of them that whoever asks may not read. */
export interface Counted {
  readonly nodeId: string;
  readonly quarter: number;
  readonly measure: ReportMeasure;
  readonly code: string;
  readonly subject: SubjectKind | null;
  readonly n: number;
  readonly others: number;
}

/** The tree from the organization of the report down, those below before those above; the organization itself is the last. */
export type UpTree = readonly { readonly id: string; readonly parentId: string | null }[];

const isTold = (others: number): boolean => others === 0 || others >= FEWEST_TOLD;

/**
 * What would be left of a sum for whoever takes away all that is told further down: a body's own and that of those below it of whom
 * nothing is told.
 */
function remainder(own: ReadonlyMap<string, number>, tree: UpTree): number {
  const left = new Map(own);
  for (const { id, parentId } of tree.slice(0, -1)) {
    const others = left.get(id) ?? 0;
    if (parentId !== null && !isTold(others)) left.set(parentId, (left.get(parentId) ?? 0) + others);
  }
  return left.get(tree.at(-1)?.id ?? '') ?? 0;
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): T[][] {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((total, item) => total + of(item), 0);

const byNode = (rows: readonly Counted[]): ReadonlyMap<string, number> =>
  rows.reduce((map, row) => map.set(row.nodeId, (map.get(row.nodeId) ?? 0) + row.others), new Map<string, number>());

/** Whether one figure of the period can be told: neither those below nor its single quarters may give away a smaller one. */
function told(rows: readonly Counted[], tree: UpTree): boolean {
  if (!isTold(remainder(byNode(rows), tree))) return false;
  const quarters = grouped(rows, (row) => row.quarter);
  if (quarters.length === 1) return true;
  const untold = quarters.map((of) => remainder(byNode(of), tree)).filter((left) => !isTold(left));
  return isTold(sum(untold, (left) => left));
}

/**
 * The figures of a report. Where the untold ones of a measure together are fewer than three, the smallest told ones are kept back with
 * them: the same things are counted by form, post and content, so that their whole is known.
 */
export function figuresOf(rows: readonly Counted[], tree: UpTree): ReportFigure[] {
  const groups = grouped(rows, ({ measure, code, subject }) => `${measure} ${code} ${subject ?? ''}`);
  const figures = groups.flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const { measure, code, subject } = first;
    return [{ measure, code, subject, n: sum(of, (row) => row.n), others: sum(of, (row) => row.others), tell: told(of, tree) }];
  });
  for (const of of grouped(figures, (figure) => figure.measure)) {
    const hidden = of.filter((figure) => !figure.tell);
    const smallestFirst = of.filter((figure) => figure.tell && figure.others > 0).toSorted((a, b) => a.others - b.others);
    for (const next of smallestFirst) {
      if (isTold(sum(hidden, (figure) => figure.others))) break;
      next.tell = false;
      hidden.push(next);
    }
  }
  return figures.map(({ measure, code, subject, n, tell }) => ({ measure, code, ...(subject && { subject }), ...(tell && { count: n }) }));
}
