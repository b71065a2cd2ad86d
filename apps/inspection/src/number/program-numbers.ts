import { Injectable } from '@nestjs/common';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, jobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { z } from 'zod';
import type { ProgramEntity } from '../program/program.entity.js';
import { isRegistered, issuerOf, paperTypeOf } from '../program/program.rules.js';

const takeProgramNumber = jobKind('inspection.program.take-number', z.strictObject({ documentId: z.uuid() }));

/**
 * Asks organization's register for the number of a program, after its approval has been committed. The job lives in the same
 * transaction; the register answers the same number to the same document however often it is asked.
 */
@Injectable()
export class ProgramNumbers {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly rpc: RpcClient,
  ) {}

  async ask(tx: Tx, { actor, documentId }: ProgramEntity): Promise<void> {
    if (isRegistered(actor)) await this.jobs.insert(tx, takeProgramNumber, { documentId }, { key: documentId });
  }

  @Job(takeProgramNumber)
  async take({ documentId }: z.infer<typeof takeProgramNumber.payload>, run: JobRun): Promise<void> {
    const [waiting] = await this.db.query<{ actor: ProgramActor; bodyId: string; date: string }>(
      `select p.actor, b.id as "bodyId", p.approved_on::text as date from program p join body_view b on b.node_id = p.node_id
       where p.document_id = $1 and p.number is null and p.approved_on is not null order by b.kind limit 1`,
      [documentId],
    );
    if (!waiting) return;
    const { actor, ...asked } = waiting;
    const issuer = issuerOf(actor);
    const input = { type: paperTypeOf(actor), documentId, ...asked, ...(issuer ? { issuer } : {}) };
    const taken = await this.rpc.call(takeNumber, input, { trace: run.trace, key: documentId });
    await this.db.write('update program set number = $2, version = version + 1 where document_id = $1 and number is null', [
      documentId,
      taken.printed,
    ]);
  }
}
