import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CalendarDate } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { dayAfter } from '@vungmanh/platform/jobs/day-after';
import { Job, jobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { monthOf } from '@vungmanh/regulations/calendar';
import { startOf } from '@vungmanh/regulations/day-of';
import { z } from 'zod';
import { drawUp } from './draw-up.js';
import { markMissed } from './missed.js';

const dayTurned = jobKind('meetings.plan.turn-day', z.object({ day: CalendarDate }));

/** Bodies whose plan is drawn up in one transaction. */
const AT_ONCE = 2000;

/** What a new day brings to the plan: meetings that were not held are missed, and December draws up the coming year. */
@Injectable()
export class PlanDays implements OnApplicationBootstrap {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
  ) {}

  /** A day on which nothing ran is made up for by the next that does. */
  async onApplicationBootstrap(): Promise<void> {
    await this.db.transaction('', (tx) => this.expect(tx, tx.clock.today()));
  }

  @Job(dayTurned)
  async turn({ day }: z.infer<typeof dayTurned.payload>, run: JobRun): Promise<void> {
    const today = await this.db.transaction(run.trace, async (tx) => {
      await markMissed(tx);
      return tx.clock.today();
    });
    const year = Number(today.slice(0, 4));
    // The running year too: a December in which nothing ran, or a body of its last evening.
    await this.drawUpWhereMissing(year, monthOf(today), run);
    if (today.slice(5, 7) === '12') await this.drawUpWhereMissing(year + 1, `${year + 1}-01`, run);
    await this.db.transaction(run.trace, (tx) => this.expect(tx, dayAfter(day, today)));
  }

  private async expect(tx: Tx, day: string): Promise<void> {
    await this.jobs.insert(tx, dayTurned, { day }, { key: day, runAt: startOf(day) });
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
