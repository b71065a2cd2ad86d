import { Injectable } from '@nestjs/common';
import { Db } from '@vungmanh/platform/db/db';
import { dailyKind, type Day, Job, type JobRun } from '@vungmanh/platform/jobs/job';
import { provinceContext } from '@vungmanh/platform/scope/rule-context';
import type { z } from 'zod';
import { keptFrom } from '../member-supervision/supervision.rules.js';

/** At night: nobody looks at a quarter of two years ago meanwhile. */
const monthsExpire = dailyKind('inspection.supervision-month.expire', 2 * 3600_000);
const AT_ONCE = 5000;

/** Monthly grades and notes are kept as long as the rule says, and then they are gone. */
@Injectable()
export class GradeExpiry {
  constructor(private readonly db: Db) {}

  @Job(monthsExpire)
  async expire(_day: z.infer<typeof Day>, run: JobRun): Promise<void> {
    for (let gone = AT_ONCE; gone === AT_ONCE;) {
      run.stopping.throwIfAborted();
      gone = await this.db.transaction(run.trace, async (tx) => {
        const from = keptFrom(tx.clock.today(), await provinceContext(tx));
        if (from === undefined) return 0;
        const rows = await tx.query(
          `delete from supervision_month where (line_id, month) in (select g.line_id, g.month from supervision_month g where g.month < $1 limit $2)
           returning month`,
          [from, AT_ONCE],
        );
        return rows.length;
      });
    }
  }
}
