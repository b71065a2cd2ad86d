import type { Task } from '@vungmanh/contracts/meetings/task';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { daysBetween, showDue } from '../../text/dates.js';
import type { Tone } from '../../ui/badge.js';

/** A deadline so near is "soon". Only colors and filters; no rule asks for it. */
const SOON_DAYS = 7;

export const isDone = ({ state }: Pick<Task, 'state'>): boolean => state === 'VERIFIED' || state === 'CLOSED' || state === 'CANCELLED';

export const isSoon = (task: Pick<Task, 'deadline' | 'overdue' | 'state'>, today: CalendarDate): boolean =>
  !isDone(task) && !task.overdue && daysBetween(today, task.deadline) <= SOON_DAYS;

/** How the deadline of an open task is shown; a finished one has none any more. */
export function dueMark(task: Pick<Task, 'deadline' | 'overdue' | 'state'>, today: CalendarDate): { tone: Tone; text: string } | undefined {
  if (isDone(task)) return undefined;
  // What is reported waits for its checker; the deadline has nothing more to say.
  if (task.state === 'REPORTED') return { tone: 'wait', text: 'Chờ kiểm tra' };
  if (task.overdue || task.deadline < today) return { tone: 'late', text: showDue(task.deadline, today) };
  return { tone: isSoon(task, today) ? 'wait' : 'plain', text: showDue(task.deadline, today) };
}

/** Open before finished, then by deadline: what is overdue stands first by itself. */
export const byUrgency = (a: Task, b: Task): number => Number(isDone(a)) - Number(isDone(b)) || a.deadline.localeCompare(b.deadline);

export type TaskFilter = 'ALL' | 'OVERDUE' | 'SOON' | 'MINE' | 'CHECKING';

/** Whether a task passes a filter for the person who looks. */
export function passes(task: Task, filter: TaskFilter, person: string | undefined, today: CalendarDate): boolean {
  switch (filter) {
    case 'ALL':
      return true;
    case 'OVERDUE':
      return task.overdue;
    case 'SOON':
      return isSoon(task, today);
    case 'MINE':
      return person !== undefined && task.doerIds.includes(person);
    case 'CHECKING':
      return person !== undefined && task.checkerId === person;
  }
}
