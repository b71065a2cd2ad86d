import { Injectable } from '@nestjs/common';
import type { DisciplinePaperKind } from '@vungmanh/contracts/inspection/discipline-paper';
import type { Inspector } from '@vungmanh/contracts/inspection/kind';
import { newId } from '@vungmanh/contracts/new-id';
import type { PaperType } from '@vungmanh/contracts/organization/register';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, jobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { z } from 'zod';
import { Register, type Unnumbered } from '../number/register.js';
import { DisciplineIssue } from '../discipline-paper/discipline-issue.js';

/** A ballot is a blank form: it takes no number. */
type NumberedPaper = Exclude<DisciplinePaperKind, 'BALLOT'>;

const takeDisciplineNumber = jobKind('inspection.discipline.take-number', z.strictObject({ documentId: z.uuid() }));
const types: Readonly<Record<NumberedPaper, PaperType>> = {
  COUNT: 'BB',
  DECISION: 'QĐ',
  APPEAL_NOTICE: 'TB',
  APPEAL_REFUSAL: 'TB',
  APPEAL_DECISION: 'QĐ',
  SUSPENSION: 'QĐ',
  SUSPENSION_EXTENSION: 'QĐ',
  SUSPENSION_END: 'QĐ',
};

/** A paper as the register is told of it. */
interface Numbered {
  readonly disciplineId: string;
  readonly kind: NumberedPaper;
  /** The appeal or the suspension of which it is; the case itself where it is of neither. */
  readonly aboutId?: string;
  readonly nodeId: string;
  readonly actor: Inspector;
  readonly date: string;
}

/**
 * Asks organization's register for the number of a paper of discipline, after what makes it a paper has been committed, and fixes
 * what the paper says. The register learns of the body, the type and the day; of whom it speaks, nothing.
 */
@Injectable()
export class DisciplineNumbers {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly register: Register,
    private readonly issue: DisciplineIssue,
  ) {}

  /** The same paper again: as long as the former was given to nobody it is that one; else another, which stands in its place. Answers the paper as the register knows it. */
  async ask(tx: Tx, { disciplineId, kind, aboutId = disciplineId, nodeId, actor, date }: Numbered): Promise<string> {
    const [former] = await tx.query<{ id: string; edition: number; out: boolean }>(
      `select p.document_id as id, p.edition, p.printed is not null as out
       from discipline_paper p where p.about_id = $1 and p.kind = $2 order by p.edition desc limit 1 for update`,
      [aboutId, kind],
    );
    if (former && !former.out) {
      await tx.query('update discipline_paper set dated = $2 where document_id = $1', [former.id, date]);
      return former.id;
    }
    const documentId = newId(tx.clock.millis());
    await tx.query(
      `insert into discipline_paper (document_id, case_id, kind, about_id, edition, node_id, actor, dated) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [documentId, disciplineId, kind, aboutId, (former?.edition ?? -1) + 1, nodeId, actor, date],
    );
    await this.jobs.insert(tx, takeDisciplineNumber, { documentId }, { key: documentId });
    return documentId;
  }

  @Job(takeDisciplineNumber)
  async take({ documentId }: z.infer<typeof takeDisciplineNumber.payload>, run: JobRun): Promise<void> {
    const [waiting] = await this.db.query<Unnumbered & { kind: NumberedPaper }>(
      `select d.kind, d.actor, b.id as "bodyId", d.dated::text as date from discipline_paper d join body_view b on b.node_id = d.node_id
       where d.document_id = $1 and d.printed is null order by b.kind limit 1`,
      [documentId],
    );
    if (!waiting) return;
    const { kind, ...paper } = waiting;
    const printed = await this.register.numberOf({ type: types[kind], documentId, ...paper }, run);
    await this.issue.fix(documentId, printed);
  }
}
