import type { Import } from '@vungmanh/contracts/organization/import';
import type { ImportRow, RowCounts } from '@vungmanh/contracts/organization/import-sheet';
import type { Page } from '@vungmanh/contracts/types';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Scope } from '@vungmanh/platform/scope/scope';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';

interface RunRow extends Omit<Import, 'startedAt' | 'finishedAt' | 'progress' | 'organizations' | 'members' | 'trouble'> {
  startedAt: Date;
  finishedAt: Date | null;
  done: number;
  total: number;
  organizations: RowCounts | null;
  members: RowCounts | null;
  trouble: string | null;
}

const runColumns = `i.id, i.version, i.node_id as "nodeId", i.file_name as "fileName", i.state, i.started_at as "startedAt", i.finished_at as "finishedAt",
  i.done, i.total, i.organizations, i.members, i.confirmed, i.trouble`;

function wire({ startedAt, finishedAt, done, total, ...row }: RunRow): Import {
  return {
    ...present(row),
    startedAt: startedAt.toISOString(),
    ...(finishedAt === null ? {} : { finishedAt: finishedAt.toISOString() }),
    progress: { done, total },
  };
}

/** An import of the scope, with everything below its organization, of which its rows speak; undefined for any other. */
export async function importById(reader: Reader, id: string, scope: Scope): Promise<Import | undefined> {
  const params: unknown[] = [id];
  const insideSql = scope.withinBelow('i.node_id', params);
  const [row] = await reader.query<RunRow>(`select ${runColumns} from import_run i where i.id = $1 and ${insideSql}`, params);
  return row && wire(row);
}

/** Whether the scope holds an organization with everything below it: a workbook speaks of all of that. */
export async function mayImportAt(reader: Reader, nodeId: string, scope: Scope): Promise<boolean> {
  const params: unknown[] = [nodeId];
  const insideSql = scope.withinBelow('$1::uuid', params);
  const [row] = await reader.query<{ may: boolean }>(`select ${insideSql} as may`, params);
  return row?.may === true;
}

/** Imports of the scope, newest first. */
export async function importsIn(reader: Reader, scope: Scope, paging: { cursor?: string | undefined; limit: number }): Promise<Page<Import>> {
  const params: unknown[] = [paging.limit + 1];
  const insideSql = scope.withinBelow('i.node_id', params);
  const after = readCursor(paging.cursor, 1);
  const afterSql = after ? `and i.id < $${params.push(after[0])}::uuid` : '';
  const rows = await reader.query<RunRow>(
    `select ${runColumns} from import_run i where ${insideSql} ${afterSql} order by i.id desc limit $1`,
    params,
  );
  return pageOf(rows.map(wire), paging.limit, (r) => [r.id]);
}

/** Staged organizations in the order of the sheet. */
export async function stagedRows(
  reader: Reader,
  asked: { importId: string; state?: ImportRow['state'] | 'WARNING' | undefined; cursor?: string | undefined; limit: number },
): Promise<Page<ImportRow>> {
  const params: unknown[] = [asked.importId, asked.limit + 1];
  const after = readCursor(asked.cursor, 1);
  const afterSql = after ? `and r.row > $${params.push(Number(after[0]))}` : '';
  const stateSql = asked.state === undefined ? '' : asked.state === 'WARNING' ? 'and r.warned' : `and r.state = $${params.push(asked.state)}`;
  const rows = await reader.query<ImportRow>(
    `select r.row, r.state, r.warned, r.cells, r.remarks from import_organization r where r.import_id = $1 ${stateSql} ${afterSql} order by r.row limit $2`,
    params,
  );
  return pageOf(rows, asked.limit, (r) => [String(r.row)]);
}
