import type { CourseKind } from '@vungmanh/contracts/training/course';
import type { TrainingReport, VolumeRow } from '@vungmanh/contracts/training/report';

export interface YearSum {
  readonly year: number;
  /** Undefined where a part of it is kept back. */
  readonly count: number | undefined;
}

/** The sum over all levels of one kind for each year; a year of which a part is kept back has none. */
export function yearsOf(volumes: readonly VolumeRow[], kind: CourseKind): YearSum[] {
  const rows = volumes.filter((row) => row.kind === kind);
  return (rows[0]?.years ?? []).map(({ year }, i) => {
    const counts = rows.map((row) => row.years[i]?.count);
    return { year, count: counts.includes(undefined) ? undefined : counts.reduce<number>((sum, n) => sum + (n ?? 0), 0) };
  });
}

/** Kinds of which there is anything. */
export const kindsIn = ({ volumes }: Pick<TrainingReport, 'volumes'>): CourseKind[] => [...new Set(volumes.map((row) => row.kind))];
