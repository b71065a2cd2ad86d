import type { Command } from '@vungmanh/contracts/operation';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { Tx } from '@vungmanh/platform/db/tx';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { ClassEntity } from './class.entity.js';

/**
 * A class of the caller's scope, locked until the transaction ends. Throws `request/not-found` for one that is absent or out of scope,
 * and `request/stale` where `seen` is asked for and the caller has seen another version.
 */
export async function lockClass(tx: Tx, call: Call<Command>, classId: string, seen: 'seen' | 'any' = 'any'): Promise<ClassEntity> {
  const { sql, parameters } = call.scope.where('c.node_id');
  const found = await tx.manager
    .createQueryBuilder(ClassEntity, 'c')
    .setLock('pessimistic_write')
    .where('c.id = :classId', { classId })
    .andWhere(sql, parameters)
    .getOne();
  if (found === null) throw refuse('request/not-found');
  if (seen === 'seen') tx.expectVersion(call, found);
  tx.about({ node: found.nodeId, target: found.id });
  return found;
}

/** A class that calls for people of an organization below it, for a command of that organization; its row is not locked. */
export async function openClassFor(tx: Tx, classId: string, nodeId: string): Promise<ClassEntity> {
  const found = await tx.manager
    .createQueryBuilder(ClassEntity, 'c')
    .where(`c.id = :classId and c.state <> 'PLANNED'`, { classId })
    .andWhere('exists (select from tree_now t where t.ancestor = c.node_id and t.descendant = :nodeId)', { nodeId })
    .getOne();
  if (found === null) throw refuse('request/not-found');
  tx.about({ node: nodeId, target: found.id });
  return found;
}

/** Whose class it is, for a question about its parts; throws `request/not-found` for one out of scope. */
export async function readClass(reader: Reader, { scope }: Pick<Call, 'scope'>, classId: string): Promise<{ id: string; nodeId: string }> {
  const params: unknown[] = [classId];
  const [found] = await reader.query<{ id: string; nodeId: string }>(
    `select c.id, c.node_id as "nodeId" from training_class c where c.id = $1 and ${scope.within('c.node_id', params)}`,
    params,
  );
  if (!found) throw refuse('request/not-found');
  return found;
}
