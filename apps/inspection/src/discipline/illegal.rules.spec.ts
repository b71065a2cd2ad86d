import { AppealState } from '@vungmanh/contracts/inspection/appeal-state';
import { DenunciationState } from '@vungmanh/contracts/inspection/denunciation-state';
import { type DisciplineAct, DisciplinePart, DisciplineState } from '@vungmanh/contracts/inspection/discipline-state';
import { operations as all } from '@vungmanh/contracts/registry';
import { Broken } from '@vungmanh/platform/problem';
import { addDays } from '@vungmanh/regulations/calendar';
import { AppealEntity } from '../appeal/appeal.entity.js';
import { DenunciationEntity } from '../denunciation/denunciation.entity.js';
import { SuspensionEntity } from '../suspension/suspension.entity.js';
import { extensibleTo, lastDay } from '../suspension/suspension.rules.js';
import { expectConfirmable, expectReadable, type TwoPeople } from '../vault/opening.rules.js';
import { expectAct } from './discipline.rules.js';

const DAY = '2026-11-23';
const NOW = Date.parse(`${DAY}T03:00:00Z`);
const operations = all.filter((one) => /^inspection\.(discipline|appeal|denunciation)\./.test(one.subject));
const declared = new Map(
  operations.flatMap((one) => Object.entries(one.errors ?? {}).map(([code, { title }]) => [`${one.subject} ${code}`, title] as const)),
);

it.each([...declared])('%s says what to do', (_of, title) => {
  expect(title).toMatch(/Hãy|hãy|dành cho/u);
});

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Broken) return error.code;
    throw error;
  }
  return 'done';
};
const table = <S extends string>(states: readonly S[], ways: Readonly<Record<string, string>>) =>
  Object.entries(ways).flatMap(([verb, from]) => states.map((state) => [verb, state, from.split(' ').includes(state)] as const));
const subjectsOf = (prefix: string, verb: string) => operations.filter((one) => one.subject === `${prefix}.${verb}`);

describe('discipline', () => {
  /** domain.md §5.4: in which states each act is legal, said a second time. */
  const open = 'OPENED HEARD VOTED PROPOSED DECIDED IN_EFFECT DEFERRED';
  const ways: Readonly<Record<DisciplineAct, string>> = {
    share: open,
    hear: 'OPENED',
    explain: open,
    vote: 'HEARD VOTED',
    decide: 'VOTED',
    propose: 'VOTED',
    'decide-proposal': 'PROPOSED',
    sign: 'DECIDED IN_EFFECT',
    deliver: 'IN_EFFECT',
    defer: 'OPENED HEARD',
    resume: 'DEFERRED',
    dismiss: 'OPENED HEARD VOTED',
    'dismiss-proposal': 'PROPOSED',
    end: 'IN_EFFECT',
    'record-following': 'IN_EFFECT ENDED',
    suspend: open,
    appeal: 'IN_EFFECT',
    'accept-appeal': 'IN_EFFECT',
    'refuse-appeal': 'IN_EFFECT',
    'settle-appeal': 'IN_EFFECT',
    'deliver-answer': 'IN_EFFECT ANNULLED',
  };
  const everybody = { parts: DisciplinePart.options, right: true, rightToDecide: true, rightToJudge: true };
  it.each(table(DisciplineState.options, ways))('%s at %s: %s', (act, state, legal) => {
    expect(codeOf(() => expectAct(act as DisciplineAct, state, everybody))).toBe(legal ? 'done' : 'inspection/discipline-not-in-state');
    // An act is an operation of its own, or the second way of one.
    const [operation] = subjectsOf('inspection.discipline', act === 'dismiss-proposal' ? 'dismiss' : act);
    expect(Object.keys(operation?.errors ?? {})).toEqual(expect.arrayContaining(['inspection/discipline-not-in-state', 'inspection/not-your-part']));
  });
});

describe('an appeal', () => {
  const verbs: Readonly<Record<string, (one: AppealEntity) => void>> = {
    'accept-appeal': (one) => one.accept(DAY, DAY),
    'refuse-appeal': (one) => one.refuse('BY_PROXY', DAY, DAY),
    'settle-appeal': (one) => one.settle({ outcome: 'UPHELD', on: DAY }, DAY),
    'deliver-answer': (one) => one.deliver('RECEIVED', DAY, DAY),
  };
  const ways = { 'accept-appeal': 'SUBMITTED', 'refuse-appeal': 'SUBMITTED ACCEPTED', 'settle-appeal': 'ACCEPTED', 'deliver-answer': 'SETTLED' };
  it.each(table(AppealState.options, ways))('%s at %s: %s', (verb, state, legal) => {
    const one = Object.assign(new AppealEntity(), { state, onDay: DAY, acceptedOn: null, closedOn: null, deliveredOn: null });
    expect(codeOf(() => verbs[verb]?.(one))).toBe(legal ? 'done' : 'inspection/no-appeal');
    expect(Object.keys(subjectsOf('inspection.discipline', verb)[0]?.errors ?? {})).toContain('inspection/no-appeal');
  });
});

