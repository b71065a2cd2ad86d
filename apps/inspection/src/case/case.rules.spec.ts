import { CaseAct, type CasePart } from '@vungmanh/contracts/inspection/case-part';
import { CaseState } from '@vungmanh/contracts/inspection/kind';
import { addDays } from '@vungmanh/regulations/calendar';
import type { RuleContext, RuleOverride } from '@vungmanh/regulations/rule-at';
import { addWorkingDays } from '@vungmanh/regulations/working-days';
import { checkPeriod, conflicted, missingForDecision, mustReport } from './case-order.rules.js';
import { announceBy, announcedLate, extendedTooFar, periodTooLong, teamTooLarge, termTooLong } from './case-term.rules.js';
import { openStatesSql, overdueStatesSql } from './case-states.js';
import { actsFor, checkAct, isOverdue, openStates, takesOpinions, transitions } from './case.rules.js';

const states = CaseState.options;
const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : undefined;
  }
  return undefined;
};

/** Domain.md §5.3, said once more: the course, and from where it can be left. */
const course: CaseState[] = [
  'PLANNED',
  'DECIDED',
  'ANNOUNCED',
  'SELF_REPORTED',
  'VERIFYING',
  'HEARING',
  'REPORTED',
  'CONCLUDED',
  'FOLLOW_UP',
  'FILED',
];

describe('the states of a case', () => {
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    const at = course.indexOf(from);
    const next = at >= 0 && course[at + 1] === to;
    const stopped = to === 'TERMINATED' && at >= 0 && at < course.indexOf('CONCLUDED');
    const escalated = to === 'ESCALATED' && ['VERIFYING', 'HEARING', 'REPORTED'].includes(from);
    expect(transitions[from].includes(to)).toBe(next || stopped || escalated);
  });

  it('go on until they are filed, handed on or stopped', () => {
    expect(openStates).toEqual(course.slice(0, -1));
  });
});

/** The one state of each act that goes with a step; others are possible in several. */
const once: Partial<Record<CaseAct, CaseState>> = {
  plan: 'PLANNED',
  decide: 'PLANNED',
  announce: 'DECIDED',
  'receive-self-report': 'ANNOUNCED',
  verify: 'SELF_REPORTED',
  'open-hearing': 'VERIFYING',
  'write-minutes': 'HEARING',
  report: 'HEARING',
  conclude: 'REPORTED',
  'follow-up': 'CONCLUDED',
  file: 'FOLLOW_UP',
};
const everybody: CasePart[] = ['LEADER', 'TEAM', 'DECIDER', 'SUBJECT', 'READER'];

it('statements know the same states as the rules', () => {
  const named = (sql: string): string[] => [...sql.matchAll(/'(\w+)'/g)].map(([, state = '']) => state);
  expect(named(openStatesSql)).toEqual(openStates);
  const late = states.filter((state) => isOverdue({ state, dueOn: '2026-12-01' }, '2026-12-02'));
  expect(named(overdueStatesSql)).toEqual(late);
});

