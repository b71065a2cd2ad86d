import { Injectable } from '@nestjs/common';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, jobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { z } from 'zod';

const takeRoundNumbers = jobKind('training.contest-round.take-numbers', z.strictObject({ roundId: z.uuid() }));

/** Asks organization's register for the numbers of the jury's minutes and of the result list, after the round has been closed. */
@Injectable()
export class RoundNumbers {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly rpc: RpcClient,
  ) {}

  async ask(tx: Tx, roundId: string): Promise<void> {
    await this.jobs.insert(tx, takeRoundNumbers, { roundId }, { key: roundId });
  }

  @Job(takeRoundNumbers)
  async take({ roundId }: z.infer<typeof takeRoundNumbers.payload>, run: JobRun): Promise<void> {
    const [waiting] = await this.db.query<{ bodyId: string; date: string; minutesId: string; resultId: string }>(
      `select b.id as "bodyId", r.closed_on::text as date, r.minutes_id as "minutesId", r.result_id as "resultId"
       from contest_round r join body_view b on b.node_id = r.node_id where r.id = $1 and r.closed_on is not null order by b.kind limit 1`,
      [roundId],
    );
    // The body may not have been told yet: the job is tried again.
    if (!waiting) throw new Error(`No body is known that holds round ${roundId}`);
    const { bodyId, date, minutesId, resultId } = waiting;
    const about = { bodyId, date };
    const minutes = await this.rpc.call(takeNumber, { ...about, type: 'BB', documentId: minutesId }, { trace: run.trace, key: minutesId });
    const results = await this.rpc.call(takeNumber, { ...about, type: 'TB', documentId: resultId }, { trace: run.trace, key: resultId });
    await this.db.write(
      'update contest_round set minutes_number = $2, result_number = $3, version = version + 1 where id = $1 and result_number is null',
      [roundId, minutes.printed, results.printed],
    );
  }
}
