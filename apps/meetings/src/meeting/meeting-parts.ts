import type { Deviation } from '@vungmanh/contracts/deviation';
import type { AgendaItem } from '@vungmanh/contracts/meetings/meeting';
import type { MeetingKind, MeetingOrigin } from '@vungmanh/contracts/meetings/meeting-state';
import type { FrozenRoll } from '../roll/frozen-roll.rules.js';

/** A day that was moved, and why. */
export interface Postponement {
  from: string;
  to: string;
  reason: string;
}

/** What the notice tells. */
export interface Preparation {
  startsAt: string;
  place: string;
  chairId: string;
  minuteTakerId: string;
  coversThematic: boolean;
  topic?: string | undefined;
  agenda: AgendaItem[];
}

/** A meeting as it is handed in whole. `published`: when its papers went out, for history; undefined while they are still to be confirmed. */
export interface HeldMeeting extends Omit<Preparation, 'startsAt'> {
  bodyId: string;
  nodeId: string;
  kind: MeetingKind;
  origin: MeetingOrigin;
  day: string;
  startedAt: string;
  endedAt: string;
  countsThematic: boolean;
  rollFrozen: FrozenRoll;
  handedInHash: string;
  published?: string | undefined;
  found: Deviation[];
}
