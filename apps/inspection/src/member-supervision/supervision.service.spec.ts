import {
  closeSupervision,
  drawUpSupervision,
  drawUpSupervisionsBelow,
  exportSupervisionCounts,
  getSupervision,
  openSupervision,
  setGradeScale,
  supervisionCounts,
  supervisionProgress,
  type SupervisionStanding,
} from '@vungmanh/contracts/inspection/member-supervision';
import {
  answerSupervision,
  getSupervisionLine,
  listSupervisionLines,
  mySupervisions,
  proposeForMember,
  remindMember,
  type Proposal,
} from '@vungmanh/contracts/inspection/supervision-line';
import { counting } from '@vungmanh/platform/db/counter';
import { within } from '@vungmanh/platform/db/reach';
import { Grants } from '@vungmanh/platform/scope/grants';
import { Dispatcher } from '@vungmanh/platform/rpc/dispatcher';
import { cellNode, committeeNode, province } from '@vungmanh/testing/given';
import { cellBody, member, members } from '@vungmanh/testing/people';
import { Prosecutors, QUARTER, sheetOf } from '../../test/prosecutors.js';

const commune = { ...committeeNode('Đảng bộ xã Mô Phỏng', province), code: '99.400' };
const cells = Array.from({ length: 24 }, (_, i) => ({
  ...cellNode(`Chi bộ ${i + 1}`, commune),
  code: `99.400.${String(i + 1).padStart(3, '0')}`,
}));
const people = cells.map((cell, i) => members(cell, 3 + (i % 5)));
const bodies = cells.map((cell, i) => cellBody(cell, people[i]?.slice(0, 1)));

let p: Prosecutors;
beforeAll(async () => {
  p = await Prosecutors.start({ nodes: [commune, ...cells], bodies, rows: people.flat() });
}, 60_000);
afterAll(() => p.world.stop());

const ask = { quarter: QUARTER } as const;

describe('a quarter of supervision', () => {
  it('is drawn up for the roster of the day by the cell’s own, and by nobody from above', async () => {
    const { secretary, cell } = p;
    expect(await secretary.refused(getSupervision, { ...ask, nodeId: cell.id })).toBe('request/not-found');
    expect(await secretary.refused(drawUpSupervision, { nodeId: cell.id, quarter: '2026-Q2' })).toBe('inspection/quarter-out-of-time');
    expect(await p.everything.refused(drawUpSupervision, { ...ask, nodeId: cell.id })).toBe('inspection/not-of-the-cell');
    expect(await p.officer.refused(drawUpSupervision, { ...ask, nodeId: cell.id })).toBe('request/forbidden');
    expect(await p.besides.refused(drawUpSupervision, { ...ask, nodeId: cell.id })).toBe('request/not-found');
    const drawn = await secretary.do(drawUpSupervision, { ...ask, nodeId: cell.id });
    expect(drawn).toMatchObject({ state: 'DRAFT', lines: 9, rosterOn: '2026-11-20', gradeScale: [], bodyName: 'Chi bộ 4', version: 1 });
    expect(await secretary.do(getSupervision, { ...ask, nodeId: cell.id })).toEqual(drawn);
    const { id: supervisionId } = drawn;
    // Until it is told to them, the members find nothing of it.
    expect((await p.person(5).do(mySupervisions, {})).items).toEqual([]);
    const { id: supervisionLineId } = await p.line(5);
    expect(await p.person(5).refused(getSupervisionLine, { supervisionLineId })).toBe('request/not-found');
    expect(await p.person(5).refused(answerSupervision, { supervisionLineId, text: 'Tôi' }, { version: 1 })).toBe('request/not-found');
    for (const command of [openSupervision, closeSupervision])
      expect(await p.everything.refused(command, { supervisionId }, drawn)).toBe('request/not-found');
    expect(await secretary.refused(openSupervision, { supervisionId }, { version: 2 })).toBe('request/stale');
    expect(await secretary.refused(closeSupervision, { supervisionId }, drawn)).toBe('inspection/supervision-not-in-state');
  });

  it('follows those who come and go while it is a draft, and keeps who was told of it', async () => {
    const { secretary, cell } = p;
    const draw = () => secretary.do(drawUpSupervision, { ...ask, nodeId: cell.id });
    await p.changed(member(cell, 'Lò Thị Mới'));
    const left = p.at(7);
    await p.changed({ ...left, version: 2, enrollments: [{ kind: 'OFFICIAL', nodeId: cell.id, from: '2010-01-01', to: '2026-11-20' }] });
    const away = p.at(6);
    await p.changed({
      ...away,
      version: 2,
      enrollments: [...away.enrollments, { kind: 'TEMPORARY', nodeId: p.beside.id, from: '2026-11-01' }],
    });
    const names = async () => (await p.lines()).map((row) => row.name);
    await p.until(
      async () => {
        await draw();
        return names();
      },
      (all) => all.includes('Lò Thị Mới') && !all.includes(left.name) && !all.includes(away.name),
    );
    expect(await draw()).toMatchObject({ state: 'DRAFT', lines: 8 });
    const drawn = await draw();
    expect(await secretary.do(openSupervision, { supervisionId: drawn.id }, drawn)).toMatchObject({ state: 'OPEN', openedOn: '2026-11-20' });
    const back = { ...away, version: 3, enrollments: [{ kind: 'OFFICIAL' as const, nodeId: cell.id, from: '2010-01-01' }] };
    await p.changed(back);
    const later = await p.until(draw, (standing) => standing.lines === 9);
    expect(later.lines).toBe(9);
    await p.changed({ ...back, version: 4, enrollments: [{ kind: 'OFFICIAL', nodeId: cell.id, from: '2010-01-01', to: '2026-11-20' }] });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await draw()).toMatchObject({ state: 'OPEN', lines: 9 });
    expect(await names()).toContain(away.name);
  });

  it('begins with the grades of the quarter before', async () => {
    const standing = await p.supervision();
    const set = (marks: string[], about: { version: number }) => p.secretary.do(setGradeScale, { supervisionId: standing.id, marks }, about);
    expect(await p.secretary.refused(setGradeScale, { supervisionId: standing.id, marks: ['A', 'a'] }, standing)).toBe('request/invalid');
    await set(['Tốt', 'Khá', 'Trung bình'], standing);
    const next = await p.secretary.do(drawUpSupervision, { nodeId: p.cell.id, quarter: '2027-Q1' });
    expect(next).toMatchObject({ quarter: '2027-Q1', gradeScale: ['Tốt', 'Khá', 'Trung bình'], rosterOn: '2026-11-20' });
  });
});

