import type { MemberLine } from '@vungmanh/contracts/membership/member';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { Scope } from '@vungmanh/platform/scope/scope';
import type { RosterPlace } from './roster.rules.js';

type Nulled = 'birthYear' | 'sex' | 'temporaryNodeName' | 'admittedOn';
type RosterLine = Omit<MemberLine, Nulled> & { [K in Nulled]: NonNullable<MemberLine[K]> | null } & { enrollment: RosterPlace };

/** Everybody on the roll of a cell on a day, by given name: who belongs there and who takes part there for a time. */
export async function rosterLines(db: Reader, scope: Scope, of: { nodeId: string; asOf: string }): Promise<RosterLine[]> {
  const params: unknown[] = [of.asOf, of.nodeId];
  return db.query<RosterLine>(
    `with here as (
       select e.person_id, e.kind from enrollment e
       where e.node_id = $2 and e.valid_from <= $1 and (e.valid_to is null or e.valid_to > $1) and ${scope.within('e.node_id', params)})
     select p.id, p.version, p.name, p.birth_year as "birthYear", p.sex, s.status, o.node_id as "nodeId", n.name as "nodeName",
       t.name as "temporaryNodeName", p.admitted_on::text as "admittedOn",
       exists (select from exemption x where x.person_id = p.id and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) as exempt,
       exists (select from working_away a where a.person_id = p.id and a.valid_from <= $1 and (a.valid_to is null or a.valid_to > $1)) as away,
       case when h.kind = 'TEMPORARY' then 'TEMPORARY_HERE' when t.name is null then 'OFFICIAL' else 'TEMPORARILY_ELSEWHERE' end as enrollment
     from here h join person p on p.id = h.person_id
     cross join lateral (select status from member_status where person_id = p.id and valid_from <= $1 order by valid_from desc limit 1) s
     join enrollment o on o.person_id = p.id and o.kind = 'OFFICIAL' and o.valid_from <= $1 and (o.valid_to is null or o.valid_to > $1)
     join node_view n on n.id = o.node_id
     left join lateral (select v.name from enrollment g join node_view v on v.id = g.node_id
       where g.person_id = p.id and g.kind = 'TEMPORARY' and g.valid_from <= $1 and (g.valid_to is null or g.valid_to > $1)) t on true
     where s.status in ('PROBATIONARY', 'OFFICIAL') order by p.sort_key, p.id`,
    params,
  );
}

const ROWS = `
  select jsonb_strip_nulls(jsonb_build_object('id', p.id, 'version', p.version, 'name', p.name, 'birthYear', p.birth_year,
    'statuses', (select jsonb_agg(jsonb_build_object('status', s.status, 'from', s.valid_from, 'to', s.next) order by s.valid_from)
      from (select status, valid_from, lead(valid_from) over (order by valid_from) as next from member_status where person_id = p.id) s),
    'enrollments', (select jsonb_agg(jsonb_build_object('kind', e.kind, 'nodeId', e.node_id, 'from', e.valid_from, 'to', e.valid_to)
      order by e.valid_from, e.kind) from enrollment e where e.person_id = p.id),
    'exemptions', coalesce((select jsonb_agg(jsonb_build_object('from', x.valid_from, 'to', x.valid_to) order by x.valid_from)
      from exemption x where x.person_id = p.id), '[]'),
    'away', coalesce((select jsonb_agg(jsonb_build_object('from', a.valid_from, 'to', a.valid_to) order by a.valid_from)
      from working_away a where a.person_id = p.id), '[]'),
    'suspensions', (select jsonb_agg(jsonb_build_object('kind', s.kind, 'from', s.valid_from, 'to', s.valid_to) order by s.valid_from)
      from suspension_period s where s.person_id = p.id),
    'managed', (select jsonb_agg(jsonb_build_object('nodeId', g.node_id, 'from', g.valid_from, 'to', g.valid_to) order by g.valid_from)
      from management g where g.person_id = p.id))) as row
  from person p`;

/** Rows of the roster as the wire has them: one statement a page, whatever it holds. */
export const SNAPSHOT = {
  byIds: `${ROWS} where p.id = any($1::uuid[]) order by p.id`,
  page: `${ROWS} where ($1::uuid is null or p.id > $1) order by p.id limit $2`,
} as const;
