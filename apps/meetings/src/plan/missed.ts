import type { Tx } from '@vungmanh/platform/db/tx';
import { monthOf, monthsOf, quarterOf } from '@vungmanh/regulations/calendar';

const ENDED = 'Tổ chức đảng đã kết thúc hoạt động.';

/**
 * What waited through its month (a thematic one through its quarter) and was not held is missed; of a body that does not meet
 * any more it is called off, from its next meeting on. One statement, whatever the number.
 */
export async function markMissed(tx: Tx): Promise<void> {
  const today = tx.clock.today();
  await tx.query(
    `with over as (
       update meeting m set version = m.version + 1,
         state = case when b.meets then 'MISSED' else 'CANCELLED' end,
         cancelled_because = case when b.meets then m.cancelled_because else $3 end
       from body_view b
       where b.id = m.body_id and m.state in ('PLANNED', 'PREPARED', 'NOTIFIED') and m.superseded_by is null
         and (not b.meets or m.month < case when m.kind = 'THEMATIC' then $2 else $1 end)
       returning m.body_id, m.month
     )
     insert into month_dirty (body_id, month) select distinct body_id, month from over`,
    [monthOf(today), monthsOf(quarterOf(today))[0], ENDED],
  );
}
