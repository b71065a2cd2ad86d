import type { Resolution } from '@vungmanh/contracts/meetings/resolution';
import type { MeetingEntity } from '../meeting/meeting.entity.js';
import { ruleContextOf } from '@vungmanh/platform/scope/rule-context';
import type { Reader } from '../roster/roster-of.js';
import { resemblancesOf } from './resemblances.js';
import type { ResolutionEntity } from './resolution.entity.js';
import { missingFields } from './resolution.rules.js';

/** A resolution as its page shows it; a draft with what it still lacks and what it resembles. */
export async function resolutionPage(reader: Reader, meeting: MeetingEntity, r: ResolutionEntity): Promise<Resolution> {
  const { id, version, state, content, voteId, adoptedAt, number, numberAwaited } = r;
  const drafted = state === 'DRAFT';
  return {
    id,
    version,
    meetingId: meeting.id,
    state,
    content,
    numberAwaited,
    missing: drafted ? missingFields(content.items, meeting.day, await ruleContextOf(reader, meeting.nodeId)) : [],
    resemblances: drafted ? await resemblancesOf(reader, meeting.bodyId, content.items) : [],
    ...(voteId === null ? {} : { voteId }),
    ...(adoptedAt === null ? {} : { adoptedAt }),
    ...(number ? { number } : {}),
  };
}
