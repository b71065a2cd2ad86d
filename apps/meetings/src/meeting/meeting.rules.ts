import type { MeetingState } from '@vungmanh/contracts/meetings/meeting-state';
import type { Permission } from '@vungmanh/contracts/permission';
import type { RuleKey } from '@vungmanh/regulations/register';

/** Where a meeting may go from each state (HD 42-HD/BTCTW pt 2.2; domain.md §4.3). */
export const transitions: Readonly<Record<MeetingState, readonly MeetingState[]>> = {
  PLANNED: ['PREPARED', 'CANCELLED', 'MISSED'],
  PREPARED: ['NOTIFIED', 'CANCELLED', 'MISSED'],
  // What was told and is changed must be told again.
  NOTIFIED: ['PREPARED', 'IN_SESSION', 'CANCELLED', 'MISSED'],
  // Too few came.
  IN_SESSION: ['CLOSED', 'CANCELLED'],
  CLOSED: ['MINUTES_SIGNED'],
  MINUTES_SIGNED: ['PUBLISHED'],
  PUBLISHED: [],
  CANCELLED: [],
  MISSED: [],
};

interface VerbRule {
  readonly in: readonly MeetingState[];
  readonly permission: Permission;
}

const waiting = ['PLANNED', 'PREPARED', 'NOTIFIED'] as const;
const fromSession = ['IN_SESSION', 'CLOSED'] as const;
const signed = ['MINUTES_SIGNED', 'PUBLISHED'] as const;

/** What can be done with a meeting in which states, and with which permission. Names are those of the contracts' `may`. */
export const verbs = {
  postpone: { in: waiting, permission: 'meetings:plan' },
  cancel: { in: [...waiting, 'IN_SESSION'], permission: 'meetings:plan' },
  'record-huddle': { in: waiting, permission: 'meetings:prepare' },
  prepare: { in: waiting, permission: 'meetings:prepare' },
  'attach-document': { in: [...waiting, 'IN_SESSION'], permission: 'meetings:prepare' },
  'give-notice': { in: ['PREPARED'], permission: 'meetings:prepare' },
  open: { in: ['NOTIFIED'], permission: 'meetings:take-minutes' },
  // Who cannot come says so before: excuses are marked ahead of the opening.
  'mark-roll': { in: ['NOTIFIED', 'IN_SESSION'], permission: 'meetings:take-minutes' },
  'close-roll': { in: ['IN_SESSION'], permission: 'meetings:take-minutes' },
  'write-minutes': { in: fromSession, permission: 'meetings:take-minutes' },
  'read-back': { in: fromSession, permission: 'meetings:take-minutes' },
  'record-vote': { in: ['IN_SESSION'], permission: 'meetings:take-minutes' },
  'draft-resolution': { in: [...waiting, 'IN_SESSION'], permission: 'meetings:take-minutes' },
  'adopt-resolution': { in: ['IN_SESSION'], permission: 'meetings:confirm' },
  close: { in: ['IN_SESSION'], permission: 'meetings:take-minutes' },
  'confirm-minutes': { in: ['CLOSED'], permission: 'meetings:confirm' },
  'declare-signed': { in: ['CLOSED'], permission: 'meetings:confirm' },
  'add-addendum': { in: ['CLOSED', ...signed], permission: 'meetings:confirm' },
  publish: { in: ['MINUTES_SIGNED'], permission: 'meetings:publish' },
} as const satisfies Record<string, VerbRule>;

export type Verb = keyof typeof verbs;

const verbNames = Object.keys(verbs) as Verb[];

/** May this be done in that state? The one place that knows. */
export const isAllowed = (verb: Verb, state: MeetingState): boolean => (verbs[verb].in as readonly MeetingState[]).includes(state);

/** What somebody with these permissions at the meeting's organization may do in that state. */
export const allowedVerbs = (state: MeetingState, held: ReadonlySet<string>): Verb[] =>
  verbNames.filter((verb) => isAllowed(verb, state) && held.has(verbs[verb].permission));

/** The steps at which a meeting is held against the rules, and the rules that are asked then (deviation.rules.ts). */
export const judged = {
  notice: ['meeting.docs.before_days'],
  opening: ['meeting.regular.day', 'meeting.regular.fallback', 'meeting.prep.required'],
  roll: ['meeting.attendance.target'],
  closing: ['meeting.min_minutes', 'meeting.combined.min_minutes'],
  publication: ['meeting.publish.after_days'],
} as const satisfies Record<string, readonly RuleKey[]>;

export type Step = keyof typeof judged;
