import type { Export } from '@vungmanh/contracts/organization/export';
import type { OrganizationColumn } from '@vungmanh/contracts/organization/import-sheet';
import type { Page } from '@vungmanh/contracts/types';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { Scope } from '@vungmanh/platform/scope/scope';

interface RunRow extends Omit<Export, 'startedAt' | 'finishedAt'> {
  startedAt: Date;
  finishedAt: Date | null;
  fileId: string | null;
  nodeCode: string;
}

const runColumns = `e.id, e.version, e.node_id as "nodeId", n.name as "nodeName", n.code as "nodeCode", e.with_members as "withMembers", e.state,
  e.started_at as "startedAt", e.finished_at as "finishedAt", e.organizations, e.members, e.file_id as "fileId"`;

/** An export as the wire carries it, and what only the download needs. */
export interface FoundExport {
  shown: Export;
  fileId: string | null;
  nodeCode: string;
}

function found({ startedAt, finishedAt, fileId, nodeCode, ...row }: RunRow): FoundExport {
  const shown = { ...row, startedAt: startedAt.toISOString(), ...(finishedAt === null ? {} : { finishedAt: finishedAt.toISOString() }) };
  return { shown, fileId, nodeCode };
}

/** An account's own export, as long as its organization lies in the scope. */
export async function exportById(reader: Reader, id: string, accountId: string, scope: Scope): Promise<FoundExport | undefined> {
  const params: unknown[] = [id, accountId];
  const insideSql = scope.within('e.node_id', params);
  const [row] = await reader.query<RunRow>(
    `select ${runColumns} from export_run e join node_view n on n.id = e.node_id where e.id = $1 and e.account_id = $2 and ${insideSql}`,
    params,
  );
  return row && found(row);
}

export async function exportsOf(
  reader: Reader,
  accountId: string,
  scope: Scope,
  paging: { cursor?: string | undefined; limit: number },
): Promise<Page<Export>> {
  const params: unknown[] = [accountId, paging.limit + 1];
  const insideSql = scope.within('e.node_id', params);
  const after = readCursor(paging.cursor, 1);
  const afterSql = after ? `and e.id < $${params.push(after[0])}::uuid` : '';
  const rows = await reader.query<RunRow>(
    `select ${runColumns} from export_run e join node_view n on n.id = e.node_id
     where e.account_id = $1 and ${insideSql} ${afterSql} order by e.id desc limit $2`,
    params,
  );
  return pageOf(
    rows.map((r) => found(r).shown),
    paging.limit,
    (r) => [r.id],
  );
}

export type OrganizationCells = Record<OrganizationColumn, string | null> & { id: string };

/** Organizations of the scope at and below one as rows of the workbook, by code, after the one named by `after`. */
export async function organizationPage(
  reader: Reader,
  { nodeId, scope }: { nodeId: string; scope: Scope },
  after: OrganizationCells | undefined,
  limit: number,
): Promise<OrganizationCells[]> {
  const params: unknown[] = [nodeId, after?.code ?? null, after?.id ?? null, limit];
  const insideSql = scope.within('n.id', params);
  return reader.query<OrganizationCells>(
    `select n.id, n.code, n.name, (select y.label from node_type y where y.code = n.type_code order by y.valid_from desc limit 1) as type,
       u.code as "parentCode", (select s.label from sector s where s.code = n.sector order by s.valid_from desc limit 1) as sector,
       o.established_on::text as "establishedOn", o.decision_number as "decisionNumber",
       case o.has_seal when true then 'Có' when false then 'Không' end as "hasSeal"
     from tree_now t join node_view n on n.id = t.descendant join node o on o.id = n.id left join node_view u on u.id = n.parent_id
     where t.ancestor = $1 and n.status = 'ACTIVE' and ${insideSql} and ($2::text is null or (n.code, n.id) > ($2, $3::uuid)) order by n.code, n.id limit $4`,
    params,
  );
}
