import type { Appeal } from '@vungmanh/contracts/inspection/appeal-state';
import type { DisciplineDelivery } from '@vungmanh/contracts/inspection/discipline-state';
import type { Reader } from '@vungmanh/platform/db/reader';
import { present } from '@vungmanh/platform/db/present';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { commissionName } from '../discipline/appeal-body.js';
import { settlement } from './appeal.rules.js';

type Nulled = 'acceptedOn' | 'number' | 'closedOn' | 'ground' | 'outcome' | 'form';
type Row = Pick<Appeal, 'state' | 'on'> & { [K in Nulled]: NonNullable<Appeal[K]> | null } & {
  id: string;
  nodeId: string;
  nodeName: string;
  delivery: DisciplineDelivery | null;
  deliveredOn: string | null;
};

/** An appeal with the organization that settles it. */
interface ListedAppeal {
  readonly id: string;
  readonly nodeId: string;
  readonly shown: Appeal;
}

/** The appeals of a case, oldest first, with the organization that settled each. */
export async function appealsOf(reader: Reader, disciplineId: string, today: string, context: RuleContext): Promise<ListedAppeal[]> {
  const rows = await reader.query<Row>(
    `select a.id, a.node_id as "nodeId", coalesce(n.name, '') as "nodeName", a.state, a.on_day::text as on, a.accepted_on::text as "acceptedOn",
       (select p.printed from discipline_paper p where p.kind = 'APPEAL_NOTICE' and p.about_id = a.id) as number, a.closed_on::text as "closedOn", a.ground, a.outcome, a.form, a.delivery, a.delivered_on::text as "deliveredOn"
     from appeal a left join node_view n on n.id = a.node_id where a.case_id = $1 order by a.at, a.id`,
    [disciplineId],
  );
  return rows.map(({ id, nodeId, nodeName, delivery, deliveredOn, ...row }) => ({
    id,
    nodeId,
    shown: {
      ...present(row),
      to: commissionName(nodeName),
      ...settlement(row.on, row.closedOn, today, context),
      ...(delivery === null || deliveredOn === null ? {} : { delivered: { how: delivery, on: deliveredOn } }),
    },
  }));
}
