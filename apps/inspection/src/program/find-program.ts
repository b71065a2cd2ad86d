import type { ProgramActor, ProgramState } from '@vungmanh/contracts/inspection/program';
import type { Command } from '@vungmanh/contracts/operation';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { Tx } from '@vungmanh/platform/db/tx';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { ProgramEntity } from './program.entity.js';

/**
 * A program of the caller's scope, locked until the transaction ends: its lines change one command after another. Throws
 * `request/not-found` for one that is absent or out of scope. Also says in the audit row what the command is about.
 */
export async function lockProgram(tx: Tx, call: Call<Command>, programId: string): Promise<ProgramEntity> {
  const { sql, parameters } = call.scope.where('p.node_id');
  const program = await tx.manager
    .createQueryBuilder(ProgramEntity, 'p')
    .setLock('pessimistic_write')
    .where('p.id = :programId', { programId })
    .andWhere(sql, parameters)
    .getOne();
  if (program === null) throw refuse('request/not-found');
  tx.about({ node: program.nodeId, target: program.id });
  return program;
}

/** What a question about a program needs to know of it. */
export interface KnownProgram {
  readonly id: string;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly actor: ProgramActor;
  readonly year: number;
  readonly state: ProgramState;
}

/** A program of the caller's scope, for a question about its parts; throws `request/not-found` for any other. */
export async function readProgram(reader: Reader, { scope }: Pick<Call, 'scope'>, programId: string): Promise<KnownProgram> {
  const params: unknown[] = [programId];
  const insideSql = scope.within('p.node_id', params);
  const [program] = await reader.query<KnownProgram>(
    `select p.id, p.node_id as "nodeId", coalesce(n.name, '') as "nodeName", p.actor, p.year, p.state
     from program p left join node_view n on n.id = p.node_id where p.id = $1 and ${insideSql}`,
    params,
  );
  if (!program) throw refuse('request/not-found');
  return program;
}
