import type { Quarter, SupervisionAct, SupervisionState } from '@vungmanh/contracts/inspection/member-supervision';
import { addMonthsTo, monthOf, monthsOf, quarterOf } from '@vungmanh/regulations/calendar';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';

/** A quarter goes on and never back: what was closed stays as it was told. */
export const transitions: Readonly<Record<SupervisionState, readonly SupervisionState[]>> = {
  DRAFT: ['OPEN'],
  OPEN: ['CLOSED'],
  CLOSED: [],
};

/** In which states each act is possible. */
const acts: Readonly<Record<SupervisionAct, readonly SupervisionState[]>> = {
  open: ['DRAFT'],
  close: ['OPEN'],
  'add-newcomers': ['DRAFT', 'OPEN'],
  'set-scale': ['DRAFT', 'OPEN'],
  'record-grades': ['OPEN'],
};
const actNames = Object.keys(acts) as SupervisionAct[];

export const isPossible = (act: SupervisionAct, state: SupervisionState): boolean => acts[act].includes(state);
export const actsIn = (state: SupervisionState): SupervisionAct[] => actNames.filter((act) => isPossible(act, state));

/** Its days, half-open. */
export function daysOf(quarter: Quarter): { from: string; to: string } {
  const [first, , last] = monthsOf(quarter);
  return { from: `${first}-01`, to: `${addMonthsTo(last, 1)}-01` };
}

/** The running quarter, the one before it, for who comes late, and the next, which is drawn up ahead. */
export function isInTime(quarter: Quarter, today: string): boolean {
  const month = monthOf(today);
  return [-3, 0, 3].some((n) => quarterOf(addMonthsTo(month, n)) === quarter);
}

/** Whether something can be written down for a month: it lies in the quarter and has begun. */
export const isMonthOpen = (quarter: Quarter, month: string, today: string): boolean =>
  (monthsOf(quarter) as string[]).includes(month) && month <= monthOf(today);

/** Whether a day can be that of an act in the quarter. */
export function isDayOf(quarter: Quarter, day: string, today: string): boolean {
  const { from, to } = daysOf(quarter);
  return day >= from && day < to && day <= today;
}

/**
 * The first month whose grades and notes are still kept on this day; those of earlier months go. Undefined where no rule says how
 * long: then all stay.
 */
export function keptFrom(today: string, context: RuleContext = {}): string | undefined {
  const months = ruleAt('supervise.labor_grade.keep_months', today, context)?.value;
  return months === undefined ? undefined : addMonthsTo(monthOf(today), -months);
}
