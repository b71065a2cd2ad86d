import type { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { ResolutionContent } from '@vungmanh/contracts/meetings/resolution';
import type { MeetingEntity } from '../meeting/meeting.entity.js';
import { isAllowed } from '../meeting/meeting.rules.js';
import type { Reader } from '../roster/roster-of.js';
import { votesOf } from '../vote/votes-of.js';
import { contentHash } from './content-hash.js';
import { MinutesEntity } from './minutes.entity.js';

/** The minutes of a meeting whose scope has been checked; empty ones where nobody has begun. */
export async function readMinutes(db: Db, sealer: Sealer, meetingId: string): Promise<MinutesEntity> {
  const found = await db.load((manager) => manager.findOneBy(MinutesEntity, { id: meetingId }));
  return found ?? MinutesEntity.begin(sealer, meetingId);
}

/** The same to be changed. The meeting has been locked, so nobody else begins them at the same time. */
export async function startMinutes(tx: Tx, sealer: Sealer, meetingId: string): Promise<MinutesEntity> {
  const found = await tx.manager.findOneBy(MinutesEntity, { id: meetingId });
  if (found) return found;
  const begun = MinutesEntity.begin(sealer, meetingId);
  await tx.insert(begun);
  return begun;
}

/** The hash of what the paper shows as it stands; undefined while the meeting goes on. */
export async function hashOfPaper(reader: Reader, sealer: Sealer, meeting: MeetingEntity, minutes: MinutesEntity): Promise<string | undefined> {
  if (!isAllowed('add-addendum', meeting.state)) return undefined;
  const votes = await votesOf(reader, meeting.id);
  const [adopted] = await reader.query<{ content: ResolutionContent }>(`select content from resolution where id = $1 and state = 'ADOPTED'`, [
    meeting.id,
  ]);
  return contentHash({ meeting, content: minutes.read(sealer), votes, resolution: adopted?.content });
}
