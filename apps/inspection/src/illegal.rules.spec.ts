import { amendProgram } from '@vungmanh/contracts/inspection/amendment';
import { addToCase, openCase } from '@vungmanh/contracts/inspection/case';
import { CaseAct, type CasePart } from '@vungmanh/contracts/inspection/case-part';
import {
  announceCase,
  concludeCase,
  decideCase,
  escalateCase,
  extendCase,
  fileCase,
  followUpCase,
  openHearing,
  planCase,
  receiveSelfReport,
  reportCase,
  setTeam,
  terminateCase,
  verifyCase,
  writeCaseMinutes,
} from '@vungmanh/contracts/inspection/case-step';
import { addCaseNote, raiseFinding } from '@vungmanh/contracts/inspection/case-visit';
import { recordCheckCell } from '@vungmanh/contracts/inspection/check-cell';
import { CaseState } from '@vungmanh/contracts/inspection/kind';
import {
  cancelMeetingCheck,
  changeMeetingCheck,
  concludeMeetingCheck,
  publishMeetingCheck,
  startMeetingCheck,
} from '@vungmanh/contracts/inspection/meeting-check';
import { MeetingCheckState } from '@vungmanh/contracts/inspection/meeting-check-state';
import { approveProgram, closeProgram, ProgramState, publishProgram } from '@vungmanh/contracts/inspection/program';
import {
  extendRecommendation,
  recheckRecommendation,
  RecommendationAct,
  RecommendationState,
  reportRecommendation,
} from '@vungmanh/contracts/inspection/recommendation';
import { acknowledgeWrittenReport, answerWrittenReport } from '@vungmanh/contracts/inspection/written-report';
import { WrittenReportState } from '@vungmanh/contracts/inspection/written-report-state';
import type { Command } from '@vungmanh/contracts/operation';
import { Broken } from '@vungmanh/platform/problem';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import { CaseEntity } from './case/case.entity.js';
import { checkAct as checkCase, transitions as ofCase } from './case/case.rules.js';
import { MeetingCheckEntity } from './meeting-check/meeting-check.entity.js';
import { ProgramEntity } from './program/program.entity.js';
import { checkAct as checkRecommendation } from './recommendation/recommendation.rules.js';
import { WrittenReportEntity } from './written-report/written-report.entity.js';

const TODAY = '2026-11-23';
const AT = '2026-11-23T02:00:00.000Z';
const everybody: CasePart[] = ['LEADER', 'TEAM', 'DECIDER', 'SUBJECT', 'READER'];
const sealer = { seal: (text: string) => text } as Partial<Sealer> as Sealer;

/** An act of a machine: the operation whose problem is read, and what it does to something that stands in a state. */
type Act = readonly [contract: Command, act: (state: string) => unknown];
interface Machine {
  readonly states: readonly string[];
  readonly acts: Readonly<Record<string, Act>>;
  /** `act state` of what is possible. */
  readonly possible: (act: string, state: string) => boolean;
  /** Where the operation answers with a problem of its own. */
  readonly instead?: Readonly<Record<string, string>>;
}

const caseContracts: Record<CaseAct, Command> = {
  'set-team': setTeam,
  plan: planCase,
  decide: decideCase,
  announce: announceCase,
  'receive-self-report': receiveSelfReport,
  verify: verifyCase,
  note: addCaseNote,
  'raise-finding': raiseFinding,
  'open-hearing': openHearing,
  'write-minutes': writeCaseMinutes,
  report: reportCase,
  conclude: concludeCase,
  'follow-up': followUpCase,
  file: fileCase,
  extend: extendCase,
  escalate: escalateCase,
  terminate: terminateCase,
  'change-access': addToCase,
};
const before = ['PLANNED', 'DECIDED', 'ANNOUNCED', 'SELF_REPORTED', 'VERIFYING', 'HEARING', 'REPORTED'];
const caseActs: Record<CaseAct, readonly string[]> = {
  'set-team': before.slice(0, 5),
  plan: ['PLANNED'],
  decide: ['PLANNED'],
  announce: ['DECIDED'],
  'receive-self-report': ['ANNOUNCED'],
  verify: ['SELF_REPORTED'],
  note: ['VERIFYING', 'HEARING'],
  'raise-finding': ['VERIFYING', 'HEARING'],
  'open-hearing': ['VERIFYING'],
  'write-minutes': ['HEARING'],
  report: ['HEARING'],
  conclude: ['REPORTED'],
  'follow-up': ['CONCLUDED'],
  file: ['FOLLOW_UP'],
  extend: before.slice(2, 6),
  escalate: before.slice(4),
  terminate: before,
  'change-access': CaseState.options,
};

const recommendationContracts: Record<RecommendationAct, Command> = {
  report: reportRecommendation,
  recheck: recheckRecommendation,
  extend: extendRecommendation,
};

