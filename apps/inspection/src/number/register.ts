import { Injectable } from '@nestjs/common';
import type { ProgramActor } from '@vungmanh/contracts/inspection/program';
import { takeNumber, type PaperType } from '@vungmanh/contracts/organization/register';
import type { JobRun } from '@vungmanh/platform/jobs/job';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { issuerOf } from '../program/program.rules.js';

/** A paper that waits for its number: of whom, in the register of which body, dated when. */
export interface Unnumbered {
  readonly actor: ProgramActor;
  readonly bodyId: string;
  readonly date: string;
}

/** Organization's register of papers. It answers the same number to the same document however often it is asked. */
@Injectable()
export class Register {
  constructor(private readonly rpc: RpcClient) {}

  /** The number as it is printed. */
  async numberOf(paper: Unnumbered & { readonly documentId: string; readonly type: PaperType }, run: JobRun): Promise<string> {
    const { actor, ...asked } = paper;
    const issuer = issuerOf(actor);
    const taken = await this.rpc.call(takeNumber, { ...asked, ...(issuer ? { issuer } : {}) }, { trace: run.trace, key: paper.documentId });
    return taken.printed;
  }
}