describe('from above', () => {
  it('every cell’s quarter is drawn up in one go, once, without a look at anybody', async () => {
    const officer = p.everything;
    const expected = people.flat().length;
    expect(await p.secretary.refused(drawUpSupervisionsBelow, { ...ask, nodeId: commune.id })).toBe('request/forbidden');
    expect(await p.officer.refused(drawUpSupervisionsBelow, { ...ask, nodeId: commune.id })).toBe('request/not-found');
    expect(await officer.do(drawUpSupervisionsBelow, { ...ask, nodeId: commune.id })).toEqual({ cells: 24, lines: expected });
    expect(await officer.do(drawUpSupervisionsBelow, { ...ask, nodeId: commune.id })).toEqual({ cells: 0, lines: 0 });
    expect(await officer.do(supervisionProgress, { ...ask, nodeId: commune.id })).toEqual({
      cells: 24,
      draft: 24,
      open: 0,
      closed: 0,
      lines: expected,
    });
    expect(await p.officer.do(drawUpSupervisionsBelow, { ...ask, nodeId: p.committee.id })).toEqual({ cells: 1, lines: 4 });
    expect(await p.officer.do(supervisionProgress, { ...ask, nodeId: p.committee.id })).toEqual({
      cells: 2,
      draft: 1,
      open: 1,
      closed: 0,
      lines: 13,
    });
  });

  it('costs the same however many cells and members there are', async () => {
    const dispatcher = p.world.service.app.get(Dispatcher);
    const grants = p.world.service.app.get(Grants);
    const { actor } = p.everything;
    const run = async (nodeId: string) => {
      const contract = drawUpSupervisionsBelow;
      const scope = await grants.scope(actor, 'inspection:plan');
      if (!(await grants.covers(scope, nodeId))) throw new Error('not in reach');
      const call = { contract, input: { nodeId, quarter: '2027-Q1' }, actor, scope, trace: `t-${nodeId}`, key: nodeId };
      const useCase = dispatcher.useCases.get(contract.subject);
      if (!useCase) throw new Error('no such use case');
      const { result, statements } = await counting(() => within(scope.reach, () => useCase.run(call)));
      return { result, statements };
    };
    const one = await run(cells[0]?.id ?? '');
    const all = await run(commune.id);
    expect(one.result).toEqual({ cells: 1, lines: 3 });
    expect(all.result).toEqual({ cells: 23, lines: people.flat().length - 3 });
    expect(all.statements).toBe(one.statements);
    expect(all.statements).toBeLessThanOrEqual(6);
  });

  it('only counts are seen, by cell, and none of fewer than three', async () => {
    const propose = async (place: number, kind: Proposal) => {
      const line = await p.line(place);
      await p.person(place === 0 ? 1 : 0).do(proposeForMember, { supervisionLineId: line.id, kind, reason: 'Theo kết quả trong quý' }, line);
    };
    for (const place of [0, 1, 2]) await propose(place, 'COMMEND');
    for (const place of [3, 4]) await propose(place, 'HELP');
    for (const place of [3, 4, 5]) {
      const line = await p.line(place);
      await p.secretary.do(remindMember, { supervisionLineId: line.id, on: '2026-11-03', place: 'IN_PERSON', text: 'Đúng hạn' }, line);
    }
    await propose(5, 'REFER');
    const [cell, beside] = (await p.officer.do(supervisionCounts, { ...ask, nodeId: p.committee.id })).items;
    expect(cell).toEqual({ nodeId: p.cell.id, name: 'Chi bộ 4', code: '99.300.004', state: 'OPEN', lines: 9, commended: 3, reminded: 3 });
    expect(beside).toEqual({ nodeId: p.beside.id, name: 'Chi bộ 5', code: '99.300.005', state: 'DRAFT', lines: 4 });
    // Two were helped: no sum tells of them either.
    expect(await p.officer.do(supervisionProgress, { ...ask, nodeId: p.committee.id })).toEqual({
      cells: 2,
      draft: 1,
      open: 1,
      closed: 0,
      lines: 13,
      commended: 3,
      reminded: 3,
    });
    expect(await p.besides.refused(supervisionCounts, { ...ask, nodeId: p.cell.id })).toBe('request/not-found');
  });

  it('the same counts are taken away as a workbook, and no others', async () => {
    const { fileId, name } = await p.officer.do(exportSupervisionCounts, { ...ask, nodeId: p.committee.id });
    expect(name).toBe('Giám sát đảng viên Quý IV năm 2026.xlsx');
    expect(await sheetOf(p, fileId)).toEqual([
      ['Mã', 'Chi bộ', 'Tình trạng', 'Đảng viên được giám sát', 'Biểu dương', 'Giúp đỡ', 'Nhắc nhở', 'Dấu hiệu vi phạm', 'Báo cáo cấp trên'],
      ['99.300.004', 'Chi bộ 4', 'Đang thực hiện', 9, '3', 'dưới 3', '3', 'dưới 3', 'dưới 3'],
      ['99.300.005', 'Chi bộ 5', 'Đang lập', 4, 'dưới 3', 'dưới 3', 'dưới 3', 'dưới 3', 'dưới 3'],
    ]);
    expect(await p.besides.refused(exportSupervisionCounts, { ...ask, nodeId: p.cell.id })).toBe('request/not-found');
  });

  it('finds the cells that have come a certain way', async () => {
    const codes = async (state: SupervisionStanding) =>
      (await p.everything.do(supervisionCounts, { nodeId: p.committee.id, quarter: QUARTER, state })).items.map((row) => row.code);
    expect(await codes('OPEN')).toEqual([p.cell.code]);
    expect(await codes('DRAFT')).toEqual([p.beside.code]);
    expect(await codes('NONE')).toEqual([]);
    const untouched = await p.everything.do(supervisionCounts, { nodeId: p.committee.id, quarter: '2026-Q3', state: 'NONE' });
    expect(untouched.items).toHaveLength(2);
  });

  it('the list goes in pages, none twice, at the same cost', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await p.everything.do(supervisionCounts, { ...ask, nodeId: commune.id, limit: 7, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((item) => item.code));
      cursor = page.next;
      if (!cursor) break;
    }
    expect(seen).toEqual(cells.map((cell) => cell.code));
    expect(await p.everything.refused(supervisionCounts, { ...ask, nodeId: commune.id, cursor: 'x' })).toBe('request/invalid');
    const { id: supervisionId } = await p.supervision();
    const names: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await p.secretary.do(listSupervisionLines, { supervisionId, limit: 4, ...(cursor ? { cursor } : {}) });
      names.push(...page.items.map((item) => item.id));
      cursor = page.next;
      if (!cursor) break;
    }
    expect(names).toEqual((await p.lines()).map((row) => row.id));
    expect(new Set(names).size).toBe(9);
  });
});
