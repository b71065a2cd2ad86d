import { Injectable } from '@nestjs/common';
import type { DenunciationPaperKind } from '@vungmanh/contracts/inspection/denunciation-paper';
import { newId } from '@vungmanh/contracts/new-id';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, jobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { z } from 'zod';
import { DenunciationIssue } from '../denunciation-paper/denunciation-issue.js';
import { Register, type Unnumbered } from '../number/register.js';
import type { DenunciationEntity } from './denunciation.entity.js';

/** What operators see of work that failed says nothing of denunciations either. */
const takeNoticeNumber = jobKind('inspection.notice.take-number', z.strictObject({ documentId: z.uuid() }));

/** Asks organization's register for the number of a paper, and fixes what it says; the register learns of the body and the day, of nobody. */
@Injectable()
export class DenunciationNumbers {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly register: Register,
    private readonly issue: DenunciationIssue,
  ) {}

  /** From now on these are papers of that day. */
  async ask(tx: Tx, { id }: DenunciationEntity, kinds: readonly DenunciationPaperKind[], on: string): Promise<void> {
    for (const kind of kinds) {
      const documentId = newId(tx.clock.millis());
      await tx.query('insert into denunciation_paper (document_id, denunciation_id, kind, dated) values ($1, $2, $3, $4)', [
        documentId,
        id,
        kind,
        on,
      ]);
      await this.jobs.insert(tx, takeNoticeNumber, { documentId }, { key: documentId });
    }
  }

  @Job(takeNoticeNumber)
  async take({ documentId }: z.infer<typeof takeNoticeNumber.payload>, run: JobRun): Promise<void> {
    const [waiting] = await this.db.query<Unnumbered & { kind: DenunciationPaperKind }>(
      `select p.kind, d.actor, b.id as "bodyId", p.dated::text as date
       from denunciation_paper p join denunciation d on d.id = p.denunciation_id join body_view b on b.node_id = d.node_id
       where p.document_id = $1 and p.printed is null order by b.kind limit 1`,
      [documentId],
    );
    if (!waiting) return;
    const { kind, ...paper } = waiting;
    await this.citedBy(documentId, kind, run);
    const printed = await this.register.numberOf({ type: kind === 'CONCLUSION' ? 'KL' : 'TB', documentId, ...paper }, run);
    // Nobody changes it by hand: whoever has the page open may go on from the version that they see.
    await this.issue.fix(documentId, printed);
  }

  /** A paper that names another one waits for the number of that one. */
  private async citedBy(documentId: string, kind: DenunciationPaperKind, run: JobRun): Promise<void> {
    const named = cites[kind];
    if (named === undefined) return;
    const [first] = await this.db.query<{ id: string }>(
      `select o.document_id as id from denunciation_paper p join denunciation_paper o on o.denunciation_id = p.denunciation_id
       where p.document_id = $1 and o.kind = $2 and o.printed is null`,
      [documentId, named],
    );
    if (first) await this.take({ documentId: first.id }, run);
  }
}

const cites: Readonly<Partial<Record<DenunciationPaperKind, DenunciationPaperKind>>> = { RESULT: 'CONCLUSION', EXTENSION: 'ACCEPTANCE' };
