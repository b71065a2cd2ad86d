import type { SubjectKind } from '@vungmanh/contracts/inspection/kind';

/** `$1` the program's organization, `$2` today. `c` are those that may be taken up: id, name, place_name, place, sort_key, node_id. */
export const poolSql: Readonly<Record<SubjectKind, string>> = {
  MEMBER: `
    select r.person_id as id, p.name, n.name as place_name, n.code as place, p.sort_key, n.id as node_id, p.search_text
    from roster_line r join tree_now t on t.descendant = r.node_id and t.ancestor = $1 join node_view n on n.id = r.node_id
      join person_name p on p.person_id = r.person_id
    where r.valid_from <= $2::date and (r.valid_to is null or r.valid_to > $2::date) and r.enrollment <> 'TEMPORARY_HERE'`,
  ORGANIZATION: `
    select n.id, n.name, coalesce(a.name, '') as place_name, n.code as place, '' as sort_key, n.id as node_id, n.search_text
    from node_view n join tree_now t on t.descendant = n.id and t.ancestor = $1 and t.depth > 0 left join node_view a on a.id = n.parent_id
    where n.status = 'ACTIVE' and $2::date is not null`,
};

/**
 * Whether the asker is told of line `l`: of an inspection on suspicion only where they may read the program of its body, which
 * `readableSql` says of `l.actor_node_id`.
 */
const toldSql = (readableSql: string): string => `(l.kind <> 'SUSPECTED_VIOLATION_INSPECTION' or ${readableSql})`;

/** Lines on `c` that are done, as far as the asker is told. */
export const doneSql = (readableSql: string): string => `l.subject_id = c.id and l.state = 'DONE' and ${toldSql(readableSql)}`;

/** What helps to choose, of each `c` of a page; `$3` the program, `$4` its year, `$5` the quarter, `$6` since when a term counts. */
export const helpSql = (readableSql: string): string => `
  (select count(*) from plan_line l join program g on g.id = l.program_id where l.subject_id = c.id and l.year = $4 and g.state <> 'DRAFT'
     and l.state in ('PLANNED', 'IN_PROGRESS') and ${toldSql(readableSql)})::int as planned,
  (select count(*) from plan_line l where ${doneSql(readableSql)} and l.year = $4)::int as done,
  (select count(*) from plan_line l where ${doneSql(readableSql)} and l.done_on >= $6::date)::int as "doneInTerm",
  (select jsonb_build_object('year', l.year, 'quarter', l.quarter, 'kind', l.kind) from plan_line l
     where ${doneSql(readableSql)} order by l.done_on desc, l.id desc limit 1) as last,
  (select count(*) from check_finding f join meeting_check k on k.id = f.check_id and k.state = 'PUBLISHED'
     where f.node_id = c.id and f.kind = 'SHORTCOMING' and f.state = 'OPEN' and f.dropped_at is null)::int as "openFindings",
  exists (select from recommendation_due d where d.node_id = c.id and d.owed)
    or exists (select from recommendation r where r.doer_id = c.id and r.state <> 'CLOSED') as "recommendationsOpen",
  (select string_agg(m.reason, '; ' order by m.reason) from sensitive_mark m where m.program_id = $3 and m.node_id = c.node_id and m.post is null
     or m.program_id = $3 and exists (select from body_view b join seat_view s on s.body_id = b.id where b.node_id = m.node_id and s.post = m.post
       and s.person_id = c.id and s.valid_from <= $2::date and (s.valid_to is null or s.valid_to > $2::date))) as sensitive,
  (select n.name from roster_managed m join tree_now a on a.ancestor = m.node_id and a.descendant = $1 and a.depth > 0 join node_view n on n.id = m.node_id
     where m.person_id = c.id and m.valid_from <= $2::date and (m.valid_to is null or m.valid_to > $2::date) limit 1) as "managedBy",
  coalesce((select jsonb_agg(jsonb_build_object('quarter', l.quarter, 'kind', l.kind) order by l.quarter, l.kind) from plan_line l
     where l.program_id = $3 and l.subject_id = c.id and l.state in ('PLANNED', 'IN_PROGRESS', 'DONE')), '[]') as here`;

/** Other bodies' lines on `c` in the quarter, by name where the asker may read the program. */
export const clashesSql = (readableSql: string): string => `
  coalesce((select jsonb_agg(jsonb_build_object('kind', l.kind, 'actor', g.actor, 'name', case when ${readableSql} then n.name end) order by l.kind, l.id)
     from plan_line l join program g on g.id = l.program_id left join node_view n on n.id = l.actor_node_id
     where l.subject_id = c.id and l.year = $4 and l.quarter = $5 and l.program_id <> $3 and g.state in ('APPROVED', 'PUBLISHED')
       and l.state in ('PLANNED', 'IN_PROGRESS') and ${toldSql(readableSql)}), '[]')`;