const check = (state: string): MeetingCheckEntity => Object.assign(new MeetingCheckEntity(), { id: 'c', state, plannedEnd: TODAY, countedAt: AT });
const notice = { strengths: [], weaknesses: [], practices: [], demands: [] };
const counts = { cells: 1, recorded: 1, heard: 0, attended: 0 };
const program = (state: string): ProgramEntity =>
  Object.assign(ProgramEntity.draft({ id: 'p', nodeId: 'n', actor: 'GRASSROOTS_COMMITTEE', year: 2027, documentId: 'd' }), { state });
const report = (state: string): WrittenReportEntity => Object.assign(new WrittenReportEntity(), { state, receiverIds: ['r'], listedIds: ['r'] });

const among = (table: Readonly<Record<string, readonly string[]>>) => (act: string, state: string) => table[act]?.includes(state) === true;

const machines: Readonly<Record<string, Machine>> = {
  case: {
    states: CaseState.options,
    acts: Object.fromEntries(
      CaseAct.options.map((act): [string, Act] => [act, [caseContracts[act], (state) => checkCase(act, CaseState.parse(state), everybody)]]),
    ),
    possible: among(caseActs),
  },
  recommendation: {
    states: RecommendationState.options,
    acts: Object.fromEntries(
      RecommendationAct.options.map((act): [string, Act] => [
        act,
        [
          recommendationContracts[act],
          (state) => checkRecommendation(act, RecommendationState.parse(state), { doer: act === 'report', follows: act !== 'report' }),
        ],
      ]),
    ),
    possible: among({ report: ['OPEN', 'REOPENED'], recheck: ['REPORTED'], extend: ['OPEN', 'REOPENED'] }),
  },
  check: {
    states: MeetingCheckState.options,
    acts: {
      start: [startMeetingCheck, (state) => check(state).start(TODAY)],
      record: [recordCheckCell, (state) => check(state).checkRecording()],
      change: [changeMeetingCheck, (state) => check(state).plan(TODAY, TODAY)],
      conclude: [concludeMeetingCheck, (state) => check(state).conclude(sealer, { notice, counts }, AT)],
      publish: [publishMeetingCheck, (state) => check(state).publish(AT)],
      cancel: [cancelMeetingCheck, (state) => check(state).cancel('x')],
    },
    possible: among({
      start: ['DRAFT'],
      record: ['UNDER_WAY'],
      change: ['DRAFT', 'UNDER_WAY'],
      conclude: ['UNDER_WAY'],
      publish: ['CONCLUDED'],
      cancel: ['DRAFT', 'UNDER_WAY'],
    }),
  },
  program: {
    states: ProgramState.options,
    acts: {
      approve: [approveProgram, (state) => program(state).approve({ on: TODAY, meeting: 'x' }, { today: TODAY, lines: 1 })],
      publish: [publishProgram, (state) => program(state).publish(AT)],
      amend: [amendProgram, (state) => program(state).amend()],
      close: [closeProgram, (state) => program(state).close(AT, 0)],
    },
    possible: among({ approve: ['DRAFT'], publish: ['APPROVED'], amend: ['APPROVED', 'PUBLISHED'], close: ['PUBLISHED'] }),
  },
  'written report': {
    states: WrittenReportState.options,
    acts: {
      acknowledge: [acknowledgeWrittenReport, (state) => report(state).acknowledge('r', AT, undefined)],
      'open-case': [openCase, (state) => report(state).takeUp('r')],
      answer: [answerWrittenReport, (state) => report(state).answer('r', 'x')],
    },
    possible: among({ acknowledge: ['SENT'], 'open-case': ['RECEIVED', 'TAKEN_UP'], answer: ['RECEIVED', 'TAKEN_UP'] }),
    instead: { 'open-case': 'inspection/report-unfit' },
  },
};

const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    if (error instanceof Broken) return error.code;
    throw error;
  }
  return undefined;
};

const pairs = Object.entries(machines).flatMap(([name, machine]) =>
  Object.keys(machine.acts).flatMap((act) => machine.states.map((state) => ({ name, act, state, machine }))),
);

describe('every pair of an act and a state is allowed, or refused with what to do', () => {
  it.each(pairs)('$name: $act in $state', ({ machine, act, state }) => {
    const [contract, does] = machine.acts[act] ?? [];
    if (!contract || !does) throw new Error(`${act} is no act`);
    const code = codeOf(() => does(state));
    expect(code === undefined).toBe(machine.possible(act, state));
    if (code === undefined) return;
    const told = contract.errors?.[machine.instead?.[act] ?? code];
    expect([code, told?.title]).toEqual([code, expect.stringContaining('Hãy')]);
  });

  it.each(CaseState.options.flatMap((from) => CaseState.options.map((to) => [from, to] as const)))(
    'a case goes from %s to %s or not at all',
    (from, to) => {
      const entity = Object.assign(new CaseEntity(), { state: from });
      expect(codeOf(() => entity.go(to))).toBe(ofCase[from].includes(to) ? undefined : 'inspection/case-not-in-state');
      expect(entity.state).toBe(ofCase[from].includes(to) ? to : from);
    },
  );
});
