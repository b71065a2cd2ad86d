import type { Minutes, MinutesStanding } from '@vungmanh/contracts/meetings/minutes';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { MeetingEntity } from '../meeting/meeting.entity.js';
import { isAllowed } from '../meeting/meeting.rules.js';
import type { Reader } from '../roster/roster-of.js';
import type { MinutesEntity } from './minutes.entity.js';

export const addendumText = sealed('minutes_addendum.text');

/** How the minutes stand, without their text. `hash` is that of the paper; confirmed minutes keep the one that was confirmed. */
export async function standingOf(reader: Reader, meeting: MeetingEntity, minutes: MinutesEntity, hash: string | undefined): Promise<MinutesStanding> {
  const { id, version, readBackAt, confirmations, signedAt, signedHow } = minutes;
  const people = await reader.query<{ id: string; name: string }>('select person_id as id, name from person_name where person_id = any($1::uuid[])', [
    confirmations.map((c) => c.personId),
  ]);
  const names = new Map(people.map((p) => [p.id, p.name]));
  const shownHash = minutes.contentHash ?? hash;
  return {
    id,
    version,
    ...(readBackAt === null ? {} : { readBackAt }),
    ...(shownHash === undefined ? {} : { contentHash: shownHash }),
    confirmations: confirmations.map((c) => ({ ...c, name: names.get(c.personId) ?? '' })),
    ...(signedAt === null || signedHow === null ? {} : { signed: { at: signedAt, how: signedHow } }),
    editable: !minutes.locked && isAllowed('write-minutes', meeting.state),
  };
}

/** What was added after the minutes had been confirmed, oldest first. */
export async function addendaOf(reader: Reader, sealer: Sealer, meetingId: string): Promise<Minutes['addenda']> {
  const rows = await reader.query<{ id: string; at: Date; by: string; text_sealed: string }>(
    `select a.id, a.at, coalesce(p.name, '') as by, a.text_sealed
     from minutes_addendum a left join person_name p on p.person_id = a.by_id where a.meeting_id = $1 order by a.at, a.id`,
    [meetingId],
  );
  return rows.map(({ id, at, by, text_sealed }) => ({ at: at.toISOString(), by, text: addendumText.read(sealer, id, text_sealed) ?? '' }));
}
