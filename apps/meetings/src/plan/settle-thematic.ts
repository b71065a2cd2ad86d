import type { Tx } from '@vungmanh/platform/db/tx';
import { quarterOf } from '@vungmanh/regulations/calendar';
import type { MeetingEntity } from '../meeting/meeting.entity.js';

/**
 * A regular meeting that counts as the quarter's thematic one takes the place of the one that the plan still holds: it would
 * otherwise be called missed at the end of the quarter.
 */
export async function settleThematic(tx: Tx, meeting: Pick<MeetingEntity, 'id' | 'bodyId' | 'kind' | 'countsThematic' | 'day'>): Promise<void> {
  if (meeting.kind !== 'REGULAR' || !meeting.countsThematic) return;
  await tx.query(
    `with settled as (
       update meeting set superseded_by = $1, version = version + 1
       where body_id = $2 and kind = 'THEMATIC' and period = $3 and state = 'PLANNED' and superseded_by is null
       returning body_id, month
     )
     insert into month_dirty (body_id, month) select body_id, month from settled`,
    [meeting.id, meeting.bodyId, quarterOf(meeting.day)],
  );
}