describe('a denunciation', () => {
  const verbs: Readonly<Record<string, (one: DenunciationEntity) => void>> = {
    accept: (one) => one.accept({ on: DAY, dueOn: addDays(DAY, 60) }, DAY, {}),
    keep: (one) => one.keep(),
    forward: (one) => one.forward(),
    extend: (one) => one.extend(addDays(DAY, 90), {}),
    tell: (one) => one.tell(),
    settle: (one) => one.settle({ on: DAY, untold: 'Không tìm được' }, DAY),
  };
  const ways = { accept: 'RECEIVED', keep: 'RECEIVED', forward: 'RECEIVED ACCEPTED', extend: 'ACCEPTED', tell: 'ACCEPTED', settle: 'ACCEPTED' };
  it.each(table(DenunciationState.options, ways))('%s at %s: %s', (verb, state, legal) => {
    const one = Object.assign(new DenunciationEntity(), {
      state,
      signed: true,
      receivedOn: DAY,
      acceptedOn: DAY,
      dueOn: addDays(DAY, 30),
      extended: false,
    });
    expect(codeOf(() => verbs[verb]?.(one))).toBe(legal ? 'done' : 'inspection/denunciation-not-in-state');
    expect(Object.keys(subjectsOf('inspection.denunciation', verb)[0]?.errors ?? {})).toContain('inspection/denunciation-not-in-state');
  });
});

describe('a suspension', () => {
  const until = lastDay(DAY) ?? '';
  const most = extensibleTo({ from: DAY, until, extended: false }) ?? '';
  const now: Readonly<Record<string, Partial<SuspensionEntity>>> = {
    RUNNING: {},
    EXTENDED: { extended: true, untilOn: most },
    LIFTED: { liftedOn: addDays(DAY, 2) },
    OVER: { fromOn: '2026-01-05', untilOn: '2026-04-04' },
  };
  it.each([
    ['extend-suspension', 'RUNNING', 'done'],
    ['extend-suspension', 'EXTENDED', 'inspection/extended-already'],
    ['extend-suspension', 'LIFTED', 'inspection/discipline-not-in-state'],
    ['extend-suspension', 'OVER', 'inspection/discipline-not-in-state'],
    ['lift-suspension', 'RUNNING', 'done'],
    ['lift-suspension', 'EXTENDED', 'done'],
    ['lift-suspension', 'LIFTED', 'inspection/discipline-not-in-state'],
    ['lift-suspension', 'OVER', 'inspection/discipline-not-in-state'],
  ] as const)('%s while %s: %s', (verb, state, code) => {
    const today = addDays(DAY, 5);
    const one = Object.assign(new SuspensionEntity(), { fromOn: DAY, untilOn: until, extended: false, liftedOn: null, ...now[state] });
    expect(codeOf(() => (verb === 'extend-suspension' ? one.extend(most, today, {}) : one.lift(today, today)))).toBe(code);
    if (code !== 'done') expect(declared.has(`inspection.discipline.${verb} ${code}`)).toBe(true);
  });
});

describe('opening the vault', () => {
  const asked: TwoPeople = { id: 'opening', askedBy: 'first', confirmedBy: null, confirmedAt: null };
  const openings: Readonly<Record<string, TwoPeople | undefined>> = {
    NONE: undefined,
    ASKED: asked,
    OPEN: { ...asked, confirmedBy: 'second', confirmedAt: new Date(NOW - 60_000) },
    OVER: { ...asked, confirmedBy: 'second', confirmedAt: new Date(NOW - 16 * 60_000) },
  };
  it.each([
    ['confirm-opening', 'NONE', 'second', 'inspection/opening-not-asked'],
    ['confirm-opening', 'ASKED', 'first', 'inspection/same-person'],
    ['confirm-opening', 'ASKED', 'second', 'done'],
    ['confirm-opening', 'OPEN', 'second', 'inspection/opening-not-asked'],
    ['confirm-opening', 'OPEN', 'third', 'inspection/opening-not-asked'],
    ['confirm-opening', 'OVER', 'second', 'inspection/opening-not-asked'],
    ['read-denunciant', 'NONE', 'first', 'inspection/second-person-missing'],
    ['read-denunciant', 'ASKED', 'first', 'inspection/second-person-missing'],
    ['read-denunciant', 'ASKED', 'second', 'inspection/second-person-missing'],
    ['read-denunciant', 'OPEN', 'first', 'done'],
    ['read-denunciant', 'OPEN', 'second', 'done'],
    ['read-denunciant', 'OPEN', 'third', 'inspection/second-person-missing'],
    ['read-denunciant', 'OVER', 'first', 'inspection/opening-over'],
    ['read-denunciant', 'OVER', 'third', 'inspection/second-person-missing'],
  ] as const)('%s while %s by the %s: %s', (verb, state, who, code) => {
    const opening = openings[state];
    expect(codeOf(() => (verb === 'confirm-opening' ? expectConfirmable(opening, 'opening', who) : expectReadable(opening, who, NOW)))).toBe(code);
    if (code !== 'done') expect(declared.has(`inspection.denunciation.${verb} ${code}`)).toBe(true);
  });
});
