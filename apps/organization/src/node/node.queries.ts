import type { FoundNode, TreeLine } from '@vungmanh/contracts/organization/browse';
import type { NodeDetail } from '@vungmanh/contracts/organization/node';
import type { NodeRow } from '@vungmanh/contracts/organization/tree';
import { searchText } from '@vungmanh/contracts/text';
import type { CalendarDate, Page } from '@vungmanh/contracts/types';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Scope } from '@vungmanh/platform/scope/scope';
import { decisionOf } from '../decision.js';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';

/** What the type was called last before the day in $1. */
const labelSql = `(select y.label from node_type y where y.code = n.type_code and y.valid_from <= $1 order by y.valid_from desc limit 1)`;

const lineColumns = `n.id, n.version, n.code, n.name, n.type_code as "typeCode", ${labelSql} as "typeLabel", n.sector, n.status,
  (n.traits ->> 'meetsAsCell')::boolean as "meetsAsCell",
  (select count(*)::int from node_view c where c.parent_id = n.id and c.status = 'ACTIVE') as children,
  (select count(*)::int from tree_now t join node_view c on c.id = t.descendant
    where t.ancestor = n.id and t.depth > 0 and c.status = 'ACTIVE' and (c.traits ->> 'meetsAsCell')::boolean) as "cellsBelow"`;

type LineRow = Omit<TreeLine, 'sector'> & { sector: string | null };

/** Names on the way down to n, its own left out; `readableSql` says of the ancestor a whether it may be read. */
const pathSql = (readableSql: string): string =>
  `coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name, 'readable', ${readableSql}) order by t.depth desc)
    from tree_now t join node_view a on a.id = t.ancestor where t.descendant = n.id and t.depth > 0), '[]')`;

/** The highest organizations of the scope. */
export async function rootsOf(reader: Reader, scope: Scope, today: CalendarDate): Promise<TreeLine[]> {
  const params: unknown[] = [today];
  const grantedSql = scope.granted('n.id', params);
  const parentInsideSql = scope.within('n.parent_id', params);
  const rows = await reader.query<LineRow>(
    `select ${lineColumns} from node_view n where ${grantedSql} and (n.parent_id is null or not ${parentInsideSql}) order by n.code, n.id limit 200`,
    params,
  );
  return rows.map(present);
}

export interface Paging {
  cursor?: string | undefined;
  limit: number;
}

/** A page of the organizations of the scope right below one, by code. */
export async function childrenOf(
  reader: Reader,
  nodeId: string,
  scope: Scope,
  about: { paging: Paging; today: CalendarDate },
): Promise<Page<TreeLine>> {
  const { paging, today } = about;
  const params: unknown[] = [today, nodeId, paging.limit + 1];
  const insideSql = scope.within('n.id', params);
  const after = readCursor(paging.cursor, 2);
  const afterSql = after ? `and (n.code, n.id) > ($${params.push(after[0])}, $${params.push(after[1])}::uuid)` : '';
  const rows = await reader.query<LineRow>(
    `select ${lineColumns} from node_view n where n.parent_id = $2 and ${insideSql} ${afterSql} order by n.code, n.id limit $3`,
    params,
  );
  return pageOf(rows.map(present), paging.limit, (r) => [r.code, r.id]);
}

/** Committees before cells: who looks for a commune does not want its school first. */
const RANK = `(case when (n.traits ->> 'meetsAsCell')::boolean then '1 ' else '0 ' end || n.name)`;

/** A page of the organizations of the scope that answer to a name or a code: committees, then cells, each by name. */
export async function searchNodes(
  reader: Reader,
  text: string,
  scope: Scope,
  about: { paging: Paging; today: CalendarDate },
): Promise<Page<FoundNode>> {
  const { paging, today } = about;
  const like = (value: string): string => value.replace(/[\\%_]/g, '\\$&');
  const params: unknown[] = [today, `%${like(searchText(text))}%`, paging.limit + 1];
  const insideSql = scope.within('n.id', params);
  const readableSql = scope.within('a.id', params);
  const after = readCursor(paging.cursor, 2);
  const afterSql = after ? `and (${RANK}, n.id) > ($${params.push(after[0])}, $${params.push(after[1])}::uuid)` : '';
  const rows = await reader.query<FoundNode>(
    `select n.id, n.code, n.name, n.type_code as "typeCode", ${labelSql} as "typeLabel", n.status, (n.traits ->> 'meetsAsCell')::boolean as "meetsAsCell",
       ${pathSql(readableSql)} as path
     from (select * from node_view n where n.search_text like $2 and ${insideSql} ${afterSql} order by ${RANK}, n.id limit $3) n
     order by ${RANK}, n.id`,
    params,
  );
  return pageOf(rows, paging.limit, (r) => [`${r.meetsAsCell ? '1' : '0'} ${r.name}`, r.id]);
}

