import { inspectionDuties } from '@vungmanh/contracts/inspection/duty';
import { auditOfInspection, readersInInspection } from '@vungmanh/contracts/audit';
import { listCandidates } from '@vungmanh/contracts/inspection/candidate';
import { coverageOfChildren, exportCoverage, exportProgram } from '@vungmanh/contracts/inspection/coverage';
import { amendProgram, listAmendments } from '@vungmanh/contracts/inspection/amendment';
import { addLines, changeLine, finishLine, programGrid, removeLines, startLine } from '@vungmanh/contracts/inspection/plan-line';
import { linesOnOrganization, myPlanLines } from '@vungmanh/contracts/inspection/subject-line';
import {
  approveProgram,
  closeProgram,
  getProgram,
  listPrograms,
  markSensitive,
  openProgram,
  programChoices,
  publishProgram,
} from '@vungmanh/contracts/inspection/program';
import { behindPlanned, getReport, type PlannedCode } from '@vungmanh/contracts/inspection/report';
import type { LineTotals } from '@vungmanh/contracts/inspection/program';
import { Files } from '@vungmanh/platform/files';
import { Problem } from '@vungmanh/platform/problem';
import { randomUUID } from 'node:crypto';
import { Commune, TODAY } from '../../test/commune.js';

let c: Commune;
beforeAll(async () => {
  c = await Commune.start();
});
afterAll(async () => {
  await c.world.stop();
});

const CONTENT = 'Thực hiện nhiệm vụ được giao';

