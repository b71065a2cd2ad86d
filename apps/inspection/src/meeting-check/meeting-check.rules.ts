import type { MeetingCheckAct, MeetingCheckState } from '@vungmanh/contracts/inspection/meeting-check-state';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { addDays, addMonths } from '@vungmanh/regulations/calendar';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';

/** Where a check may go from each state. What is published or called off stays so. */
export const transitions: Readonly<Record<MeetingCheckState, readonly MeetingCheckState[]>> = {
  DRAFT: ['UNDER_WAY', 'CANCELLED'],
  UNDER_WAY: ['CONCLUDED', 'CANCELLED'],
  CONCLUDED: ['PUBLISHED'],
  PUBLISHED: [],
  CANCELLED: [],
};

/** In which states each act is possible. */
const acts: Readonly<Record<MeetingCheckAct, readonly MeetingCheckState[]>> = {
  start: ['DRAFT'],
  record: ['UNDER_WAY'],
  change: ['DRAFT', 'UNDER_WAY'],
  conclude: ['UNDER_WAY'],
  publish: ['CONCLUDED'],
  cancel: ['DRAFT', 'UNDER_WAY'],
};

const actNames = Object.keys(acts) as MeetingCheckAct[];

export const isPossible = (act: MeetingCheckAct, state: MeetingCheckState): boolean => acts[act].includes(state);

/** What somebody may do now: everybody on the team records, the rest is for who holds the right to check there. */
export const actsFor = (state: MeetingCheckState, mayLead: boolean): MeetingCheckAct[] =>
  actNames.filter((act) => isPossible(act, state) && (mayLead || act === 'record'));

/** Whether the team's right to read the minute books stands open: from the start to the end, and no longer than to the planned day. */
export const isReading = (state: MeetingCheckState): boolean => state === 'UNDER_WAY';

/** The planned end of a check: not in the past, and its reading no longer than the rule allows. Where none is in force any day will do. */
export function isPlannable(plannedEnd: CalendarDate, today: CalendarDate, context: RuleContext = {}): boolean {
  const most = ruleAt('account.temporary_grant.max_days', today, context)?.value;
  return plannedEnd >= today && (most === undefined || plannedEnd < addDays(today, most));
}

/** How many meetings of each cell are read; none are drawn where no rule is in force. */
export const sampleSize = (today: CalendarDate, context: RuleContext = {}): number => ruleAt('meeting.check.sample', today, context)?.value ?? 0;

/** The day by which the next check is due after one that was published; undefined where no rule is in force. */
export function nextDue(lastPublishedOn: CalendarDate, today: CalendarDate, context: RuleContext = {}): CalendarDate | undefined {
  const months = ruleAt('meeting.check.months', today, context)?.value;
  return months === undefined ? undefined : addMonths(lastPublishedOn, months);
}

/** A shortcoming says what is to be done, and by when; a strength asks for nothing. */
export const isWhole = (finding: { kind: string; proposal?: string | undefined; due?: CalendarDate | undefined }, today: CalendarDate): boolean =>
  finding.kind !== 'SHORTCOMING' || (finding.proposal !== undefined && finding.due !== undefined && finding.due >= today);
