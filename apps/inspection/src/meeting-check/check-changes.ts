import type { MeetingCheck } from '@vungmanh/contracts/inspection/meeting-check';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Reader } from '@vungmanh/platform/db/reader';

/** Why a team or an end was changed; it may speak of people. */
export const changeText = sealed('meeting_check_change.reason');

type Change = MeetingCheck['changes'][number];
const namesSql = (column: string): string =>
  `array(select p.name from unnest(x.${column}) as u(id) join person_name p on p.person_id = u.id order by p.sort_key)`;

/** How the team and the end of a check were changed, the oldest first. */
export async function changesOf(reader: Reader, sealer: Sealer, checkId: string): Promise<Change[]> {
  const rows = await reader.query<Omit<Change, 'at' | 'reason'> & { id: string; at: Date; reason_sealed: string }>(
    `select x.id, x.at, coalesce((select p.name from person_name p where p.person_id = x.by_id), '') as "byName", x.planned_end::text as "plannedEnd",
       ${namesSql('added_ids')} as added, ${namesSql('removed_ids')} as removed, x.reason_sealed
     from meeting_check_change x where x.check_id = $1 order by x.id`,
    [checkId],
  );
  return rows.map(({ id, at, reason_sealed, ...row }) => ({
    ...row,
    at: at.toISOString(),
    reason: changeText.read(sealer, id, reason_sealed) ?? '',
  }));
}
