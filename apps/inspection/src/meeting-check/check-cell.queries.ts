import { Injectable } from '@nestjs/common';
import {
  type CellFilter,
  type CheckCell,
  type CheckCellLine,
  findingsOfCheck,
  getCheckCell,
  listCheckCells,
} from '@vungmanh/contracts/inspection/check-cell';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { In, IsNull } from 'typeorm';
import { CheckCellEntity } from './check-cell.entity.js';
import { CheckFindingEntity } from './check-finding.entity.js';
import { cellLine, cellLines } from './cell-line.js';
import { expectOnList } from './find-check.js';
import { MeetingCheckEntity } from './meeting-check.entity.js';
import { isPossible } from './meeting-check.rules.js';

const filterSql: Readonly<Record<CellFilter, string>> = {
  UNRECORDED: 'l.recorded_at is null',
  RECORDED: 'l.recorded_at is not null',
  WITH_SHORTCOMINGS: `exists (select 1 from check_finding f where f.check_id = l.check_id and f.node_id = l.node_id and f.dropped_at is null
    and f.kind = 'SHORTCOMING')`,
};

/** The cells of a check, for its team; whoever reads a sheet is on record before it leaves. */
@Injectable()
export class CheckCellQueries {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly trail: ReadTrail,
  ) {}

  /** In the order of the tree: no other order is offered, for a check ranks nobody. */
  @Rpc(listCheckCells)
  async list(call: Call<typeof listCheckCells>): Promise<Page<CheckCellLine>> {
    const { checkId, only, cursor, limit } = call.input;
    await expectOnList(this.db, call, checkId);
    const params: unknown[] = [checkId];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const [place, id] = readCursor(cursor, 2) ?? [];
    const afterSql = place === undefined ? 'true' : `(l.place, l.id) > (${p(place)}, ${p(id)}::uuid)`;
    const rows = await cellLines(
      this.db,
      `where l.check_id = $1 and ${only === undefined ? 'true' : filterSql[only]} and ${afterSql} order by l.place, l.id limit ${p(limit + 1)}`,
      params,
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.place, row.line.id]);
    return { items: items.map((row) => row.line), ...(next === undefined ? {} : { next }) };
  }

  @Rpc(findingsOfCheck)
  async findings(call: Call<typeof findingsOfCheck>): Promise<OutputOf<typeof findingsOfCheck>> {
    const { checkId, cursor, limit } = call.input;
    await expectOnList(this.db, call, checkId);
    const params: unknown[] = [checkId];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const [place, id] = readCursor(cursor, 2) ?? [];
    const afterSql = place === undefined ? 'true' : `(l.place, f.id) > (${p(place)}, ${p(id)}::uuid)`;
    const rows = await this.db.query<{ id: string; place: string; nodeName: string }>(
      `select f.id, l.place, n.name as "nodeName" from check_finding f join check_cell l on l.check_id = f.check_id and l.node_id = f.node_id
         join node_view n on n.id = f.node_id
       where f.check_id = $1 and f.dropped_at is null and ${afterSql} order by l.place, f.id limit ${p(limit + 1)}`,
      params,
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.place, row.id]);
    const found = await this.db.load((manager) => manager.findBy(CheckFindingEntity, { id: In(items.map((row) => row.id)) }));
    const byId = new Map(found.map((finding) => [finding.id, finding]));
    await this.trail.recordRead(call, { persons: [], target: checkId });
    const shown = items.flatMap(({ id: of, nodeName }) => {
      const finding = byId.get(of);
      return finding ? [{ ...finding.read(this.sealer), nodeId: finding.nodeId, nodeName }] : [];
    });
    return { items: shown, ...(next === undefined ? {} : { next }) };
  }

  @Rpc(getCheckCell)
  async get(call: Call<typeof getCheckCell>): Promise<CheckCell> {
    const { checkId, nodeId } = call.input;
    await expectOnList(this.db, call, checkId);
    const found = await this.db.load(async (manager) => ({
      check: await manager.findOneByOrFail(MeetingCheckEntity, { id: checkId }),
      cell: await manager.findOneBy(CheckCellEntity, { checkId, nodeId }),
      findings: await manager.find(CheckFindingEntity, { where: { checkId, nodeId, droppedAt: IsNull() }, order: { id: 'ASC' } }),
    }));
    const { check, cell, findings } = found;
    if (!cell) throw refuse('request/not-found');
    const line = await cellLine(this.db, cell.id);
    await this.trail.recordRead(call, { persons: [], node: nodeId, target: cell.id });
    const record = cell.read(this.sealer);
    return {
      ...line,
      ...(record === undefined ? {} : { record }),
      samples: cell.samples,
      others: cell.others,
      findings: findings.map((finding) => finding.read(this.sealer)),
      editable: isPossible('record', check.state),
    };
  }
}
