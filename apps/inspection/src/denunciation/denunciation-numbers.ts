import { Injectable } from '@nestjs/common';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import { takeNumber } from '@vungmanh/contracts/organization/register';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Job, jobKind, type JobRun } from '@vungmanh/platform/jobs/job';
import { Jobs } from '@vungmanh/platform/jobs/jobs';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { z } from 'zod';
import { issuerOf } from '../program/program.rules.js';
import type { DenunciationEntity } from './denunciation.entity.js';

const takeNoticeNumber = jobKind('inspection.denunciation.take-number', z.strictObject({ documentId: z.uuid() }));

/** Asks organization's register for the number of a notice of acceptance; the register learns of the body and the day, of nobody. */
@Injectable()
export class DenunciationNumbers {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly rpc: RpcClient,
  ) {}

  /** A denunciation has one notice: it is the document. */
  async ask(tx: Tx, { id: documentId }: DenunciationEntity): Promise<void> {
    await this.jobs.insert(tx, takeNoticeNumber, { documentId }, { key: documentId });
  }

  @Job(takeNoticeNumber)
  async take({ documentId }: z.infer<typeof takeNoticeNumber.payload>, run: JobRun): Promise<void> {
    const [waiting] = await this.db.query<{ actor: ProgramActor; bodyId: string; date: string }>(
      `select d.actor, b.id as "bodyId", d.accepted_on::text as date from denunciation d join body_view b on b.node_id = d.node_id
       where d.id = $1 and d.number is null and d.accepted_on is not null order by b.kind limit 1`,
      [documentId],
    );
    if (!waiting) return;
    const { actor, ...asked } = waiting;
    const issuer = issuerOf(actor);
    const input = { type: 'TB' as const, documentId, ...asked, ...(issuer ? { issuer } : {}) };
    const taken = await this.rpc.call(takeNumber, input, { trace: run.trace, key: documentId });
    // Nobody changes it by hand: whoever has the page open may go on from the version that they see.
    await this.db.write('update denunciation set number = $2 where id = $1 and number is null', [documentId, taken.printed]);
  }
}
