import type { StudyLevel } from '@vungmanh/contracts/training/study-level';
import type { Db } from '@vungmanh/platform/db/db';
import type { FoundLevel } from './level-line.js';
import { isOpen, StudyLevelEntity } from './study-level.entity.js';
import { StudyCampaignEntity } from './study-campaign.entity.js';
import { studyActsIn } from './study.rules.js';

interface Around {
  leaderName: string;
  held: StudyLevel['held'];
}

/** Everything about one organization and one paper. */
export async function levelPage(db: Db, { line }: FoundLevel, mayStudy: boolean): Promise<StudyLevel> {
  const { level, campaign } = await db.load(async (manager) => ({
    level: await manager.findOneByOrFail(StudyLevelEntity, { id: line.id }),
    campaign: await manager.findOneByOrFail(StudyCampaignEntity, { id: line.campaignId }),
  }));
  const [around] = await db.query<Around>(AROUND_SQL, [line.id, campaign.nodeId]);
  if (!around) throw new Error(`Nothing is known around level ${line.id}`);
  const { paper, requirement } = campaign.order;
  return {
    ...line,
    campaignState: campaign.state,
    paper,
    ...(requirement === undefined ? {} : { requirement }),
    deadlines: level.deadlinesIn(campaign),
    ...around,
    ...(level.implementingFrom === null ? {} : { implementingFrom: level.implementingFrom }),
    ...(level.review === null ? {} : { review: level.review }),
    may: mayStudy ? studyActsIn(level.state, isOpen(level, campaign)) : [],
  };
}

const AROUND_SQL = `select
  (select n.name from node_view n where n.id = $2) as "leaderName",
  (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'heldOn', s.held_on, 'audience', s.audience, 'content', s.content,
     'expected', s.expected, 'attended', s.attended, 'essays', s.essays) order by s.held_on, s.id), '[]')
   from study_session s where s.level_id = $1 and s.dropped_on is null) as held`;
