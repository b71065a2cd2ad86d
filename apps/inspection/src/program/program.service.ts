import { Injectable } from '@nestjs/common';
import {
  approveProgram,
  closeProgram,
  markSensitive,
  MOST_MARKS,
  openProgram,
  publishProgram,
  type Program,
} from '@vungmanh/contracts/inspection/program';
import { newId } from '@vungmanh/contracts/new-id';
import type { Command } from '@vungmanh/contracts/operation';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import { broke } from '@vungmanh/platform/db/broke';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import type { z } from 'zod';
import { addFigures } from '../coverage/figures.js';
import { ProgramNumbers } from '../number/program-numbers.js';
import { lockProgram } from './find-program.js';
import { ProgramEntity } from './program.entity.js';
import { ProgramPage } from './program-page.js';
import { actorsOf } from './program.rules.js';

type ProgramCommand = Command & { readonly input: z.ZodType<{ programId: string }>; readonly output: typeof Program };

/** A program from its first draft to the end of its year. */
@Injectable()
export class ProgramService {
  constructor(
    private readonly db: Db,
    private readonly page: ProgramPage,
    private readonly numbers: ProgramNumbers,
  ) {}

  @Rpc(openProgram)
  async open(call: Call<typeof openProgram>): Promise<Program> {
    const { nodeId, actor, year } = call.input;
    try {
      return await this.db.commit(call, async (tx) => {
        const params: unknown[] = [nodeId];
        const insideSql = call.scope.within('n.id', params);
        const [node] = await tx.query<{ traits: NodeTraits }>(`select n.traits from node_view n where n.id = $1 and ${insideSql}`, params);
        if (!node || !actorsOf(node.traits).includes(actor)) throw fail(openProgram, 'inspection/actor-unfit');
        const now = tx.clock.millis();
        const program = ProgramEntity.draft({ id: newId(now), nodeId, actor, year, documentId: newId(now) });
        await tx.insert(program);
        tx.about({ node: nodeId, target: program.id });
        return this.shown(tx, call, program.id);
      });
    } catch (error) {
      throw broke(error, 'program_once') ? fail(openProgram, 'inspection/program-exists') : error;
    }
  }

  @Rpc(markSensitive)
  mark(call: Call<typeof markSensitive>): Promise<Program> {
    const { nodeId, post = null, reason } = call.input;
    return this.apply(call, async (program, tx) => {
      if (program.state === 'CLOSED') throw fail(markSensitive, 'inspection/program-closed');
      const below = await tx.query('select 1 from tree_now where ancestor = $1 and descendant = $2', [program.nodeId, nodeId]);
      if (below.length === 0) throw fail(markSensitive, 'inspection/subject-outside');
      await tx.query('delete from sensitive_mark where program_id = $1 and node_id = $2 and post is not distinct from $3', [
        program.id,
        nodeId,
        post,
      ]);
      if (reason === undefined) return;
      const written = await tx.query(
        `insert into sensitive_mark (program_id, node_id, post, reason) select $1, $2, $3, $4
         where (select count(*) from sensitive_mark where program_id = $1) < $5 returning 1`,
        [program.id, nodeId, post, reason, MOST_MARKS],
      );
      if (written.length === 0) throw fail(markSensitive, 'inspection/too-many-marks');
    });
  }

  @Rpc(approveProgram)
  approve(call: Call<typeof approveProgram>): Promise<Program> {
    const { approvedOn: on, meeting, number } = call.input;
    return this.apply(call, async (program, tx) => {
      program.approve({ on, meeting, number }, { today: tx.clock.today(), lines: await openLines(tx, program.id) });
      await this.numbers.ask(tx, program);
    });
  }

  @Rpc(publishProgram)
  publish(call: Call<typeof publishProgram>): Promise<Program> {
    return this.apply(call, async (program, tx) => {
      program.publish(tx.clock.now());
      await addFigures(tx, 1, { programId: program.id });
    });
  }

  @Rpc(closeProgram)
  close(call: Call<typeof closeProgram>): Promise<Program> {
    return this.apply(call, async (program, tx) => program.close(tx.clock.now(), await openLines(tx, program.id)));
  }

  private apply(call: Call<ProgramCommand>, act: (program: ProgramEntity, tx: Tx) => Promise<void>): Promise<Program> {
    return this.db.commit(call, async (tx) => {
      const program = await lockProgram(tx, call, call.input.programId);
      tx.expectVersion(call, program);
      await act(program, tx);
      await tx.update(program);
      return this.shown(tx, call, program.id);
    });
  }

  private shown(tx: Tx, call: Call, programId: string): Promise<Program> {
    return this.page.of(tx, call.actor, programId, (params) => call.scope.within('p.node_id', params));
  }
}

/** How many lines of a program are still to be done. */
async function openLines(tx: Tx, programId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from plan_line where program_id = $1 and state in ('PLANNED', 'IN_PROGRESS')`,
    [programId],
  );
  return row?.n ?? 0;
}
