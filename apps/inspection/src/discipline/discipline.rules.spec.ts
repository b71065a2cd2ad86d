import { DisciplineAct, DisciplinePart, DisciplineState } from '@vungmanh/contracts/inspection/discipline-state';
import type { DisciplineForm, DisciplineSubject, Inspector } from '@vungmanh/contracts/inspection/kind';
import { cellNode, committeeNode } from '@vungmanh/testing/given';
import { Broken } from '@vungmanh/platform/problem';
import { addDays, addMonths } from '@vungmanh/regulations/calendar';
import { disciplineForms } from '@vungmanh/regulations/discipline-vote';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { outcomeOf, type Ballot } from './ballot.rules.js';
import { appealTerm, followingOf, isWritingLate, writtenDue } from './clock.rules.js';
import { actsFor, bodiesOf, expectAct, expectDay, expectForm, expectOpening, formsFor, transitions, type Matter } from './discipline.rules.js';
import { DisciplineEntity } from './discipline.entity.js';

const DAY = '2026-11-23';
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Broken) return error.code;
    throw error;
  }
  return 'done';
};
const value = (key: Parameters<typeof ruleAt>[0]): number => Number(ruleAt(key, DAY)?.value ?? Number.NaN);

describe('a case goes from state to state', () => {
  /** domain.md §5.4, said a second time. */
  const ways: Readonly<Record<string, string>> = {
    OPENED: 'HEARD DEFERRED DISMISSED',
    HEARD: 'VOTED DEFERRED DISMISSED',
    VOTED: 'VOTED DECIDED IN_EFFECT PROPOSED DISMISSED',
    PROPOSED: 'DECIDED DISMISSED',
    DECIDED: 'IN_EFFECT',
    IN_EFFECT: 'IN_EFFECT ENDED ANNULLED',
    DEFERRED: 'OPENED HEARD',
    ENDED: '',
    ANNULLED: '',
    DISMISSED: '',
  };
  it.each(DisciplineState.options.flatMap((from) => DisciplineState.options.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
    expect(transitions[from].includes(to)).toBe((ways[from] ?? '').split(' ').includes(to));
  });

  const at = (state: DisciplineState, over: Partial<DisciplineEntity> = {}): DisciplineEntity =>
    Object.assign(new DisciplineEntity(), {
      state,
      actor: 'CELL',
      nodeId: 'cell',
      foundOn: '2026-10-01',
      hearing: null,
      heardOn: null,
      proposedToNodeId: null,
      proposedOn: null,
      proposedToActor: null,
      vote: null,
      decidedOn: null,
      writtenOn: null,
      deliveredOn: null,
      effectiveOn: null,
      appealNodeId: null,
      ...over,
    });
  const vote = { on: '2026-11-20' } as DisciplineEntity['vote'];
  const verbs: Readonly<Record<string, (found: DisciplineEntity) => void>> = {
    hear: (found) => found.hear('MET', DAY, 'somebody', DAY),
    count: (found) => found.count({ ...vote!, on: DAY }, DAY),
    decide: (found) => found.decide({ form: 'WARNING', on: DAY, dismissedFrom: [] }, DAY),
    propose: (found) => found.propose({ nodeId: 'above', actor: 'INSPECTION_COMMISSION' }, DAY, DAY),
    defer: (found) => found.defer('PREGNANT', addDays(DAY, 1), DAY),
    resume: (found) => found.resume(),
    dismiss: (found) => found.dismiss(),
    end: (found) => found.end(DAY, DAY),
    appeal: (found) => found.appeal('above'),
    changeForm: (found) => found.changeForm('REPRIMAND', []),
    annul: (found) => found.annul(DAY),
  };
  const possible: Readonly<Record<string, readonly DisciplineState[]>> = {
    hear: ['OPENED'],
    count: ['HEARD', 'VOTED'],
    decide: ['VOTED'],
    propose: ['VOTED'],
    defer: ['OPENED', 'HEARD'],
    resume: ['DEFERRED'],
    dismiss: ['OPENED', 'HEARD', 'VOTED', 'PROPOSED'],
    end: ['IN_EFFECT'],
    appeal: ['IN_EFFECT'],
    changeForm: ['IN_EFFECT'],
    annul: ['IN_EFFECT'],
  };
  it.each(Object.keys(verbs).flatMap((verb) => DisciplineState.options.map((state) => [verb, state] as const)))('%s at %s', (verb, state) => {
    const code = codeOf(() => verbs[verb]?.(at(state)));
    expect(code).toBe(possible[verb]?.includes(state) ? 'done' : 'inspection/discipline-not-in-state');
  });

  it('counts from the announcement for a cell, from the signature for whoever decides above it', () => {
    const cell = at('VOTED', { vote });
    cell.decide({ form: 'WARNING', on: '2026-11-21', dismissedFrom: [] }, DAY);
    expect(cell).toMatchObject({ state: 'IN_EFFECT', effectiveOn: '2026-11-21', writtenOn: null });
    expect(cell.sign('2026-11-22', 'secretary', DAY)).toBe(false);
    expect(cell).toMatchObject({ effectiveOn: '2026-11-21', writtenOn: '2026-11-22' });
    const above = at('VOTED', { vote });
    above.propose({ nodeId: 'above', actor: 'INSPECTION_COMMISSION' }, '2026-11-21', DAY);
    above.decide({ form: 'EXPULSION', on: '2026-11-22', dismissedFrom: [] }, DAY);
    expect(above).toMatchObject({ state: 'DECIDED', effectiveOn: null });
    expect(above.sign(DAY, 'chair', DAY)).toBe(true);
    expect(above).toMatchObject({ state: 'IN_EFFECT', effectiveOn: DAY });
  });

  it('goes on after a deferral where it stood', () => {
    const before = at('DEFERRED');
    before.resume();
    const after = at('DEFERRED', { hearing: 'MET' });
    after.resume();
    expect([before.state, after.state]).toEqual(['OPENED', 'HEARD']);
  });
});

