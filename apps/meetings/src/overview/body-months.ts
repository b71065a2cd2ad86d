import type { Tx } from '@vungmanh/platform/db/tx';
import { provinceContext } from '@vungmanh/platform/scope/rule-context';
import { dayIn, monthOf, monthsOf, quarterOf } from '@vungmanh/regulations/calendar';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';
import { openStatesSql, owedStatesSql } from '../task/open.js';
import { columns, columnsSql } from './figures.js';

/** A body, or an organization, in a month 'YYYY-MM'. */
export interface BodyMonth {
  readonly bodyId: string;
  readonly month: string;
}
export interface NodeMonth {
  readonly node_id: string;
  readonly month: string;
}

const HELD = `('CLOSED', 'MINUTES_SIGNED', 'PUBLISHED')`;
/** The meeting that a body owes every month; one that was called off because the body ended was never owed. */
const DUTY = `m.kind in ('REGULAR', 'COMMITTEE') and (b.meets or m.state <> 'CANCELLED')`;
const duty = (stateSql: string): string => `coalesce(bool_or(${DUTY} and ${stateSql}), false)::int`;

/**
 * Counts these bodies anew in these months, in three statements, and answers the organizations and months in which something has
 * become different.
 *
 * - planned ⊇ noticed ⊇ met ⊇ confirmed ⊇ published: 0 or 1 by how far the month's own meeting (regular, or the committee's) has
 *   come; one handed in whole has passed every step before. missed: it was not held, and no other in its place.
 * - present, expected: over every meeting held that month. deviations: of every meeting of the month.
 * - tasks: in the running month all that are open, and those past their deadline whose doer has not reported; in any other month
 *   those that are due in it.
 * - bodies: the body meets, or did in that month; an ended month keeps what it was.
 */
export async function countBodyMonths(tx: Tx, pairs: readonly BodyMonth[]): Promise<NodeMonth[]> {
  const today = tx.clock.today();
  const rules = await provinceContext(tx);
  const owed = new Map([...new Set(pairs.map((p) => p.month))].map((month) => [month, thematicOwed(month, rules)]));
  const changed = await tx.query<NodeMonth>(COUNT_SQL, [
    pairs.map((p) => p.bodyId),
    pairs.map((p) => p.month),
    pairs.map((p) => owed.get(p.month) ?? 0),
    today,
    monthOf(today),
  ]);
  return [...changed, ...(await countThematic(tx, pairs, rules))];
}

/** How many thematic meetings the rule asks of a cell in the quarter of the month; none where no rule is in force. */
const thematicOwed = (month: string, rules: RuleContext): number => ruleAt('meeting.thematic.per_quarter', dayIn(month, 1), rules)?.value ?? 0;

/** All but the figure of the quarter, which is counted on its own. */
const counted = columns.filter((c) => c !== 'thematic_done');

const COUNT_SQL = `
  insert into body_month as had (body_id, month, node_id, ${columnsSql})
  select b.id, p.month, b.node_id, c.bodies, m.planned, m.noticed, m.met, m.confirmed, m.published, m.missed, m.present, m.expected,
    t.open_tasks, t.overdue_tasks, m.deviations, (c.bodies = 1 and b.kind = 'CELL' and p.owed > 0)::int, 0
  from unnest($1::uuid[], $2::text[], $3::int[]) as p(body_id, month, owed)
  join body_view b on b.id = p.body_id
  left join body_month o on o.body_id = b.id and o.month = p.month
  cross join lateral (
    select ${duty('true')} as planned,
      ${duty(`m.state in ('NOTIFIED', 'IN_SESSION', 'CLOSED', 'MINUTES_SIGNED', 'PUBLISHED')`)} as noticed,
      ${duty(`m.state in ${HELD}`)} as met,
      ${duty(`m.state in ('MINUTES_SIGNED', 'PUBLISHED')`)} as confirmed,
      ${duty(`m.state = 'PUBLISHED'`)} as published,
      greatest(${duty(`m.state in ('MISSED', 'CANCELLED')`)} - ${duty(`m.state in ${HELD}`)}, 0) as missed,
      coalesce(sum(m.present) filter (where m.state in ${HELD}), 0)::int as present,
      coalesce(sum(m.expected) filter (where m.state in ${HELD}), 0)::int as expected,
      coalesce(sum(jsonb_array_length(m.deviations)), 0)::int as deviations,
      coalesce(bool_or(m.state in ${HELD}), false) as held
    from meeting m where m.body_id = b.id and m.month = p.month and m.superseded_by is null
  ) m
  cross join lateral (
    select count(*)::int as open_tasks, (count(*) filter (where t.state in ${owedStatesSql} and t.deadline < $4::date))::int as overdue_tasks
    from task t where t.body_id = b.id and t.state in ${openStatesSql}
      and (p.month = $5 or t.deadline between (p.month || '-01')::date and ((p.month || '-01')::date + interval '1 month - 1 day')::date)
  ) t
  cross join lateral (select (b.meets or m.held or (p.month < $5 and coalesce(o.bodies, 0) = 1))::int as bodies) c
  on conflict (body_id, month) do update set ${counted.map((c) => `${c} = excluded.${c}`).join(', ')}
  where (${counted.map((c) => `had.${c}`).join(', ')}) is distinct from (${counted.map((c) => `excluded.${c}`).join(', ')})
  returning node_id, month`;

/** A thematic meeting shows in all three months of its quarter. One below its time was the regular meeting only (domain.md §11.3, story 2). */
async function countThematic(tx: Tx, pairs: readonly BodyMonth[], rules: RuleContext): Promise<NodeMonth[]> {
  const quarters = new Map(pairs.map(({ bodyId, month }) => [`${bodyId} ${quarterOf(month)}`, { bodyId, months: monthsOf(quarterOf(month)) }]));
  const asked = [...quarters.values()];
  return tx.query<NodeMonth>(
    `update body_month c set thematic_done = c.thematic_due * (d.held >= d.owed)::int
     from (
       select q.body_id, q.first, q.last, q.owed, (
         select count(*) from meeting m where m.body_id = q.body_id and m.month between q.first and q.last
           and m.counts_thematic and m.state in ${HELD} and m.superseded_by is null) as held
       from unnest($1::uuid[], $2::text[], $3::text[], $4::int[]) as q(body_id, first, last, owed)
     ) d
     where c.body_id = d.body_id and c.month between d.first and d.last
       and c.thematic_done <> c.thematic_due * (d.held >= d.owed)::int
     returning c.node_id, c.month`,
    [asked.map((q) => q.bodyId), asked.map((q) => q.months[0]), asked.map((q) => q.months[2]), asked.map((q) => thematicOwed(q.months[0], rules))],
  );
}
