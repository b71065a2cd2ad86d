import type { StudyCampaignLine, StudyOrder } from '@vungmanh/contracts/training/study-campaign';
import type { StudyCampaignState, StudyState } from '@vungmanh/contracts/training/study-state';
import type { Reader } from '@vungmanh/platform/db/reader';
import { refuse } from '@vungmanh/platform/problem';
import { isLate } from './study.rules.js';

interface Row {
  id: string;
  version: number;
  nodeId: string;
  nodeName: string;
  state: StudyCampaignState;
  order: StudyOrder;
  openedOn: string;
  levelId: string | null;
  levelState: StudyState;
  dueOn: string;
  ended: boolean;
}

/** Campaigns `c` as the organization in `$1` sees them, with where it stands itself. */
const LINE_SQL = `select c.id, c.version, c.node_id as "nodeId", n.name as "nodeName", c.state, c.order_text as "order", c.opened_on::text as "openedOn",
    l.id as "levelId", l.state as "levelState", l.due_on::text as "dueOn", l.ended_on is not null as ended
  from study_campaign c join node_view n on n.id = c.node_id left join study_level l on l.campaign_id = c.id and l.node_id = $1`;

/** Campaigns by a condition of ours; `params` begins with the organization that looks. */
export async function campaignLines(reader: Reader, restSql: string, params: unknown[], today: string): Promise<StudyCampaignLine[]> {
  const rows = await reader.query<Row>(`${LINE_SQL} ${restSql}`, params);
  return rows.map(({ order, levelId, levelState, dueOn, ended, ...row }) => ({
    ...row,
    ...order,
    ...(levelId === null
      ? {}
      : { own: { levelId, state: levelState, dueOn, late: row.state === 'UNDER_WAY' && !ended && isLate(levelState, dueOn, today), ended } }),
  }));
}

/** One campaign whose reach has been asked for, as its leader sees it. */
export async function campaignLine(reader: Reader, { id, nodeId }: { id: string; nodeId: string }, today: string): Promise<StudyCampaignLine> {
  const [line] = await campaignLines(reader, 'where c.id = $2', [nodeId, id], today);
  if (!line) throw refuse('request/not-found');
  return line;
}
