import { Injectable } from '@nestjs/common';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, jobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { z } from 'zod';
import { isRegistered, issuerOf } from '../program/program.rules.js';
import type { ReportPaperEntity } from './report-paper.entity.js';

const takeReportNumber = jobKind('inspection.report-paper.take-number', z.strictObject({ documentId: z.uuid() }));

/** Asks organization's register for the number of a report, after its issue has been committed. */
@Injectable()
export class ReportNumbers {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly rpc: RpcClient,
  ) {}

  async ask(tx: Tx, { actor, documentId }: ReportPaperEntity): Promise<void> {
    if (isRegistered(actor)) await this.jobs.insert(tx, takeReportNumber, { documentId }, { key: documentId });
  }

  @Job(takeReportNumber)
  async take({ documentId }: z.infer<typeof takeReportNumber.payload>, run: JobRun): Promise<void> {
    const [waiting] = await this.db.query<{ actor: ProgramActor; bodyId: string; date: string }>(
      `select r.actor, b.id as "bodyId", r.issued_on::text as date from inspection_report r join body_view b on b.node_id = r.node_id
       where r.document_id = $1 and r.number is null and r.issued_on is not null order by b.kind limit 1`,
      [documentId],
    );
    if (!waiting) return;
    const { actor, ...asked } = waiting;
    const issuer = issuerOf(actor);
    const taken = await this.rpc.call(
      takeNumber,
      { type: 'BC', documentId, ...asked, ...(issuer ? { issuer } : {}) },
      { trace: run.trace, key: documentId },
    );
    await this.db.write('update inspection_report set number = $2, version = version + 1 where document_id = $1 and number is null', [
      documentId,
      taken.printed,
    ]);
  }
}
