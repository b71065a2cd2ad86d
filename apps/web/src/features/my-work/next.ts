import type { MeetingState } from '@vungmanh/contracts/meetings/meeting-state';
import type { CalendarDate } from '@vungmanh/contracts/types';

interface Called {
  readonly state: MeetingState;
  readonly plannedOn: CalendarDate;
}

/** Meetings that are still to be attended, nearest first; one of today that is over is no longer among them. */
export function coming<M extends Called>(meetings: readonly M[], today: CalendarDate): { next: M | undefined; later: readonly M[] } {
  const ahead = meetings
    .filter((m) => m.plannedOn >= today && (m.state === 'NOTIFIED' || m.state === 'IN_SESSION' || m.state === 'PREPARED'))
    .toSorted((a, b) => a.plannedOn.localeCompare(b.plannedOn));
  return { next: ahead[0], later: ahead.slice(1) };
}

/** Meetings that were held and whose results are published, newest first: what was resolved is read there. */
export const published = <M extends Called>(meetings: readonly M[], most: number): readonly M[] =>
  meetings
    .filter((m) => m.state === 'PUBLISHED')
    .toSorted((a, b) => b.plannedOn.localeCompare(a.plannedOn))
    .slice(0, most);

/** How far a day is, as one says it. */
export function dayWord(days: number): string {
  if (days <= 0) return 'Hôm nay';
  if (days === 1) return 'Ngày mai';
  return `Còn ${days} ngày`;
}
