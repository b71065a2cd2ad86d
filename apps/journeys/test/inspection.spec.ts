import { createAccount } from '@vungmanh/contracts/identity/account';
import { amendProgram, listAmendments } from '@vungmanh/contracts/inspection/amendment';
import { listCandidates } from '@vungmanh/contracts/inspection/candidate';
import { coverageOfChildren, exportCoverage, exportProgram } from '@vungmanh/contracts/inspection/coverage';
import { addLines, changeLine, finishLine, programGrid, startLine, type PlanLine } from '@vungmanh/contracts/inspection/plan-line';
import {
  approveProgram,
  closeProgram,
  getProgram,
  openProgram,
  programChoices,
  publishProgram,
  type Program,
} from '@vungmanh/contracts/inspection/program';
import { linesOnOrganization, myPlanLines } from '@vungmanh/contracts/inspection/subject-line';
import type { Operation, SentOf } from '@vungmanh/contracts/operation';
import { registerOf } from '@vungmanh/contracts/organization/register';
import { Person } from '../src/person.js';
import { staffOf, type Staff } from '../src/staff.js';
import { eventually, moveTo } from '../src/time.js';
import { foundVillage, type Village } from '../src/village.js';

const YEAR = 2027;
const CONTENT = 'Việc thực hiện nhiệm vụ được giao (mô phỏng)';

