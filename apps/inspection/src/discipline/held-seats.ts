import type { HeldSeat } from '@vungmanh/contracts/inspection/discipline';
import type { DisciplineForm } from '@vungmanh/contracts/inspection/kind';
import type { CalendarDate } from '@vungmanh/contracts/types';
import type { Reader } from '@vungmanh/platform/db/reader';
import { Broken } from '@vungmanh/platform/problem';
import type { DisciplineEntity } from './discipline.entity.js';

/** The posts in committees that somebody holds on a day. */
export async function heldSeats(reader: Reader, personId: string | null, day: CalendarDate): Promise<HeldSeat[]> {
  return reader.query<HeldSeat>(
    `select distinct on (b.id) b.id as "bodyId", b.name as "bodyName", b.kind, s.post from seat_view s join body_view b on b.id = s.body_id
     where s.person_id = $1 and s.valid_from <= $2 and (s.valid_to is null or s.valid_to > $2) order by b.id`,
    [personId, day],
  );
}

/** The bodies that a decision dismisses from: those named, all of them held that day; a dismissal of who holds any names one. */
export async function dismissedBodies(
  reader: Reader,
  found: DisciplineEntity,
  { form, on, dismissedFrom }: { form: DisciplineForm; on: CalendarDate; dismissedFrom: readonly string[] },
): Promise<string[]> {
  if (form !== 'DISMISSAL') return [];
  const held = (await heldSeats(reader, found.personId, on)).map((seat) => seat.bodyId);
  const named = [...new Set(dismissedFrom)];
  if ((held.length > 0 && named.length === 0) || named.some((id) => !held.includes(id))) throw new Broken('inspection/seats-missing');
  return named;
}
