import { quarterText, type Quarter, type SupervisionStanding, supervisionStateLabel } from '@vungmanh/contracts/inspection/member-supervision';
import type { MySupervision, SupervisionRow, TaskCounts } from '@vungmanh/contracts/inspection/supervision-line';
import { addMonthsTo, monthOf, monthsOf, quarterOf } from '@vungmanh/regulations/calendar';
import type { CalendarDate, Month } from '@vungmanh/contracts/types';
import type { Tone } from '../../ui/badge.js';

export const quarterAt = (today: CalendarDate): Quarter => quarterOf(monthOf(today));

/** The quarter that many quarters on. */
export const quarterOn = (quarter: Quarter, n: number): Quarter => quarterOf(addMonthsTo(monthsOf(quarter)[0], 3 * n));

/** 'quý IV năm 2026', within a sentence. */
export const inQuarter = (quarter: Quarter): string => `q${quarterText(quarter).slice(1)}`;

/** 'Tháng 10'. */
export const monthName = (month: Month): string => `Tháng ${Number(month.slice(5))}`;

export const standingLabel: Record<SupervisionStanding, string> = { NONE: 'Chưa lập', ...supervisionStateLabel };
export const standingTone: Record<SupervisionStanding, Tone> = { NONE: 'plain', DRAFT: 'wait', OPEN: 'active', CLOSED: 'done' };

/** Tasks of the quarter that were late, were not done, or whose deadline has passed without a report. */
export const fallenBehind = ({ late, notDone, overdue }: TaskCounts): number => late + notDone + overdue;

/** Something fell behind, and nobody has spoken of it yet: an early reminder is due. */
export const awaitsReminder = (row: Pick<SupervisionRow, 'tasks' | 'reminders' | 'proposal' | 'reported'>): boolean =>
  fallenBehind(row.tasks) > 0 && row.reminders === 0 && row.proposal === undefined && !row.reported;

export type LineFilter = 'ALL' | 'AWAITS' | 'REMINDED' | 'ANSWERED' | 'PROPOSED';

const passing: Record<LineFilter, (row: SupervisionRow) => boolean> = {
  ALL: () => true,
  AWAITS: awaitsReminder,
  REMINDED: (row) => row.reminders > 0,
  ANSWERED: (row) => row.answers > 0,
  PROPOSED: (row) => row.proposal !== undefined || row.reported,
};

export const passes = (row: SupervisionRow, filter: LineFilter): boolean => passing[filter](row);

/** '3 nhiệm vụ: 1 đúng hạn, 2 chậm', with nothing that is zero. */
export function tasksText(tasks: MySupervision['tasks']): string {
  if (tasks.given === 0) return 'Chưa được chi bộ giao nhiệm vụ có hạn trong quý';
  const parts: [number, string][] = [
    [tasks.onTime, 'đúng hạn'],
    [tasks.late, 'chậm'],
    [tasks.notDone, 'không hoàn thành'],
    [tasks.overdue, 'quá hạn chưa báo cáo'],
    [tasks.running, 'đang làm'],
  ];
  const said = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`);
  return `${tasks.given} nhiệm vụ: ${said.join(', ')}`;
}
