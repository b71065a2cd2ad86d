import { ReportMeasure, type ReportFigure, type ReportPeriod } from '@vungmanh/contracts/inspection/report';
import type { SubjectKind } from '@vungmanh/contracts/inspection/kind';
import { addDays } from '@vungmanh/regulations/calendar';
import { type Telling, tellings, type UpTree } from '@vungmanh/attendance/telling';

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
  readonly year: number;
  readonly quarter: number;
  readonly measure: ReportMeasure;
  readonly code: string;
  readonly subject: SubjectKind | null;
  readonly n: number;
  readonly others: number;
}

export const grouped = <T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((total, item) => total + of(item), 0);

/** One figure of a measure among the others of it. */
const partOf = ({ code, subject }: Pick<Counted, 'code' | 'subject'>): string => `${code} ${subject ?? ''}`;

/** A count of some quarters of a year; none where it is kept back. */
type Count = (year: number, quarters: readonly number[]) => number | undefined;

/** What can be told of one figure. */
interface Figure extends Pick<Counted, 'measure' | 'code' | 'subject'> {
  readonly rows: readonly Counted[];
  readonly count: Count;
}

/** Every figure there is in any of the years, in the order of its first row. `rows`: whole years. */
export function figuresIn(rows: readonly Counted[], tree: UpTree): Figure[] {
  const byMeasure = grouped(rows, (row) => row.measure);
  return ReportMeasure.options.flatMap((measured) => {
    const of = byMeasure.get(measured) ?? [];
    const years = grouped(of, (row) => row.year);
    const told = new Map(
      [...years].map(([year, in1]) => [
        year,
        tellings(
          in1.map((row) => ({ ...row, code: partOf(row) })),
          tree,
        ),
      ]),
    );
    return [...grouped(of, partOf)].flatMap(([part, mine]) => {
      const [first] = mine;
      if (!first) return [];
      const { measure, code, subject } = first;
      return [{ measure, code, subject, rows: mine, count: countOf(mine, (year) => told.get(year)?.get(part)) }];
    });
  });
}

/** A half is told where both of its quarters are; a year may be told though no quarter is. */
function countOf(rows: readonly Counted[], telling: (year: number) => Telling | undefined): Count {
  return (year, quarters) => {
    const of = rows.filter((row) => row.year === year && quarters.includes(row.quarter));
    const told = telling(year);
    const isOut = told === undefined || (quarters.length === 4 && told.year) || quarters.every((quarter) => told.quarters.has(quarter));
    return isOut || sum(of, (row) => row.others) === 0 ? sum(of, (row) => row.n) : undefined;
  };
}

/** The figures of a report beside those of the same period of the year before. `rows`: both years whole. */
export function figuresOf(rows: readonly Counted[], tree: UpTree, { year, quarters }: { year: number; quarters: readonly number[] }): ReportFigure[] {
  return figuresIn(rows, tree).flatMap(({ measure, code, subject, rows: all, count }) => {
    const [now, before] = [count(year, quarters), count(year - 1, quarters)];
    if (now === 0 && before === 0) return [];
    const mine = sum(
      all.filter((row) => row.year === year && quarters.includes(row.quarter)),
      (row) => row.n - row.others,
    );
    const shown = { ...(subject && { subject }), ...(now !== undefined && { count: now }), ...(before !== undefined && { before }) };
    return [{ measure, code, ...shown, mine }];
  });
}
