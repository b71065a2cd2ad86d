import type { RosterLine } from '@vungmanh/contracts/attendance';

interface Leading {
  readonly chairId: string;
  readonly minuteTakerId: string;
}

/** Why these two cannot lead the meeting: both are on its roll, and the chair is an official member. Undefined when they can. */
export function unfitPeople(
  { chairId, minuteTakerId }: Leading,
  roster: readonly RosterLine[],
): 'meetings/not-on-the-roll' | 'meetings/chair-not-official' | undefined {
  const here = (id: string) => roster.find((line) => line.personId === id && line.enrollment !== 'TEMPORARILY_ELSEWHERE');
  const chair = here(chairId);
  if (chair === undefined || here(minuteTakerId) === undefined) return 'meetings/not-on-the-roll';
  return chair.status === 'OFFICIAL' ? undefined : 'meetings/chair-not-official';
}