describe('who may do what', () => {
  const nobody = { parts: [], right: true, rightToDecide: true, rightToJudge: true };
  it('is nothing for whoever stands on no list', () => {
    for (const state of DisciplineState.options) expect(actsFor(state, nobody)).toEqual([]);
    for (const act of DisciplineAct.options) expect(codeOf(() => expectAct(act, 'OPENED', nobody))).toBe('inspection/not-your-part');
  });

  it.each<[DisciplinePart, boolean, boolean, DisciplineState, string]>([
    ['HANDLER', true, false, 'OPENED', 'share hear defer dismiss suspend'],
    ['HANDLER', false, true, 'OPENED', ''],
    ['HANDLER', true, false, 'HEARD', 'share vote defer dismiss suspend'],
    ['HANDLER', true, false, 'VOTED', 'share vote decide propose dismiss suspend'],
    ['HANDLER', true, true, 'PROPOSED', 'share suspend'],
    ['DECIDER', false, true, 'PROPOSED', 'decide-proposal dismiss-proposal'],
    ['DECIDER', true, false, 'PROPOSED', ''],
    ['DECIDER', false, true, 'DECIDED', 'sign'],
    ['DECIDER', false, true, 'IN_EFFECT', 'sign deliver end record-following deliver-answer'],
    ['HANDLER', true, false, 'IN_EFFECT', 'share sign deliver end record-following suspend appeal deliver-answer'],
    ['APPEAL_JUDGE', true, true, 'IN_EFFECT', 'accept-appeal refuse-appeal settle-appeal deliver-answer'],
    ['APPEAL_JUDGE', true, false, 'IN_EFFECT', ''],
    ['VOTER_RECORDER', false, false, 'HEARD', 'vote'],
    ['VOTER_RECORDER', false, false, 'OPENED', ''],
    ['SUBJECT', false, false, 'OPENED', 'explain'],
    ['SUBJECT', false, false, 'VOTED', 'explain'],
    ['SUBJECT', false, false, 'IN_EFFECT', 'explain appeal'],
    ['SUBJECT', true, true, 'DISMISSED', ''],
    ['READER', true, true, 'VOTED', ''],
  ])('%s (right %s, to decide %s) at %s: %s', (part, right, rightToDecide, state, said) => {
    expect(actsFor(state, { parts: [part], right, rightToDecide, rightToJudge: right && rightToDecide }).join(' ')).toBe(said);
  });
});

const matter = (over: Partial<Matter> = {}): Matter => ({
  actor: 'CELL',
  subject: 'OFFICIAL_MEMBER',
  managedByHigherLevel: false,
  assignedBySuperior: false,
  contents: [],
  committedOn: '2026-10-01',
  ...over,
});

