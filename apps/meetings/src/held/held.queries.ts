import { Injectable } from '@nestjs/common';
import { heldByCells } from '@vungmanh/contracts/meetings/held';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import type { Call } from '@vungmanh/platform/rpc/call';
import { provinceContext } from '@vungmanh/platform/scope/rule-context';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import type { Month } from '@vungmanh/contracts/types';
import { addMonthsTo, dayIn, monthOf, monthsOf, quarterOf } from '@vungmanh/regulations/calendar';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';
import { owedStatesSql } from '../task/open.js';

type Row = OutputOf<typeof heldByCells>['items'][number];

/** What cells' meetings of some months come to, for a check of them: one statement for as many cells as are asked for. */
@Injectable()
export class HeldQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Rpc(heldByCells)
  async byCells(call: Call<typeof heldByCells>): Promise<OutputOf<typeof heldByCells>> {
    const { nodeIds, from, to } = call.input;
    const today = this.clock.today();
    const owed = owedBy({ from, to }, monthOf(today), await provinceContext(this.db));
    const items = await this.db.query<Row>(HELD_SQL, [
      nodeIds,
      from,
      to,
      today,
      owed.months,
      owed.quarters,
      monthOf(today),
      monthsOf(quarterOf(today))[0],
    ]);
    return { items };
  }
}

/**
 * How many regular meetings of these months, and thematic ones of their quarters, were owed by now: those whose time has passed. What
 * was held of the running month is owed and held.
 */
function owedBy({ from, to }: { from: Month; to: Month }, current: Month, rules: RuleContext): { months: number; quarters: number } {
  const passed: Month[] = [];
  for (let month = from; month <= to && month < current; month = addMonthsTo(month, 1)) passed.push(month);
  const ended = passed.filter((month) => monthsOf(quarterOf(month))[2] === month);
  const quarters = ended.map((month) => ruleAt('meeting.thematic.per_quarter', dayIn(month, 1), rules)?.value ?? 0);
  return { months: passed.length, quarters: quarters.reduce((sum, n) => sum + n, 0) };
}

const HELD_SQL = `
  select n.id as "nodeId",
    jsonb_build_object('months', $5::int + m.held_now, 'held', m.held, 'onTime', m.on_time, 'signed', m.signed, 'resolved', m.resolved,
      'thematicDue', $6::int + m.thematic_now, 'thematicHeld', m.thematic, 'present', m.present, 'expected', m.expected,
      'deviations', m.deviations, 'withGuests', m.with_guests, 'tasks', t.tasks, 'tasksDone', t.done, 'tasksOverdue', t.overdue) as figures,
    m.meetings
  from unnest($1::uuid[]) as n(id)
  cross join lateral (
    select (count(*) filter (where m.kind = 'REGULAR'))::int as held,
      (count(*) filter (where m.kind = 'REGULAR'
        and not m.deviations @? '$[*] ? (@.ruleKey == "meeting.regular.day" || @.ruleKey == "meeting.regular.fallback")'))::int as on_time,
      (count(*) filter (where m.kind = 'REGULAR' and m.state in ('MINUTES_SIGNED', 'PUBLISHED')))::int as signed,
      (count(*) filter (where m.kind = 'REGULAR' and r.state = 'ADOPTED'))::int as resolved,
      (count(*) filter (where m.counts_thematic))::int as thematic,
      (count(*) filter (where m.kind = 'REGULAR' and m.month = $7))::int as held_now,
      (count(*) filter (where m.counts_thematic and m.month >= $8))::int as thematic_now,
      coalesce(sum(m.present), 0)::int as present, coalesce(sum(m.expected), 0)::int as expected,
      coalesce(sum(jsonb_array_length(m.deviations)), 0)::int as deviations,
      (count(*) filter (where m.guests > 0))::int as with_guests,
      coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'heldOn', coalesce(m.held_on, m.planned_on), 'guests', coalesce(m.guests, 0))
        order by coalesce(m.held_on, m.planned_on), m.id), '[]') as meetings
    from meeting m join body_view b on b.id = m.body_id and b.kind = 'CELL' left join resolution r on r.id = m.id
    where m.node_id = n.id and m.month between $2 and $3 and m.superseded_by is null and m.state in ('CLOSED', 'MINUTES_SIGNED', 'PUBLISHED')
  ) m
  cross join lateral (
    select count(*)::int as tasks, (count(*) filter (where t.state in ('VERIFIED', 'CLOSED') and t.result <> 'NOT_DONE'))::int as done,
      (count(*) filter (where t.state in ${owedStatesSql} and t.deadline < $4::date))::int as overdue
    from task t join meeting o on o.id = t.meeting_id
    where t.node_id = n.id and o.month between $2 and $3 and t.state <> 'CANCELLED'
  ) t
  order by n.id`;