/** domain.md §5.2, §5.6: programs of a commission, its committee, an organ and a cell, from the first draft to what subjects see of them. */
describe('the bodies of a commune plan their year', () => {
  let village: Village;
  let staff: Staff;
  let commission: Person;
  let program: Program;

  beforeAll(async () => {
    await moveTo('2026-12-10T02:00:00Z');
    village = await foundVillage({ number: '207', official: 6, probationary: 0, termFrom: '2025-08-01' });
    staff = await staffOf(village);
    const officer = await Person.signedIn('canbo.tinh');
    const account = { username: 'ubkt.207', password: 'Vungmanh@2026', displayName: 'Ủy ban kiểm tra xã (mô phỏng)' };
    await officer.do(createAccount, { ...account, roleCode: 'INSPECTION_COMMISSION', nodeId: village.commune.id, below: true });
    commission = await Person.signedIn('ubkt.207');
    await commission.doOnceKnown(programChoices, { nodeId: village.commune.id, year: YEAR });
  });

  const members = (...subjectIds: string[]) => ({ of: 'CHOSEN' as const, subject: 'MEMBER' as const, subjectIds });
  const third = (): string => village.members[2]?.id ?? '';
  const asNow = (by: Person, { id: programId }: Program) => by.do(getProgram, { programId });
  const numbered = (by: Person, { id: programId }: Program) =>
    eventually(
      () => by.do(getProgram, { programId }),
      (p) => p.approval?.numberAwaited === false,
    );
  /** The problem as it is read: which, and what it says to do. */
  const told = async <O extends Operation>(by: Person, contract: O, input: SentOf<O>, about: { version?: number } = {}) => {
    const { ok, body } = await by.send(contract, input, about);
    if (ok) throw new Error(`${contract.subject} was expected to be refused and was not`);
    return [String(body.code), `${String(body.title)} ${String(body.detail ?? '')}`];
  };

  it('each is offered what it may draw up, and drafts what it may do, with what helps to choose', async () => {
    const choices = await commission.do(programChoices, { nodeId: village.commune.id, year: YEAR });
    expect(choices.items.map((c) => c.actor)).toEqual(['GRASSROOTS_COMMITTEE', 'INSPECTION_COMMISSION', 'ADVISORY_ORGAN']);
    const ofCell = await staff.secretary.do(programChoices, { nodeId: village.cell.id, year: YEAR });
    expect(ofCell.items).toEqual([{ actor: 'CELL' }]);
    const unfit = { nodeId: village.cell.id, actor: 'INSPECTION_COMMISSION', year: YEAR } as const;
    expect(await told(staff.secretary, openProgram, unfit)).toEqual(['inspection/actor-unfit', expect.stringContaining('Hãy chọn lại')]);

    program = await commission.do(openProgram, { nodeId: village.commune.id, actor: 'INSPECTION_COMMISSION', year: YEAR });
    const programId = program.id;
    const { items } = await eventually(
      () => commission.do(listCandidates, { programId, subject: 'MEMBER', quarter: 1, leaderId: village.secretary.id }),
      (page) => page.items.length === 6,
    );
    expect(items.find((c) => c.subjectId === village.secretary.id)).toMatchObject({ conflict: 'SUBJECT', planned: 0, done: 0 });
    const lines = { programId, quarter: 1, content: CONTENT };
    expect(await told(commission, addLines, { ...lines, kind: 'COMPLIANCE_INSPECTION', subjects: members(third()) })).toEqual([
      'inspection/not-competent',
      expect.stringContaining('Hãy chọn hình thức hoặc đối tượng khác'),
    ]);
    expect(await commission.do(addLines, { ...lines, kind: 'REGULAR_SUPERVISION', subjects: { of: 'MEMBERS' } })).toMatchObject({ added: 6 });
    expect(await commission.do(addLines, { ...lines, kind: 'THEMATIC_SUPERVISION', subjects: { of: 'CELLS' } })).toMatchObject({ added: 1 });
  });

  it('shows who of a team should not go', async () => {
    const [onCell] = (await commission.do(programGrid, { programId: program.id, kind: 'THEMATIC_SUPERVISION' })).items.flatMap((row) => row.lines);
    if (!onCell) throw new Error('no line');
    const team = { lineId: onCell.id, quarter: 1, content: CONTENT, leaderId: village.secretary.id, teamIds: [third()] };
    const changed = await commission.do(changeLine, team, onCell);
    expect(changed.conflicts.map((c) => [c.id, c.reason])).toEqual(
      expect.arrayContaining([
        [village.secretary.id, 'SITS_IN_SUBJECT'],
        [third(), 'OF_SUBJECT_CELL'],
      ]),
    );
    expect(await told(commission, changeLine, team, onCell)).toEqual(['request/stale', expect.stringMatching(/tải lại/i)]);
  });

  it('is seen by nobody below before it is published, and has a number in a book of its own', async () => {
    const programId = program.id;
    expect(await staff.secretary.refused(getProgram, { programId })).toBe('request/not-found');
    expect(await staff.member.refused(getProgram, { programId })).toBe('request/forbidden');
    expect(await told(commission, publishProgram, { programId }, program)).toEqual(['inspection/not-in-state', expect.stringContaining('Hãy')]);
    const approval = { programId, approvedOn: '2026-12-09', meeting: 'Hội nghị Ủy ban kiểm tra tháng 12' };
    expect(await told(commission, approveProgram, { ...approval, number: 'Số 05-CTr/UBKTĐU' }, program)).toEqual([
      'inspection/number-from-register',
      expect.stringContaining('Hãy để trống ô số'),
    ]);
    await commission.do(approveProgram, approval, program);
    program = await numbered(commission, program);
    expect(program).toMatchObject({ state: 'APPROVED', approval: { number: 'Số 01-CTr/UBKTĐU' } });
    expect((await staff.member.do(myPlanLines, {})).items).toEqual([]);
    const more = { programId, quarter: 2, kind: 'REGULAR_SUPERVISION', content: CONTENT, subjects: { of: 'CELLS' } } as const;
    expect(await told(commission, addLines, more)).toEqual(['inspection/not-a-draft', expect.stringContaining('Hãy dùng "Điều chỉnh chương trình"')]);
  });

  it('tells each subject of their own line alone, once it is published', async () => {
    const stale = { ...program, version: 1 };
    expect(await told(commission, publishProgram, { programId: program.id }, stale)).toEqual(['request/stale', expect.stringMatching(/tải lại/i)]);
    program = await commission.do(publishProgram, { programId: program.id }, program);
    expect((await staff.member.do(myPlanLines, {})).items).toMatchObject([
      { kind: 'REGULAR_SUPERVISION', content: CONTENT, quarter: 1, state: 'PLANNED' },
    ]);
    const onCell = await staff.secretary.do(linesOnOrganization, { nodeId: village.cell.id });
    expect(onCell.items).toMatchObject([{ kind: 'THEMATIC_SUPERVISION', actor: 'INSPECTION_COMMISSION', actorNodeName: village.commune.name }]);
    expect(await staff.member.refused(programGrid, { programId: program.id })).toBe('request/forbidden');
  });

  const open = async (kind: PlanLine['kind']) => {
    const { items } = await commission.do(programGrid, { programId: program.id, kind, state: 'PLANNED' });
    return items.flatMap((row) => row.lines).filter((l) => l.state === 'PLANNED');
  };

  it('is amended with a reason, carried out and counted from above', async () => {
    const programId = program.id;
    const [first, second] = await open('REGULAR_SUPERVISION');
    if (!first || !second) throw new Error('no lines');
    const move = { type: 'MOVE' as const, lineId: first.id, toQuarter: 2 };
    const silent = await commission.send(amendProgram, { programId, reason: ' ', change: move });
    expect([silent.status, silent.body.errors]).toEqual([422, [expect.objectContaining({ pointer: '/reason' })]]);
    await commission.do(amendProgram, { programId, reason: 'Đồng chí đi công tác', change: move });
    expect(await told(commission, amendProgram, { programId, reason: 'Lại', change: move })).toEqual([
      'inspection/line-not-in-state',
      expect.stringContaining('Hãy tải lại trang'),
    ]);
    expect((await commission.do(listAmendments, { programId })).items).toMatchObject([
      { number: 1, type: 'MOVE', quarter: 1, toQuarter: 2, reason: 'Đồng chí đi công tác', byName: 'Ủy ban kiểm tra xã (mô phỏng)' },
    ]);
    await moveTo('2027-02-10T02:00:00Z');
    const result = { lineId: second.id, doneOn: '2027-02-09', note: 'Đã thông báo kết quả' };
    const done = await commission.do(finishLine, result, second);
    expect(await told(commission, startLine, { lineId: second.id }, done)).toEqual(['inspection/line-not-in-state', expect.stringContaining('Hãy')]);
    expect(await told(commission, closeProgram, { programId }, await asNow(commission, program))).toEqual([
      'inspection/lines-open',
      expect.stringContaining('Hãy ghi kết quả, hoặc điều chỉnh'),
    ]);
    const { items } = await staff.officer.do(coverageOfChildren, { nodeId: village.commune.id, year: YEAR });
    const none = { inProgress: 0, overdue: 0 };
    expect(items.map((row) => [row.name, row.units, row.members, row.neverMembers])).toEqual([
      [village.commune.name, 2, 6, 5],
      [village.cell.name, 1, 6, 5],
    ]);
    expect(items[1]?.quarters).toEqual([
      { quarter: 1, subject: 'MEMBER', planned: 4, done: 1, ...none },
      { quarter: 1, subject: 'ORGANIZATION', planned: 1, done: 0, ...none },
      { quarter: 2, subject: 'MEMBER', planned: 1, done: 0, ...none },
    ]);
    for (const file of [
      await commission.download(exportProgram, { programId }),
      await commission.download(exportCoverage, { nodeId: village.commune.id, year: YEAR }),
    ]) {
      expect(file.bytes.subarray(0, 2).toString()).toBe('PK');
      expect(file.disposition).toContain('2027');
    }
  });

  it('the committee and its organ see whose plan theirs would clash with, and number their papers each in its own book', async () => {
    const { officer } = staff;
    const approval = { approvedOn: '2027-02-08', meeting: 'Hội nghị Ban Chấp hành tháng 02' };
    const draft = async (actor: 'GRASSROOTS_COMMITTEE' | 'ADVISORY_ORGAN'): Promise<Program> => {
      const { id: programId } = await officer.do(openProgram, { nodeId: village.commune.id, actor, year: YEAR });
      await officer.do(addLines, { programId, quarter: 1, kind: 'THEMATIC_INSPECTION', content: CONTENT, subjects: { of: 'CELLS' } });
      return officer.do(getProgram, { programId });
    };
    const committee = await draft('GRASSROOTS_COMMITTEE');
    const asked = { programId: committee.id, subject: 'ORGANIZATION', quarter: 1 } as const;
    expect((await officer.do(listCandidates, asked)).items).toMatchObject([
      { name: village.cell.name, clashes: [{ kind: 'THEMATIC_SUPERVISION', by: `Ủy ban kiểm tra – ${village.commune.name}` }] },
    ]);
    const drafted = (await officer.do(programGrid, { programId: committee.id })).items.flatMap((row) => row.lines);
    expect(drafted.map((l) => l.clash)).toEqual([true]);
    await officer.do(approveProgram, { programId: committee.id, ...approval }, committee);
    expect((await numbered(officer, committee)).approval?.number).toBe('Số 01-CTr/ĐU');

    const organ = await draft('ADVISORY_ORGAN');
    const suspected = { programId: organ.id, quarter: 1, kind: 'SUSPECTED_VIOLATION_INSPECTION', content: CONTENT } as const;
    expect(await told(officer, addLines, { ...suspected, subjects: members(third()) })).toEqual([
      'inspection/not-competent',
      expect.stringContaining('ủy ban kiểm tra'),
    ]);
    const onPaper = { programId: organ.id, ...approval, number: 'Số 03-CTr/BXDĐ' };
    expect((await officer.do(approveProgram, onPaper, organ)).approval).toMatchObject({ number: 'Số 03-CTr/BXDĐ', numberAwaited: false });
    const { items } = await officer.do(registerOf, { nodeId: village.commune.id, type: 'CTr' });
    expect(items.map((l) => [l.printed, l.gapBefore])).toEqual([
      ['Số 01-CTr/ĐU', 0],
      ['Số 01-CTr/UBKTĐU', 0],
    ]);
  });

  it('a cell plans for its own members alone, and its paper has a number of its register', async () => {
    const cell = await staff.secretary.do(openProgram, { nodeId: village.cell.id, actor: 'CELL', year: YEAR });
    const programId = cell.id;
    const lines = { programId, quarter: 2, kind: 'REGULAR_SUPERVISION' as const, content: CONTENT };
    const whole = { of: 'CHOSEN' as const, subject: 'ORGANIZATION' as const, subjectIds: [village.cell.id] };
    expect(await staff.secretary.refused(addLines, { ...lines, subjects: whole })).toBe('inspection/not-competent');
    await staff.secretary.do(addLines, { ...lines, subjects: members(village.minuteTaker.id) });
    await staff.secretary.do(approveProgram, { programId, approvedOn: '2027-02-03', meeting: 'Sinh hoạt chi bộ tháng 02' }, cell);
    expect((await numbered(staff.secretary, cell)).approval?.number).toMatch(/^Số \d+-KH\/CB$/);
  });
});
