import { Injectable } from '@nestjs/common';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, jobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { z } from 'zod';
import type { ProgramEntity } from '../program/program.entity.js';
import { isRegistered, paperTypeOf } from '../program/program.rules.js';
import { Register, type Unnumbered } from './register.js';

const takeProgramNumber = jobKind('inspection.program.take-number', z.strictObject({ documentId: z.uuid() }));

/**
 * Asks organization's register for the number of a program, after its approval has been committed: the job lives in the same transaction.
 */
@Injectable()
export class ProgramNumbers {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly register: Register,
  ) {}

  async ask(tx: Tx, { actor, documentId }: ProgramEntity): Promise<void> {
    if (isRegistered(actor)) await this.jobs.insert(tx, takeProgramNumber, { documentId }, { key: documentId });
  }

  @Job(takeProgramNumber)
  async take({ documentId }: z.infer<typeof takeProgramNumber.payload>, run: JobRun): Promise<void> {
    const [waiting] = await this.db.query<Unnumbered>(
      `select p.actor, b.id as "bodyId", p.approved_on::text as date from program p join body_view b on b.node_id = p.node_id
       where p.document_id = $1 and p.number is null and p.approved_on is not null order by b.kind limit 1`,
      [documentId],
    );
    if (!waiting) return;
    const printed = await this.register.numberOf({ type: paperTypeOf(waiting.actor), documentId, ...waiting }, run);
    await this.db.write('update program set number = $2, version = version + 1 where document_id = $1 and number is null', [documentId, printed]);
  }
}
