import { Injectable } from '@nestjs/common';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { dailyKind, type Day, Job, type JobRun } from '@vungmanh/platform/jobs/job';
import { monthOf } from '@vungmanh/regulations/calendar';
import type { z } from 'zod';
import { openStatesSql, owedStatesSql } from '../task/open.js';

/** After the plan has called what was not held missed. */
const dayTurned = dailyKind('meetings.overview.turn-day', 5 * 60_000);

/** What a new day changes in the figures without anybody doing anything: tasks become overdue, a month begins, another has ended. */
@Injectable()
export class OverviewDays {
  constructor(private readonly db: Db) {}

  @Job(dayTurned)
  async turn(_day: z.infer<typeof Day>, run: JobRun): Promise<void> {
    await this.db.transaction(run.trace, async (tx) => {
      const today = tx.clock.today();
      await touchChanged(tx, today);
      await tx.query(`delete from overview_answer where asked_at < $1::timestamptz - interval '7 days'`, [tx.clock.now()]);
    });
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
