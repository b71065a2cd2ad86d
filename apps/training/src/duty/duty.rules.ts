import type { RosterRow } from '@vungmanh/contracts/membership/roster';
import type { BodyKind, BodyRow, Post } from '@vungmanh/contracts/organization/body';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import type { DutyPosition, DutySpan } from '@vungmanh/contracts/training/duty';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { addDays, addMonths } from '@vungmanh/regulations/calendar';
import type { CourseCode } from '@vungmanh/regulations/course';
import { dutyRuleAt, type DutyRule } from '@vungmanh/regulations/duty';
import { ruleAt } from '@vungmanh/regulations/rule-at';

/** A duty as a position asks for it on a day. */
export interface Wanted {
  readonly personId: string;
  readonly originId: string;
  readonly nodeId: string;
  readonly position: DutyPosition;
  readonly course: CourseCode;
  readonly since: CalendarDate;
  readonly dueOn: CalendarDate;
  /** After how many months again; absent where once is enough. */
  readonly months?: number;
}

const positions: Readonly<Record<BodyKind, Readonly<Record<Post, DutyPosition>>>> = {
  CELL: {
    SECRETARY: 'CELL_SECRETARY',
    STANDING_DEPUTY: 'CELL_DEPUTY',
    DEPUTY: 'CELL_DEPUTY',
    STANDING_MEMBER: 'CELL_COMMITTEE_MEMBER',
    MEMBER: 'CELL_COMMITTEE_MEMBER',
  },
  COMMITTEE: {
    SECRETARY: 'COMMITTEE_SECRETARY',
    STANDING_DEPUTY: 'COMMITTEE_DEPUTY',
    DEPUTY: 'COMMITTEE_DEPUTY',
    STANDING_MEMBER: 'COMMITTEE_MEMBER',
    MEMBER: 'COMMITTEE_MEMBER',
  },
};

/** What the register asks of the committees of the base alone: who sits higher up is trained otherwise. */
const bases: readonly NodeTraits['inspectsAs'][] = ['GRASSROOTS_COMMITTEE', 'SECTION_COMMITTEE'];
export const isOfTheBase = (kind: BodyKind, inspectsAs: NodeTraits['inspectsAs']): boolean => kind === 'CELL' || bases.includes(inspectsAs);

const holds = ({ from, to }: { from: string; to?: string | undefined }, day: CalendarDate): boolean => from <= day && (to === undefined || day < to);

const monthsOf = (rule: DutyRule, day: CalendarDate): number | undefined => ruleAt(rule.months, day)?.value;

/**
 * When a course is due for the first time. One that is taken again and again: at the next end of its period, so that nobody is late with what
 * nobody has asked of them; one that is taken once: when it says, also if that is past.
 */
export function firstDue(since: CalendarDate, today: CalendarDate, { months, repeats }: { months: number; repeats: boolean }): CalendarDate {
  let due = addMonths(since, months);
  for (let times = 2; repeats && due < today; times += 1) due = addMonths(since, months * times);
  return due;
}

interface Standing extends Pick<Wanted, 'personId' | 'originId' | 'nodeId' | 'position' | 'since'> {}

function wantedOf(standing: Standing, today: CalendarDate): Wanted[] {
  const rule = dutyRuleAt(standing.position, today);
  const months = rule && monthsOf(rule, today);
  // Without a value nothing is asked.
  if (rule === undefined || months === undefined || months === 0) return [];
  const { course, repeats } = rule;
  return [{ ...standing, course, dueOn: firstDue(standing.since, today, { months, repeats }), ...(repeats ? { months } : {}) }];
}

/** What a body asks of those who sit in it today. Who holds two posts owes it once, for the higher. */
export function wantedOfBody({ id, nodeId, kind, seats }: Pick<BodyRow, 'id' | 'nodeId' | 'kind' | 'seats'>, today: CalendarDate): Wanted[] {
  const order = Object.keys(positions[kind]);
  const held = seats.filter((seat) => holds(seat, today)).toSorted((a, b) => order.indexOf(a.post) - order.indexOf(b.post));
  const byPerson = new Map(held.toReversed().map((seat) => [seat.personId, seat]));
  return [...byPerson.values()].flatMap(({ personId, post, from }) =>
    wantedOf({ personId, originId: id, nodeId, position: positions[kind][post], since: from }, today),
  );
}

/** What a member's status asks of them today, in the cell where they belong. */
export function wantedOfMember({ id, statuses, enrollments }: Pick<RosterRow, 'id' | 'statuses' | 'enrollments'>, today: CalendarDate): Wanted[] {
  const status = statuses.find((one) => one.status === 'PROBATIONARY' && holds(one, today));
  const cell = enrollments.find((one) => one.kind === 'OFFICIAL' && holds(one, today));
  if (!status || !cell) return [];
  return wantedOf({ personId: id, originId: id, nodeId: cell.nodeId, position: 'PROBATIONARY_MEMBER', since: status.from }, today);
}

/** The next duty of who has just taken a course and still holds the position; undefined where once is enough. */
export function nextDue(position: DutyPosition, doneOn: CalendarDate): CalendarDate | undefined {
  const rule = dutyRuleAt(position, doneOn);
  const months = rule?.repeats ? monthsOf(rule, doneOn) : undefined;
  return months === undefined ? undefined : addMonths(doneOn, months);
}

/** From today, how far ahead somebody is reminded; today itself where no rule says it. */
export const remindUntil = (today: CalendarDate): CalendarDate => addDays(today, ruleAt('training.remind_days', today)?.value ?? 0);

/** Deadlines of a span, both days included; undefined: all. */
export function spanOf(span: DutySpan, today: CalendarDate): { from?: CalendarDate; to?: CalendarDate } {
  switch (span) {
    case 'OVERDUE':
      return { to: addDays(today, -1) };
    case 'SOON':
      return { from: today, to: remindUntil(today) };
    case 'YEAR':
      return { to: `${today.slice(0, 4)}-12-31` };
    case 'ALL':
      return {};
  }
}
