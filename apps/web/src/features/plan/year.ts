import type { MeetingLine } from '@vungmanh/contracts/meetings/meeting';
import type { MeetingState } from '@vungmanh/contracts/meetings/meeting-state';
import type { CalendarDate, Month } from '@vungmanh/contracts/types';

/** The twelve months of a year. */
export const monthsOfYear = (year: number): Month[] => Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);

/** Meetings by month, in the order of the year and within a month by day; months without one are left out unless `all`. */
export function byMonth(lines: readonly MeetingLine[], year: number, all: boolean): readonly { month: Month; lines: readonly MeetingLine[] }[] {
  return monthsOfYear(year)
    .map((month) => ({ month, lines: lines.filter((l) => l.month === month).toSorted((a, b) => a.plannedOn.localeCompare(b.plannedOn)) }))
    .filter((m) => all || m.lines.length > 0);
}

const finished: readonly MeetingState[] = ['CLOSED', 'MINUTES_SIGNED', 'PUBLISHED'];

/** Figures of a year so far: how many were held, how many are still to come, how many were missed or passed without an entry. */
export function yearFigures(lines: readonly MeetingLine[], today: CalendarDate) {
  const held = lines.filter((l) => finished.includes(l.state)).length;
  const missed = lines.filter((l) => l.state === 'MISSED' || l.state === 'CANCELLED').length;
  const behind = lines.filter((l) => !finished.includes(l.state) && l.state !== 'MISSED' && l.state !== 'CANCELLED' && l.plannedOn < today).length;
  return { held, missed, behind, ahead: lines.length - held - missed - behind };
}
