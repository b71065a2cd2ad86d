import type { LessonPlan } from '@vungmanh/contracts/training/class';
import type { ClassAct, ClassState } from '@vungmanh/contracts/training/class-state';
import type { CalendarDate } from '@vungmanh/contracts/types';
import { Broken } from '@vungmanh/platform/problem';
import { dayOf } from '@vungmanh/regulations/day-of';

/** Domain §6.2. A class goes forward only. */
export const transitions: Readonly<Record<ClassState, readonly ClassState[]>> = {
  PLANNED: ['ENROLLING'],
  ENROLLING: ['RUNNING'],
  RUNNING: ['ASSESSED'],
  ASSESSED: ['CLOSED'],
  CLOSED: [],
};

const possible: Readonly<Record<ClassAct, readonly ClassState[]>> = {
  change: ['PLANNED', 'ENROLLING'],
  enroll: ['PLANNED'],
  decide: ['ENROLLING'],
  start: ['ENROLLING'],
  roll: ['RUNNING'],
  mark: ['RUNNING'],
  assess: ['RUNNING'],
  certify: ['ASSESSED'],
  withdraw: ['RUNNING'],
};
const acts = Object.keys(possible) as ClassAct[];

/** Refuses an act that is not of this step. */
export function check(act: ClassAct, state: ClassState): void {
  if (!possible[act].includes(state)) throw new Broken('training/class-state');
}

/** What somebody who holds these permissions at the class's organization may do with it now. */
export const actsFor = (state: ClassState, held: ReadonlySet<string>): ClassAct[] =>
  held.has('training:conduct') ? acts.filter((act) => possible[act].includes(state)) : [];

/** The sittings in their order. Each lies within one day, and none begins before the one before it has ended. */
export function inOrder(lessons: readonly LessonPlan[]): LessonPlan[] {
  const sorted = lessons.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  for (const [i, lesson] of sorted.entries()) {
    const before = sorted[i - 1];
    const fits = Date.parse(lesson.startsAt) < Date.parse(lesson.endsAt) && dayOf(lesson.startsAt) === dayOf(lesson.endsAt);
    const clashes = before !== undefined && Date.parse(lesson.startsAt) < Date.parse(before.endsAt);
    if (!fits || clashes) throw new Broken('training/lessons-unfit');
  }
  return sorted;
}

/** First and last day of a class, and where it is held: where most of its sittings are, the first of them among equals. */
export function spanOf(sorted: readonly LessonPlan[]): { from: CalendarDate; to: CalendarDate; place: string } {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) throw new Broken('training/lessons-unfit');
  const times = (place: string): number => sorted.filter((l) => l.place === place).length;
  const [place = first.place] = sorted.map((l) => l.place).toSorted((a, b) => times(b) - times(a));
  return { from: dayOf(first.startsAt), to: dayOf(last.startsAt), place };
}
