import type { LineDetails } from '@vungmanh/contracts/inspection/plan-line';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Broken } from '@vungmanh/platform/problem';

/** Refuses a leader or member of a team who is no member of a cell at or below the program's organization today: `inspection/team-outside`. */
export async function checkTeam(tx: Tx, nodeId: string, { leaderId, teamIds }: Pick<LineDetails, 'leaderId' | 'teamIds'>): Promise<void> {
  const team = [...new Set([...(leaderId === undefined ? [] : [leaderId]), ...teamIds])];
  if (team.length === 0) return;
  const [row] = await tx.query<{ n: number }>(
    `select count(distinct r.person_id)::int as n from roster_line r join tree_now t on t.descendant = r.node_id and t.ancestor = $1
     where r.person_id = any($2::uuid[]) and r.valid_from <= $3::date and (r.valid_to is null or r.valid_to > $3::date)`,
    [nodeId, team, tx.clock.today()],
  );
  if (row?.n !== team.length) throw new Broken('inspection/team-outside');
}
