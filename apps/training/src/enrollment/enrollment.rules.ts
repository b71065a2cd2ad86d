import type { Limits, Passing } from '@vungmanh/contracts/training/class';
import type { EnrollmentState, FailedBy } from '@vungmanh/contracts/training/class-state';
import type { Deviation } from '@vungmanh/contracts/deviation';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { deviation } from '@vungmanh/regulations/deviation';
import { ruleAt, type RuleContext, type RuleOverride } from '@vungmanh/regulations/rule-at';

/** Domain §6.2, with the answers of the person and the list of those who wait in between. */
export const transitions: Readonly<Record<EnrollmentState, readonly EnrollmentState[]>> = {
  NOMINATED: ['APPROVED', 'WAITING', 'REFUSED'],
  WAITING: ['APPROVED', 'REFUSED'],
  APPROVED: ['CONFIRMED', 'DECLINED', 'ATTENDING'],
  CONFIRMED: ['DECLINED', 'ATTENDING'],
  ATTENDING: ['WITHDRAWN', 'PASSED', 'FAILED'],
  PASSED: ['CERTIFIED'],
  REFUSED: [],
  DECLINED: [],
  WITHDRAWN: [],
  FAILED: [],
  CERTIFIED: [],
};

/** The states from which one may come into another: what a statement that moves many may find. */
export const before = (to: EnrollmentState): EnrollmentState[] =>
  (Object.keys(transitions) as EnrollmentState[]).filter((from) => transitions[from].includes(to));

/** Who holds a place of the class. */
export const PLACED: readonly EnrollmentState[] = ['APPROVED', 'CONFIRMED', 'ATTENDING'];
/** Who is, or may come to be, away at the class. */
export const LIVE: readonly EnrollmentState[] = ['NOMINATED', 'WAITING', ...PLACED];

/** What somebody has done in a class. */
export interface Done {
  readonly attended: number;
  readonly lessons: number;
  readonly mark: number | undefined;
}

/** What is missing for a pass; nothing: passed. Shares are compared in whole numbers, marks by quarters. */
export function failedBy({ attended, lessons, mark }: Done, passing: Passing): FailedBy[] {
  const { attendancePercent, mark: least } = passing;
  return [
    ...(attendancePercent !== undefined && attended * 100 < attendancePercent * lessons ? (['ATTENDANCE'] as const) : []),
    ...(least !== undefined && (mark === undefined || mark < least) ? (['MARK'] as const) : []),
  ];
}

/** What else a cell has away when a class calls somebody of it. */
export interface Away {
  /** Courses that the person is in during the same days, this one included. */
  readonly courses: number;
  /** The cell's members who are on courses in the same days, those named now included. */
  readonly awayOfCell: number;
  readonly members: number;
}

/** Where calling somebody away goes against the rules of the first day; what the opening decision says counts as a local rule. */
export function deviationsOf(away: Away, on: CalendarDate, context: RuleContext & { reason?: string }): Deviation[] {
  const atOnce = ruleAt('training.at_once.max', on, context);
  const share = ruleAt('training.away.max', on, context);
  const most = share && Math.max(1, Math.floor((away.members * share.value.num) / share.value.den));
  return [
    ...(atOnce && away.courses > atOnce.value ? [deviation(atOnce, { text: `${away.courses} lớp` }, context.reason)] : []),
    ...(share && most !== undefined && away.awayOfCell > most
      ? [deviation(share, { text: `${away.awayOfCell} trong ${away.members} đảng viên của chi bộ` }, context.reason)]
      : []),
  ];
}

/** The limits of an opening decision as rules of the organization that holds the class. */
export function decidedLimits(limits: Limits, where: { nodeId: string; from: CalendarDate; title: string }): RuleOverride[] {
  const about = { nodeId: where.nodeId, validFrom: where.from, source: `Quyết định mở lớp: ${where.title}`.slice(0, 200) };
  return [
    ...(limits.atOnce === undefined ? [] : [{ ...about, key: 'training.at_once.max' as const, value: limits.atOnce }]),
    ...(limits.awayPercent === undefined ? [] : [{ ...about, key: 'training.away.max' as const, value: { num: limits.awayPercent, den: 100 } }]),
  ];
}
