import { Injectable } from '@nestjs/common';
import type { CasePaperKind } from '@vungmanh/contracts/inspection/case-paper';
import { newId } from '@vungmanh/contracts/new-id';
import type { PaperType } from '@vungmanh/contracts/organization/register';
import { Db } from '@vungmanh/platform/db/db';
import { Job, jobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { z } from 'zod';
import type { OpenCase } from '../case/case-change.js';
import { Register, type Unnumbered } from '../number/register.js';
import { isRegistered } from '../program/program.rules.js';

const takeCaseNumber = jobKind('inspection.case-paper.take-number', z.strictObject({ documentId: z.uuid() }));

/** The papers that take a number; outline, schedule and form go with the plan. */
export type NumberedPaper = Extract<CasePaperKind, 'DECISION' | 'PLAN' | 'MINUTES' | 'REPORT' | 'CONCLUSION'>;
const types: Readonly<Record<NumberedPaper, PaperType>> = { DECISION: 'QĐ', PLAN: 'KH', MINUTES: 'BB', REPORT: 'BC', CONCLUSION: 'TB' };

/** Asks organization's register for the numbers of a case's papers, after what makes them papers has been committed. */
@Injectable()
export class CasePapers {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly register: Register,
  ) {}

  /** From now on these are papers of that day. An organ keeps a book of its own on paper: its numbers stay open for the pen. */
  async number({ tx, entity: { id, actor }, person }: OpenCase, kinds: readonly NumberedPaper[], datedOn: string): Promise<void> {
    for (const kind of kinds) {
      const documentId = newId(tx.clock.millis());
      await tx.query(
        `insert into case_paper (document_id, case_id, kind, dated_on, registered, by_id)
         select $1, $2, $3, $4, $5, coalesce((select s.by_id from case_step s where s.case_id = $2 and s.kind = 'write-minutes' and $3 = 'MINUTES'
           order by s.at desc limit 1), $6::uuid)`,
        [documentId, id, kind, datedOn, isRegistered(actor), person],
      );
      if (isRegistered(actor)) await this.jobs.insert(tx, takeCaseNumber, { documentId }, { key: documentId });
    }
  }

  @Job(takeCaseNumber)
  async take({ documentId }: z.infer<typeof takeCaseNumber.payload>, run: JobRun): Promise<void> {
    const [waiting] = await this.db.query<Unnumbered & { kind: NumberedPaper }>(
      `select p.kind, c.actor, b.id as "bodyId", p.dated_on::text as date
       from case_paper p join inspection_case c on c.id = p.case_id join body_view b on b.node_id = c.node_id
       where p.document_id = $1 and p.registered and p.printed is null order by b.kind limit 1`,
      [documentId],
    );
    if (!waiting) return;
    const { kind, ...paper } = waiting;
    const printed = await this.register.numberOf({ type: types[kind], documentId, ...paper }, run);
    await this.db.write('update case_paper set printed = $2 where document_id = $1 and printed is null', [documentId, printed]);
  }
}
