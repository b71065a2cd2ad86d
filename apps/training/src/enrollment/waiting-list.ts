import { Injectable } from '@nestjs/common';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, jobKind } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { z } from 'zod';
import { PLACED } from './enrollment.rules.js';

const callUp = jobKind('training.class.call-up', z.strictObject({ classId: z.uuid() }));

/** A place that becomes free goes to whoever has waited longest. They may be of another cell, so the platform does it and not who declines. */
@Injectable()
export class WaitingList {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
  ) {}

  async freed(tx: Tx, classId: string): Promise<void> {
    await this.jobs.insert(tx, callUp, { classId });
  }

  @Job(callUp)
  async callUp({ classId }: z.infer<typeof callUp.payload>): Promise<void> {
    await this.db.transaction('', async (tx) => {
      // Held while the places are counted: whoever approves at the same moment holds it too.
      const [open] = await tx.query<{ capacity: number }>(`select capacity from training_class where id = $1 and state = 'ENROLLING' for update`, [
        classId,
      ]);
      if (!open) return;
      await tx.query(
        `update class_enrollment set state = 'APPROVED', waits_since = null, version = version + 1 where id in (
           select id from class_enrollment where class_id = $1 and state = 'WAITING' order by waits_since, id
           limit greatest(0, $2 - (select count(*) from class_enrollment where class_id = $1 and state = any($3::text[]))))`,
        [classId, open.capacity, PLACED],
      );
    });
  }
}