describe('forms and competence (domain.md §5.2, §5.4)', () => {
  it.each<[string, Partial<Matter>, string]>([
    ['a cell and its member', {}, 'REPRIMAND:MAY WARNING:MAY DISMISSAL:PROPOSES EXPULSION:PROPOSES'],
    ['a cell and a probationary member', { subject: 'PROBATIONARY_MEMBER' }, 'REPRIMAND:MAY WARNING:MAY'],
    ['a cell and a member managed above', { managedByHigherLevel: true }, 'REPRIMAND:MAY WARNING:MAY DISMISSAL:PROPOSES EXPULSION:PROPOSES'],
    [
      'the same in a task that superiors had given',
      { managedByHigherLevel: true, assignedBySuperior: true },
      'REPRIMAND:MAY_NOT WARNING:MAY_NOT DISMISSAL:MAY_NOT EXPULSION:MAY_NOT',
    ],
    ['a cell and an organization', { subject: 'ORGANIZATION' }, 'REPRIMAND:MAY_NOT WARNING:MAY_NOT DISBANDMENT:MAY_NOT'],
    ['its committee', { actor: 'CELL_COMMITTEE' }, 'REPRIMAND:MAY_NOT WARNING:MAY_NOT DISMISSAL:MAY_NOT EXPULSION:MAY_NOT'],
    ['an advisory organ', { actor: 'ADVISORY_ORGAN' }, 'REPRIMAND:MAY_NOT WARNING:MAY_NOT DISMISSAL:MAY_NOT EXPULSION:MAY_NOT'],
    ['a commission', { actor: 'INSPECTION_COMMISSION' }, 'REPRIMAND:MAY_WITH WARNING:MAY_WITH DISMISSAL:MAY_WITH EXPULSION:MAY_WITH'],
    [
      'a committee and an organization',
      { actor: 'GRASSROOTS_COMMITTEE', subject: 'ORGANIZATION' },
      'REPRIMAND:MAY_WITH WARNING:MAY_WITH DISBANDMENT:MAY_WITH',
    ],
  ])('%s', (_who, over, said) => {
    const forms = formsFor(matter(over), DAY);
    expect(forms.map((one) => `${one.form}:${one.verdict}`).join(' ')).toBe(said);
    for (const one of forms) expect([one.says.length > 20, one.source.length > 5]).toEqual([true, true]);
  });

  it.each<[string, Partial<Matter>, DisciplineForm, string]>([
    ['for its member', {}, 'WARNING', 'done'],
    ['for a proposal', {}, 'EXPULSION', 'done'],
    ['expelling a probationary member', { subject: 'PROBATIONARY_MEMBER' }, 'EXPULSION', 'inspection/form-unfit'],
    ['disbanding a member', {}, 'DISBANDMENT', 'inspection/form-unfit'],
    ['by the committee of a cell', { actor: 'CELL_COMMITTEE' }, 'REPRIMAND', 'inspection/not-competent'],
    ['by an advisory organ', { actor: 'ADVISORY_ORGAN' }, 'REPRIMAND', 'inspection/not-competent'],
    ['of an organization by a cell', { subject: 'ORGANIZATION' }, 'REPRIMAND', 'inspection/not-competent'],
    ['of a cadre in a task from above', { managedByHigherLevel: true, assignedBySuperior: true }, 'REPRIMAND', 'inspection/not-competent'],
  ])('a case is opened %s, or refused', (_what, over, gravity, code) => {
    expect(codeOf(() => expectOpening(matter(over), gravity, DAY))).toBe(code);
    expect(codeOf(() => expectForm(matter(over), gravity, DAY))).toBe(code);
  });

  it('knows which bodies an organization has', () => {
    const commune = committeeNode('Đảng bộ xã');
    expect([bodiesOf(cellNode('Chi bộ').traits), bodiesOf(commune.traits), bodiesOf(undefined)]).toEqual([
      ['CELL', 'CELL_COMMITTEE'],
      ['GRASSROOTS_COMMITTEE', 'INSPECTION_COMMISSION', 'ADVISORY_ORGAN'],
      [],
    ]);
  });
});