describe('a draft', () => {
  it('is one for each body and year, of a body that the organization has', async () => {
    const { commission, commune, upper } = c;
    const opened = await c.open(commission, 'INSPECTION_COMMISSION', 2027);
    expect(opened).toMatchObject({ nodeName: commune.name, state: 'DRAFT', version: 1, may: ['plan', 'approve'], lines: { planned: 0, done: 0 } });
    expect(await commission.refused(openProgram, { nodeId: commune.id, actor: 'INSPECTION_COMMISSION', year: 2027 })).toBe(
      'inspection/program-exists',
    );
    expect(await commission.refused(openProgram, { nodeId: upper.id, actor: 'INSPECTION_COMMISSION', year: 2027 })).toBe('inspection/actor-unfit');
    const { items } = await commission.do(programChoices, { nodeId: commune.id, year: 2027 });
    expect(items).toEqual([{ actor: 'GRASSROOTS_COMMITTEE' }, { actor: 'INSPECTION_COMMISSION', programId: opened.id }, { actor: 'ADVISORY_ORGAN' }]);
    expect(await c.secretary.refused(getProgram, { programId: opened.id })).toBe('request/not-found');
    expect((await commission.do(listPrograms, { nodeId: commune.id, year: 2027 })).items).toMatchObject([{ id: opened.id }]);
  });

  it('takes what the body may do to whom it may do it, and nothing else', async () => {
    const { commission, secretary, managed, upper, lower, stranger } = c;
    const program = await c.open(commission, 'ADVISORY_ORGAN', 2027);
    const programId = program.id;
    const said = async (by: typeof commission, input: object): Promise<[string, string | undefined]> => {
      const asked = { programId, quarter: 2, kind: 'REGULAR_SUPERVISION' as const, content: CONTENT, ...input };
      try {
        await by.do(addLines, asked as Parameters<typeof by.do<typeof addLines>>[1]);
      } catch (error) {
        if (error instanceof Problem) return [error.code, error.more.detail];
        throw error;
      }
      return ['done', undefined];
    };
    const organization = (...ids: string[]) => ({ subjects: { of: 'CHOSEN', subject: 'ORGANIZATION', subjectIds: ids } });
    const person = (...ids: string[]) => ({ subjects: { of: 'CHOSEN', subject: 'MEMBER', subjectIds: ids } });
    const [code, detail] = await said(commission, { kind: 'SUSPECTED_VIOLATION_INSPECTION', ...organization(upper.id) });
    expect([code, detail]).toEqual(['inspection/not-competent', expect.stringContaining('Hãy chuyển ủy ban kiểm tra')]);
    expect(await said(commission, organization(upper.id, c.elsewhere.id))).toEqual([
      'inspection/subject-outside',
      expect.stringContaining('1 trong 2'),
    ]);
    expect((await said(commission, person(stranger.id)))[0]).toBe('inspection/subject-outside');
    expect((await said(commission, { ...organization(upper.id), leaderId: stranger.id }))[0]).toBe('inspection/team-outside');
    expect((await said(commission, { ...organization(upper.id), fromOn: '2027-07-01' }))[0]).toBe('inspection/dates-unfit');
    expect(await said(commission, organization(upper.id))).toEqual(['done', undefined]);

    const ofCell = await c.open(secretary, 'CELL', 2027, upper);
    const cellSaid = (input: object) => said(secretary, { programId: ofCell.id, ...input });
    expect((await cellSaid(organization(lower.id)))[0]).toBe('inspection/not-competent');
    expect((await cellSaid(person(c.lowerAt(0).id)))[0]).toBe('inspection/subject-outside');

    const below = await c.open(c.provincial, 'CELL', 2027, lower);
    const [report, why] = await said(c.provincial, { programId: below.id, kind: 'SUSPECTED_VIOLATION_INSPECTION', ...person(managed.id) });
    expect([report, why]).toEqual(['inspection/report-in-writing', expect.stringMatching(/^Hà Thị Quản: .*báo cáo bằng văn bản/)]);
    const all = { kind: 'SUSPECTED_VIOLATION_INSPECTION', subjects: { of: 'MEMBERS' } } as const;
    expect(await c.add(c.provincial, below, [], all)).toEqual({ added: 3, already: 0, leftOut: 1 });
  });

  it('takes many at once, each once, and may be changed freely', async () => {
    const { officer } = c;
    const program = await c.open(officer, 'GRASSROOTS_COMMITTEE', 2027);
    const programId = program.id;
    const everybody = { subjects: { of: 'MEMBERS' } } as const;
    expect(await c.add(officer, program, [], everybody)).toEqual({ added: 8, already: 0, leftOut: 0 });
    expect(await c.add(officer, program, [], everybody)).toEqual({ added: 0, already: 8, leftOut: 0 });
    expect(await c.add(officer, program, [], { quarter: 3, subjects: { of: 'MEMBERS', nodeId: c.upper.id } })).toMatchObject({ added: 4 });
    expect(await c.add(officer, program, [], { kind: 'THEMATIC_INSPECTION', subjects: { of: 'CELLS' } })).toMatchObject({ added: 2 });

    const first = await officer.do(programGrid, { programId, limit: 3 });
    expect(first.items.map((row) => [row.subject, row.name, row.lines.length])).toEqual([
      ['ORGANIZATION', 'Chi bộ bản Trên', 1],
      ['MEMBER', 'Nguyễn Văn A1', 2],
      ['MEMBER', 'Nguyễn Văn B2', 2],
    ]);
    const rest = await officer.do(programGrid, { programId, ...(first.next ? { cursor: first.next } : {}) });
    expect(rest.items.map((row) => row.name)).toEqual([
      'Nguyễn Văn C3',
      'Nguyễn Văn D4',
      'Chi bộ bản Dưới',
      'Nguyễn Văn A1',
      'Nguyễn Văn B2',
      'Nguyễn Văn C3',
      'Hà Thị Quản',
    ]);
    expect((await officer.do(programGrid, { programId, quarter: 3 })).items).toHaveLength(4);
    expect((await officer.do(programGrid, { programId, kind: 'THEMATIC_INSPECTION' })).items).toHaveLength(2);

    const [line] = (await c.lines(officer, program, { quarter: 3 })).filter((l) => l.quarter === 3);
    if (!line) throw new Error('no line');
    const change = { lineId: line.id, content: 'Nêu gương', leaderId: c.upperAt(1).id, teamIds: [c.lowerAt(1).id], fromOn: '2027-10-01' };
    expect(await officer.refused(changeLine, { ...change, quarter: 3 }, line)).toBe('inspection/dates-unfit');
    expect(await officer.refused(changeLine, { ...change, fromOn: undefined, quarter: 2 }, line)).toBe('inspection/line-exists');
    const changed = await officer.do(changeLine, { ...change, quarter: 4 }, line);
    expect(changed).toMatchObject({
      quarter: 4,
      content: 'Nêu gương',
      leader: { name: 'Nguyễn Văn B2' },
      team: [{ name: 'Nguyễn Văn B2' }],
      version: 2,
    });
    expect(await officer.refused(changeLine, { ...change, quarter: 4 }, line)).toBe('request/stale');
    expect(await officer.do(removeLines, { programId, lineIds: [line.id] })).toEqual({ removed: 1 });
    expect(await officer.refused(changeLine, { ...change, quarter: 4 }, changed)).toBe('request/not-found');
  });

  it('shows who of a team should not go', async () => {
    const { officer } = c;
    const program = await c.open(officer, 'GRASSROOTS_COMMITTEE', 2028);
    const [sits, belongs, free] = [c.upperAt(0).id, c.upperAt(3).id, c.lowerAt(2).id];
    const subjects = { of: 'CHOSEN' as const, subject: 'ORGANIZATION' as const, subjectIds: [c.upper.id] };
    await c.add(officer, program, [], { subjects, leaderId: sits, teamIds: [belongs, free] });
    await c.add(officer, program, [c.lowerAt(2)], { leaderId: free });
    const [onCell, onMember] = await c.lines(officer, program);
    expect(new Set(onCell?.conflicts.map((x) => `${x.id} ${x.reason}`))).toEqual(new Set([`${sits} SITS_IN_SUBJECT`, `${belongs} OF_SUBJECT_CELL`]));
    expect(onMember?.conflicts).toMatchObject([{ id: free, reason: 'SUBJECT' }]);
  });
});

