import { Injectable } from '@nestjs/common';
import { addLines, changeLine, finishLine, removeLines, startLine, type PlanLine } from '@vungmanh/contracts/inspection/plan-line';
import type { Command, OutputOf } from '@vungmanh/contracts/operation';
import { broke } from '@vungmanh/platform/db/broke';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import type { z } from 'zod';
import { addFigures } from '../coverage/figures.js';
import { lockProgram } from '../program/find-program.js';
import type { ProgramEntity } from '../program/program.entity.js';
import { lockLine } from './find-line.js';
import { insertLines } from './insert-lines.js';
import { LineEntity } from './line.entity.js';
import { linesOf } from './line-page.js';
import { checkTeam } from './team.js';

type LineCommand = Command & { readonly input: z.ZodType<{ lineId: string }>; readonly output: typeof PlanLine };

/** The lines of a draft, and how those of a published program come along. */
@Injectable()
export class LineService {
  constructor(private readonly db: Db) {}

  @Rpc(addLines)
  add(call: Call<typeof addLines>): Promise<OutputOf<typeof addLines>> {
    const { programId, ...lines } = call.input;
    return this.db.commit(call, async (tx) => {
      const program = await lockProgram(tx, call, programId);
      program.checkDraft();
      return insertLines(tx, program, lines);
    });
  }

  @Rpc(changeLine)
  async change(call: Call<typeof changeLine>): Promise<PlanLine> {
    const { quarter, lineId: _, ...details } = call.input;
    try {
      return await this.apply(call, async (line, program, tx) => {
        program.checkDraft();
        await checkTeam(tx, program.nodeId, details);
        line.plan(quarter, details);
      });
    } catch (error) {
      throw broke(error, 'plan_line_once') ? fail(changeLine, 'inspection/line-exists') : error;
    }
  }

  @Rpc(removeLines)
  remove(call: Call<typeof removeLines>): Promise<OutputOf<typeof removeLines>> {
    const { programId, lineIds } = call.input;
    return this.db.commit(call, async (tx) => {
      const program = await lockProgram(tx, call, programId);
      program.checkDraft();
      const gone = await tx.query('delete from plan_line where program_id = $1 and id = any($2::uuid[]) returning 1', [program.id, lineIds]);
      return { removed: gone.length };
    });
  }

  @Rpc(startLine)
  start(call: Call<typeof startLine>): Promise<PlanLine> {
    return this.follow(call, (line) => line.start());
  }

  @Rpc(finishLine)
  finish(call: Call<typeof finishLine>): Promise<PlanLine> {
    return this.follow(call, (line, tx) => line.finish(call.input, tx.clock.today()));
  }

  private follow(call: Call<LineCommand>, act: (line: LineEntity, tx: Tx) => void): Promise<PlanLine> {
    return this.apply(call, async (line, program, tx) => {
      program.checkPublished();
      await addFigures(tx, -1, { programId: program.id, lineId: line.id });
      act(line, tx);
    });
  }

  private apply(call: Call<LineCommand>, act: (line: LineEntity, program: ProgramEntity, tx: Tx) => Promise<void>): Promise<PlanLine> {
    return this.db.commit(call, async (tx) => {
      const { program, line } = await lockLine(tx, call, call.input.lineId);
      tx.expectVersion(call, line);
      await act(line, program, tx);
      await tx.update(line);
      if (program.state === 'PUBLISHED') await addFigures(tx, 1, { programId: program.id, lineId: line.id });
      const [shown] = await linesOf(tx, { whereSql: 'l.id = $1', params: [line.id] }, { today: tx.clock.today(), mayPlan: true });
      if (!shown) throw new Error(`Line ${line.id} is gone while it is locked`);
      return shown;
    });
  }
}
