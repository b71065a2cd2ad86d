import type { MeetingLine } from '@vungmanh/contracts/meetings/meeting';
import type { MeetingState } from '@vungmanh/contracts/meetings/meeting-state';
import type { CalendarDate } from '@vungmanh/contracts/types';

/** Meetings in the order of the year: by day, the regular one of a day first, then by body. */
export const inOrder = (lines: readonly MeetingLine[]): MeetingLine[] =>
  lines.toSorted((a, b) => a.plannedOn.localeCompare(b.plannedOn) || a.kind.localeCompare(b.kind) || a.bodyName.localeCompare(b.bodyName, 'vi'));

const finished: readonly MeetingState[] = ['CLOSED', 'MINUTES_SIGNED', 'PUBLISHED'];

/** Figures of a year so far: how many were held, how many are still to come, how many were missed or passed without an entry. */
export function yearFigures(lines: readonly MeetingLine[], today: CalendarDate) {
  const held = lines.filter((l) => finished.includes(l.state)).length;
  const missed = lines.filter((l) => l.state === 'MISSED' || l.state === 'CANCELLED').length;
  const behind = lines.filter((l) => !finished.includes(l.state) && l.state !== 'MISSED' && l.state !== 'CANCELLED' && l.plannedOn < today).length;
  return { held, missed, behind, ahead: lines.length - held - missed - behind };
}
