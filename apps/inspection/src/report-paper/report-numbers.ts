import { Injectable } from '@nestjs/common';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, jobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { z } from 'zod';
import { Register, type Unnumbered } from '../number/register.js';
import { isRegistered } from '../program/program.rules.js';
import type { ReportPaperEntity } from './report-paper.entity.js';

const takeReportNumber = jobKind('inspection.report-paper.take-number', z.strictObject({ documentId: z.uuid() }));

/** Asks organization's register for the number of a report, after its issue has been committed. */
@Injectable()
export class ReportNumbers {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly register: Register,
  ) {}

  async ask(tx: Tx, { actor, documentId }: ReportPaperEntity): Promise<void> {
    if (isRegistered(actor)) await this.jobs.insert(tx, takeReportNumber, { documentId }, { key: documentId });
  }

  @Job(takeReportNumber)
  async take({ documentId }: z.infer<typeof takeReportNumber.payload>, run: JobRun): Promise<void> {
    const [waiting] = await this.db.query<Unnumbered>(
      `select r.actor, b.id as "bodyId", r.issued_on::text as date from inspection_report r join body_view b on b.node_id = r.node_id
       where r.document_id = $1 and r.number is null and r.issued_on is not null order by b.kind limit 1`,
      [documentId],
    );
    if (!waiting) return;
    const printed = await this.register.numberOf({ type: 'BC', documentId, ...waiting }, run);
    await this.db.write('update inspection_report set number = $2, version = version + 1 where document_id = $1 and number is null', [
      documentId,
      printed,
    ]);
  }
}