describe('an approved program', () => {
  it('has a date, a meeting and a number, and is changed by amendments alone', async () => {
    const { officer } = c;
    const program = await c.open(officer, 'GRASSROOTS_COMMITTEE', 2029);
    const programId = program.id;
    const approval = { programId, approvedOn: '2027-05-08', meeting: 'Hội nghị Ban Chấp hành tháng 5' };
    expect(await officer.refused(approveProgram, approval, program)).toBe('inspection/program-empty');
    await c.add(officer, program, [c.upperAt(0), c.upperAt(1), c.upperAt(2)]);
    expect(await officer.refused(approveProgram, { ...approval, approvedOn: '2027-05-11' }, program)).toBe('inspection/in-the-future');
    expect(await officer.refused(publishProgram, { programId }, program)).toBe('inspection/not-in-state');
    const [line] = await c.lines(officer, program);
    if (!line) throw new Error('no line');
    const approved = await officer.do(approveProgram, approval, program);
    expect(approved).toMatchObject({ state: 'APPROVED', approval: { on: '2027-05-08', numberAwaited: true }, may: ['publish', 'amend'] });
    expect(await officer.refused(startLine, { lineId: line.id }, line)).toBe('inspection/not-published');
    expect(await officer.refused(changeLine, { lineId: line.id, quarter: 2, content: CONTENT }, line)).toBe('inspection/not-a-draft');
    expect(await officer.refused(removeLines, { programId, lineIds: [line.id] })).toBe('inspection/not-a-draft');
    const more = { quarter: 2, kind: 'REGULAR_SUPERVISION' as const, content: CONTENT };
    const others = { of: 'CHOSEN' as const, subject: 'MEMBER' as const, subjectIds: [c.lowerAt(0).id] };
    expect(await officer.refused(addLines, { programId, ...more, subjects: others })).toBe('inspection/not-a-draft');

    const reason = 'Theo chỉ đạo của cấp trên';
    const amend = (change: Parameters<typeof officer.do<typeof amendProgram>>[1]['change']) =>
      officer.do(amendProgram, { programId, reason, change });
    expect(await amend({ type: 'ADD', ...more, subjects: others })).toEqual({ number: 1, lines: 1, leftOut: 0 });
    expect(await officer.refused(amendProgram, { programId, reason, change: { type: 'ADD', ...more, subjects: others } })).toBe(
      'inspection/nothing-new',
    );
    expect(await amend({ type: 'MOVE', lineId: line.id, toQuarter: 4 })).toMatchObject({ number: 2 });
    expect(await officer.refused(amendProgram, { programId, reason, change: { type: 'CANCEL', lineId: line.id } })).toBe(
      'inspection/line-not-in-state',
    );
    const rest = await c.lines(officer, program, { state: 'PLANNED' });
    const [second, third] = rest.filter((l) => l.state === 'PLANNED' && l.quarter === 2);
    expect(rest.filter((l) => l.subjectId === line.subjectId).map((l) => [l.quarter, l.state, l.because])).toEqual([
      [2, 'MOVED', reason],
      [4, 'PLANNED', undefined],
    ]);
    await amend({ type: 'CANCEL', lineId: second?.id ?? '' });
    await amend({ type: 'CHANGE', lineId: third?.id ?? '', content: 'Nêu gương', leaderId: c.lowerAt(1).id });
    const { items } = await officer.do(listAmendments, { programId });
    expect(items.map((a) => [a.number, a.type, a.quarter, a.toQuarter, a.reason])).toEqual([
      [4, 'CHANGE', 2, undefined, reason],
      [3, 'CANCEL', 2, undefined, reason],
      [2, 'MOVE', 2, 4, reason],
      [1, 'ADD', 2, undefined, reason],
    ]);
    expect(items[0]).toMatchObject({ byName: expect.stringContaining('Tài khoản'), subjectName: third?.subjectName });
    expect(c.numbered.find((n) => n.date === '2027-05-08')).toMatchObject({ type: 'CTr' });
  });

  it('is seen by its subjects once it is published, carried out, and closed when nothing is open', async () => {
    const { officer, secretary, upper, lower } = c;
    const program = await c.open(officer, 'GRASSROOTS_COMMITTEE', 2030);
    const onCells = { subjects: { of: 'CELLS' }, kind: 'THEMATIC_INSPECTION', content: 'Sinh hoạt chi bộ' } as const;
    await c.add(officer, program, [], onCells);
    await c.add(officer, program, [c.upperAt(0)]);
    const mine = async () => (await secretary.do(myPlanLines, {})).items.filter((l) => l.year === 2030);
    const onCell = async () => (await secretary.do(linesOnOrganization, { nodeId: upper.id })).items.filter((l) => l.year === 2030);
    expect([await mine(), await onCell()]).toEqual([[], []]);
    const published = await c.published(officer, program);
    expect(published).toMatchObject({
      state: 'PUBLISHED',
      approval: { number: 'Số 05-CTr/ĐU', numberAwaited: false },
      may: ['amend', 'follow', 'close'],
    });
    expect(await mine()).toMatchObject([{ kind: 'REGULAR_SUPERVISION', actor: 'GRASSROOTS_COMMITTEE', actorNodeName: c.commune.name }]);
    expect(await onCell()).toMatchObject([{ kind: 'THEMATIC_INSPECTION', content: 'Sinh hoạt chi bộ', state: 'PLANNED' }]);
    expect(await secretary.refused(linesOnOrganization, { nodeId: lower.id })).toBe('request/not-found');

    const [first, second, third] = await c.lines(officer, program);
    if (!first || !second || !third) throw new Error('no lines');
    const started = await officer.do(startLine, { lineId: first.id }, first);
    expect(started).toMatchObject({ state: 'IN_PROGRESS', may: ['finish', 'amend'] });
    expect(await officer.refused(startLine, { lineId: first.id }, started)).toBe('inspection/line-not-in-state');
    expect(await officer.refused(finishLine, { lineId: first.id, doneOn: '2027-05-11' }, started)).toBe('inspection/in-the-future');
    expect(await officer.do(finishLine, { lineId: first.id, doneOn: TODAY, note: 'Đã thông báo kết luận' }, started)).toMatchObject({
      state: 'DONE',
      doneOn: TODAY,
    });
    expect(await officer.refused(closeProgram, { programId: program.id }, published)).toBe('inspection/lines-open');
    await officer.do(finishLine, { lineId: second.id, doneOn: TODAY }, second);
    await officer.do(amendProgram, { programId: program.id, reason: 'Trùng cấp trên', change: { type: 'CANCEL', lineId: third.id } });
    const now = await officer.do(getProgram, { programId: program.id });
    expect(now.lines).toEqual({ planned: 0, inProgress: 0, done: 2, overdue: 0 });
    expect(await officer.do(closeProgram, { programId: program.id }, now)).toMatchObject({ state: 'CLOSED', may: [] });
    const { items } = await secretary.do(readersInInspection, { limit: 200 });
    expect(items.map((l) => l.act)).toEqual(expect.arrayContaining(['Xem chương trình kiểm tra, giám sát']));
  });
});

