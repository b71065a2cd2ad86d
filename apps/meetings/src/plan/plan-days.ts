import { Injectable } from '@nestjs/common';
import { Db } from '@vungmanh/platform/db/db';
import { dailyKind, type Day, Job, type JobRun } from '@vungmanh/platform/jobs/job';
import { monthOf } from '@vungmanh/regulations/calendar';
import type { z } from 'zod';
import { drawUp } from './draw-up.js';
import { markMissed } from './missed.js';

const dayTurned = dailyKind('meetings.plan.turn-day');

/** Bodies whose plan is drawn up in one transaction. */
const AT_ONCE = 2000;

/** What a new day brings to the plan: meetings that were not held are missed, and December draws up the coming year. */
@Injectable()
export class PlanDays {
  constructor(private readonly db: Db) {}

  @Job(dayTurned)
  async turn(_day: z.infer<typeof Day>, run: JobRun): Promise<void> {
    const today = await this.db.transaction(run.trace, async (tx) => {
      await markMissed(tx);
      return tx.clock.today();
    });
    const year = Number(today.slice(0, 4));
    // The running year too: a December in which nothing ran, or a body of its last evening.
    await this.drawUpWhereMissing(year, monthOf(today), run);
    if (today.slice(5, 7) === '12') await this.drawUpWhereMissing(year + 1, `${year + 1}-01`, run);
  }

  /** For every body that meets and has nothing planned in `month`, the first that is still to come of the year. */
  private async drawUpWhereMissing(year: number, month: string, run: JobRun): Promise<void> {
    const bodies = await this.db.query<{ id: string }>(
      `select b.id from body_view b where b.meets and not exists (
         select 1 from meeting m where m.body_id = b.id and m.month = $1 and m.period is not null) order by b.id`,
      [month],
    );
    for (let i = 0; i < bodies.length; i += AT_ONCE) {
      const bodyIds = bodies.slice(i, i + AT_ONCE).map((b) => b.id);
      await this.db.transaction(run.trace, (tx) => drawUp(tx, { year, bodyIds }));
      await run.progress(Math.min(i + AT_ONCE, bodies.length), bodies.length);
    }
  }
}