describe('limitation (69-QĐ/TW)', () => {
  const years = {
    REPRIMAND: value('limitation.reprimand_years'),
    WARNING: value('limitation.warning_years'),
    DISMISSAL: value('limitation.dismissal_years'),
  };
  const ago = (months: number): string => addMonths(DAY, -months);
  it.each<[DisciplineForm, string, readonly 'ILLEGAL_DIPLOMA'[], string]>([
    ['REPRIMAND', ago(12 * years.REPRIMAND), [], 'done'],
    ['REPRIMAND', addDays(ago(12 * years.REPRIMAND), -1), [], 'inspection/limitation-ended'],
    ['WARNING', ago(12 * years.WARNING), [], 'done'],
    ['WARNING', addDays(ago(12 * years.WARNING), -1), [], 'inspection/limitation-ended'],
    ['DISMISSAL', addDays(ago(12 * years.DISMISSAL), -1), [], 'inspection/limitation-ended'],
    ['EXPULSION', '1990-01-01', [], 'done'],
    ['REPRIMAND', '1990-01-01', ['ILLEGAL_DIPLOMA'], 'done'],
  ])('%s for what was done on %s (%j): %s', (form, committedOn, contents, code) => {
    expect(codeOf(() => expectOpening(matter({ committedOn, contents }), form, DAY))).toBe(code);
    expect(codeOf(() => expectForm(matter({ committedOn, contents }), form, DAY))).toBe(code);
  });

  it('says so in the words of the rule', () => {
    const said = (): void => expectOpening(matter({ committedOn: '2015-01-01' }), 'WARNING', DAY);
    expect(said).toThrow(expect.objectContaining({ detail: expect.stringContaining(ruleAt('limitation.warning_years', DAY)?.says ?? 'no rule') }));
  });
});

describe('a ballot', () => {
  const ballot = (votes: Ballot['votes'], over: Partial<Ballot> = {}): Ballot => {
    const cast = Object.values(votes).reduce((sum, n) => sum + n, 0);
    return { present: 20, issued: 20, returned: cast + (over.none ?? 0) + (over.invalid ?? 0), invalid: 0, none: 0, votes, ...over };
  };
  const voting = (subject: DisciplineSubject = 'OFFICIAL_MEMBER', actor: Inspector = 'CELL', voters = 20) => ({ actor, subject, voters, on: DAY });

  it('of story 8 gives a warning by adding up', () => {
    const result = outcomeOf(ballot({ REPRIMAND: 8, WARNING: 7, DISMISSAL: 3, EXPULSION: 2 }), voting());
    expect(result).toMatchObject({ form: 'WARNING', by: 'ADDED_VOTES', sums: 'khai trừ 2; +3 = 5; +7 = 12 > 10' });
  });

  it('that adopts nothing says so', () => {
    expect(outcomeOf(ballot({ REPRIMAND: 6, WARNING: 4 }, { none: 10 }), voting())).toMatchObject({ sums: expect.stringContaining('≤ 10') });
    expect(outcomeOf(ballot({ REPRIMAND: 6, WARNING: 4 }, { none: 10 }), voting())?.form).toBeUndefined();
  });

  it('proposes expulsion from a cell with two thirds only', () => {
    expect(outcomeOf(ballot({ EXPULSION: 14, WARNING: 6 }), voting())).toMatchObject({ form: 'EXPULSION' });
    expect(outcomeOf(ballot({ EXPULSION: 13, WARNING: 7 }), voting())).toMatchObject({ form: 'DISMISSAL' });
  });

  it.each<[string, Ballot, ReturnType<typeof voting>, string]>([
    ['more people than have a vote', ballot({ REPRIMAND: 21 }, { present: 21, issued: 21 }), voting(), 'inspection/too-many-votes'],
    ['more ballots than people', ballot({ REPRIMAND: 12 }, { present: 11, issued: 12 }), voting(), 'inspection/votes-do-not-add-up'],
    ['more came back than went out', ballot({ REPRIMAND: 12 }, { issued: 11 }), voting(), 'inspection/votes-do-not-add-up'],
    ['a vote too few', ballot({ REPRIMAND: 12 }, { returned: 13 }), voting(), 'inspection/votes-do-not-add-up'],
    ['a vote too many', ballot({ REPRIMAND: 12 }, { returned: 11 }), voting(), 'inspection/votes-do-not-add-up'],
    ['a form that there is not', ballot({ EXPULSION: 1 }), voting('PROBATIONARY_MEMBER'), 'inspection/form-unfit'],
    ['a form for organizations', ballot({ DISBANDMENT: 1 }), voting(), 'inspection/form-unfit'],
  ])('with %s is refused', (_what, counted, of, code) => {
    expect(codeOf(() => outcomeOf(counted, of))).toBe(code);
  });

  it('has as many forms as the subject', () => {
    expect(disciplineForms('PROBATIONARY_MEMBER', DAY)).toEqual(['REPRIMAND', 'WARNING']);
    expect(disciplineForms('ORGANIZATION', DAY)).toEqual(['REPRIMAND', 'WARNING', 'DISBANDMENT']);
  });
});

