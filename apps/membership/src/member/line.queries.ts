import type { MemberLine } from '@vungmanh/contracts/membership/member';
import type { MemberStatus } from '@vungmanh/contracts/membership/member-status';
import { searchText } from '@vungmanh/contracts/text';
import type { Page } from '@vungmanh/contracts/types';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { present } from '@vungmanh/platform/db/present';
import type { Db } from '@vungmanh/platform/db/db';
import type { Scope } from '@vungmanh/platform/scope/scope';

export interface LineRow extends Omit<MemberLine, 'birthYear' | 'sex' | 'temporaryNodeName' | 'admittedOn'> {
  birthYear: number | null;
  sex: 'MALE' | 'FEMALE' | null;
  temporaryNodeName: string | null;
  admittedOn: string | null;
  sortKey: string;
}

/**
 * How things stand today: one narrow row a member. Speaks of `$1`, the day. Names come by subqueries, not joins: with five tables
 * to join, planning would take longer than the list.
 */
export const NOW = `
  select m.person_id as id, m.version, m.name, m.birth_year as "birthYear", m.sex, m.status, m.node_id as "nodeId",
    coalesce((select n.name from node_view n where n.id = m.node_id), '') as "nodeName",
    case when m.temporary_until > $1 then (select t.name from node_view t where t.id = m.temporary_node_id) end as "temporaryNodeName",
    m.admitted_on::text as "admittedOn", coalesce(m.exempt_until > $1, false) as exempt, coalesce(m.away_until > $1, false) as away,
    m.sort_key as "sortKey"
  from member_now m`;

/** The same as things stood on the day `$1`, from the dated facts; names and the tree are today's. */
const THEN = `
  select m.* from (
    select p.id, p.version, p.name, p.birth_year as "birthYear", p.sex, s.status, e.node_id as "nodeId", n.name as "nodeName",
      t.name as "temporaryNodeName", p.admitted_on::text as "admittedOn",
      exists (select from exemption x where x.person_id = p.id and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) as exempt,
      exists (select from working_away a where a.person_id = p.id and a.valid_from <= $1 and (a.valid_to is null or a.valid_to > $1)) as away,
      p.sort_key as "sortKey", s.status in ('PROBATIONARY', 'OFFICIAL') as active, e.node_id, p.search_text, p.sort_key, p.id as person_id
    from enrollment e join person p on p.id = e.person_id join node_view n on n.id = e.node_id
    cross join lateral (select status from member_status where person_id = p.id and valid_from <= $1 order by valid_from desc limit 1) s
    left join lateral (select v.name from enrollment o join node_view v on v.id = o.node_id
      where o.person_id = p.id and o.kind = 'TEMPORARY' and o.valid_from <= $1 and (o.valid_to is null or o.valid_to > $1)) t on true
    where e.kind = 'OFFICIAL' and e.valid_from <= $1 and (e.valid_to is null or e.valid_to > $1)
  ) m`;

export interface ListInput {
  nodeId: string;
  q?: string | undefined;
  status?: MemberStatus | undefined;
  asOf?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A keyset page by given name. Words of `q` are beginnings of words of the name, in any order. */
export async function listLines(db: Db, scope: Scope, input: ListInput, today: string): Promise<Page<LineRow>> {
  const past = input.asOf !== undefined && input.asOf !== today;
  const params: unknown[] = [past ? input.asOf : today, input.nodeId];
  const p = (value: unknown): string => `$${params.push(value)}`;
  const { conditionSql: belowSql, steady } = scope.below('m.node_id', '$2', params);
  const conditions = [
    belowSql,
    // Said as the indexes say it: who left is looked for only when asked for.
    input.status === undefined || input.status === 'OFFICIAL' || input.status === 'PROBATIONARY' ? 'm.active' : 'not m.active',
  ];
  if (input.status !== undefined) conditions.push(`m.status = ${p(input.status)}`);
  const words = wordsOf(input.q);
  for (const word of words) conditions.push(`m.search_text like ${p(`% ${word}%`)}`);
  const after = readCursor(input.cursor, 2);
  if (after) conditions.push(`(m.sort_key, m.person_id) > (${p(after[0])}, ${p(after[1])}::uuid)`);
  const pageSql = `where ${conditions.join(' and ')} order by m.sort_key, m.person_id limit ${p(input.limit + 1)}`;
  const sql = past ? `${THEN} ${pageSql}` : steady ? `${NOW} ${pageSql}` : lateSql(pageSql);
  const rows = await (steady && !past && words.length === 0 ? db.hot<LineRow>(sql, params) : db.query<LineRow>(sql, params));
  return pageOf(rows, input.limit, (r) => [r.sortKey, r.id]);
}

/**
 * The page is found in the indexes alone, among thousands below a committee; only its own rows are then read. Of one cell, whose rows
 * lie together, that would be a detour.
 */
const lateSql = (pageSql: string): string => `${NOW} join (select m.person_id from member_now m ${pageSql}) page on page.person_id = m.person_id
  order by m.sort_key, m.person_id`;

/** At most six words; what a pattern would read as a joker is no part of a name. */
function wordsOf(q: string | undefined): string[] {
  return searchText(q ?? '')
    .replace(/[%_\\]/g, ' ')
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 6);
}

export const lineOf = ({ sortKey: _order, ...row }: LineRow): MemberLine => present(row);
