import type { Command } from '@vungmanh/contracts/operation';
import type { Tx } from '@vungmanh/platform/db/tx';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { MeetingEntity } from './meeting.entity.js';

/**
 * A meeting of the caller's scope, locked until the transaction ends. Throws `request/not-found` for one that is absent, out of
 * scope or superseded, and `request/stale` where the command demands If-Match and the caller has seen another version. Also says in
 * the audit row what the command is about.
 */
export async function loadMeeting(tx: Tx, call: Call<Command>, meetingId: string): Promise<MeetingEntity> {
  const meeting = await lockMeeting(tx, call, meetingId);
  if (call.contract.on === 'existing') tx.expectVersion(call, meeting);
  return meeting;
}

/** The same for a command on what belongs to a meeting and has a version of its own: its minutes, its resolution. */
export async function lockMeeting(tx: Tx, call: Call<Command>, meetingId: string): Promise<MeetingEntity> {
  const { sql, parameters } = call.scope.where('m.node_id');
  const meeting = await tx.manager
    .createQueryBuilder(MeetingEntity, 'm')
    .setLock('pessimistic_write')
    .where('m.id = :meetingId and m.superseded_by is null', { meetingId })
    .andWhere(sql, parameters)
    .getOne();
  if (meeting === null) throw refuse('request/not-found');
  tx.about({ node: meeting.nodeId, target: meeting.id });
  return meeting;
}
