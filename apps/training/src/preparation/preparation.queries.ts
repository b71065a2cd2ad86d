import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { exportPreparations, getPreparation, listPreparations, type Preparation } from '@vungmanh/contracts/training/preparation';
import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Files } from '@vungmanh/platform/files';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { PreparationRows } from './preparation-rows.js';
import { preparationsSheet } from './preparation-workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CHUNK = 200;
type Sorted = Preparation & { sortKey: string };
const plain = ({ sortKey: _, ...row }: Sorted): Preparation => row;

/**
 * Who is being prepared, for whose mandate it is. Each reading leaves a row that names the organization and no person: whoever reads the
 * audit, the person included, does not learn from it who is on the list.
 */
@Injectable()
export class PreparationQueries {
  constructor(
    private readonly rows: PreparationRows,
    private readonly trail: ReadTrail,
    private readonly files: Files,
  ) {}

  @Rpc(listPreparations)
  async list(call: Call<typeof listPreparations>): Promise<OutputOf<typeof listPreparations>> {
    const { cursor, limit, nodeId } = call.input;
    const found = await this.page(call, { after: readCursor(cursor, 2), limit: limit + 1 });
    const { items, next } = pageOf(found, limit, (row) => [row.sortKey, row.id]);
    await this.trail.recordRead(call, { persons: [], node: nodeId });
    return { items: items.map(plain), ...(next === undefined ? {} : { next }) };
  }

  @Rpc(getPreparation)
  async get(call: Call<typeof getPreparation>): Promise<Preparation> {
    const params: unknown[] = [this.rows.today, call.input.preparationId];
    const insideSql = call.scope.within('p.node_id', params);
    const [row] = await this.rows.read(`p.id = $2 and ${insideSql}`, params, call.trace);
    if (!row) throw refuse('request/not-found');
    await this.trail.recordRead(call, { persons: [], node: row.nodeId, target: row.id });
    return plain(row);
  }

  @Rpc(exportPreparations)
  async export(call: Call<typeof exportPreparations>): Promise<OutputOf<typeof exportPreparations>> {
    const { fileId } = await this.files.put(streamOfWorkbook([preparationsSheet(this.all(call))]), { by: 'service:training', type: XLSX });
    await this.trail.recordRead(call, { persons: [], node: call.input.nodeId });
    return { fileId, name: 'Danh sách quy hoạch.xlsx', type: XLSX };
  }

  private async *all(call: Call<typeof exportPreparations>): AsyncIterable<Preparation> {
    let last: Sorted | undefined;
    do {
      const rows = await this.page(call, { after: last && [last.sortKey, last.id], limit: CHUNK });
      yield* rows.map(plain);
      last = rows.length === CHUNK ? rows.at(-1) : undefined;
    } while (last);
  }

  private async page(
    { input, scope, trace }: Call<typeof listPreparations> | Call<typeof exportPreparations>,
    { after, limit }: { after: readonly string[] | undefined; limit: number },
  ): Promise<Sorted[]> {
    const params: unknown[] = [this.rows.today, input.nodeId, limit];
    const { conditionSql } = scope.below('p.node_id', '$2', params);
    const conditions = [conditionSql];
    if ('post' in input && input.post !== undefined) conditions.push(`p.post = $${params.push(input.post)}`);
    if ('state' in input && input.state !== undefined) conditions.push(`p.state = $${params.push(input.state)}`);
    if (after) conditions.push(`(coalesce(w.sort_key, ''), p.id) > ($${params.push(after[0])}, $${params.push(after[1])}::uuid)`);
    return this.rows.read(`${conditions.join(' and ')} order by coalesce(w.sort_key, ''), p.id limit $3`, params, trace);
  }
}
