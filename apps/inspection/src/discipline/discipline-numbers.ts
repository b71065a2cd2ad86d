import { Injectable } from '@nestjs/common';
import type { Inspector } from '@vungmanh/contracts/inspection/kind';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import { newId } from '@vungmanh/contracts/new-id';
import { takeNumber, type PaperType } from '@vungmanh/contracts/organization/register';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, jobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { z } from 'zod';
import { issuerOf } from '../program/program.rules.js';

type NumberedPaper = 'COUNT' | 'DECISION' | 'APPEAL_NOTICE';

const takeDisciplineNumber = jobKind('inspection.discipline.take-number', z.strictObject({ documentId: z.uuid() }));
const types: Readonly<Record<NumberedPaper, PaperType>> = { COUNT: 'BB', DECISION: 'QĐ', APPEAL_NOTICE: 'TB' };

/** A paper as the register is told of it. */
interface Numbered {
  readonly disciplineId: string;
  readonly kind: NumberedPaper;
  readonly nodeId: string;
  readonly actor: Inspector;
  readonly date: string;
}

/**
 * Asks organization's register for the number of a paper of discipline, after what makes it a paper has been committed. The register
 * learns of the body, the type and the day; of whom it speaks, nothing.
 */
@Injectable()
export class DisciplineNumbers {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly rpc: RpcClient,
  ) {}

  /** A ballot that is entered again is the same paper, with the number that it has. Answers the paper as the register knows it. */
  async ask(tx: Tx, { disciplineId, kind, nodeId, actor, date }: Numbered): Promise<string> {
    const documentId = newId(tx.clock.millis());
    const [written] = await tx.query<{ id: string }>(
      `insert into discipline_paper (document_id, case_id, kind, node_id, actor, dated) values ($1, $2, $3, $4, $5, $6)
       on conflict (case_id, kind, node_id) do update set dated = discipline_paper.dated returning document_id as id`,
      [documentId, disciplineId, kind, nodeId, actor, date],
    );
    const id = written?.id ?? documentId;
    if (id === documentId) await this.jobs.insert(tx, takeDisciplineNumber, { documentId }, { key: documentId });
    return id;
  }

  @Job(takeDisciplineNumber)
  async take({ documentId }: z.infer<typeof takeDisciplineNumber.payload>, run: JobRun): Promise<void> {
    const [waiting] = await this.db.query<{ kind: NumberedPaper; actor: ProgramActor; bodyId: string; date: string }>(
      `select d.kind, d.actor, b.id as "bodyId", d.dated::text as date from discipline_paper d join body_view b on b.node_id = d.node_id
       where d.document_id = $1 and d.printed is null order by b.kind limit 1`,
      [documentId],
    );
    if (!waiting) return;
    const { kind, actor, ...asked } = waiting;
    const issuer = issuerOf(actor);
    const input = { type: types[kind], documentId, ...asked, ...(issuer ? { issuer } : {}) };
    const taken = await this.rpc.call(takeNumber, input, { trace: run.trace, key: documentId });
    await this.db.write('update discipline_paper set printed = $2 where document_id = $1 and printed is null', [documentId, taken.printed]);
  }
}