describe('help with choosing', () => {
  it('says of each candidate what there was, is, and would clash', async () => {
    const { officer, provincial, commission, upper } = c;
    const past = await c.open(officer, 'GRASSROOTS_COMMITTEE', 2026);
    await c.add(officer, past, [c.upperAt(0), c.upperAt(1)], { quarter: 4 });
    await c.published(officer, past);
    const [done] = await c.lines(officer, past);
    if (!done) throw new Error('no line');
    await officer.do(finishLine, { lineId: done.id, doneOn: '2027-01-20' }, done);
    const from = await c.open(provincial, 'SUPERIOR_COMMITTEE', 2026, { ...c.commune, id: c.commune.parentId ?? '' });
    await c.add(provincial, from, [c.upperAt(1)], { quarter: 4 });
    await c.add(provincial, from, [c.lowerAt(0)], { quarter: 4, kind: 'SUSPECTED_VIOLATION_INSPECTION' });
    await c.published(provincial, from);
    const mine = await c.open(commission, 'INSPECTION_COMMISSION', 2026);
    await c.add(commission, mine, [c.upperAt(2)], { quarter: 4 });
    const marked = await commission.do(markSensitive, { programId: mine.id, nodeId: upper.id, post: 'DEPUTY', reason: 'Quản lý quỹ' }, mine);
    expect(marked.sensitive).toEqual([{ nodeId: upper.id, nodeName: upper.name, post: 'DEPUTY', reason: 'Quản lý quỹ' }]);
    expect(await commission.refused(markSensitive, { programId: mine.id, nodeId: c.elsewhere.id, reason: 'Đất đai' }, marked)).toBe(
      'inspection/subject-outside',
    );

    const asked = { programId: mine.id, subject: 'MEMBER' as const, quarter: 4, leaderId: c.upperAt(2).id };
    const { items } = await commission.do(listCandidates, asked);
    expect(items).toHaveLength(8);
    const [first, second, third] = items;
    expect(first).toMatchObject({
      name: 'Nguyễn Văn A1',
      placeName: upper.name,
      done: 1,
      doneInTerm: 2,
      last: { year: 2030, quarter: 2, kind: 'REGULAR_SUPERVISION' },
      here: [],
      clashes: [],
    });
    expect(second).toMatchObject({ planned: 2, sensitive: 'Quản lý quỹ' });
    expect(second?.clashes).toHaveLength(2);
    expect(second?.clashes).toEqual(expect.arrayContaining([{}, { kind: 'REGULAR_SUPERVISION', by: `Đảng ủy cơ sở – ${c.commune.name}` }]));
    expect(second?.last).toBeUndefined();
    const [inPast] = (await c.lines(officer, past)).filter((l) => l.subjectId === c.upperAt(1).id);
    expect([inPast?.state, inPast?.clash]).toEqual(['PLANNED', true]);
    expect((await c.lines(officer, past)).find((l) => l.state === 'DONE')?.clash).toBe(false);
    expect(third).toMatchObject({ here: [{ quarter: 4, kind: 'REGULAR_SUPERVISION' }], conflict: 'SUBJECT' });
    expect(items.at(-1)).toMatchObject({ name: 'Hà Thị Quản' });
    // Of an inspection on suspicion by a body above nothing is told before it comes.
    const suspected = items.find((i) => i.subjectId === c.lowerAt(0).id);
    const { planned = 0 } = suspected ?? {};
    expect(suspected?.clashes).toEqual([]);
    const seen = await c.open(provincial, 'INSPECTION_COMMISSION', 2026, { ...c.commune, id: c.commune.parentId ?? '' });
    const { items: fromAbove } = await provincial.do(listCandidates, { ...asked, programId: seen.id, leaderId: undefined });
    expect(fromAbove.find((i) => i.subjectId === c.lowerAt(0).id)).toMatchObject({
      planned: planned + 1,
      clashes: [{ kind: 'SUSPECTED_VIOLATION_INSPECTION', by: expect.stringContaining('Cấp ủy cấp trên') }],
    });
    expect((await commission.do(listCandidates, { ...asked, never: 'true', search: 'van a1' })).items.map((i) => i.placeName)).toEqual([
      c.lower.name,
    ]);
    expect((await commission.do(listCandidates, { ...asked, subject: 'ORGANIZATION' })).items.map((i) => i.name)).toEqual([upper.name, c.lower.name]);
    const subject = c.world.person(randomUUID(), c.lowerAt(0).id);
    const onSuspicion = async () => (await subject.do(myPlanLines, {})).items.filter((l) => l.kind === 'SUSPECTED_VIOLATION_INSPECTION');
    expect(await onSuspicion()).toEqual([]);
    const [line] = (await c.lines(provincial, from)).filter((l) => l.kind === 'SUSPECTED_VIOLATION_INSPECTION');
    if (!line) throw new Error('no line');
    await provincial.do(startLine, { lineId: line.id }, line);
    expect(await onSuspicion()).toMatchObject([{ state: 'IN_PROGRESS' }]);
    const cleared = await commission.do(markSensitive, { programId: mine.id, nodeId: upper.id, post: 'DEPUTY' }, marked);
    expect(cleared.sensitive).toEqual([]);
    const own = await c.open(c.provincial, 'CELL', 2026, c.lower);
    const { items: below } = await c.provincial.do(listCandidates, { programId: own.id, subject: 'MEMBER', quarter: 1 });
    expect(below.map((i) => i.managedBy)).toEqual([undefined, undefined, undefined, c.commune.name]);
  });
});

