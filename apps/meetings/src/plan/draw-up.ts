import type { BodyKind } from '@vungmanh/contracts/organization/body';
import type { Tx } from '@vungmanh/platform/db/tx';
import { provinceContext } from '@vungmanh/platform/scope/rule-context';
import { monthOf } from '@vungmanh/regulations/calendar';
import { planOf } from './plan.rules.js';

interface Asked {
  readonly year: number;
  readonly bodyIds: readonly string[];
}

/** Bodies of one kind in organizations of one type, which have the same plan: rules differ by nothing else yet. */
interface Alike {
  kind: BodyKind;
  type_code: string | null;
  ids: string[];
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
  const rules = await provinceContext(tx);
  for (const { kind, type_code, ids } of await alike(tx, bodyIds)) {
    const plan = planOf(kind, fromMonth, { ...rules, ...(type_code === null ? {} : { nodeType: type_code }) });
    const rows = JSON.stringify(plan.map((m) => ({ kind: m.kind, period: m.period, month: monthOf(m.plannedOn), planned_on: m.plannedOn })));
    for (let i = 0; i < ids.length; i += AT_ONCE) {
      const [row] = await tx.query<typeof added>(DRAW_UP_SQL, [ids.slice(i, i + AT_ONCE), rows]);
      added.bodies += row?.bodies ?? 0;
      added.meetings += row?.meetings ?? 0;
    }
  }
  return added;
}

/** The type is read once: an organization that becomes known between two statements must not leave its bodies without a plan. */
async function alike(tx: Tx, bodyIds: readonly string[]): Promise<Alike[]> {
  return tx.query<Alike>(
    `select b.kind, n.type_code, array_agg(b.id) as ids from body_view b left join node_view n on n.id = b.node_id
     where b.id = any($1::uuid[]) and b.meets group by 1, 2`,
    [bodyIds],
  );
}

const DRAW_UP_SQL = `
  with plan as materialized (
    select * from jsonb_to_recordset($2::jsonb) as p(kind text, period text, month text, planned_on date)
  ), added as (
    insert into meeting (id, version, body_id, node_id, kind, origin, state, period, month, planned_on, covers_thematic, counts_thematic,
      agenda, postponements, deviations)
    select uuidv7(), 1, b.id, b.node_id, p.kind, 'LIVE', 'PLANNED', p.period, p.month, p.planned_on, false, false, '[]', '[]', '[]'
    from body_view b cross join plan p
    where b.id = any($1::uuid[]) and b.meets
    on conflict (body_id, kind, period) where period is not null and superseded_by is null do nothing
    returning body_id, month
  ), touched as (
    insert into month_dirty (body_id, month) select distinct body_id, month from added
  )
  select count(distinct body_id)::int as bodies, count(*)::int as meetings from added`;
