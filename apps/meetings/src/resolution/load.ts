import { newId } from '@vungmanh/contracts/new-id';
import type { Db } from '@vungmanh/platform/db/db';
import { countStatement } from '@vungmanh/platform/db/counter';
import type { Tx } from '@vungmanh/platform/db/tx';
import { ResolutionEntity } from './resolution.entity.js';

/** The resolution of a meeting whose scope has been checked; an empty draft where nothing has been drafted. */
export async function readResolution(db: Db, meetingId: string): Promise<ResolutionEntity> {
  const found = await db.load((manager) => manager.findOneBy(ResolutionEntity, { id: meetingId }));
  return found ?? ResolutionEntity.empty(meetingId, meetingId);
}

/** The same to be changed. The meeting has been locked, so nobody else begins one at the same time. */
export async function startResolution(tx: Tx, meetingId: string): Promise<ResolutionEntity> {
  countStatement();
  const found = await tx.manager.findOneBy(ResolutionEntity, { id: meetingId });
  if (found) return found;
  const begun = ResolutionEntity.empty(meetingId, newId(tx.clock.millis()));
  await tx.insert(begun);
  return begun;
}
