import { Injectable } from '@nestjs/common';
import { amendProgram, type Amendment } from '@vungmanh/contracts/inspection/amendment';
import { newId } from '@vungmanh/contracts/new-id';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { broke } from '@vungmanh/platform/db/broke';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { addFigures } from '../coverage/figures.js';
import { lockProgram } from '../program/find-program.js';
import type { ProgramEntity } from '../program/program.entity.js';
import { lineOf } from '../line/find-line.js';
import { insertLines } from '../line/insert-lines.js';
import type { LineEntity } from '../line/line.entity.js';
import { checkTeam } from '../line/team.js';

type Answer = OutputOf<typeof amendProgram>;
type Add = Extract<Amendment, { type: 'ADD' }>;
type OfOneLine = Exclude<Amendment, { type: 'ADD' }>;

/** What one amendment does, on a program that is locked. */
interface Amending {
  readonly program: ProgramEntity;
  readonly number: number;
  readonly reason: string;
}

/** Changes of an approved program: never an edit, always one more amendment with its reason. */
@Injectable()
export class AmendmentService {
  constructor(private readonly db: Db) {}

  @Rpc(amendProgram)
  async amend(call: Call<typeof amendProgram>): Promise<Answer> {
    const { programId, reason, change } = call.input;
    try {
      return await this.db.commit(call, async (tx) => {
        const program = await lockProgram(tx, call, programId);
        const amending = { program, number: program.amend(), reason };
        await tx.update(program);
        const done = change.type === 'ADD' ? await this.add(tx, amending, change) : await this.ofLine(tx, amending, change);
        const { line, ...counts } = done;
        await tx.query(
          `insert into plan_amendment (program_id, number, at, account_id, type, reason, lines, kind, quarter, to_quarter, subject_id)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
          [
            [program.id, amending.number, tx.clock.now(), call.actor.id, change.type, reason, counts.lines],
            [line.kind, line.quarter, change.type === 'MOVE' ? change.toQuarter : null, line.subjectId ?? null],
          ].flat(),
        );
        return { number: amending.number, ...counts };
      });
    } catch (error) {
      throw broke(error, 'plan_line_once') ? fail(amendProgram, 'inspection/line-exists') : error;
    }
  }

  private async add(tx: Tx, { program, number }: Amending, { type: _, ...lines }: Add) {
    const { added, leftOut } = await insertLines(tx, program, lines, number);
    if (added === 0) throw fail(amendProgram, 'inspection/nothing-new');
    if (program.state === 'PUBLISHED') await addFigures(tx, 1, { programId: program.id, amendment: number });
    return { lines: added, leftOut, line: { kind: lines.kind, quarter: lines.quarter, subjectId: undefined } };
  }

  private async ofLine(tx: Tx, amending: Amending, change: OfOneLine) {
    const { program } = amending;
    const line = await lineOf(tx, program, change.lineId);
    const { kind, quarter, subjectId } = line;
    const counted = program.state === 'PUBLISHED';
    if (counted) await addFigures(tx, -1, { programId: program.id, lineId: line.id });
    const fresh = await changed(tx, line, amending, change);
    await tx.update(line);
    if (fresh) await tx.insert(fresh);
    if (counted) for (const { id } of fresh ? [line, fresh] : [line]) await addFigures(tx, 1, { programId: program.id, lineId: id });
    return { lines: 1, leftOut: 0, line: { kind, quarter, subjectId } };
  }
}

/** Answers the line with which a moved one goes on. */
async function changed(tx: Tx, line: LineEntity, { program, number, reason }: Amending, change: OfOneLine): Promise<LineEntity | undefined> {
  switch (change.type) {
    case 'CHANGE':
      await checkTeam(tx, program.nodeId, change);
      line.plan(line.quarter, change);
      return undefined;
    case 'CANCEL':
      line.cancel(reason);
      return undefined;
    case 'MOVE':
      return line.move(newId(tx.clock.millis()), change.toQuarter, { because: reason, amendment: number });
  }
}
