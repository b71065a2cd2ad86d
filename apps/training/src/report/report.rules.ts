import { tellings, type UpTree } from '@vungmanh/attendance/telling';
import type { CourseKind } from '@vungmanh/contracts/training/course';
import type { HolderLevel } from '@vungmanh/contracts/training/past-sheet';
import { REPORT_YEARS, TheoryLevel, type TheoryRow, type VolumeRow } from '@vungmanh/contracts/training/report';

/** How many there are at one organization in a year, of one code of a measure. */
export interface Counted {
  readonly nodeId: string;
  readonly year: number;
  readonly measure: string;
  readonly code: string;
  readonly n: number;
}

/** Sums of a whole tree; a sum that may not be told is absent. */
export class Sums {
  private readonly counts = new Map<string, number | undefined>();

  /** `tree`: of whom small numbers are kept back from; none: everything is told. */
  constructor(
    private readonly rows: readonly Counted[],
    tree: UpTree | undefined,
  ) {
    for (const row of rows) {
      const key = keyOf(row.measure, row.code, row.year);
      this.counts.set(key, (this.counts.get(key) ?? 0) + row.n);
    }
    if (tree !== undefined) this.keepBack(tree);
  }

  of(measure: string, code: string, year: number): number | undefined {
    const key = keyOf(measure, code, year);
    return this.counts.has(key) ? this.counts.get(key) : 0;
  }

  codes(measure: string): string[] {
    return [...new Set(this.rows.filter((row) => row.measure === measure).map((row) => row.code))].toSorted();
  }

  /** A report knows years alone: everything of a year lies in one part of it. */
  private keepBack(tree: UpTree): void {
    const measures = new Map<string, Counted[]>();
    for (const row of this.rows) {
      const key = `${row.measure} ${row.year}`;
      const rows = measures.get(key) ?? [];
      rows.push(row);
      measures.set(key, rows);
    }
    for (const rows of measures.values()) {
      const told = tellings(
        rows.map(({ nodeId, code, n }) => ({ nodeId, code, others: n, quarter: 1 })),
        tree,
      );
      for (const { measure, code, year } of rows) if (told.get(code)?.year !== true) this.counts.set(keyOf(measure, code, year), undefined);
    }
  }
}

const keyOf = (measure: string, code: string, year: number): string => `${measure} ${code} ${year}`;

/** Volumes by kind and level over the years up to `year`. */
export function volumesOf(sums: Sums, year: number): VolumeRow[] {
  const years = Array.from({ length: REPORT_YEARS }, (_, i) => year - REPORT_YEARS + 1 + i);
  return sums.codes('VOLUME').map((code) => {
    const [kind = '', level = ''] = code.split('/');
    const counts = years.map((of) => ({ year: of, ...toldAs('count', sums.of('VOLUME', code, of)) }));
    return { kind: kind as CourseKind, ...(level === '' ? {} : { level: level as HolderLevel }), years: counts };
  });
}

export const theoryOf = (sums: Sums, year: number): TheoryRow[] =>
  TheoryLevel.options.map((level) => ({ level, ...toldAs('members', sums.of('THEORY', level, year)) }));

/** A field that is left out where it is not told. */
export const toldAs = <K extends string>(key: K, count: number | undefined): { [P in K]?: number } =>
  (count === undefined ? {} : { [key]: count }) as { [P in K]?: number };
