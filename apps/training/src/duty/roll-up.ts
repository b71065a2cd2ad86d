import type { DutyRow } from '@vungmanh/contracts/training/duty';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';

interface Asked {
  readonly nodeId: string;
  readonly year: number;
  readonly courseId?: string | undefined;
  readonly today: string;
  /** Until when a deadline is near. */
  readonly soon: string;
  /** Appends the parameters that narrow the organization in `t.descendant`. */
  readonly insideSql: (params: unknown[]) => string;
}

/** An organization first, then those right below it by code, each with all below it; from finished figures, in one statement. */
export async function dutyRows(reader: Reader, { nodeId, year, courseId, today, soon, insideSql }: Asked): Promise<DutyRow[]> {
  const params: unknown[] = [nodeId, today, soon, `${year}-01-01`, `${year}-12-31`, courseId ?? null];
  const narrowedSql = insideSql(params);
  const rows = await reader.query<Omit<DutyRow, 'parentId'> & { parentId: string | null }>(
    `with top as materialized (
       select n.id, n.parent_id, n.name, n.code, t.depth from tree_now t join node_view n on n.id = t.descendant
       where t.ancestor = $1 and t.depth <= 1 and (n.status = 'ACTIVE' or t.depth = 0) and ${narrowedSql}
     ), of_node as materialized (
       select f.node_id, sum(f.open) filter (where f.day <= $5::date) as open, sum(f.done) filter (where f.day >= $4::date and f.day <= $5::date) as done,
         sum(f.open) filter (where f.day < $2::date) as overdue, sum(f.open) filter (where f.day >= $2::date and f.day <= $3::date) as soon
       from duty_figure f join tree_now d on d.descendant = f.node_id and d.ancestor = $1
       where $6::uuid is null or f.course_id = $6 group by f.node_id
     ), figures as (
       select o.id, coalesce(sum(f.open), 0) + coalesce(sum(f.done), 0) as due, coalesce(sum(f.done), 0) as done, coalesce(sum(f.overdue), 0) as overdue,
         coalesce(sum(f.soon), 0) as soon
       from top o join tree_now d on d.ancestor = o.id join of_node f on f.node_id = d.descendant group by o.id
     )
     select o.id as "nodeId", o.parent_id as "parentId", o.name, o.code, coalesce(f.due, 0)::int as due, coalesce(f.done, 0)::int as done,
       coalesce(f.overdue, 0)::int as overdue, coalesce(f.soon, 0)::int as soon
     from top o left join figures f on f.id = o.id order by o.depth, o.code, o.id`,
    params,
  );
  return rows.map(present);
}
