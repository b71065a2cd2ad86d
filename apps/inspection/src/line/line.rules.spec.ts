import { LineAct, LineState } from '@vungmanh/contracts/inspection/plan-line';
import { ProgramState } from '@vungmanh/contracts/inspection/program';
import { Broken } from '@vungmanh/platform/problem';
import { LineEntity } from './line.entity.js';
import { actsFor, checkDates, dueOn, isOverdue } from './line.rules.js';

const TODAY = '2027-05-10';
const line = (state: LineState): LineEntity =>
  Object.assign(new LineEntity(), { id: 'a', version: 1, year: 2027, quarter: 2, state, leaderId: null, teamIds: [] });

const broken = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Broken) return error.code;
    throw error;
  }
  return 'done';
};

describe('a line', () => {
  const acts: Record<string, (l: LineEntity) => unknown> = {
    start: (l) => l.start(),
    finish: (l) => l.finish({ doneOn: TODAY }, TODAY),
    cancel: (l) => l.cancel('Đối tượng nghỉ hưu'),
    move: (l) => l.move('b', 3, { because: 'Dồn việc', amendment: 1 }),
    plan: (l) => l.plan(2, { content: 'Nội dung', teamIds: [] }),
  };
  const possible: Record<string, readonly LineState[]> = {
    start: ['PLANNED'],
    finish: ['PLANNED', 'IN_PROGRESS'],
    cancel: ['PLANNED', 'IN_PROGRESS'],
    move: ['PLANNED', 'IN_PROGRESS'],
    plan: ['PLANNED', 'IN_PROGRESS'],
  };

  it.each(Object.keys(acts).flatMap((act) => LineState.options.map((state) => [act, state] as const)))('%s when %s', (act, state) => {
    expect(broken(() => acts[act]?.(line(state)))).toBe(possible[act]?.includes(state) ? 'done' : 'inspection/line-not-in-state');
  });

  it('goes on in the quarter to which it is moved', () => {
    const old = line('IN_PROGRESS');
    const fresh = old.move('b', 4, { because: 'Dồn việc', amendment: 2 });
    expect(old).toMatchObject({ id: 'a', quarter: 2, state: 'MOVED', because: 'Dồn việc' });
    expect(fresh).toMatchObject({ id: 'b', quarter: 4, state: 'PLANNED', because: null, dueOn: '2027-12-31', amendment: 2 });
  });

  it('is not done in the future', () => {
    expect(broken(() => line('PLANNED').finish({ doneOn: '2027-05-11' }, TODAY))).toBe('inspection/in-the-future');
  });

  it('offers each act in one stage of the program alone', () => {
    const offered = ProgramState.options.map((program) => LineState.options.map((state) => actsFor(program, state)));
    expect(offered).toEqual([
      [['change', 'remove'], [], [], [], []],
      [['amend'], ['amend'], [], [], []],
      [['start', 'finish', 'amend'], ['finish', 'amend'], [], [], []],
      [[], [], [], [], []],
    ]);
    expect(new Set(offered.flat(2))).toEqual(new Set(LineAct.options));
  });
});

describe('the days of a line', () => {
  it.each([
    [undefined, undefined, 'done'],
    ['2027-04-01', '2027-06-30', 'done'],
    ['2027-05-10', '2027-05-10', 'done'],
    ['2027-03-31', '2027-04-10', 'inspection/dates-unfit'],
    ['2027-04-01', '2027-07-01', 'inspection/dates-unfit'],
    ['2027-05-10', '2027-05-09', 'inspection/dates-unfit'],
  ])('%s to %s in the second quarter: %s', (from, to, code) => {
    expect(broken(() => checkDates({ year: 2027, quarter: 2 }, from, to))).toBe(code);
  });

  it.each([
    [1, undefined, '2027-03-31'],
    [2, undefined, '2027-06-30'],
    [4, undefined, '2027-12-31'],
    [4, '2027-11-05', '2027-11-05'],
  ])('of quarter %i, ending %s: in time until %s', (quarter, toOn, due) => expect(dueOn(2027, quarter, toOn)).toBe(due));

  it.each(LineState.options)('%s is overdue a day later, if it is open', (state) => {
    const of = (day: string) => isOverdue({ state, dueOn: '2027-05-10' }, day);
    expect([of('2027-05-10'), of('2027-05-11')]).toEqual([false, state === 'PLANNED' || state === 'IN_PROGRESS']);
  });
});
