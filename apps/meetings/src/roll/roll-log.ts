import { rollOf, type Roll } from '@vungmanh/attendance/roll';
import type { RollEvent } from '@vungmanh/contracts/attendance';
import type { Tx } from '@vungmanh/platform/db/tx';
import type { MeetingEntity } from '../meeting/meeting.entity.js';
import { rosterOf, suspendedOf, type Reader } from '../roster/roster-of.js';
import type { RosterPerson } from '../roster/roster.rules.js';
import { linesForRoll } from './frozen-roll.rules.js';

type Whose = Pick<MeetingEntity, 'id' | 'bodyId' | 'month' | 'day'>;

/** A roll that is still open: the register of the meeting's day with everything that was marked so far. */
export interface OpenRoll {
  readonly roster: RosterPerson[];
  readonly roll: Roll;
  readonly suspended: readonly { personId: string; name: string }[];
}

/** Draws up an open roll, in three statements. */
export async function openRollOf(reader: Reader, meeting: Whose): Promise<OpenRoll> {
  const roster = await rosterOf(reader, meeting.bodyId, meeting.day);
  const rows = await reader.query<{ event: RollEvent }>('select event from roll_event where year = $1 and meeting_id = $2 order by seq', [
    yearOf(meeting),
    meeting.id,
  ]);
  return {
    roster,
    suspended: await suspendedOf(reader, meeting.bodyId, meeting.day),
    roll: rollOf(
      linesForRoll(roster),
      rows.map((r) => r.event),
    ),
  };
}

/** Adds events to the log in their order; one that is there already stays as it is. */
export async function takeDown(tx: Tx, meeting: Whose, events: readonly RollEvent[], actorId: string): Promise<void> {
  await tx.query(
    `insert into roll_event (year, meeting_id, id, taken_at, actor_id, event)
     select $1, $2, (e.event ->> 'id')::uuid, $3, $4, e.event from jsonb_array_elements($5::jsonb) with ordinality as e(event, n) order by e.n
     on conflict do nothing`,
    [yearOf(meeting), meeting.id, tx.clock.now(), actorId, JSON.stringify(events)],
  );
}

/** The table of the year: a period never reaches into another year. */
const yearOf = (meeting: Whose): number => Number(meeting.month.slice(0, 4));
