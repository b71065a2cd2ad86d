import type { MemberSupervision } from '@vungmanh/contracts/inspection/member-supervision';
import type { Reader } from '@vungmanh/platform/db/reader';
import { present } from '@vungmanh/platform/db/present';
import { actsIn } from './supervision.rules.js';

type Nulled = 'openedOn' | 'closedOn';
type Row = Omit<MemberSupervision, Nulled | 'may'> & { [K in Nulled]: string | null };

/** The quarter that `whichSql` picks, as it is shown: `m` is the supervision, and its parameters are appended. */
export async function supervisionOf(reader: Reader, whichSql: (params: unknown[]) => string): Promise<MemberSupervision | undefined> {
  const params: unknown[] = [];
  const [row] = await reader.query<Row>(
    `select m.id, m.version, m.node_id as "nodeId", m.body_id as "bodyId", coalesce(b.name, '') as "bodyName", m.quarter, m.state,
       m.roster_on::text as "rosterOn", c.lines, m.grade_scale as "gradeScale", m.opened_on::text as "openedOn", m.closed_on::text as "closedOn"
     from member_supervision m join supervision_count c on c.supervision_id = m.id left join body_view b on b.id = m.body_id
     where ${whichSql(params)}`,
    params,
  );
  return row === undefined ? undefined : { ...present(row), may: actsIn(row.state) };
}
