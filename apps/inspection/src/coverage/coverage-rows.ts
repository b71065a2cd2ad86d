import type { CoverageRow } from '@vungmanh/contracts/inspection/coverage';
import type { Reader } from '@vungmanh/platform/db/reader';
import { present } from '@vungmanh/platform/db/present';

interface Asked {
  readonly nodeId: string;
  readonly year: number;
  readonly today: string;
  /** Appends the parameters that narrow the organization in `t.descendant`. */
  readonly insideSql: (params: unknown[]) => string;
}

/**
 * An organization first, then those right below it by code, in one statement. Lines come as finished figures of each organization;
 * who has never been reached is counted from today's rosters.
 */
export async function coverageRows(reader: Reader, { nodeId, year, today, insideSql }: Asked): Promise<CoverageRow[]> {
  const params: unknown[] = [nodeId, year, today];
  const narrowedSql = insideSql(params);
  const rows = await reader.query<Omit<CoverageRow, 'parentId'> & { parentId: string | null }>(
    `with top as materialized (
       select n.id, n.parent_id, n.name, n.code, t.depth from tree_now t join node_view n on n.id = t.descendant
       where t.ancestor = $1 and t.depth <= 1 and (n.status = 'ACTIVE' or t.depth = 0) and ${narrowedSql}
     ), below as materialized (
       select o.id as top_id, d.descendant from top o join tree_now d on d.ancestor = o.id
     ), figures as (
       select b.top_id, q.quarter, q.subject, sum(q.planned)::int as planned, sum(q.in_progress)::int as "inProgress", sum(q.done)::int as done,
         coalesce(sum(q.planned + q.in_progress) filter (where q.due_on < $3::date), 0)::int as overdue
       from node_quarter q join below b on b.descendant = q.node_id where q.year = $2 group by b.top_id, q.quarter, q.subject
     ), quarters as (
       select f.top_id, jsonb_agg(to_jsonb(f) - 'top_id' order by f.quarter, f.subject) as quarters from figures f group by f.top_id
     ), member as materialized (
       select r.node_id, count(*) as members, count(*) - count(l.subject_id) as never
       from tree_now d join roster_line r on r.node_id = d.descendant
         left join (select distinct subject_id from plan_line where state = 'DONE' and subject = 'MEMBER') l on l.subject_id = r.person_id
       where d.ancestor = $1 and r.valid_from <= $3::date and (r.valid_to is null or r.valid_to > $3::date) and r.enrollment <> 'TEMPORARY_HERE'
       group by r.node_id
     ), reached as (
       select b.top_id, count(*) filter (where n.status = 'ACTIVE') as units,
         count(*) filter (where n.status = 'ACTIVE' and l.subject_id is null) as never_units, sum(m.members) as members, sum(m.never) as never_members
       from below b join node_view n on n.id = b.descendant left join member m on m.node_id = b.descendant
         left join (select distinct subject_id from plan_line where state = 'DONE' and subject = 'ORGANIZATION') l on l.subject_id = b.descendant
       group by b.top_id
     )
     select o.id as "nodeId", o.parent_id as "parentId", o.name, o.code, coalesce(q.quarters, '[]') as quarters, r.units::int as units,
       r.never_units::int as "neverUnits", coalesce(r.members, 0)::int as members, coalesce(r.never_members, 0)::int as "neverMembers"
     from top o join reached r on r.top_id = o.id left join quarters q on q.top_id = o.id order by o.depth, o.code, o.id`,
    params,
  );
  return rows.map(present);
}
