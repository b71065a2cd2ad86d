import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import { takeNumber, type PaperType } from '@vungmanh/contracts/organization/register';
import { Db } from '@vungmanh/platform/db/db';
import type { OneStatement } from '@vungmanh/platform/db/one-statement';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, jobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { z } from 'zod';

/** The papers that take a number; a roll is an annex and takes none. */
const NumberedPaper = z.enum(['NOTICE', 'MINUTES', 'RESOLUTION']);
type NumberedPaper = z.infer<typeof NumberedPaper>;

const takePaperNumber = jobKind('meetings.paper.take-number', z.strictObject({ kind: NumberedPaper, documentId: z.uuid() }));

const types: Readonly<Record<NumberedPaper, PaperType>> = { NOTICE: 'TB', MINUTES: 'BB', RESOLUTION: 'NQ' };

/** Which body's register is asked, and the day that tells the term: notices go out before the meeting, the others are of its day. */
const waitingSql: Readonly<Record<NumberedPaper, string>> = {
  RESOLUTION: `select m.body_id as "bodyId", coalesce(m.held_on, m.planned_on)::text as date
    from resolution r join meeting m on m.id = r.id where r.document_id = $1 and r.state = 'ADOPTED' and r.number is null`,
  MINUTES: `select m.body_id as "bodyId", coalesce(m.held_on, m.planned_on)::text as date
    from paper_number n join meeting m on m.id = n.meeting_id where n.document_id = $1 and n.printed is null`,
  NOTICE: `select m.body_id as "bodyId", (n.asked_at at time zone 'Asia/Ho_Chi_Minh')::date::text as date
    from paper_number n join meeting m on m.id = n.meeting_id where n.document_id = $1 and n.printed is null`,
};

const keepSql: Readonly<Record<NumberedPaper, string>> = {
  RESOLUTION: 'update resolution set number = $2, version = version + 1 where document_id = $1 and number is null',
  MINUTES: 'update paper_number set printed = $2 where document_id = $1 and printed is null',
  NOTICE: 'update paper_number set printed = $2 where document_id = $1 and printed is null',
};

/**
 * Asks organization's register for the number of a paper, after what makes it a paper has been committed. The job lives in the same
 * transaction, so a crash between the two loses nothing; the register answers the same number to the same document however often
 * it is asked.
 */
@Injectable()
export class PaperNumbers {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly rpc: RpcClient,
  ) {}

  /** A resolution was adopted. */
  async ofResolution(tx: Tx, documentId: string): Promise<void> {
    await this.jobs.insert(tx, takePaperNumber, { kind: 'RESOLUTION', documentId }, { key: documentId });
  }

  /** The same for resolutions that come with meetings handed in whole. */
  ofResolutions(statement: OneStatement, documentIds: string[]): void {
    if (documentIds.length === 0) return;
    const payloads = documentIds.map((documentId) => ({ kind: 'RESOLUTION' as const, documentId }));
    statement.job(takePaperNumber, payloads, documentIds);
  }

  /** A notice was given: a second one, after a postponement, is another paper with a number of its own. */
  ofNotice(tx: Tx, meetingId: string): Promise<void> {
    return this.ask(tx, meetingId, 'NOTICE');
  }

  /** Both have confirmed the minutes: from now on they are one paper, whatever is added to them. */
  ofMinutes(tx: Tx, meetingId: string): Promise<void> {
    return this.ask(tx, meetingId, 'MINUTES');
  }

  private async ask(tx: Tx, meetingId: string, kind: NumberedPaper): Promise<void> {
    const documentId = newId(tx.clock.millis());
    await tx.query('insert into paper_number (document_id, meeting_id, kind, asked_at) values ($1, $2, $3, $4)', [
      documentId,
      meetingId,
      kind,
      tx.clock.now(),
    ]);
    await this.jobs.insert(tx, takePaperNumber, { kind, documentId }, { key: documentId });
  }

  @Job(takePaperNumber)
  async take({ kind, documentId }: z.infer<typeof takePaperNumber.payload>, run: JobRun): Promise<void> {
    const [waiting] = await this.db.query<{ bodyId: string; date: string }>(waitingSql[kind], [documentId]);
    if (!waiting) return;
    const taken = await this.rpc.call(takeNumber, { type: types[kind], documentId, ...waiting }, { trace: run.trace, key: documentId });
    await this.db.write(keepSql[kind], [documentId, taken.printed]);
  }
}
