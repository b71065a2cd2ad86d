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
import { openStatesSql, owedStatesSql } from '../task/open.js';

const dayTurned = jobKind('meetings.overview.turn-day', z.object({ day: CalendarDate }));

/** After the plan has called what was not held missed. */
const AFTER_MS = 5 * 60_000;

/** What a new day changes in the figures without anybody doing anything: tasks become overdue, a month begins, another has ended. */
@Injectable()
export class OverviewDays implements OnApplicationBootstrap {
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
    await this.db.transaction(run.trace, async (tx) => {
      const today = tx.clock.today();
      await touchChanged(tx, today);
      await tx.query(`delete from overview_answer where asked_at < $1::timestamptz - interval '7 days'`, [tx.clock.now()]);
      await this.expect(tx, dayAfter(day, today));
    });
  }

  private async expect(tx: Tx, day: string): Promise<void> {
    await this.jobs.insert(tx, dayTurned, { day }, { key: day, runAt: new Date(Date.parse(startOf(day)) + AFTER_MS).toISOString() });
  }
}

/**
 * Touches every body that meets and has no row in the running month, or another number of open or overdue tasks than its row there;
 * and the rows of ended months that still show open tasks, which are no longer all that were open but those due in them. Nothing is
 * remembered from one day to the next, so that a day left out changes nothing.
 */
async function touchChanged(tx: Tx, today: string): Promise<void> {
  await tx.query(
    `with owed as (
       select body_id, count(*)::int as open_tasks, (count(*) filter (where state in ${owedStatesSql} and deadline < $1::date))::int as overdue_tasks
       from task where state in ${openStatesSql} group by body_id
     ), due as (
       select body_id, to_char(deadline, 'YYYY-MM') as month, count(*)::int as open_tasks,
         (count(*) filter (where state in ${owedStatesSql} and deadline < $1::date))::int as overdue_tasks
       from task where state in ${openStatesSql} group by 1, 2
     )
     insert into month_dirty (body_id, month)
     select b.id, $2 from body_view b left join body_month c on c.body_id = b.id and c.month = $2 left join owed o on o.body_id = b.id
     where (b.meets and c.body_id is null) or (coalesce(c.open_tasks, 0), coalesce(c.overdue_tasks, 0)) <> (coalesce(o.open_tasks, 0), coalesce(o.overdue_tasks, 0))
     union all
     select c.body_id, c.month from body_month c left join due d on d.body_id = c.body_id and d.month = c.month
     where c.month < $2 and c.open_tasks > 0 and (c.open_tasks, c.overdue_tasks) <> (coalesce(d.open_tasks, 0), coalesce(d.overdue_tasks, 0))`,
    [today, monthOf(today)],
  );
}
