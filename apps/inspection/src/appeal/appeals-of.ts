import type { Appeal } from '@vungmanh/contracts/inspection/appeal-state';
import type { Reader } from '@vungmanh/platform/db/reader';
import { present } from '@vungmanh/platform/db/present';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { commissionName } from '../discipline/appeal-body.js';
import { settlement } from './appeal.rules.js';

type Nulled = 'acceptedOn' | 'number' | 'closedOn' | 'ground' | 'outcome' | 'form';
type Row = Pick<Appeal, 'state' | 'on'> & { [K in Nulled]: NonNullable<Appeal[K]> | null } & { nodeId: string; nodeName: string };

/** The appeals of a case, oldest first, with the organization that settled each. */
export async function appealsOf(
  reader: Reader,
  disciplineId: string,
  today: string,
  context: RuleContext,
): Promise<{ nodeId: string; shown: Appeal }[]> {
  const rows = await reader.query<Row>(
    `select a.node_id as "nodeId", coalesce(n.name, '') as "nodeName", a.state, a.on_day::text as on, a.accepted_on::text as "acceptedOn",
       (select p.printed from discipline_paper p where p.case_id = a.case_id and p.kind = 'APPEAL_NOTICE' and p.node_id = a.node_id
         and a.accepted_on is not null) as number, a.closed_on::text as "closedOn", a.ground, a.outcome, a.form
     from appeal a left join node_view n on n.id = a.node_id where a.case_id = $1 order by a.at, a.id`,
    [disciplineId],
  );
  return rows.map(({ nodeId, nodeName, ...row }) => ({
    nodeId,
    shown: { ...present(row), to: commissionName(nodeName), ...settlement(row.on, row.closedOn, today, context) },
  }));
}
