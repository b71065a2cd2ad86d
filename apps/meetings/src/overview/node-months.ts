import type { Tx } from '@vungmanh/platform/db/tx';
import type { NodeMonth } from './body-months.js';
import { columnsSql, replacedSql, sumsSql } from './figures.js';

/**
 * Sums these organizations and all above them anew in these months, in one statement. Summed and not moved by differences: a
 * sum is right whatever went before, and reads no more than the rows of the months concerned.
 *
 * A month's figures follow the tree of its last day. Organizations do not move yet, so that today's tree is that of every day;
 * what is added takes its place in it. When they do move, an ended month has to be summed by the tree of its last day.
 */
export async function sumNodeMonths(tx: Tx, changed: readonly NodeMonth[]): Promise<void> {
  const once = new Map(changed.map((c) => [`${c.node_id} ${c.month}`, c]));
  if (once.size === 0) return;
  const pairs = [...once.values()];
  // On tables that nobody has analyzed yet the planner would pair everything by month first, or read a month once for each organization.
  await tx.query('set local enable_nestloop = off');
  await tx.query(
    `with above as materialized (
       select distinct t.ancestor as node_id, c.month from unnest($1::uuid[], $2::text[]) as c(node_id, month) join tree_now t on t.descendant = c.node_id
     ), below as materialized (
       select a.node_id, a.month, d.descendant from above a join tree_now d on d.ancestor = a.node_id
     )
     insert into node_month as had (node_id, month, turn, ${columnsSql})
     select b.node_id, b.month, 1, ${sumsSql}
     from below b join body_month m on m.node_id = b.descendant and m.month = b.month and m.month = any($3::text[])
     group by b.node_id, b.month order by b.node_id, b.month
     on conflict (node_id, month) do update set ${replacedSql}, turn = had.turn + 1`,
    [pairs.map((p) => p.node_id), pairs.map((p) => p.month), [...new Set(pairs.map((p) => p.month))]],
  );
}
