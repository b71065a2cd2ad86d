import { createAccount } from '@vungmanh/contracts/identity/account';
import { amendProgram, listAmendments } from '@vungmanh/contracts/inspection/amendment';
import { listCandidates } from '@vungmanh/contracts/inspection/candidate';
import { coverageOfChildren, exportProgram } from '@vungmanh/contracts/inspection/coverage';
import { addLines, finishLine, programGrid } from '@vungmanh/contracts/inspection/plan-line';
import { approveProgram, getProgram, openProgram, programChoices, publishProgram, type Program } from '@vungmanh/contracts/inspection/program';
import { linesOnOrganization, myPlanLines } from '@vungmanh/contracts/inspection/subject-line';
import { Person } from '../src/person.js';
import { staffOf, type Staff } from '../src/staff.js';
import { eventually, moveTo } from '../src/time.js';
import { foundVillage, type Village } from '../src/village.js';

const YEAR = 2027;
const CONTENT = 'Việc thực hiện nhiệm vụ được giao (mô phỏng)';

/** domain.md §5.2, §5.6: a commission's program from its first draft to what its subjects see of it. */
describe('the commission of a commune plans its year', () => {
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

  const chosen = (...subjectIds: string[]) => ({ of: 'CHOSEN' as const, subject: 'MEMBER' as const, subjectIds });

  it('drafts what it may do, with what helps to choose', async () => {
    program = await commission.do(openProgram, { nodeId: village.commune.id, actor: 'INSPECTION_COMMISSION', year: YEAR });
    const programId = program.id;
    const { items } = await eventually(
      () => commission.do(listCandidates, { programId, subject: 'MEMBER', quarter: 1, leaderId: village.secretary.id }),
      (page) => page.items.length === 6,
    );
    expect(items.find((c) => c.subjectId === village.secretary.id)).toMatchObject({ conflict: 'SUBJECT', planned: 0, done: 0 });
    const lines = { programId, quarter: 1, content: CONTENT };
    const members = chosen(village.members[2]?.id ?? '');
    expect(await commission.refused(addLines, { ...lines, kind: 'COMPLIANCE_INSPECTION', subjects: members })).toBe('inspection/not-competent');
    expect(await commission.do(addLines, { ...lines, kind: 'REGULAR_SUPERVISION', subjects: { of: 'MEMBERS' } })).toMatchObject({ added: 6 });
    expect(await commission.do(addLines, { ...lines, kind: 'THEMATIC_SUPERVISION', subjects: { of: 'CELLS' } })).toMatchObject({ added: 1 });
  });

  it('is seen by nobody below before it is published', async () => {
    const programId = program.id;
    expect(await staff.secretary.refused(getProgram, { programId })).toBe('request/not-found');
    expect(await staff.member.refused(getProgram, { programId })).toBe('request/forbidden');
    const approval = { programId, approvedOn: '2026-12-09', meeting: 'Hội nghị Ủy ban kiểm tra tháng 12', number: 'Số 05-CTr/UBKTĐU' };
    program = await commission.do(approveProgram, approval, program);
    expect(program).toMatchObject({ state: 'APPROVED', approval: { number: 'Số 05-CTr/UBKTĐU', numberAwaited: false } });
    expect((await staff.member.do(myPlanLines, {})).items).toEqual([]);
    expect(
      await commission.refused(addLines, { programId, quarter: 2, kind: 'REGULAR_SUPERVISION', content: CONTENT, subjects: { of: 'CELLS' } }),
    ).toBe('inspection/not-a-draft');
  });

  it('tells each subject of their own line alone, once it is published', async () => {
    program = await commission.do(publishProgram, { programId: program.id }, program);
    expect((await staff.member.do(myPlanLines, {})).items).toMatchObject([
      { kind: 'REGULAR_SUPERVISION', content: CONTENT, quarter: 1, state: 'PLANNED' },
    ]);
    const onCell = await staff.secretary.do(linesOnOrganization, { nodeId: village.cell.id });
    expect(onCell.items).toMatchObject([{ kind: 'THEMATIC_SUPERVISION', actor: 'INSPECTION_COMMISSION', actorNodeName: village.commune.name }]);
    expect(await staff.member.refused(programGrid, { programId: program.id })).toBe('request/forbidden');
  });

  it('is amended with a reason, carried out and counted from above', async () => {
    const programId = program.id;
    const lines = (await commission.do(programGrid, { programId })).items.flatMap((row) => row.lines);
    const [first, second] = lines.filter((l) => l.subject === 'MEMBER');
    if (!first || !second) throw new Error('no lines');
    await commission.do(amendProgram, { programId, reason: 'Đồng chí đi công tác', change: { type: 'MOVE', lineId: first.id, toQuarter: 2 } });
    expect((await commission.do(listAmendments, { programId })).items).toMatchObject([
      { number: 1, type: 'MOVE', quarter: 1, toQuarter: 2, reason: 'Đồng chí đi công tác', byName: 'Ủy ban kiểm tra xã (mô phỏng)' },
    ]);
    await moveTo('2027-02-10T02:00:00Z');
    await commission.do(finishLine, { lineId: second.id, doneOn: '2027-02-09', note: 'Đã thông báo kết quả' }, second);
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
    const { bytes, disposition } = await commission.download(exportProgram, { programId });
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(disposition).toContain('2027');
  });

  it('a cell plans for its own members alone, and its paper has a number of its register', async () => {
    const cell = await staff.secretary.do(openProgram, { nodeId: village.cell.id, actor: 'CELL', year: YEAR });
    const programId = cell.id;
    const lines = { programId, quarter: 2, kind: 'REGULAR_SUPERVISION' as const, content: CONTENT };
    const whole = { of: 'CHOSEN' as const, subject: 'ORGANIZATION' as const, subjectIds: [village.cell.id] };
    expect(await staff.secretary.refused(addLines, { ...lines, subjects: whole })).toBe('inspection/not-competent');
    await staff.secretary.do(addLines, { ...lines, subjects: chosen(village.minuteTaker.id) });
    await staff.secretary.do(approveProgram, { programId, approvedOn: '2027-02-03', meeting: 'Sinh hoạt chi bộ tháng 02' }, cell);
    const numbered = await eventually(
      () => staff.secretary.do(getProgram, { programId }),
      (p) => p.approval?.numberAwaited === false,
    );
    expect(numbered.approval?.number).toMatch(/^Số \d+-KH\/CB$/);
  });
});
