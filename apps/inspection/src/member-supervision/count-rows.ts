import type { SupervisionCounts } from '@vungmanh/contracts/inspection/member-supervision';
import { present } from '@vungmanh/platform/db/present';
import { told } from '@vungmanh/attendance/few';

export const OUTCOMES = ['commended', 'helped', 'reminded', 'referred', 'reported'] as const;
export type Counted = (typeof OUTCOMES)[number];

/** A cell with its counts as the database has them, before the small ones are taken out. */
export type CountRow = Omit<SupervisionCounts, Counted | 'state'> & { [K in Counted]: number } & { state: SupervisionCounts['state'] | null };

/** Of the cells in the quarter `$1`: `b` the body, `n` the organization, `m` the supervision, if there is one. */
export const countColumns = `b.node_id as "nodeId", b.name, n.code, m.state, coalesce(c.lines, 0) as lines, coalesce(c.commended, 0) as commended,
  coalesce(c.helped, 0) as helped, coalesce(c.reminded, 0) as reminded, coalesce(c.referred, 0) as referred, coalesce(c.reported, 0) as reported`;
export const countTablesSql = `body_view b join node_view n on n.id = b.node_id
  left join member_supervision m on m.body_id = b.id and m.quarter = $1 left join supervision_count c on c.supervision_id = m.id`;

/** What may go up of it. */
export const countsOf = (row: CountRow): SupervisionCounts => ({
  ...present(row),
  ...Object.fromEntries(OUTCOMES.map((name) => [name, told(row[name])])),
});
