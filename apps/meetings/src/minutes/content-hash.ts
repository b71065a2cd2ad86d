import type { MinutesContent } from '@vungmanh/contracts/meetings/minutes';
import type { ResolutionContent } from '@vungmanh/contracts/meetings/resolution';
import type { Vote } from '@vungmanh/contracts/meetings/vote';
import { hashOf } from '@vungmanh/platform/db/idempotency';
import type { MeetingEntity } from '../meeting/meeting.entity.js';

/** Everything that the paper of the minutes shows and that can no longer change: people by id, because a name may be corrected. */
export interface PaperFacts {
  readonly meeting: Pick<
    MeetingEntity,
    | 'id'
    | 'bodyId'
    | 'kind'
    | 'coversThematic'
    | 'topic'
    | 'heldOn'
    | 'startedAt'
    | 'endedAt'
    | 'place'
    | 'chairId'
    | 'minuteTakerId'
    | 'agenda'
    | 'rollFrozen'
  >;
  readonly content: MinutesContent;
  readonly votes: readonly Vote[];
  readonly resolution: ResolutionContent | undefined;
}

/** SHA-256 in hex over the facts as canonical JSON (keys in order): what both who confirm have seen. */
export function contentHash({ meeting, content, votes, resolution }: PaperFacts): string {
  const { id, bodyId, kind, coversThematic, topic, heldOn, startedAt, endedAt, place, chairId, minuteTakerId, agenda, rollFrozen } = meeting;
  const head = { id, bodyId, kind, coversThematic, topic, heldOn, startedAt, endedAt, place, chairId, minuteTakerId, agenda };
  return hashOf({ head, roll: rollFrozen, content, votes, resolution }).toString('hex');
}