describe('the view from above', () => {
  it('adds up what is published, quarter by quarter, and who was never reached', async () => {
    const { officer, commune, upper } = c;
    const year = 2027;
    const before = await officer.do(coverageOfChildren, { nodeId: commune.id, year });
    expect(before.items.map((row) => row.quarters)).toEqual([[], [], []]);
    const [known] = (await officer.do(listPrograms, { nodeId: commune.id, year })).items.filter((p) => p.actor === 'GRASSROOTS_COMMITTEE');
    if (!known) throw new Error('no program');
    const program = await officer.do(getProgram, { programId: known.id });
    await c.published(officer, program);
    const { items } = await officer.do(coverageOfChildren, { nodeId: commune.id, year });
    const zero = { inProgress: 0, done: 0, overdue: 0 };
    expect(items[1]).toMatchObject({
      nodeId: upper.id,
      units: 1,
      members: 4,
      quarters: [
        { quarter: 2, subject: 'MEMBER', planned: 4, ...zero },
        { quarter: 2, subject: 'ORGANIZATION', planned: 1, ...zero },
        { quarter: 3, subject: 'MEMBER', planned: 3, ...zero },
      ],
    });
    expect(items[0]?.quarters[0]).toEqual({ quarter: 2, subject: 'MEMBER', planned: 8, ...zero });
    expect(items[0]).toMatchObject({ units: 3, members: 8, neverMembers: 7, neverUnits: 2 });
    expect(items.map((row) => row.name)).toEqual([commune.name, upper.name, c.lower.name]);

    const [line] = await c.lines(officer, program, { quarter: 2 });
    if (!line) throw new Error('no line');
    await officer.do(finishLine, { lineId: line.id, doneOn: TODAY }, line);
    await officer.do(amendProgram, {
      programId: program.id,
      reason: 'Dồn việc',
      change: { type: 'MOVE', lineId: (await c.lines(officer, program, { quarter: 3 }))[1]?.id ?? '', toQuarter: 4 },
    });
    c.world.clock.set('2027-07-01T02:00:00.000Z');
    const later = await officer.do(coverageOfChildren, { nodeId: upper.id, year });
    expect(later.items).toHaveLength(1);
    const all = later.items[0]?.quarters ?? [];
    expect(all.reduce((n, q) => n + q.planned + q.done, 0)).toBe(8);
    expect(all.filter((q) => q.quarter === 2).reduce((n, q) => n + q.done, 0)).toBe(1);
    expect(all.filter((q) => q.quarter === 2).reduce((n, q) => n + q.overdue, 0)).toBe(
      all.filter((q) => q.quarter === 2).reduce((n, q) => n + q.planned, 0),
    );
    expect((await officer.do(programGrid, { programId: program.id, overdue: 'true' })).items.length).toBeGreaterThan(3);
    expect(await c.secretary.refused(coverageOfChildren, { nodeId: commune.id, year })).toBe('request/not-found');
  });

  it('what is owed today is told to who plans there, and to nobody else', async () => {
    const { items } = await c.officer.do(inspectionDuties, { nodeId: c.commune.id });
    expect(items).toContainEqual(expect.objectContaining({ kind: 'LINES', actor: 'GRASSROOTS_COMMITTEE', on: '2027-06-30', late: true }));
    const own = await c.secretary.do(inspectionDuties, { nodeId: c.upper.id });
    expect(own.nodeName).toBe(c.upper.name);
    expect(own.items).toContainEqual({ kind: 'QUARTER', quarter: '2027-Q3', todo: 'DRAW_UP', on: '2027-07-01', late: true });
    expect(await c.secretary.refused(inspectionDuties, { nodeId: c.commune.id })).toBe('request/not-found');
    expect(await c.world.person('nobody', c.upperAt(1).id).refused(inspectionDuties, { nodeId: c.upper.id })).toBe('request/forbidden');
  });

  it('is told in the report of the year, each number with the lines behind it', async () => {
    const { provincial, secretary, commune } = c;
    const totalsOf = ({ planned: waiting, inProgress, done, overdue }: LineTotals) => ({ planned: waiting, inProgress, done, overdue });
    const { planned: last } = await provincial.do(getReport, { nodeId: commune.id, period: '2026' });
    const { planned } = await provincial.do(getReport, { nodeId: commune.id, period: '2027' });
    expect(planned.length).toBeGreaterThan(0);
    for (const { kind, subject, before, ...now } of planned) {
      const rows = async (code: PlannedCode) =>
        (await provincial.do(behindPlanned, { nodeId: commune.id, period: '2027', kind, subject, code, limit: 200 })).items.length;
      expect([await rows('ALL'), await rows('IN_PROGRESS'), await rows('DONE'), await rows('OVERDUE')]).toEqual([
        now.planned + now.inProgress + now.done,
        now.inProgress,
        now.done,
        now.overdue,
      ]);
      const then = last.find((row) => row.kind === kind && row.subject === subject);
      const none = { planned: 0, inProgress: 0, done: 0, overdue: 0 };
      expect({ kind, subject, before: { ...none, ...before } }).toMatchObject({ before: then === undefined ? none : totalsOf(then) });
    }
    expect(last.length).toBeGreaterThan(0);
    expect(
      await secretary.refused(behindPlanned, { nodeId: commune.id, period: '2027', kind: 'REGULAR_SUPERVISION', subject: 'MEMBER', code: 'ALL' }),
    ).toBe('request/not-found');
  });

  it('leaves as a workbook, on record', async () => {
    const { officer, commune } = c;
    const [known] = (await officer.do(listPrograms, { nodeId: commune.id, year: 2027, below: 'true' })).items;
    const programFile = await officer.do(exportProgram, { programId: known?.id ?? '' });
    const figures = await officer.do(exportCoverage, { nodeId: commune.id, year: 2027 });
    expect([programFile.name, figures.name]).toEqual([expect.stringContaining('Kiểm tra, giám sát năm 2027'), expect.stringContaining(commune.name)]);
    const files = c.world.service.app.get(Files);
    for (const { fileId } of [programFile, figures]) expect((await files.info(fileId))?.size).toBeGreaterThan(2000);
    const { items } = await c.provincial.do(auditOfInspection, { nodeId: commune.id, limit: 200 });
    expect(items.map((l) => l.act)).toEqual(
      expect.arrayContaining(['Kết xuất chương trình kiểm tra, giám sát', 'Kết xuất số liệu kiểm tra, giám sát']),
    );
  });
});
