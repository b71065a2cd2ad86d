import type { RollCounts } from '@vungmanh/contracts/attendance';

/** Attendance as the exact fraction that it is; compare it with a target by `passes` of the regulations, never by its percentage. */
export interface AttendanceRatio {
  readonly present: number;
  readonly expected: number;
}

/** 25 of 27 (domain.md §11.3, story 1). */
export const ratioOf = (counts: RollCounts): AttendanceRatio => ({ present: counts.present.total, expected: counts.expected });

/** The ratio in percent with one decimal, rounded half up, for display only: 92.6. Undefined when nobody was expected. */
export const percentOf = ({ present, expected }: AttendanceRatio): number | undefined =>
  expected === 0 ? undefined : Math.floor((present * 2000 + expected) / (2 * expected)) / 10;

/** '92,6%' as Vietnamese papers write it; '–' when nobody was expected. */
export function percentText(ratio: AttendanceRatio): string {
  const percent = percentOf(ratio);
  return percent === undefined ? '–' : `${String(percent).replace('.', ',')}%`;
}

/** Whole minutes from `earlier` to `later` (instants), rounded down; 0 if `later` is not later: minutes late, or left early. */
export const minutesBetween = (earlier: string, later: string): number => Math.max(0, Math.floor((Date.parse(later) - Date.parse(earlier)) / 60_000));
