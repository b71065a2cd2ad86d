import type { Operation } from '@vungmanh/contracts/operation';
import type { Db } from '@vungmanh/platform/db/db';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { MeetingEntity } from './meeting.entity.js';

/** A meeting of the caller's scope, to be looked at. Throws `request/not-found` for one that is absent, out of scope or superseded. */
export async function readMeeting(db: Db, call: Pick<Call<Operation>, 'scope'>, meetingId: string): Promise<MeetingEntity> {
  const { sql, parameters } = call.scope.where('m.node_id');
  const meeting = await db.load((manager) =>
    manager
      .createQueryBuilder(MeetingEntity, 'm')
      .where('m.id = :meetingId and m.superseded_by is null', { meetingId })
      .andWhere(sql, parameters)
      .getOne(),
  );
  if (meeting === null) throw refuse('request/not-found');
  return meeting;
}