describe('the acts on a case', () => {
  it.each(states)('in %s are those of the step and no other', (state) => {
    const possible = actsFor(state, everybody);
    for (const act of Object.keys(once) as CaseAct[]) {
      expect([act, possible.includes(act)]).toEqual([act, once[act] === state]);
      expect(codeOf(() => checkAct(act, state, everybody))).toBe(once[act] === state ? undefined : 'inspection/case-not-in-state');
    }
    expect(possible.includes('terminate')).toBe(transitions[state].includes('TERMINATED'));
    expect(possible.includes('escalate')).toBe(transitions[state].includes('ESCALATED'));
  });

  it('are never for the subject or a reader', () => {
    for (const state of states) expect(actsFor(state, ['SUBJECT', 'READER'])).toEqual([]);
    for (const act of CaseAct.options) expect(codeOf(() => checkAct(act, 'PLANNED', ['SUBJECT']))).toBe('inspection/not-your-part');
  });

  it('belong to who decides, who leads and who works', () => {
    expect(actsFor('HEARING', ['TEAM'])).toEqual(['note', 'raise-finding', 'write-minutes']);
    expect(actsFor('HEARING', ['LEADER'])).toEqual(['note', 'raise-finding', 'write-minutes', 'report']);
    expect(actsFor('HEARING', ['DECIDER'])).toEqual(['extend', 'escalate', 'terminate', 'change-access']);
    expect(actsFor('FILED', ['DECIDER'])).toEqual(['change-access']);
  });

  it('let the subject speak from the announcement to the end', () => {
    expect(states.filter(takesOpinions)).toEqual(['ANNOUNCED', 'SELF_REPORTED', 'VERIFYING', 'HEARING', 'REPORTED', 'CONCLUDED', 'FOLLOW_UP']);
  });

  it('are late past the last day of the work, while it goes on', () => {
    expect(isOverdue({ state: 'VERIFYING', dueOn: '2026-12-01' }, '2026-12-01')).toBe(false);
    expect(isOverdue({ state: 'VERIFYING', dueOn: '2026-12-01' }, '2026-12-02')).toBe(true);
    expect(isOverdue({ state: 'CONCLUDED', dueOn: '2026-12-01' }, '2026-12-02')).toBe(false);
    expect(isOverdue({ state: 'PLANNED', dueOn: null }, '2026-12-02')).toBe(false);
  });
});

const TODAY = '2026-11-23';

describe('what a body may do (domain.md §5.2)', () => {
  const suspected = { kind: 'SUSPECTED_VIOLATION_INSPECTION', subject: 'MEMBER' } as const;
  it('reports a member in the charge of a committee above in writing', () => {
    expect(mustReport({ actor: 'CELL', ...suspected, managed: true }, TODAY)).toMatch(/báo cáo bằng văn bản/);
    expect(mustReport({ actor: 'CELL', ...suspected, managed: false }, TODAY)).toBeUndefined();
    expect(mustReport({ actor: 'CELL', kind: 'COMPLIANCE_INSPECTION', subject: 'MEMBER', managed: true }, TODAY)).toBeUndefined();
  });
  it('refuses what is not its own in the words of the rule', () => {
    expect(codeOf(() => mustReport({ actor: 'CELL', kind: 'COMPLIANCE_INSPECTION', subject: 'ORGANIZATION', managed: false }, TODAY))).toBe(
      'inspection/not-competent',
    );
    expect(codeOf(() => mustReport({ actor: 'ADVISORY_ORGAN', ...suspected, managed: false }, TODAY))).toBe('inspection/not-competent');
  });
});

it('nobody looks into their own matter', () => {
  const of = (personId: string, how: Partial<Record<'isSubject' | 'seated' | 'belongs', true>>) => ({
    personId,
    isSubject: false,
    seated: false,
    belongs: false,
    ...how,
  });
  const stands = [of('self', { isSubject: true }), of('seated', { seated: true }), of('belongs', { belongs: true }), of('free', {})];
  expect(conflicted('ORGANIZATION', stands).map((s) => s.personId)).toEqual(['self', 'seated', 'belongs']);
  expect(conflicted('MEMBER', stands).map((s) => s.personId)).toEqual(['self']);
});

it('the period that is looked into has ended, and a decision says what it lacks', () => {
  expect(codeOf(() => checkPeriod({ periodFrom: '2026-01-01', periodTo: TODAY }, TODAY))).toBeUndefined();
  expect(codeOf(() => checkPeriod({ periodFrom: '2026-01-01', periodTo: '2026-11-24' }, TODAY))).toBe('inspection/dates-unfit');
  expect(codeOf(() => checkPeriod({ periodFrom: '2026-02-01', periodTo: '2026-01-01' }, TODAY))).toBe('inspection/dates-unfit');
  expect(missingForDecision({ leader: true, planned: true })).toEqual([]);
  expect(missingForDecision({ leader: false, planned: false })).toHaveLength(2);
});

