import type { BodyKind } from '@vungmanh/contracts/organization/body';
import type { MeetingEntity } from '../meeting/meeting.entity.js';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import type { Reader } from '../roster/roster-of.js';
import type { VotingBody } from './vote.rules.js';

/** What the rules of a vote ask of the body that held the meeting, as of its day. */
export async function votingBodyOf(reader: Reader, meeting: Pick<MeetingEntity, 'bodyId' | 'nodeId' | 'day'>): Promise<VotingBody> {
  const [body] = await reader.query<{ kind: BodyKind }>('select kind from body_view where id = $1', [meeting.bodyId]);
  if (!body) throw new Error(`Body ${meeting.bodyId} is not known`);
  return { ...(await ruleContextOf(reader, meeting.nodeId)), kind: body.kind, day: meeting.day };
}
