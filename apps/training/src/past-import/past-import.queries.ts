import type { ImportRow } from '@vungmanh/contracts/organization/import-sheet';
import type { RowCounts } from '@vungmanh/contracts/organization/import-sheet';
import type { PastImport } from '@vungmanh/contracts/training/past-import';
import type { Page } from '@vungmanh/contracts/types';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { Scope } from '@vungmanh/platform/scope/scope';

interface RunRow extends Omit<PastImport, 'startedAt' | 'finishedAt' | 'counts' | 'trouble'> {
  startedAt: Date;
  finishedAt: Date | null;
  counts: RowCounts | null;
  trouble: string | null;
}

const runColumns = `i.id, i.version, i.node_id as "nodeId", i.file_name as "fileName", i.state, i.started_at as "startedAt", i.finished_at as "finishedAt",
  i.rows_read as "rowsRead", i.counts, i.trouble`;

function wire({ startedAt, finishedAt, ...row }: RunRow): PastImport {
  return { ...present(row), startedAt: startedAt.toISOString(), ...(finishedAt === null ? {} : { finishedAt: finishedAt.toISOString() }) };
}

/** An import of the scope, with everything below its organization, of which its rows speak; undefined for any other. */
export async function pastImportById(reader: Reader, id: string, scope: Scope): Promise<PastImport | undefined> {
  const params: unknown[] = [id];
  const insideSql = scope.withinBelow('i.node_id', params);
  const [row] = await reader.query<RunRow>(`select ${runColumns} from past_import i where i.id = $1 and ${insideSql}`, params);
  return row && wire(row);
}

/** Whether the scope holds an organization with everything below it: a workbook speaks of all of that. */
export async function reachesBelow(reader: Reader, nodeId: string, scope: Scope): Promise<boolean> {
  const params: unknown[] = [nodeId];
  const insideSql = scope.withinBelow('$1::uuid', params);
  const [row] = await reader.query<{ may: boolean }>(`select ${insideSql} as may`, params);
  return row?.may === true;
}

/** Imports of the scope, newest first. */
export async function pastImportsIn(reader: Reader, scope: Scope, paging: { cursor?: string | undefined; limit: number }): Promise<Page<PastImport>> {
  const params: unknown[] = [paging.limit + 1];
  const insideSql = scope.withinBelow('i.node_id', params);
  const after = readCursor(paging.cursor, 1);
  const afterSql = after ? `and i.id < $${params.push(after[0])}::uuid` : '';
  const rows = await reader.query<RunRow>(
    `select ${runColumns} from past_import i where ${insideSql} ${afterSql} order by i.id desc limit $1`,
    params,
  );
  return pageOf(rows.map(wire), paging.limit, (r) => [r.id]);
}

interface Asked {
  importId: string;
  state?: ImportRow['state'] | 'WARNING' | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Judged rows in the order of the sheet. */
export async function stagedPast(reader: Reader, { importId, state, cursor, limit }: Asked): Promise<{ page: Page<ImportRow>; persons: string[] }> {
  const rows = await reader.query<ImportRow & { personId: string | null }>(
    `select r."row", r.state, r.warned, r.shown as cells, r.remarks, case when r.node_id is null then null else r.person_id end as "personId"
     from past_import_row r where r.import_id = $1 and r.state is not null
       and ($2::text is null or case $2 when 'WARNING' then r.warned else r.state = $2 end) and r."row" > $3
     order by r."row" limit $4`,
    [importId, state ?? null, Number(readCursor(cursor, 1)?.[0] ?? 0), limit + 1],
  );
  const { items, ...rest } = pageOf(rows, limit, (r) => [String(r.row)]);
  return {
    page: { items: items.map(({ personId: _, ...row }) => row), ...rest },
    persons: [...new Set(items.flatMap(({ personId }) => (personId === null ? [] : [personId])))],
  };
}
