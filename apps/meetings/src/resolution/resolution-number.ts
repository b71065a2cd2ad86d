import { Injectable } from '@nestjs/common';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import { Db } from '@vungmanh/platform/db/db';
import type { OneStatement } from '@vungmanh/platform/db/one-statement';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, jobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { z } from 'zod';

const takeResolutionNumber = jobKind('meetings.resolution.take-number', z.strictObject({ meetingId: z.uuid() }));

interface Waiting {
  documentId: string;
  bodyId: string;
  date: string;
}

/**
 * Asks organization's register for the number of an adopted resolution, after the adoption has been committed. The job lives in
 * the same transaction as the adoption, so a crash between the two loses nothing; the register answers the same number to the
 * same document however often it is asked.
 */
@Injectable()
export class ResolutionNumber {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly rpc: RpcClient,
  ) {}

  /** Asks for the number once this transaction has committed. */
  async await(tx: Tx, meetingId: string): Promise<void> {
    await this.jobs.insert(tx, takeResolutionNumber, { meetingId }, { key: meetingId });
  }

  /** The same for resolutions that come with meetings handed in whole. */
  awaitAtOnce(statement: OneStatement, meetingIds: string[]): void {
    if (meetingIds.length === 0) return;
    statement.job(
      takeResolutionNumber,
      meetingIds.map((meetingId) => ({ meetingId })),
      meetingIds,
    );
  }

  @Job(takeResolutionNumber)
  async take({ meetingId }: z.infer<typeof takeResolutionNumber.payload>, run: JobRun): Promise<void> {
    const [waiting] = await this.db.query<Waiting>(
      `select r.document_id as "documentId", m.body_id as "bodyId", coalesce(m.held_on, m.planned_on)::text as date
       from resolution r join meeting m on m.id = r.id where r.id = $1 and r.state = 'ADOPTED' and r.number is null`,
      [meetingId],
    );
    if (!waiting) return;
    const taken = await this.rpc.call(takeNumber, { type: 'NQ', ...waiting }, { trace: run.trace, key: waiting.documentId });
    await this.db.query('update resolution set number = $2, version = version + 1 where id = $1 and number is null', [meetingId, taken.printed]);
  }
}
