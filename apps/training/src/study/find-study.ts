import { countStatement } from '@vungmanh/platform/db/counter';
import type { Tx } from '@vungmanh/platform/db/tx';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { StudyCampaignEntity } from './study-campaign.entity.js';
import { StudyLevelEntity } from './study-level.entity.js';

/** A campaign to be changed by who plans for everything below its leader; to anybody else there is none. */
export async function lockCampaign(tx: Tx, call: Call, campaignId: string): Promise<StudyCampaignEntity> {
  const params: unknown[] = [campaignId];
  const insideSql = call.scope.withinBelow('c.node_id', params);
  const found = await tx.query(`select 1 as found from study_campaign c where c.id = $1 and ${insideSql}`, params);
  if (found.length === 0) throw refuse('request/not-found');
  countStatement();
  return tx.manager.findOneOrFail(StudyCampaignEntity, { where: { id: campaignId }, lock: { mode: 'pessimistic_write' } });
}

/** An organization's place in a campaign, to be changed by who works for that organization. */
export async function lockLevel(tx: Tx, call: Call, levelId: string): Promise<{ level: StudyLevelEntity; campaign: StudyCampaignEntity }> {
  const params: unknown[] = [levelId];
  const [found] = await tx.query<{ campaignId: string }>(
    `select l.campaign_id as "campaignId" from study_level l where l.id = $1 and ${call.scope.within('l.node_id', params)}`,
    params,
  );
  if (!found) throw refuse('request/not-found');
  countStatement();
  // Held: an end or an amendment at the same time waits, and then finds what was written.
  const campaign = await tx.manager.findOneOrFail(StudyCampaignEntity, { where: { id: found.campaignId }, lock: { mode: 'pessimistic_read' } });
  countStatement();
  const level = await tx.manager.findOneOrFail(StudyLevelEntity, { where: { id: levelId }, lock: { mode: 'pessimistic_write' } });
  return { level, campaign };
}
