import { Injectable } from '@nestjs/common';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, jobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { z } from 'zod';
import type { TrainingPlanEntity } from './training-plan.entity.js';

const takePlanNumber = jobKind('training.plan.take-number', z.strictObject({ documentId: z.uuid() }));

/** Asks organization's register for the number of a plan, after its approval has been committed; the same document always gets the same. */
@Injectable()
export class PlanNumbers {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly rpc: RpcClient,
  ) {}

  async ask(tx: Tx, { documentId }: TrainingPlanEntity): Promise<void> {
    await this.jobs.insert(tx, takePlanNumber, { documentId }, { key: documentId });
  }

  @Job(takePlanNumber)
  async take({ documentId }: z.infer<typeof takePlanNumber.payload>, run: JobRun): Promise<void> {
    const [waiting] = await this.db.query<{ bodyId: string; date: string }>(
      `select b.id as "bodyId", p.approved_on::text as date from training_plan p join body_view b on b.node_id = p.node_id
       where p.document_id = $1 and p.number is null and p.approved_on is not null order by b.kind limit 1`,
      [documentId],
    );
    if (!waiting) return;
    const taken = await this.rpc.call(takeNumber, { type: 'KH', documentId, ...waiting }, { trace: run.trace, key: documentId });
    await this.db.write('update training_plan set number = $2, version = version + 1 where document_id = $1 and number is null', [
      documentId,
      taken.printed,
    ]);
  }
}
