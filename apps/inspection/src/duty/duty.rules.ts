import type { Duty } from '@vungmanh/contracts/inspection/duty';
import { type HalfYear, type MeetingCheckState, monthsOfHalf } from '@vungmanh/contracts/inspection/meeting-check-state';
import type { Quarter, SupervisionState } from '@vungmanh/contracts/inspection/member-supervision';
import type { ProgramActor, ProgramState } from '@vungmanh/contracts/inspection/program';
import { addDays, addMonthsTo, lastOfMonth, monthOf, quarterOf } from '@vungmanh/regulations/calendar';
import { nextDue } from '../meeting-check/meeting-check.rules.js';
import { daysOf } from '../member-supervision/supervision.rules.js';

/** A program with its lines that are open and due by the end of the running quarter. */
export interface ProgramFact {
  readonly id: string;
  readonly actor: ProgramActor;
  readonly year: number;
  readonly state: ProgramState;
  readonly due: number;
  readonly overdue: number;
  readonly firstDue: string | null;
}

export interface CheckFact {
  readonly id: string;
  readonly half: HalfYear;
  readonly state: MeetingCheckState;
  readonly plannedEnd: string;
  readonly left: number;
}

/** An advisory organ has a program where its committee gives it one; the others owe theirs. */
const owesProgram = (actor: ProgramActor): boolean => actor !== 'ADVISORY_ORGAN';

/** The running period is owed already, the next one in the month before it begins. */
const isMonthBefore = (first: string, today: string): boolean => addMonthsTo(monthOf(today), 1) === monthOf(first);

/** Each body's program of this year, and in December that of the next: drawn up, approved, told to its subjects. */
export function programDuties(actors: readonly ProgramActor[], programs: readonly ProgramFact[], today: string): Duty[] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1].flatMap((of) => {
    const on = `${of}-01-01`;
    if (on > today && !isMonthBefore(on, today)) return [];
    return actors.filter(owesProgram).flatMap((actor): Duty[] => {
      const there = programs.find((p) => p.actor === actor && p.year === of);
      const head = { kind: 'PROGRAM', actor, year: of, on, late: on <= today } as const;
      if (there === undefined) return [{ ...head, todo: 'DRAW_UP' }];
      if (there.state === 'DRAFT') return [{ ...head, programId: there.id, todo: 'APPROVE' }];
      return there.state === 'APPROVED' ? [{ ...head, programId: there.id, todo: 'PUBLISH' }] : [];
    });
  });
}

export const lineDuties = (programs: readonly ProgramFact[]): Duty[] =>
  programs.flatMap(({ id, actor, due, overdue, firstDue }): Duty[] =>
    firstDue === null ? [] : [{ kind: 'LINES', actor, programId: id, lines: due, overdue, on: firstDue, late: overdue > 0 }],
  );

/** The quarters of a cell's members that {@link quarterDuties} looks at. */
export const quartersAround = (today: string): [Quarter, Quarter, Quarter] => {
  const month = monthOf(today);
  return [quarterOf(addMonthsTo(month, -3)), quarterOf(month), quarterOf(addMonthsTo(month, 3))];
};

/** The last quarter is closed, the running one drawn up and told to the members, the next one drawn up before it begins. */
export function quarterDuties(known: ReadonlyMap<Quarter, SupervisionState>, today: string): Duty[] {
  const [last, running, next] = quartersAround(today);
  const duty = (quarter: Quarter, todo: 'DRAW_UP' | 'TELL' | 'CLOSE', on: string): Duty => ({
    kind: 'QUARTER',
    quarter,
    todo,
    on,
    late: on <= today,
  });
  const begins = (quarter: Quarter) => daysOf(quarter).from;
  const state = known.get(running);
  return [
    ...(known.get(last) === 'OPEN' ? [duty(last, 'CLOSE', addDays(daysOf(last).to, -1))] : []),
    ...(state === undefined ? [duty(running, 'DRAW_UP', begins(running))] : state === 'DRAFT' ? [duty(running, 'TELL', begins(running))] : []),
    ...(!known.has(next) && isMonthBefore(begins(next), today) ? [duty(next, 'DRAW_UP', begins(next))] : []),
  ];
}

/** What to do next with each check that is not over, and the next check where the rule has it due in the running half-year. */
export function checkDuties(checks: readonly CheckFact[], lastPublishedOn: string | undefined, today: string): Duty[] {
  const going = checks.flatMap(({ id: checkId, half, state, plannedEnd: on, left }): Duty[] => {
    if (state === 'PUBLISHED' || state === 'CANCELLED') return [];
    const todo = state === 'DRAFT' ? 'START' : state === 'CONCLUDED' ? 'PUBLISH' : left > 0 ? 'RECORD' : 'CONCLUDE';
    return [{ kind: 'CHECK', half, checkId, todo, left, on, late: on < today }];
  });
  const half: HalfYear = `${today.slice(0, 4)}-H${today.slice(5, 7) <= '06' ? 1 : 2}`;
  if (checks.some((c) => c.half === half && c.state !== 'CANCELLED')) return going;
  const ends = lastOfMonth(`${monthsOfHalf(half).to}-01`);
  const on = (lastPublishedOn === undefined ? undefined : nextDue(lastPublishedOn, today)) ?? ends;
  return on > ends ? going : [...going, { kind: 'CHECK', half, todo: 'OPEN', left: 0, on, late: on < today }];
}

/** What is late first, then what comes first. */
export const mostPressing = (duties: readonly Duty[]): Duty[] =>
  duties.toSorted((a, b) => Number(b.late) - Number(a.late) || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
