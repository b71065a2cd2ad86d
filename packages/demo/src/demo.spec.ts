import { competenceAt } from '@vungmanh/regulations/competence';
import { CaseState } from '@vungmanh/contracts/inspection/kind';
import { ballotOf } from './disciplines.js';
import { halvesOf, recordOf } from './cell-checks.js';
import { actorOf, daysOf, demoCases, minutesOf, planOf, reportOf } from './cases.js';
import { CasePlan, CaseMinutes, CaseReport } from '@vungmanh/contracts/inspection/case-writing';
import { CellRecord } from '@vungmanh/contracts/inspection/check-cell';
import { membersOf } from './members.js';
import { Random } from './random.js';
import { organizationsOf, PROVINCE_CODE, type DemoOrganization } from './organizations.js';
import { programOf, progressOf, type DemoPlanner } from './programs.js';

const SEED = 20261103;
const ANCHOR = '2026-11';
const cells = (all: readonly DemoOrganization[]) => all.filter((o) => o.sector !== undefined);
const inBloc = (o: DemoOrganization) => o.code.startsWith(`${PROVINCE_CODE}.001`);
const sum = (all: readonly DemoOrganization[]) => all.reduce((n, o) => n + o.members, 0);

describe.each(['demo', 'province'] as const)('the %s', (scale) => {
  const all = organizationsOf(scale, SEED);

  it('is the same for the same seed', () => {
    expect(organizationsOf(scale, SEED)).toEqual(all);
  });

  it('has one organization per code, and parents before children', () => {
    const seen = new Set([PROVINCE_CODE]);
    for (const o of all) {
      expect(seen.has(o.code)).toBe(false);
      expect(seen.has(o.parentCode)).toBe(true);
      seen.add(o.code);
    }
  });

  it('gives members to cells alone', () => {
    expect(all.every((o) => (o.sector === undefined ? o.members === 0 : o.members >= 3))).toBe(true);
  });
});

it('the demo has the size of the Quan Sơn article beside that of the Ninh Thuận one', () => {
  const all = organizationsOf('demo', SEED);
  const district = all.filter((o) => !inBloc(o));
  expect(district.filter((o) => o.parentCode === PROVINCE_CODE)).toHaveLength(37);
  expect(cells(district)).toHaveLength(190);
  expect(sum(district)).toBe(3970);
  expect(all.filter((o) => o.parentCode === `${PROVINCE_CODE}.001`)).toHaveLength(53);
  expect(sum(all.filter(inBloc))).toBe(1900);
  expect(cells(district).filter((o) => o.sector === 'VILLAGE_RESIDENTIAL').length).toBeGreaterThanOrEqual(94);
});

it('the province has the size of the Lạng Sơn article', () => {
  const all = organizationsOf('province', SEED);
  expect(sum(all)).toBe(61_491);
  const grassroots = all.filter((o) => ['GRASSROOTS_COMMITTEE', 'GRASSROOTS_CELL'].includes(o.type));
  expect(grassroots).toHaveLength(800);
});

it('every cell has three official members to lead it, and numbers are never given twice', () => {
  const all = organizationsOf('demo', SEED);
  const members = [...membersOf(all, SEED, ANCHOR)];
  expect(members).toHaveLength(5870);
  for (const field of ['cardNumber', 'citizenNumber'] as const) expect(new Set(members.map((m) => m[field])).size).toBe(members.length);
  for (const cell of cells(all)) expect(members.filter((m) => m.cellCode === cell.code && m.status === 'OFFICIAL').length).toBeGreaterThanOrEqual(3);
});

it('no two meetings of a province and its fifteen years have the same id', () => {
  const ids = new Set<string>();
  for (let n = 0; n < 200_000; n += 1) ids.add(new Random(`meeting ${SEED} ${n}`).uuid());
  expect(ids.size).toBe(200_000);
});

