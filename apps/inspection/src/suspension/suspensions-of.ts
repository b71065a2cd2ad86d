import type { Suspension } from '@vungmanh/contracts/inspection/suspension';
import type { Db } from '@vungmanh/platform/db/db';
import type { RuleContext } from '@vungmanh/regulations/rule-at';
import { SuspensionEntity } from './suspension.entity.js';

/** The suspensions of a case, oldest first. */
export async function suspensionsOf(db: Db, disciplineId: string, context: RuleContext): Promise<Suspension[]> {
  const found = await db.load((manager) => manager.find(SuspensionEntity, { where: { disciplineId }, order: { fromOn: 'ASC' } }));
  return found.map((one) => one.shown(context));
}
