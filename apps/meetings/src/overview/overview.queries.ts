import { Injectable } from '@nestjs/common';
import {
  overviewBelow,
  overviewOfChildren,
  overviewOfYear,
  thematicMissing,
  thematicMissingText,
  type ThematicMissing,
} from '@vungmanh/contracts/meetings/overview';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import type { Stored } from '@vungmanh/platform/rpc/stored';
import { quarterOf } from '@vungmanh/regulations/calendar';
import { OverviewAnswers } from './overview-answers.js';
import { readRows, rowOf, rowSql, type FigureRow } from './overview-rows.js';

/** The view from above: finished figures, of what lies in the scope. */
@Injectable()
export class OverviewQueries {
  constructor(
    private readonly db: Db,
    private readonly answers: OverviewAnswers,
  ) {}

  /** The organization itself first. */
  @Rpc(overviewOfChildren)
  async children(call: Call<typeof overviewOfChildren>): Promise<OutputOf<typeof overviewOfChildren>> {
    const { nodeId, month } = call.input;
    const rows = await readRows(this.db, { nodeId, month, depth: 1, insideSql: (params) => call.scope.within('t.descendant', params) });
    return { month, quarter: quarterOf(month), items: rows.map(rowOf) };
  }

  /** The answer that is kept is everything below: whoever holds a right at some of these organizations alone gets one of their own. */
  @Rpc(overviewBelow)
  async below(call: Call<typeof overviewBelow>): Promise<Stored> {
    const { nodeId, month } = call.input;
    const kept = await this.answers.lookUp(nodeId, month, (params) => call.scope.withinBelow('$1', params));
    if (kept.whole) return this.answers.of(nodeId, month, kept);
    return this.answers.pack(month, await readRows(this.db, { nodeId, month, insideSql: (p) => call.scope.within('t.descendant', p) }));
  }

  @Rpc(overviewOfYear)
  async year(call: Call<typeof overviewOfYear>): Promise<OutputOf<typeof overviewOfYear>> {
    const { nodeId, year } = call.input;
    const params: unknown[] = [nodeId, String(year)];
    const rows = await this.db.query<FigureRow<{ month: string }>>(
      `select ${rowSql}, y.month
       from node_view n cross join (select $2 || '-' || lpad(i::text, 2, '0') as month from generate_series(1, 12) as i) y
         left join node_month f on f.node_id = n.id and f.month = y.month
       where n.id = $1 and ${call.scope.within('n.id', params)} order by y.month`,
      params,
    );
    return { items: rows.map((row) => ({ ...rowOf(row), month: row.month })) };
  }

  /** By the same rows as the figures: as many as are owed and not held. */
  @Rpc(thematicMissing)
  async missing(call: Call<typeof thematicMissing>): Promise<Page<ThematicMissing>> {
    const { nodeId, month, cursor, limit } = call.input;
    const says = thematicMissingText(quarterOf(month));
    const params: unknown[] = [nodeId, month];
    const insideSql = call.scope.within('c.node_id', params);
    const after = readCursor(cursor, 2);
    const afterSql = after ? `and (n.code, n.id) > ($${params.push(after[0])}, $${params.push(after[1])}::uuid)` : '';
    const rows = await this.db.query<Omit<ThematicMissing, 'says'>>(
      `select c.node_id as "nodeId", c.body_id as "bodyId", n.code, n.name, coalesce(p.name, '') as "parentName"
       from body_month c join tree_now t on t.descendant = c.node_id and t.ancestor = $1
         join node_view n on n.id = c.node_id left join node_view p on p.id = n.parent_id
       where c.month = $2 and c.thematic_done < c.thematic_due and ${insideSql} ${afterSql}
       order by n.code, n.id limit $${params.push(limit + 1)}`,
      params,
    );
    return pageOf(
      rows.map((row) => ({ ...row, says })),
      limit,
      (row) => [row.code, row.nodeId],
    );
  }
}
