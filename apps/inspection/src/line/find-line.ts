import type { Command } from '@vungmanh/contracts/operation';
import { countStatement } from '@vungmanh/platform/db/counter';
import type { Tx } from '@vungmanh/platform/db/tx';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { lockProgram } from '../program/find-program.js';
import type { ProgramEntity } from '../program/program.entity.js';
import { LineEntity } from './line.entity.js';

/** A line with its program, which is in the caller's scope and locked first. Throws `request/not-found` for any other. */
export async function lockLine(tx: Tx, call: Call<Command>, lineId: string): Promise<{ program: ProgramEntity; line: LineEntity }> {
  countStatement();
  const known = await tx.manager.findOne(LineEntity, { select: { id: true, programId: true }, where: { id: lineId } });
  if (!known) throw refuse('request/not-found');
  const program = await lockProgram(tx, call, known.programId);
  return { program, line: await lineOf(tx, program, lineId) };
}

/** A line of a program that is locked already; what it is about goes into the audit row. */
export async function lineOf(tx: Tx, program: ProgramEntity, lineId: string): Promise<LineEntity> {
  countStatement();
  const line = await tx.manager.findOne(LineEntity, { where: { id: lineId, programId: program.id }, lock: { mode: 'pessimistic_write' } });
  if (!line) throw refuse('request/not-found');
  tx.about({ target: line.id, persons: line.subject === 'MEMBER' ? [line.subjectId] : [] });
  return line;
}
