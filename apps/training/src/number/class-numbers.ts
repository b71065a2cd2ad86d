import { Injectable } from '@nestjs/common';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, jobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { z } from 'zod';

const takeClassNumber = jobKind('training.class.take-number', z.strictObject({ documentId: z.uuid() }));

/** Asks organization's register for the number of an opening decision, after it has been committed. */
@Injectable()
export class ClassNumbers {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly rpc: RpcClient,
  ) {}

  async ask(tx: Tx, documentId: string): Promise<void> {
    await this.jobs.insert(tx, takeClassNumber, { documentId }, { key: documentId });
  }

  @Job(takeClassNumber)
  async take({ documentId }: z.infer<typeof takeClassNumber.payload>, run: JobRun): Promise<void> {
    const [waiting] = await this.db.query<{ bodyId: string; date: string }>(
      `select b.id as "bodyId", c.decided_on::text as date from training_class c join body_view b on b.node_id = c.node_id
       where c.document_id = $1 and c.number is null and c.decided_on is not null order by b.kind limit 1`,
      [documentId],
    );
    if (!waiting) return;
    const taken = await this.rpc.call(takeNumber, { type: 'QĐ', documentId, ...waiting }, { trace: run.trace, key: documentId });
    await this.db.write('update training_class set number = $2, version = version + 1 where document_id = $1 and number is null', [
      documentId,
      taken.printed,
    ]);
  }
}
