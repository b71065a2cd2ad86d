import type { Tx } from '@vungmanh/platform/db/tx';

/** What one change of a duty adds to the figures, or takes away. */
export interface DutyCount {
  readonly nodeId: string;
  readonly courseId: string;
  readonly day: string;
  readonly open?: number;
  readonly done?: number;
}

/** Adds to the finished figures, in the order of their key, so that two who write do not wait for each other crosswise. */
export async function countDuties(tx: Tx, counts: readonly DutyCount[]): Promise<void> {
  if (counts.length === 0) return;
  await tx.query(
    `insert into duty_figure as f (node_id, course_id, day, open, done)
     select c."nodeId", c."courseId", c.day, coalesce(sum(c.open), 0), coalesce(sum(c.done), 0)
     from jsonb_to_recordset($1::jsonb) as c("nodeId" uuid, "courseId" uuid, day date, open integer, done integer)
     group by 1, 2, 3 order by 1, 2, 3
     on conflict (node_id, course_id, day) do update set open = f.open + excluded.open, done = f.done + excluded.done`,
    [JSON.stringify(counts)],
  );
}
