import { Injectable } from '@nestjs/common';
import { behindFigure, behindPlanned, type BehindRow } from '@vungmanh/contracts/inspection/report';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { type Behind, BEHIND_COLUMNS, BEHIND_JOINS, rowOf } from './behind-row.js';
import { countedSql } from './counted-sql.js';
import { PLANNED_COLUMNS, plannedSql, plannedRowOf, type PlannedBehind } from './planned-row.js';
import { periodOf } from './report.rules.js';

/** What the figures of a report are made of, for those who may read it; the newest first. */
@Injectable()
export class BehindQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly trail: ReadTrail,
  ) {}

  /** The rows that the report counts, narrowed to those on whose lists whoever asks stands. */
  @Rpc(behindFigure)
  async figure(call: Call<typeof behindFigure>): Promise<Page<BehindRow>> {
    const { nodeId, period, measure, code, subject = null, cursor, limit } = call.input;
    const { from, to } = periodOf(period);
    const params: unknown[] = [nodeId, from, to, this.clock.today(), call.actor.person ?? null, measure, code, subject];
    const insideSql = call.scope.within('k.node_id', params);
    const after = readCursor(cursor, 2);
    const afterSql = after ? `and (k.on_day, k.id) < ($${params.push(after[0])}::date, $${params.push(after[1])}::uuid)` : '';
    const rows = await this.db.query<Behind>(
      `select ${BEHIND_COLUMNS} from (${countedSql({ from: '$2::date', to: '$3::date', today: '$4::date', asker: '$5::uuid' })}) k
         join tree_now t on t.descendant = k.node_id and t.ancestor = $1 ${BEHIND_JOINS}
       where k.measure = $6 and k.code = $7 and k.subject is not distinct from $8 and k.mine and ${insideSql} ${afterSql}
       order by k.on_day desc, k.id desc limit $${params.push(limit + 1)}`,
      params,
    );
    const page = pageOf(rows, limit, (row) => [row.on, row.id]);
    await this.record(call, page.items);
    return { ...page, items: page.items.map(rowOf) };
  }

  @Rpc(behindPlanned)
  async planned(call: Call<typeof behindPlanned>): Promise<Page<BehindRow>> {
    const { nodeId, period, kind, subject, code, cursor, limit } = call.input;
    const { year, quarters } = periodOf(period);
    const params: unknown[] = [nodeId, year, quarters, this.clock.today(), kind, subject];
    const insideSql = call.scope.within('g.node_id', params);
    const after = readCursor(cursor, 2);
    const afterSql = after ? `and (l.due_on, l.id) > ($${params.push(after[0])}::date, $${params.push(after[1])}::uuid)` : '';
    const rows = await this.db.query<PlannedBehind>(
      `select ${PLANNED_COLUMNS} ${plannedSql(code)} and ${insideSql} ${afterSql} order by l.due_on, l.id limit $${params.push(limit + 1)}`,
      params,
    );
    const page = pageOf(rows, limit, (row) => [row.on, row.id]);
    await this.trail.recordPage(call, { persons: page.items.flatMap((row) => (row.subject === 'MEMBER' ? row.subjectId : [])), node: nodeId });
    return { ...page, items: page.items.map(plannedRowOf) };
  }

  /** As the lists of cases, of discipline and of denunciations do it: a case by itself, of a denunciation no name. */
  private async record(call: Call<typeof behindFigure>, rows: readonly Behind[]): Promise<void> {
    const cases = [...new Map(rows.filter((row) => row.caseKind !== null).map((row) => [row.ownerId, row])).values()];
    await Promise.all(cases.map((row) => this.trail.recordRead(call, { persons: [], node: row.nodeId, target: row.ownerId })));
    const persons = rows.flatMap((row) => row.disciplined ?? []);
    if (cases.length === 0) await this.trail.recordRead(call, { persons, node: call.input.nodeId });
  }
}
