import { Injectable } from '@nestjs/common';
import {
  getSupervision,
  supervisionCounts,
  supervisionProgress,
  type MemberSupervision,
  type SupervisionCounts,
} from '@vungmanh/contracts/inspection/member-supervision';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { tellings, type UpTree } from '@vungmanh/attendance/telling';
import { type Counted, countColumns, type CountRow, countsOf, countTablesSql, OUTCOMES } from './count-rows.js';
import { supervisionOf } from './supervision-page.js';

type Progress = OutputOf<typeof supervisionProgress>;
type CellRow = { nodeId: string } & Record<Counted, number>;

/** A quarter as it stands in its cell, and in counts above. */
@Injectable()
export class SupervisionQueries {
  constructor(private readonly db: Db) {}

  @Rpc(getSupervision)
  async get({ input: { nodeId, quarter }, scope }: Call<typeof getSupervision>): Promise<MemberSupervision> {
    const found = await supervisionOf(
      this.db,
      (params) => `m.node_id = $${params.push(nodeId)} and m.quarter = $${params.push(quarter)} and ${scope.granted('m.node_id', params)}`,
    );
    if (!found) throw refuse('request/not-found');
    return found;
  }

  @Rpc(supervisionCounts)
  async counts({ input, scope }: Call<typeof supervisionCounts>): Promise<Page<SupervisionCounts>> {
    const { nodeId, quarter, state, cursor, limit } = input;
    const after = readCursor(cursor, 2);
    const params: unknown[] = [quarter];
    const insideSql = scope.below('b.node_id', `$${params.push(nodeId)}`, params).conditionSql;
    const stateSql = state === undefined ? '' : state === 'NONE' ? 'and m.state is null' : `and m.state = $${params.push(state)}`;
    const afterSql = after ? `and (n.code, b.node_id) > ($${params.push(after[0])}, $${params.push(after[1])}::uuid)` : '';
    const rows = await this.db.query<CountRow>(
      `select ${countColumns} from ${countTablesSql} where b.kind = 'CELL' and ${insideSql} ${stateSql} ${afterSql} order by n.code, b.node_id limit $${params.push(limit + 1)}`,
      params,
    );
    const page = pageOf(rows, limit, (row) => [row.code, row.nodeId]);
    return { ...page, items: page.items.map(countsOf) };
  }

  @Rpc(supervisionProgress)
  async progress({ input: { nodeId, quarter }, scope }: Call<typeof supervisionProgress>): Promise<Progress> {
    const params: unknown[] = [quarter];
    const insideSql = scope.below('b.node_id', `$${params.push(nodeId)}`, params).conditionSql;
    const [[row], cells, tree] = await Promise.all([
      this.db.query<Progress>(
        `select count(*)::int as cells, (count(*) filter (where m.state = 'DRAFT'))::int as draft, (count(*) filter (where m.state = 'OPEN'))::int as open,
           (count(*) filter (where m.state = 'CLOSED'))::int as closed, coalesce(sum(c.lines), 0)::int as lines
         from body_view b left join member_supervision m on m.body_id = b.id and m.quarter = $1 left join supervision_count c on c.supervision_id = m.id
         where b.kind = 'CELL' and ${insideSql}`,
        params,
      ),
      this.db.query<CellRow>(
        `select b.node_id as "nodeId", ${OUTCOMES.map((name) => `c.${name}`).join(', ')}
         from body_view b join member_supervision m on m.body_id = b.id and m.quarter = $1 join supervision_count c on c.supervision_id = m.id
         where b.kind = 'CELL' and ${OUTCOMES.map((name) => `c.${name}`).join(' + ')} > 0 and ${insideSql}`,
        params,
      ),
      this.db.query<UpTree[number]>(
        `select n.id, n.parent_id as "parentId" from tree_now t join node_view n on n.id = t.descendant where t.ancestor = $1 order by t.depth desc`,
        [nodeId],
      ),
    ]);
    return { ...(row ?? { cells: 0, draft: 0, open: 0, closed: 0, lines: 0 }), ...sumsOf(cells, tree) };
  }
}

/** The sums that can be told by the rule of reports: neither organizations below nor single cells give a smaller number away. */
function sumsOf(cells: readonly CellRow[], tree: UpTree): Partial<Record<Counted, number>> {
  const told = OUTCOMES.flatMap((name): [Counted, number][] => {
    const rows = cells.map((cell) => ({ nodeId: cell.nodeId, quarter: 1, code: name, others: cell[name] }));
    const sum = rows.reduce((total, row) => total + row.others, 0);
    return sum > 0 && tellings(rows, tree).get(name)?.quarters.has(1) === true ? [[name, sum]] : [];
  });
  return Object.fromEntries(told);
}
