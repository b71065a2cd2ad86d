import { checkDuties, type CheckFact, lineDuties, mostPressing, programDuties, type ProgramFact, quarterDuties } from './duty.rules.js';

const program = (over: Partial<ProgramFact> = {}): ProgramFact => ({
  id: 'p',
  actor: 'CELL',
  year: 2026,
  state: 'PUBLISHED',
  due: 0,
  overdue: 0,
  firstDue: null,
  ...over,
});
const check = (over: Partial<CheckFact> = {}): CheckFact => ({
  id: 'c',
  half: '2026-H2',
  state: 'UNDER_WAY',
  plannedEnd: '2026-11-30',
  left: 2,
  ...over,
});
const TODAY = '2026-11-23';

describe('programs', () => {
  it.each([
    ['none', [], [['DRAW_UP', 2026, true]]],
    ['a draft', [program({ state: 'DRAFT' })], [['APPROVE', 2026, true]]],
    ['an approved one', [program({ state: 'APPROVED' })], [['PUBLISH', 2026, true]]],
    ['a published one', [program()], []],
    ['one of another body', [program({ actor: 'ADVISORY_ORGAN' })], [['DRAW_UP', 2026, true]]],
  ] as const)('with %s', (_name, programs, expected) => {
    expect(programDuties(['CELL'], programs, TODAY).map((d) => d.kind === 'PROGRAM' && [d.todo, d.year, d.late])).toEqual(expected);
  });

  it('asks for that of next year in December, and for none of an advisory organ', () => {
    expect(programDuties(['CELL', 'ADVISORY_ORGAN'], [program()], '2026-12-01')).toEqual([
      { kind: 'PROGRAM', actor: 'CELL', year: 2027, on: '2027-01-01', late: false, todo: 'DRAW_UP' },
    ]);
  });

  it('tells of lines that are due, by the day of the first', () => {
    const lines = lineDuties([program(), program({ id: 'q', due: 3, overdue: 1, firstDue: '2026-09-30' })]);
    expect(lines).toEqual([{ kind: 'LINES', actor: 'CELL', programId: 'q', lines: 3, overdue: 1, on: '2026-09-30', late: true }]);
  });
});

describe('quarters of members', () => {
  it.each([
    ['nothing', {}, TODAY, [['2026-Q4', 'DRAW_UP', '2026-10-01', true]]],
    ['a draft', { '2026-Q4': 'DRAFT' }, TODAY, [['2026-Q4', 'TELL', '2026-10-01', true]]],
    ['the running one', { '2026-Q4': 'OPEN' }, TODAY, []],
    ['the last one open', { '2026-Q3': 'OPEN', '2026-Q4': 'OPEN' }, TODAY, [['2026-Q3', 'CLOSE', '2026-09-30', true]]],
    ['the last one never told', { '2026-Q3': 'DRAFT', '2026-Q4': 'OPEN' }, TODAY, []],
    ['the running one, in its last month', { '2026-Q4': 'OPEN' }, '2026-12-01', [['2027-Q1', 'DRAW_UP', '2027-01-01', false]]],
    ['both, in its last month', { '2026-Q4': 'OPEN', '2027-Q1': 'DRAFT' }, '2026-12-01', []],
  ] as const)('with %s', (_name, known, today, expected) => {
    const duties = quarterDuties(new Map(Object.entries(known)) as Parameters<typeof quarterDuties>[0], today);
    expect(duties.map((d) => d.kind === 'QUARTER' && [d.quarter, d.todo, d.on, d.late])).toEqual(expected);
  });
});

describe('checks of cells’ meetings', () => {
  it.each([
    ['cells without an answer', check(), ['RECORD', 2, false]],
    ['its planned day gone', check({ plannedEnd: '2026-11-22' }), ['RECORD', 2, true]],
    ['all answers', check({ left: 0 }), ['CONCLUDE', 0, false]],
    ['a list alone', check({ state: 'DRAFT' }), ['START', 2, false]],
    ['a conclusion', check({ state: 'CONCLUDED', left: 0 }), ['PUBLISH', 0, false]],
  ] as const)('going on with %s', (_name, one, expected) => {
    expect(checkDuties([one], undefined, TODAY).map((d) => d.kind === 'CHECK' && [d.todo, d.left, d.late])).toEqual([expected]);
  });

  it.each([
    ['never checked', [], undefined, ['2026-12-31', false]],
    ['called off', [check({ state: 'CANCELLED' })], undefined, ['2026-12-31', false]],
    ['told half a year ago', [check({ half: '2026-H1', state: 'PUBLISHED' })], '2026-05-10', ['2026-11-10', true]],
  ] as const)('owes one where it was %s', (_name, checks, last, expected) => {
    expect(checkDuties(checks, last, TODAY).map((d) => d.kind === 'CHECK' && [d.on, d.late])).toEqual([expected]);
  });

  it('owes none that is due in the next half-year, or was held in this one', () => {
    expect(checkDuties([check({ half: '2026-H1', state: 'PUBLISHED' })], '2026-08-01', TODAY)).toEqual([]);
    expect(checkDuties([check({ state: 'PUBLISHED' })], '2026-10-01', TODAY)).toEqual([]);
  });
});

it('what is late comes first, then what comes first', () => {
  const of = (on: string, late: boolean) => ({ kind: 'FINDINGS', findings: 1, on, late }) as const;
  expect(mostPressing([of('2026-12-01', false), of('2026-11-25', false), of('2026-11-20', true)]).map((d) => d.on)).toEqual([
    '2026-11-20',
    '2026-11-25',
    '2026-12-01',
  ]);
});
