import { countStatement } from '@vungmanh/platform/db/counter';
import type { Tx } from '@vungmanh/platform/db/tx';
import { refuse } from '@vungmanh/platform/problem';
import { MemberSupervisionEntity } from './supervision.entity.js';

/** For a change: nobody else changes it meanwhile. */
export async function lockSupervision(tx: Tx, id: string): Promise<MemberSupervisionEntity> {
  countStatement();
  const supervision = await tx.manager.findOne(MemberSupervisionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!supervision) throw refuse('request/not-found');
  return supervision;
}