describe.each(['CELL', 'GRASSROOTS_COMMITTEE', 'INSPECTION_COMMISSION'] as const)('the program of a %s', (actor) => {
  const some = Array.from({ length: 12 }, (_, i) => `id ${i}`);
  const planner: DemoPlanner = { nodeId: 'n', actor, people: some, organizations: some };
  const today = '2026-11-23';

  it('is the same for the same seed, and plans nothing for which the body is not competent', () => {
    const lines = programOf(planner, 2026, SEED);
    expect(programOf(planner, 2026, SEED)).toEqual(lines);
    expect(new Set(lines.map((line) => line.quarter))).toEqual(new Set([1, 2, 3, 4]));
    for (const { kind, subjects } of lines) {
      const subject = subjects.of === 'CHOSEN' ? subjects.subject : 'MEMBER';
      expect(competenceAt(actor, kind, { subject, managedByHigherLevel: false }, today)?.verdict).not.toBe('MAY_NOT');
    }
  });

  it.each([today, '2026-04-02'])('has come nowhere that lies after %s', (day) => {
    const all = [1, 2, 3, 4].flatMap((quarter) => some.map((id) => ({ quarter, progress: progressOf(id, { year: 2026, quarter, today: day }) })));
    const finished = all.flatMap(({ quarter, progress }) => (progress?.act === 'finish' ? [{ quarter, doneOn: progress.doneOn }] : []));
    expect(finished.length).toBeGreaterThan(5);
    expect(finished.filter(({ doneOn }) => doneOn > day)).toEqual([]);
    expect(finished.filter(({ quarter, doneOn }) => Math.ceil(Number(doneOn.slice(5, 7)) / 3) !== quarter)).toEqual([]);
    expect(all.filter(({ quarter, progress }) => quarter * 3 - 2 > Number(day.slice(5, 7)) && progress !== undefined)).toEqual([]);
  });
});

describe('the simulated cases', () => {
  it('stand in every state that there is, and are all within the competence of their bodies', () => {
    expect(new Set(demoCases.map((one) => one.state))).toEqual(new Set(CaseState.options));
    for (const { by, kind, on } of demoCases) {
      const verdict = competenceAt(actorOf[by], kind, { subject: on, managedByHigherLevel: false }, '2026-11-23')?.verdict;
      expect([by, kind, verdict]).toEqual([by, kind, expect.stringMatching(/^MAY(_WITH)?$/)]);
    }
  });

  it.each(['2026-11-23', '2027-01-02'])('have days that follow each other and are over on %s', (today) => {
    for (const one of demoCases) {
      const { periodFrom, periodTo, decision, announcedOn, receivedOn, verifiedOn, heardOn, reportedOn, concludedOn } = daysOf(one, today);
      const days = [periodFrom, periodTo, decision.decidedOn, announcedOn, receivedOn, verifiedOn, heardOn, reportedOn, concludedOn];
      expect(days.toSorted()).toEqual(days);
      expect(concludedOn <= today).toBe(true);
      expect(
        [CasePlan, CaseMinutes, CaseReport].map((s, i) => s.safeParse([planOf(decision.decidedOn), minutesOf(heardOn), reportOf(false)][i]).success),
      ).toEqual([true, true, true]);
    }
  });
});

it('a check of cells is about the half-year before, and the running one', () => {
  expect([halvesOf('2026-11-23'), halvesOf('2027-01-02')]).toEqual([
    { finished: '2026-H1', running: '2026-H2' },
    { finished: '2026-H2', running: '2027-H1' },
  ]);
  const about = { code: '99.101.005', half: '2026-H1', heldOn: '2026-11-20' };
  expect(CellRecord.parse(recordOf(SEED, about))).toEqual(recordOf(SEED, about));
});

it.each([5, 20, 33])('a ballot of %i has as many votes as voters', (voters) => {
  for (const form of ['REPRIMAND', 'WARNING'] as const) {
    const { votes, none } = ballotOf(voters, form);
    expect(Object.values(votes).reduce((sum, n) => sum + n, 0) + none).toBe(voters);
  }
});
