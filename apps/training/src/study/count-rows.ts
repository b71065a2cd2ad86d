import type { StudyCounts } from '@vungmanh/contracts/training/study-campaign';
import type { Reader } from '@vungmanh/platform/db/reader';

interface Asked {
  readonly campaignId: string;
  readonly nodeId: string;
  readonly today: string;
  /** Appends the parameters that narrow the organization in `t.descendant`. */
  readonly insideSql: (params: unknown[]) => string;
}

/** An organization first, then those right below it by code, each with everything below it, in one statement. */
export function countRows(reader: Reader, { campaignId, nodeId, today, insideSql }: Asked): Promise<StudyCounts[]> {
  const params: unknown[] = [nodeId, campaignId, today];
  const narrowedSql = insideSql(params);
  return reader.query<StudyCounts>(
    `with top as materialized (
       select n.id, n.name, n.code, t.depth from tree_now t join node_view n on n.id = t.descendant
       where t.ancestor = $1 and t.depth <= 1 and (n.status = 'ACTIVE' or t.depth = 0) and ${narrowedSql}
     ), figures as (
       select o.id as top_id, l.tier, l.state, count(*) filter (where l.ended_on is null)::int as levels,
         count(*) filter (where l.ended_on is null and l.state <> 'REVIEWED' and l.due_on < $3::date and c.state = 'UNDER_WAY')::int as late,
         sum(l.sessions)::int as sessions, sum(l.expected)::int as expected, sum(l.attended)::int as attended, sum(l.essays)::int as essays
       from top o join tree_now d on d.ancestor = o.id join study_level l on l.node_id = d.descendant and l.campaign_id = $2
         join study_campaign c on c.id = l.campaign_id
       group by o.id, l.tier, l.state
     )
     select o.id as "nodeId", o.name, o.code,
       coalesce(jsonb_agg(jsonb_build_object('tier', f.tier, 'state', f.state, 'levels', f.levels, 'late', f.late)) filter (where f.levels > 0), '[]') as figures,
       coalesce(sum(f.sessions), 0)::int as sessions, coalesce(sum(f.expected), 0)::int as expected,
       coalesce(sum(f.attended), 0)::int as attended, coalesce(sum(f.essays), 0)::int as essays
     from top o left join figures f on f.top_id = o.id group by o.id, o.name, o.code, o.depth order by o.depth, o.code, o.id`,
    params,
  );
}
