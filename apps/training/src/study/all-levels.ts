import type { StudyDeadlines } from '@vungmanh/contracts/training/study-state';
import type { Tx } from '@vungmanh/platform/db/tx';
import type { StudyCampaignEntity } from './study-campaign.entity.js';
import { dueIn, dueTable, TIER_SQL } from './study.rules.js';
import { TOLD_SQL, type ToldLevel } from './study-told.js';

type Campaign = Pick<StudyCampaignEntity, 'id' | 'nodeId' | 'order' | 'cascadedOn'>;

const columnsOf = (deadlines: readonly StudyDeadlines[]): [tiers: string[], dues: string[]] => [
  deadlines.map((d) => d.tier),
  deadlines.map((d) => dueIn('RECEIVED', d)),
];

/**
 * Puts a paper before every organization at and below its leader that has none of it yet, in one statement. One that comes later has as
 * many days as the others had. Answers those that were added.
 */
export function addLevels(tx: Tx, { id, nodeId, order, cascadedOn }: Campaign): Promise<ToldLevel[]> {
  return tx.query<ToldLevel>(
    `insert into study_level as l (id, version, campaign_id, node_id, tier, place, state, due_on, shift_days, sessions, expected, attended, essays)
     select uuidv7(), 1, $1, n.id, d.tier, n.code, 'RECEIVED', d.due + ($5::date - $6::date), $5::date - $6::date, 0, 0, 0, 0
     from tree_now t join node_view n on n.id = t.descendant join unnest($3::text[], $4::date[]) as d(tier, due) on d.tier = ${TIER_SQL}
     where t.ancestor = $2 and n.status = 'ACTIVE' and ((n.traits ->> 'meetsAsCell')::boolean or (n.traits ->> 'mayHaveCommittee')::boolean)
     on conflict on constraint study_level_once do nothing
     returning ${TOLD_SQL}`,
    [id, nodeId, ...columnsOf(order.deadlines), tx.clock.today(), cascadedOn],
  );
}

/** Ends what is no longer there or no longer below the leader, and takes back what has come back. Answers what has changed. */
export function followTree(tx: Tx, { id, nodeId }: Campaign): Promise<ToldLevel[]> {
  return tx.query<ToldLevel>(
    `update study_level l set version = l.version + 1, place = now.code, ended_on = case when now.there then null else coalesce(l.ended_on, $3::date) end
     from (select n.id, n.code, n.status = 'ACTIVE' and t.descendant is not null as there
       from node_view n left join tree_now t on t.ancestor = $2 and t.descendant = n.id) now
     where now.id = l.node_id and l.campaign_id = $1 and (now.code <> l.place or now.there <> (l.ended_on is null))
     returning ${TOLD_SQL}`,
    [id, nodeId, tx.clock.today()],
  );
}

/** Measures every organization by the deadlines that stand now, in one statement. Answers those that moved. */
export function moveDeadlines(tx: Tx, { id, order }: Campaign): Promise<ToldLevel[]> {
  const table = dueTable(order.deadlines);
  return tx.query<ToldLevel>(
    `update study_level l set version = l.version + 1, due_on = d.due + l.shift_days
     from unnest($2::text[], $3::text[], $4::date[]) as d(tier, state, due)
     where l.campaign_id = $1 and l.tier = d.tier and l.state = d.state and l.due_on <> d.due + l.shift_days
     returning ${TOLD_SQL}`,
    [id, table.map((d) => d.tier), table.map((d) => d.state), table.map((d) => d.due)],
  );
}

/** What is still owed of a campaign that ends; their versions move on, because they are told anew. */
export function releaseLevels(tx: Tx, { id }: Pick<Campaign, 'id'>): Promise<ToldLevel[]> {
  return tx.query<ToldLevel>(
    `update study_level l set version = l.version + 1 where l.campaign_id = $1 and l.state <> 'REVIEWED' and l.ended_on is null returning ${TOLD_SQL}`,
    [id],
  );
}
