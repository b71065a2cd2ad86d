import type { Tx } from '@vungmanh/platform/db/tx';

/** Which lines: those of a program, those that one of its amendments brought, or a single one. */
export interface Counted {
  readonly programId: string;
  readonly amendment?: number;
  readonly lineId?: string;
}

/**
 * Adds lines to the finished figures of their organizations, or with -1 takes them away before they change. Only what has been
 * published counts: nobody learns from a figure what a body has not told yet. In the order of the key, so that two who write do not
 * wait for each other crosswise.
 */
export async function addFigures(tx: Tx, times: 1 | -1, { programId, amendment, lineId }: Counted): Promise<void> {
  await tx.query(
    `insert into node_quarter as q (node_id, year, quarter, subject, due_on, planned, in_progress, done)
     select l.node_id, l.year, l.quarter, l.subject, l.due_on, $2 * count(*) filter (where l.state = 'PLANNED'),
       $2 * count(*) filter (where l.state = 'IN_PROGRESS'), $2 * count(*) filter (where l.state = 'DONE')
     from plan_line l
     where l.program_id = $1 and ($3::integer is null or l.amendment = $3) and ($4::uuid is null or l.id = $4) and l.state in ('PLANNED', 'IN_PROGRESS', 'DONE')
     group by l.node_id, l.year, l.quarter, l.subject, l.due_on order by l.node_id, l.year, l.quarter, l.subject, l.due_on
     on conflict (node_id, year, quarter, subject, due_on) do update
       set planned = q.planned + excluded.planned, in_progress = q.in_progress + excluded.in_progress, done = q.done + excluded.done`,
    [programId, times, amendment ?? null, lineId ?? null],
  );
}