describe('clocks', () => {
  const days = value('discipline.written_days');
  const decided = { countsFrom: 'ANNOUNCEMENT', decidedOn: DAY, writtenOn: null } as const;
  it('a cell writes its decision within the days of the rule; for others the signature is the decision', () => {
    expect(writtenDue(decided)?.until).toBe(addDays(DAY, days));
    expect([addDays(DAY, days), addDays(DAY, days + 1)].map((today) => isWritingLate(decided, today))).toEqual([false, true]);
    expect(isWritingLate({ ...decided, writtenOn: DAY }, addDays(DAY, days + 1))).toBe(false);
    expect(writtenDue({ ...decided, countsFrom: 'SIGNATURE' })).toBeUndefined();
  });

  const appeal = value('appeal.days');
  const next = value('appeal.next_days');
  const given = { effectiveOn: DAY, delivery: 'RECEIVED', deliveredOn: DAY } as const;
  const answered = { how: 'RECEIVED', on: addDays(DAY, 20) } as const;
  it.each([
    ['nothing counts yet', { effectiveOn: null, delivery: null, deliveredOn: null }, DAY, undefined],
    ['not handed over yet', { effectiveOn: DAY, delivery: null, deliveredOn: null }, addDays(DAY, 500), { open: true }],
    ['the last day', { effectiveOn: DAY, delivery: 'RECEIVED', deliveredOn: DAY }, addDays(DAY, appeal), { open: true, until: addDays(DAY, appeal) }],
    ['a day late', { effectiveOn: DAY, delivery: 'RECEIVED', deliveredOn: DAY }, addDays(DAY, appeal + 1), { open: false }],
    ['who refused to receive it', { effectiveOn: DAY, delivery: 'REFUSED', deliveredOn: DAY }, DAY, { open: false }],
    ['the next one, while the answer is not handed over', { ...given, answer: 'AWAITED' }, addDays(DAY, 500), { open: true }],
    [
      'the next one, on its last day',
      { ...given, answer: answered },
      addDays(DAY, 20 + next),
      { open: true, since: addDays(DAY, 20), until: addDays(DAY, 20 + next) },
    ],
    ['the next one, a day late', { ...given, answer: answered }, addDays(DAY, 21 + next), { open: false }],
    ['the next one of who refused the answer', { ...given, answer: { ...answered, how: 'REFUSED' } }, addDays(DAY, 21), { open: false }],
  ] as const)('an appeal: %s', (_what, delivered, today, said) => {
    const term = appealTerm(delivered, today);
    if (said === undefined) expect(term).toBeUndefined();
    else expect(term).toMatchObject(said);
  });

  it('days of a case follow each other and are over', () => {
    expect(codeOf(() => expectDay(DAY, DAY, DAY, null, undefined))).toBe('done');
    expect(codeOf(() => expectDay(addDays(DAY, 1), DAY))).toBe('inspection/in-the-future');
    expect(codeOf(() => expectDay('2026-11-01', DAY, '2026-11-02'))).toBe('inspection/in-the-future');
  });
});

describe('discipline of others', () => {
  const days = ruleAt('state_discipline.report_days', DAY)?.value ?? Number.NaN;
  const found = { following: [], sourceKind: null, sourceOn: null, foundOn: DAY };

  it.each([
    ['waits until the last day', {}, addDays(DAY, days), false],
    ['is late from the next', {}, addDays(DAY, days + 1), true],
    ['was told of in time', { toldOn: addDays(DAY, days) }, addDays(DAY, 90), false],
    ['was told of late', { toldOn: addDays(DAY, days + 1) }, addDays(DAY, 90), true],
  ])('%s', (_how, told, today, late) => {
    const [one] = followingOf({ ...found, following: [{ kind: 'UNION', on: DAY, ...told }] }, today);
    expect(one).toMatchObject({ due: addDays(DAY, days), late });
  });

  it('with which a case began is told of on the day on which the violation was found', () => {
    const began = { ...found, sourceKind: 'STATE_DISCIPLINE' as const, sourceOn: addDays(DAY, -days - 1) };
    expect(followingOf(began, DAY)).toMatchObject([{ kind: 'STATE', toldOn: DAY, late: true }]);
  });

  it('by a shorter term of the province is late sooner', () => {
    const rules = {
      path: ['p'],
      overrides: [{ key: 'state_discipline.report_days', value: 1, nodeId: 'p', validFrom: DAY, source: '1-QĐ/TU' }],
    } as const;
    expect(followingOf({ ...found, following: [{ kind: 'STATE', on: DAY }] }, addDays(DAY, 2), rules)).toMatchObject([
      { due: addDays(DAY, 1), late: true },
    ]);
  });
});
