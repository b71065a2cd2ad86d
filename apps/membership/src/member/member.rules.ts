import type { MemberStatus } from '@vungmanh/contracts/membership/member-status';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { Broken } from '@vungmanh/platform/problem';
import { ruleAt } from '@vungmanh/regulations/rule-at';

/** Which status may follow which (domain.md §3.2). Coming back after an end is a readmission with a record of its own. */
export const nextStatus: Readonly<Record<MemberStatus, readonly MemberStatus[]>> = {
  PROBATIONARY: ['OFFICIAL', 'NAME_REMOVED', 'LEFT', 'DECEASED'],
  OFFICIAL: ['EXPELLED', 'NAME_REMOVED', 'LEFT', 'DECEASED'],
  EXPELLED: [],
  NAME_REMOVED: [],
  LEFT: [],
  DECEASED: [],
};

/** Whether the change rests on the decision of a competent committee, whose number belongs into the record. */
export const needsDecision: Readonly<Record<MemberStatus, boolean>> = {
  PROBATIONARY: true,
  OFFICIAL: true,
  EXPELLED: true,
  NAME_REMOVED: true,
  LEFT: true,
  DECEASED: false,
};

export const isActive = (status: MemberStatus): boolean => nextStatus[status].length > 0;

/** Half-open: `from` is in, `to` is out; no `to` means still so. */
export interface Period {
  readonly from: CalendarDate;
  readonly to?: CalendarDate | null | undefined;
}

const END_OF_TIME = '9999-12-31';
const endOf = (period: Period): CalendarDate => period.to ?? END_OF_TIME;

export const overlaps = (a: Period, b: Period): boolean => a.from < endOf(b) && b.from < endOf(a);
export const holds = (period: Period, day: CalendarDate): boolean => period.from <= day && day < endOf(period);

/** The days, where known, must follow each other; the same day may stand twice. */
export function expectOrder(...days: readonly (CalendarDate | null | undefined)[]): void {
  const known = days.filter((day) => day !== undefined && day !== null);
  if (known.some((day, i) => i > 0 && day < (known[i - 1] ?? day))) throw new Broken('membership/dates-out-of-order');
}

/** A period must hold at least one day and must have begun: how things stand now is then never a matter of tomorrow. */
export function expectBegun(period: Period, today: CalendarDate): void {
  if (endOf(period) <= period.from) throw new Broken('membership/dates-out-of-order');
  if (period.from > today) throw new Broken('membership/date-in-future');
}

const SHORTEST_MONTH = 28;

/** The day a number of months later; the last day of the month where that day is missing. */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = year * 12 + month - 1 + months;
  const last = date > SHORTEST_MONTH ? new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate() : date;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${two((at % 12) + 1)}-${two(Math.min(date, last))}`;
}

/** The first day on which probation may be over (Điều lệ Đảng, Điều 5); undefined where no rule was in force. */
export function probationOver(admittedOn: CalendarDate, onDate: CalendarDate): CalendarDate | undefined {
  const rule = ruleAt('probation.months', onDate);
  return rule && addMonths(admittedOn, rule.value);
}

/** What stands before a change of status. */
export interface Standing {
  readonly status: MemberStatus;
  readonly since: CalendarDate;
  readonly admittedOn?: CalendarDate | null;
}

export function expectMember(status: MemberStatus): void {
  if (!isActive(status)) throw new Broken('membership/membership-ended');
}

/** Refuses a change of status that the rules do not know, that comes too early or that names no decision. */
export function expectStatusChange(standing: Standing, to: { status: MemberStatus; from: CalendarDate; decision?: string | undefined }): void {
  expectMember(standing.status);
  if (!nextStatus[standing.status].includes(to.status)) throw new Broken('membership/status-not-reachable');
  if (needsDecision[to.status] && to.decision === undefined) throw new Broken('membership/decision-missing');
  if (to.from <= standing.since) throw new Broken('membership/dates-out-of-order');
  const over = to.status === 'OFFICIAL' ? probationOver(standing.admittedOn ?? standing.since, to.from) : undefined;
  if (over !== undefined && to.from < over) throw new Broken('membership/probation-not-over');
}

/** What the last digits of a number show to those who may not see it whole. */
export const masked = (value: string): string => `${'•'.repeat(Math.max(0, value.length - 3))}${value.slice(-3)}`;