const PROVINCE = 'province';
/** One province's values (domain.md §5.3 [L:Lào Cai]), and a second set. */
const local = (days: number, team: number, months: number, wd: number): RuleContext => ({
  nodeType: 'CELL',
  path: [PROVINCE],
  overrides: (
    [
      ['inspect.cell.compliance_days', days],
      ['inspect.team_size', team],
      ['inspect.sub_cell.period_months', months],
      ['inspect.announce_wd', wd],
      ['inspect.extension', { num: 1, den: 3 }],
      ['inspect.extension_times', 1],
    ] as const
  ).map(([key, value]) => ({ key, value, nodeId: PROVINCE, validFrom: '2026-05-01', source: 'QĐ 03-QĐ/TU, 01/5/2026' })) as RuleOverride[],
});
const cell = { actor: 'CELL', kind: 'COMPLIANCE_INSPECTION' } as const;
const keys = (found: { ruleKey: string }[]) => found.map((d) => d.ruleKey);

describe.each([
  [30, 5, 18, 5],
  [21, 3, 12, 2],
])('by a rule of %i days, %i people, %i months, %i working days', (days, team, months, wd) => {
  const context = local(days, team, months, wd);
  it('a team is as large as it may be', () => {
    expect(teamTooLarge(cell, team, TODAY, context)).toEqual([]);
    expect(keys(teamTooLarge(cell, team + 1, TODAY, context))).toEqual(['inspect.team_size']);
    expect(teamTooLarge({ ...cell, actor: 'INSPECTION_COMMISSION' }, team + 1, TODAY, context)).toEqual([]);
  });
  it('the work ends in its term, or deviates', () => {
    expect(termTooLong(cell, { from: TODAY, to: addDays(TODAY, days) }, context)).toEqual([]);
    expect(keys(termTooLong(cell, { from: TODAY, to: addDays(TODAY, days + 1) }, context))).toEqual(['inspect.cell.compliance_days']);
    expect(termTooLong({ ...cell, kind: 'REGULAR_SUPERVISION' }, { from: TODAY, to: '2030-01-01' }, context)).toEqual([]);
  });
  it('looks back no further than it may', () => {
    expect(periodTooLong(cell, '2026-11-01', TODAY, context)).toEqual([]);
    expect(keys(periodTooLong(cell, '2020-01-01', TODAY, context))).toEqual(['inspect.sub_cell.period_months']);
    expect(periodTooLong(cell, '2020-01-01', TODAY, { ...context, nodeType: 'GRASSROOTS_CELL' })).toEqual([]);
  });
  it('is announced in time', () => {
    const last = addWorkingDays(TODAY, wd);
    expect(announceBy(TODAY, context)).toBe(last);
    expect(announcedLate(TODAY, last, context)).toEqual([]);
    expect(keys(announcedLate(TODAY, addDays(last, 1), context))).toEqual(['inspect.announce_wd']);
  });
  it('is extended once and by a third', () => {
    const of = { ...cell, startedOn: TODAY, used: 0 };
    const last = addDays(TODAY, days + Math.floor(days / 3));
    expect(extendedTooFar(of, last, context)).toEqual([]);
    expect(keys(extendedTooFar(of, addDays(last, 1), context))).toEqual(['inspect.extension']);
    expect(keys(extendedTooFar({ ...of, used: 1 }, last, context))).toEqual(['inspect.extension_times']);
  });
});

it('where no rule is in force nothing is late and nothing too long', () => {
  expect(termTooLong(cell, { from: TODAY, to: '2030-01-01' }, {})).toEqual([]);
  expect(announceBy(TODAY, {})).toBeUndefined();
  expect(extendedTooFar({ ...cell, startedOn: TODAY, used: 5 }, '2030-01-01', {})).toEqual([]);
});
