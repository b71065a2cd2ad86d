import type { BodyKind } from '@vungmanh/contracts/organization/body';
import type { Tx } from '@vungmanh/platform/db/tx';
import { monthOf } from '@vungmanh/regulations/calendar';
import { planOf } from './plan.rules.js';

interface Asked {
  readonly year: number;
  readonly bodyIds: readonly string[];
}

/** A plan as it is for every body of one kind in organizations of one type. */
interface PlanRow {
  body_kind: BodyKind;
  type_code: string | null;
  kind: string;
  period: string;
  month: string;
  planned_on: string;
}

/** Bodies a statement: what one of them may take is limited (infra), however many there are. */
const AT_ONCE = 2000;

/**
 * Draws up the year's plan of these bodies as far as it is missing: from the running month on, and nothing for a year that is over.
 * Answers how many bodies and meetings were added.
 */
export async function drawUp(tx: Tx, { year, bodyIds }: Asked): Promise<{ bodies: number; meetings: number }> {
  const thisMonth = monthOf(tx.clock.today());
  const fromMonth = `${year}-01` > thisMonth ? `${year}-01` : thisMonth;
  const added = { bodies: 0, meetings: 0 };
  if (bodyIds.length === 0 || Number(fromMonth.slice(0, 4)) !== year) return added;
  const plan = JSON.stringify(await plansOf(tx, fromMonth, bodyIds));
  for (let i = 0; i < bodyIds.length; i += AT_ONCE) {
    const [row] = await tx.query<typeof added>(DRAW_UP_SQL, [bodyIds.slice(i, i + AT_ONCE), plan]);
    added.bodies += row?.bodies ?? 0;
    added.meetings += row?.meetings ?? 0;
  }
  return added;
}

/** The plan once for every kind of body and type of organization among them: rules differ by nothing else yet. */
async function plansOf(tx: Tx, fromMonth: string, bodyIds: readonly string[]): Promise<PlanRow[]> {
  const sorts = await tx.query<{ kind: BodyKind; type_code: string | null }>(
    `select distinct b.kind, n.type_code from body_view b left join node_view n on n.id = b.node_id where b.id = any($1::uuid[]) and b.meets`,
    [bodyIds],
  );
  return sorts.flatMap(({ kind, type_code }) =>
    planOf(kind, fromMonth, type_code === null ? {} : { nodeType: type_code }).map((m): PlanRow => {
      const { kind: meetingKind, period, plannedOn } = m;
      return { body_kind: kind, type_code, kind: meetingKind, period, month: monthOf(plannedOn), planned_on: plannedOn };
    }),
  );
}

const DRAW_UP_SQL = `
  with plan as materialized (
    select * from jsonb_to_recordset($2::jsonb) as p(body_kind text, type_code text, kind text, period text, month text, planned_on date)
  ), added as (
    insert into meeting (id, version, body_id, node_id, kind, origin, state, period, month, planned_on, covers_thematic, counts_thematic,
      agenda, postponements, deviations)
    select uuidv7(), 1, b.id, b.node_id, p.kind, 'LIVE', 'PLANNED', p.period, p.month, p.planned_on, false, false, '[]', '[]', '[]'
    from body_view b left join node_view n on n.id = b.node_id
      join plan p on p.body_kind = b.kind and p.type_code is not distinct from n.type_code
    where b.id = any($1::uuid[]) and b.meets
    on conflict (body_id, kind, period) where period is not null and superseded_by is null do nothing
    returning body_id, month
  ), touched as (
    insert into month_dirty (body_id, month) select distinct body_id, month from added
  )
  select count(distinct body_id)::int as bodies, count(*)::int as meetings from added`;
