import { TaskState, type TaskAct } from '@vungmanh/contracts/meetings/task';
import { openStatesSql, owedStatesSql } from './open.js';
import { monthsOfTask } from './task-told.js';
import { actsFor, isOverdue, obligationState, openStates, transitions, type Relation } from './task.rules.js';

const nobody: Relation = { doer: false, checker: false, ownWork: false, mayReportFor: false, mayVerify: false };
const doer = { ...nobody, doer: true, ownWork: true };
const checker = { ...nobody, checker: true };
const secretary = { ...nobody, mayReportFor: true, mayVerify: true };

describe('the states of a task', () => {
  // domain.md §4.7
  it('lead from the assignment to the end and never back out of it', () => {
    const reached = new Set<TaskState>(['ASSIGNED']);
    for (const state of reached) for (const next of transitions[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...TaskState.options].sort());
    expect(TaskState.options.filter((s) => transitions[s].length === 0)).toEqual(['CLOSED', 'CANCELLED']);
    expect(transitions.VERIFIED).toEqual(['CLOSED']);
  });

  it('are the same in SQL', () => {
    const inSql = (sql: string) => [...sql.matchAll(/'(\w+)'/g)].map(([, state]) => state);
    expect(inSql(openStatesSql)).toEqual(openStates);
    expect(inSql(owedStatesSql)).toEqual(TaskState.options.filter((state) => isOverdue({ state, deadline: '2026-12-02' }, '2026-12-03')));
  });

  it.each<[TaskState, string]>([
    ['ASSIGNED', 'OPEN'],
    ['REPORTED', 'OPEN'],
    ['VERIFIED', 'DONE'],
    ['CLOSED', 'DONE'],
    ['CANCELLED', 'CANCELLED'],
  ])('%s is an obligation that is %s', (state, told) => expect(obligationState(state)).toBe(told));
});

describe('who may do what', () => {
  it.each<[string, TaskState, Relation, TaskAct[]]>([
    ['a doer', 'ASSIGNED', doer, ['acknowledge', 'start', 'report']],
    ['a doer', 'ACKNOWLEDGED', doer, ['start', 'report']],
    ['a doer', 'IN_PROGRESS', doer, ['report']],
    ['a doer', 'REPORTED', doer, []],
    ['a checker', 'IN_PROGRESS', checker, []],
    ['a checker', 'REPORTED', checker, ['check']],
    ['a checker who has done it', 'REPORTED', { ...checker, ownWork: true }, []],
    ['the secretary', 'ASSIGNED', secretary, ['report-for', 'carry-over']],
    ['the secretary', 'REPORTED', secretary, ['verify', 'carry-over']],
    ['the secretary who does it', 'REPORTED', { ...secretary, ...doer, mayReportFor: true, mayVerify: true }, ['carry-over']],
    ['anybody', 'VERIFIED', { ...secretary, checker: true, doer: true }, []],
    ['somebody else', 'ASSIGNED', nobody, []],
  ])('%s, %s', (_who, state, relation, acts) => expect(actsFor(state, relation)).toEqual(acts));
});

describe('overdue', () => {
  it.each<[TaskState, string, boolean]>([
    ['ASSIGNED', '2026-12-02', true],
    ['IN_PROGRESS', '2026-12-02', true],
    ['IN_PROGRESS', '2026-12-03', false],
    ['REPORTED', '2026-12-02', false],
    ['VERIFIED', '2026-12-02', false],
    ['CANCELLED', '2026-12-02', false],
  ])('%s, due %s', (state, deadline, overdue) => expect(isOverdue({ state, deadline }, '2026-12-03')).toBe(overdue));
});

it.each([
  [['2026-12-20'], ['2026-12']],
  [['2027-01-03'], ['2027-01', '2026-12']],
  [
    ['2026-11-30', '2027-01-03'],
    ['2026-11', '2027-01', '2026-12'],
  ],
])('due %j it concerns the figures of %j', (deadlines, months) => expect(monthsOfTask(deadlines, '2026-12-03')).toEqual(months));