interface DetailRow extends Omit<NodeDetail, 'parentId' | 'sector' | 'sectorLabel' | 'establishedOn' | 'decision'> {
  parentId: string | null;
  sector: string | null;
  sectorLabel: string | null;
  establishedOn: string | null;
  decision_number: string | null;
  decision_date: string | null;
}

/** One organization with the way to it and its bodies; undefined when it is not there or out of scope. */
export async function detailOf(reader: Reader, nodeId: string, scope: Scope, today: CalendarDate): Promise<NodeDetail | undefined> {
  const params: unknown[] = [today, nodeId];
  const insideSql = scope.within('n.id', params);
  const readableSql = scope.within('a.id', params);
  const [row] = await reader.query<DetailRow>(
    `select n.id, n.version, n.parent_id as "parentId", n.code, n.name, n.type_code as "typeCode", ${labelSql} as "typeLabel", n.sector,
       (select s.label from sector s where s.code = n.sector order by s.valid_from desc limit 1) as "sectorLabel", n.status, n.traits,
       o.established_on::text as "establishedOn", o.decision_number, o.decision_date::text, ${pathSql(readableSql)} as path,
       coalesce((select json_agg(json_build_object('id', b.id, 'kind', b.kind, 'name', b.name, 'meets', b.meets)) from body_view b where b.node_id = n.id), '[]') as bodies
     from node_view n join node o on o.id = n.id where n.id = $2 and ${insideSql}`,
    params,
  );
  if (!row) return undefined;
  const { decision_number, decision_date, ...rest } = row;
  return { ...present(rest), ...decisionOf({ decision_number, decision_date }) };
}

export interface HistoryRow {
  kind: 'NAME' | 'CODE' | 'PARENT';
  value: string;
  from: string;
  to: string | null;
  decision_number: string | null;
  decision_date: string | null;
}

/** What an organization was called and coded and where it stood, newest first. */
export async function historyOf(reader: Reader, nodeId: string): Promise<HistoryRow[]> {
  return reader.query<HistoryRow>(
    `select h.kind, h.value, h.valid_from::text as "from", h.valid_to::text as "to", h.decision_number, h.decision_date::text from (
       select 'NAME' as kind, m.name as value, m.valid_from, m.valid_to, m.decision_number, m.decision_date from node_name m where m.node_id = $1
       union all
       select 'CODE', c.code, c.valid_from, c.valid_to, c.decision_number, c.decision_date from node_code c where c.node_id = $1
       union all
       select 'PARENT', v.name, p.valid_from, p.valid_to, p.decision_number, p.decision_date
       from node_parent p join node_view v on v.id = p.parent_id where p.node_id = $1
     ) h order by h.valid_from desc, h.kind limit 500`,
    [nodeId],
  );
}

/** Every organization, or those named; parents come before children: by their distance from the province. */
export async function snapshotOf(reader: Reader, input: Paging & { ids?: string[] | undefined }): Promise<Page<NodeRow>> {
  const params: unknown[] = [input.limit + 1];
  const after = readCursor(input.cursor, 2);
  const afterSql = after ? `and (d.depth, d.descendant) > ($${params.push(Number(after[0]))}, $${params.push(after[1])}::uuid)` : '';
  const namedSql = input.ids ? `and d.descendant = any($${params.push(input.ids)}::uuid[])` : '';
  const rows = await reader.query<Omit<NodeRow, 'parentId' | 'sector'> & { parentId: string | null; sector: string | null; depth: number }>(
    `select n.id, n.version, n.parent_id as "parentId", n.code, n.name, n.type_code as "typeCode", n.sector, n.status, n.traits, d.depth
     from (select d.depth, d.descendant from tree_now d
           where d.ancestor = (select r.id from node_view r where r.parent_id is null) ${afterSql} ${namedSql} order by d.depth, d.descendant limit $1) d
       join node_view n on n.id = d.descendant
     order by d.depth, d.descendant`,
    params,
  );
  const page = pageOf(rows, input.limit, (r) => [String(r.depth), r.id]);
  return { ...page, items: page.items.map(present) };
}
