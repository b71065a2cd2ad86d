import type { LineAct, LineState } from '@vungmanh/contracts/inspection/plan-line';
import type { ProgramState } from '@vungmanh/contracts/inspection/program';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { Broken } from '@vungmanh/platform/problem';
import { lastOfMonth } from '@vungmanh/regulations/calendar';

/** Where a line may go from each state. A line that is moved goes on as another one in the quarter to which it was moved. */
export const transitions: Readonly<Record<LineState, readonly LineState[]>> = {
  PLANNED: ['IN_PROGRESS', 'DONE', 'CANCELLED', 'MOVED'],
  IN_PROGRESS: ['DONE', 'CANCELLED', 'MOVED'],
  DONE: [],
  CANCELLED: [],
  MOVED: [],
};

const open: readonly LineState[] = ['PLANNED', 'IN_PROGRESS'];

/** In which states of the program and of the line each act is possible. */
const possible: Readonly<Record<LineAct, { program: readonly ProgramState[]; line: readonly LineState[] }>> = {
  change: { program: ['DRAFT'], line: ['PLANNED'] },
  remove: { program: ['DRAFT'], line: ['PLANNED'] },
  start: { program: ['PUBLISHED'], line: ['PLANNED'] },
  finish: { program: ['PUBLISHED'], line: open },
  amend: { program: ['APPROVED', 'PUBLISHED'], line: open },
};
const acts = Object.keys(possible) as LineAct[];

/** What somebody who may plan at the program's organization may do with a line now. */
export const actsFor = (program: ProgramState, line: LineState): LineAct[] =>
  acts.filter((act) => possible[act].program.includes(program) && possible[act].line.includes(line));

const firstOf = (year: number, quarter: number): CalendarDate => `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
const lastOf = (year: number, quarter: number): CalendarDate => lastOfMonth(`${year}-${String(quarter * 3).padStart(2, '0')}-01`);

/** The last day on which a line is in time: the end of its days, or of its quarter. */
export const dueOn = (year: number, quarter: number, toOn: CalendarDate | undefined): CalendarDate => toOn ?? lastOf(year, quarter);

/** Refuses days outside the quarter or in the wrong order: `inspection/dates-unfit`. */
export function checkDates({ year, quarter }: { year: number; quarter: number }, from?: CalendarDate, to?: CalendarDate): void {
  const inside = [from, to].every((day) => day === undefined || (day >= firstOf(year, quarter) && day <= lastOf(year, quarter)));
  if (!inside || (from !== undefined && to !== undefined && to < from)) throw new Broken('inspection/dates-unfit');
}

/** Computed, never stored: its last day has passed and it is not done. */
export const isOverdue = ({ state, dueOn: due }: { state: LineState; dueOn: CalendarDate }, today: CalendarDate): boolean =>
  open.includes(state) && due < today;
