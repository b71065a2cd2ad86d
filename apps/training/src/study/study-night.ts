import { Injectable } from '@nestjs/common';
import { countStatement } from '@vungmanh/platform/db/counter';
import { Db } from '@vungmanh/platform/db/db';
import { dailyKind, type Day, Job, type JobRun } from '@vungmanh/platform/jobs/job';
import type { z } from 'zod';
import { StudyCampaignEntity } from './study-campaign.entity.js';
import { catchUp } from './study-campaign.service.js';

/** After organizations have been founded, merged and moved, which happens at midnight. */
const followTreeDaily = dailyKind('training.study-campaign.catch-up', 3600_000);

/** Each night campaigns follow the tree: what is new takes part, what is gone no longer does. */
@Injectable()
export class StudyNight {
  constructor(private readonly db: Db) {}

  @Job(followTreeDaily)
  async follow(_day: z.infer<typeof Day>, run: JobRun): Promise<void> {
    const open = await this.db.query<{ id: string }>(`select id from study_campaign where state = 'UNDER_WAY' order by id`);
    for (const { id } of open) {
      run.stopping.throwIfAborted();
      await this.db.transaction(run.trace, async (tx) => {
        countStatement();
        const campaign = await tx.manager.findOne(StudyCampaignEntity, { where: { id, state: 'UNDER_WAY' }, lock: { mode: 'pessimistic_write' } });
        if (campaign) await catchUp(tx, campaign);
      });
    }
  }
}
