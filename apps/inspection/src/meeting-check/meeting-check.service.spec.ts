import {
  addCheckFinding,
  type CellFilter,
  type CellRecord,
  dropCheckFinding,
  findingsOfCheck,
  getCheckCell,
  listCheckCells,
  recordCheckCell,
  replaceSample,
} from '@vungmanh/contracts/inspection/check-cell';
import {
  checkedCells,
  checkYearSummary,
  downloadCheckNotice,
  findingsOfCell,
  myCheckNotices,
  readCheckNotice,
  settleCheckFinding,
} from '@vungmanh/contracts/inspection/check-notice';
import { inspectionDuties } from '@vungmanh/contracts/inspection/duty';
import {
  cancelMeetingCheck,
  changeMeetingCheck,
  type CheckNotice,
  concludeMeetingCheck,
  getMeetingCheck,
  listMeetingChecks,
  myMeetingChecks,
  openMeetingCheck,
  publishMeetingCheck,
  startMeetingCheck,
} from '@vungmanh/contracts/inspection/meeting-check';
import { Files } from '@vungmanh/platform/files';
import { randomUUID } from 'node:crypto';
import { CheckedCommune, TODAY } from '../../test/checked-commune.js';
import { drawn } from './lot.js';
import { sampleSize } from './meeting-check.rules.js';

const CANARY = 'Điều chi bộ phản ánh chỉ có trong phiếu';
let c: CheckedCommune;
beforeAll(async () => {
  c = await CheckedCommune.start();
});
afterAll(() => c.world.stop());

const record = (changes: Partial<CellRecord> = {}): CellRecord => ({
  minuteBook: { kept: true, remark: 'Ghi đủ, sạch' },
  resolutions: { judgment: 'PARTLY', remark: 'Có mục thiếu người kiểm tra' },
  tasks: { judgment: 'FULL' },
  thematic: { judgment: 'FULL' },
  handbook: { judgment: 'NOT' },
  superiors: {},
  hearing: { heldOn: TODAY, members: 9, concerns: CANARY },
  ...changes,
});

const notice: CheckNotice = {
  strengths: ['Nền nếp sinh hoạt được giữ vững'],
  weaknesses: ['Một số nghị quyết chưa đủ sáu nội dung'],
  practices: ['Giao việc kèm người kiểm tra ngay tại buổi sinh hoạt'],
  heard: 'Các chi bộ đề nghị gửi tài liệu sớm hơn.',
  demands: [{ content: 'Ghi đủ sáu nội dung trong nghị quyết', due: '2027-01-31' }],
};

const seen = async (checkId: string) => c.leader.do(getMeetingCheck, { checkId });
const sheet = async (checkId: string, i: number) => c.leader.do(getCheckCell, { checkId, nodeId: c.cell(i).id });
const told = async () => {
  const rows = await c.db.query<{ item: { id: string; nodeId: string; state: string; kind: string; due: string } }>(
    `select i.item from outbox o, jsonb_array_elements(o.payload -> 'items') as i(item) where o.name = 'inspection.obligation.changed.v1' order by o.id`,
  );
  return rows.map((r) => r.item);
};

async function underWay(half: string, teamIds: string[] = []) {
  const opened = await c.open(half, teamIds);
  await c.leader.do(startMeetingCheck, { checkId: opened.id }, { version: opened.version });
  await c.until(opened.id, 'readable_until is not null');
  return opened.id;
}

async function cancelled(checkId: string) {
  await c.leader.do(cancelMeetingCheck, { checkId, because: 'Mở nhầm kỳ' }, await seen(checkId));
}

describe('opening', () => {
  it('makes a line for every cell below, through what stands between, with figures and a sample that follow from the seed', async () => {
    const { id } = await c.open('2026-H1', [c.person(3).id]);
    const { items } = await c.leader.do(listCheckCells, { checkId: id, limit: 200 });
    expect(items.map((l) => l.nodeName)).toEqual(c.cells.map((n) => n.name).toSorted());
    expect(items[0]).toMatchObject({ figures: { months: 5, held: 4, onTime: 3 }, recorded: false, sampled: sampleSize(TODAY) });
    const { samples, others } = await sheet(id, 4);
    const meetings = c.meetings.get(c.cell(4).id) ?? [];
    expect(samples).toEqual(drawn(id, meetings, sampleSize(TODAY)));
    expect(samples.length + others.length).toBe(meetings.length);
    expect(await seen(id)).toMatchObject({
      state: 'DRAFT',
      cells: 12,
      recorded: 0,
      team: [
        { personId: c.person(0).id, leader: true },
        { personId: c.person(3).id, leader: false },
      ],
      may: ['start', 'change', 'cancel'],
    });
    await cancelled(id);
  });

  it('is refused where it cannot be, in words', async () => {
    const asked = { nodeId: c.commune.id, half: '2026-H2', plannedEnd: '2026-12-01', teamIds: [] };
    expect(await c.leader.refused(openMeetingCheck, { ...asked, plannedEnd: '2026-11-22' })).toBe('inspection/planned-end');
    expect(await c.leader.refused(openMeetingCheck, { ...asked, plannedEnd: '2027-11-22' })).toBe('inspection/planned-end');
    expect(await c.leader.refused(openMeetingCheck, { ...asked, half: '2027-H1' })).toBe('inspection/half-not-begun');
    expect(await c.leader.refused(openMeetingCheck, { ...asked, teamIds: [randomUUID()] })).toBe('inspection/team-unknown');
    expect(await c.leader.refused(openMeetingCheck, { ...asked, nodeId: c.cell(0).id })).toBe('inspection/no-cells');
    expect(await c.leader.refused(openMeetingCheck, { ...asked, nodeId: c.wide.id })).toBe('inspection/too-many-cells');
    expect(await c.leader.refused(openMeetingCheck, { ...asked, nodeId: c.beside.id })).toBe('request/not-found');
    expect(await c.world.person(c.account('không tên')).refused(openMeetingCheck, asked)).toBe('inspection/person-needed');
    expect(await c.world.person(c.account('tỉnh'), c.person(2).id).refused(openMeetingCheck, asked)).toBe('request/forbidden');
    const { id } = await c.open('2025-H2');
    expect(await c.leader.refused(openMeetingCheck, { ...asked, half: '2025-H2' })).toBe('inspection/check-there');
    await cancelled(id);
    // What was called off makes room.
    await cancelled((await c.open('2025-H2')).id);
  });
});

it('is owed by the committee while answers of its cells are to be written down', async () => {
  const checkId = await underWay('2024-H2');
  const { items } = await c.leader.do(inspectionDuties, { nodeId: c.commune.id });
  expect(items.find((duty) => duty.kind === 'CHECK' && duty.checkId === checkId)).toMatchObject({ todo: 'RECORD', left: 12, late: false });
  await cancelled(checkId);
  const after = await c.leader.do(inspectionDuties, { nodeId: c.commune.id });
  expect(after.items.filter((duty) => duty.kind === 'CHECK' && duty.checkId === checkId)).toEqual([]);
});

describe('the right to read minute books', () => {
  it('is asked for the whole team at every cell when the check starts, and ended with it', async () => {
    const opened = await c.open('2025-H1', [c.person(3).id, c.person(6).id]);
    expect(c.asked.given.filter((g) => g.source.id === opened.id)).toEqual([]);
    await c.leader.do(startMeetingCheck, { checkId: opened.id }, { version: opened.version });
    await c.until(opened.id, 'readable_until is not null');
    const [given] = c.asked.given.filter((g) => g.source.id === opened.id);
    expect(given).toMatchObject({ openerId: c.account('xa'), checkingNodeId: c.commune.id, validTo: '2026-12-21' });
    expect(given?.nodeIds.toSorted()).toEqual(c.cells.map((n) => n.id).toSorted());
    expect(given?.personIds.toSorted()).toEqual([0, 3, 6].map((i) => c.person(i).id).toSorted());
    const { team, readableUntil } = await seen(opened.id);
    expect(readableUntil).toBe('2026-12-20');
    expect(team.map((m) => [m.personId, m.hasAccount])).toEqual(team.map((m) => [m.personId, m.personId !== given?.personIds.at(-1)]));
    await cancelled(opened.id);
    await c.until(opened.id, 'readable_until is null');
    for (let i = 0; i < 100 && !c.asked.ended.includes(opened.id); i += 1) await new Promise((resolve) => setTimeout(resolve, 25));
    expect(c.asked.ended).toContain(opened.id);
  });

  it('follows the team and the end as they are changed, with a reason; who leaves reads nothing more of the check', async () => {
    const { id: checkId, version: first } = await c.open('2023-H2', [c.person(5, 2).id]);
    const change = { checkId, plannedEnd: '2026-12-24', teamIds: [c.person(4, 2).id], reason: 'Đồng chí A3 đi công tác' };
    expect(await c.leader.refused(changeMeetingCheck, { ...change, plannedEnd: '2026-11-22' }, { version: first })).toBe('inspection/planned-end');
    expect(await c.leader.refused(changeMeetingCheck, { ...change, teamIds: [randomUUID()] }, { version: first })).toBe('inspection/team-unknown');
    expect(await c.world.person(c.account('xa khác')).refused(changeMeetingCheck, change, { version: first })).toBe('request/not-found');
    await c.leader.do(startMeetingCheck, { checkId }, { version: first });
    const { version } = await c.until(checkId, 'readable_until is not null');
    expect(await c.member(5).do(getMeetingCheck, { checkId })).toMatchObject({ changes: [] });
    await c.leader.do(changeMeetingCheck, change, { version });
    expect(await c.member(5).refused(getMeetingCheck, { checkId })).toBe('request/not-found');
    await c.until(checkId, `readable_until = '2026-12-24'`);
    const asked = c.asked.given.filter((g) => g.source.id === checkId);
    expect(asked.map((g) => [g.validTo, g.personIds.toSorted(), g.addedIds])).toEqual([
      ['2026-12-21', [c.person(0).id, c.person(5, 2).id].toSorted(), expect.anything()],
      ['2026-12-25', [c.person(0).id, c.person(4, 2).id].toSorted(), [c.person(4, 2).id]],
    ]);
    const [changed] = (await seen(checkId)).changes;
    expect(changed).toMatchObject({ plannedEnd: '2026-12-24', added: [c.person(4, 2).name], removed: [c.person(5, 2).name], reason: change.reason });
    const again = await seen(checkId);
    await c.leader.do(changeMeetingCheck, { ...change, teamIds: [c.person(5, 2).id], reason: 'Trở về' }, again);
    expect(await c.member(5).do(getMeetingCheck, { checkId })).toMatchObject({ plannedEnd: '2026-12-24' });
    await cancelled(checkId);
    expect(await c.leader.refused(changeMeetingCheck, change, await seen(checkId))).toBe('inspection/check-not-in-state');
  });

  it('is asked for again until identity has answered', async () => {
    const opened = await c.open('2024-H2');
    c.asked.away = true;
    await c.leader.do(startMeetingCheck, { checkId: opened.id }, { version: opened.version });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await seen(opened.id)).readableUntil).toBeUndefined();
    c.asked.away = false;
    await c.until(opened.id, 'readable_until is not null');
    await cancelled(opened.id);
  }, 20_000);
});

describe('the list of a check', () => {
  it('opens it to the team alone: a right there shows counts, a superior nothing', async () => {
    const checkId = await underWay('2024-H1', [c.person(3, 2).id]);
    const nodeId = c.cell(0).id;
    expect(await c.member(3).do(getMeetingCheck, { checkId })).toMatchObject({ may: ['record'] });
    expect((await c.member(3).do(myMeetingChecks, {})).items.map((i) => i.id)).toEqual([checkId]);
    for (const outside of [c.member(1), c.world.person(c.account('xa hai'), c.person(1).id), c.world.person(c.account('tỉnh'), c.person(2).id)]) {
      expect(await outside.refused(getMeetingCheck, { checkId })).toBe('request/not-found');
      expect(await outside.refused(listCheckCells, { checkId })).toBe('request/not-found');
      expect(await outside.refused(getCheckCell, { checkId, nodeId })).toBe('request/not-found');
      expect(await outside.refused(recordCheckCell, { checkId, nodeId, record: record() }, { version: 1 })).toBe('request/not-found');
      expect((await outside.do(myMeetingChecks, {})).items).toEqual([]);
    }
    const { items } = await c.world.person(c.account('xa hai'), c.person(1).id).do(listMeetingChecks, { nodeId: c.commune.id });
    expect(items.find((i) => i.id === checkId)).toMatchObject({ cells: 12, recorded: 0, state: 'UNDER_WAY' });
    // A right at the committee alone leads its check as well: the cells of the check belong to it.
    const alone = await c.world.person(c.account('xa riêng')).do(listMeetingChecks, { nodeId: c.commune.id });
    expect(alone.items.find((i) => i.id === checkId)).toMatchObject({ cells: 12 });
    expect((await c.world.person(c.account('xa khác')).do(listMeetingChecks, { nodeId: c.beside.id })).items).toEqual([]);
    expect(await c.world.person(c.account('xa khác')).refused(startMeetingCheck, { checkId }, { version: 1 })).toBe('request/not-found');
    await cancelled(checkId);
  });
});

describe('a check from its first cell to its notice', () => {
  let checkId: string;
  const about = (i: number) => ({ checkId, nodeId: c.cell(i).id });

  it('records each cell, with the text sealed and every reading on record', async () => {
    checkId = await underWay('2026-H2', [c.person(3, 2).id]);
    const team = c.member(3);
    expect(await team.refused(recordCheckCell, { ...about(0), record: record({ attendedOn: '2026-11-30' }) }, await sheet(checkId, 0))).toBe(
      'inspection/in-the-future',
    );
    const written = await team.do(recordCheckCell, { ...about(0), record: record({ attendedOn: '2026-11-03' }) }, await sheet(checkId, 0));
    expect(written).toMatchObject({ recorded: true, heard: true, attended: true });
    expect(await team.refused(recordCheckCell, { ...about(0), record: record() }, { version: 1 })).toBe('request/stale');
    expect((await sheet(checkId, 0)).record).toEqual(record({ attendedOn: '2026-11-03' }));
    for (let i = 1; i < 11; i += 1) await team.do(recordCheckCell, { ...about(i), record: record() }, await sheet(checkId, i));
    const everything = await c.db.query<{ row: string }>(
      `select to_jsonb(l)::text as row from check_cell l union all select to_jsonb(i)::text from idempotency i union all select to_jsonb(o)::text from outbox o`,
    );
    expect(everything.filter(({ row }) => row.includes(CANARY))).toEqual([]);
    const read = await c.db.query<{ n: number }>(
      `select count(*)::int as n from audit where operation = 'inspection.check-cell.get' and node_id = $1`,
      [c.cell(0).id],
    );
    expect(read[0]?.n).toBeGreaterThan(1);
  });

  it('reads other minutes than were drawn for a reason, which stays beside what was drawn', async () => {
    const before = await sheet(checkId, 5);
    const [sample] = before.samples;
    const [other, another] = before.others;
    const change = { ...about(5), sampleId: sample?.id ?? '', insteadId: other?.id ?? '', because: 'Buổi ấy họp ghép hai bản' };
    expect(await c.leader.refused(replaceSample, { ...change, insteadId: randomUUID() }, before)).toBe('inspection/sample-unknown');
    await c.leader.do(replaceSample, change, before);
    const after = await sheet(checkId, 5);
    expect(after.samples.find((s) => s.id === other?.id)?.instead).toEqual({ id: sample?.id, heldOn: sample?.heldOn, because: change.because });
    await c.leader.do(replaceSample, { ...change, sampleId: other?.id ?? '', insteadId: another?.id ?? '', because: 'Lần nữa' }, after);
    const last = await sheet(checkId, 5);
    expect(last.samples.find((s) => s.id === another?.id)?.instead).toMatchObject({ id: sample?.id, because: 'Lần nữa' });
    expect(last.others.map((m) => m.id)).toContain(sample?.id);
  });

  it('asks for a proposal and a day with each weak point, and takes a slip of the pen back', async () => {
    const weak = { ...about(0), kind: 'SHORTCOMING' as const, text: 'Nghị quyết tháng 9 thiếu người kiểm tra' };
    expect(await c.leader.refused(addCheckFinding, weak, await sheet(checkId, 0))).toBe('inspection/proposal-missing');
    const due = { proposal: 'Ghi đủ sáu nội dung', due: '2027-01-31' };
    await c.leader.do(addCheckFinding, { ...weak, ...due }, await sheet(checkId, 0));
    await c.leader.do(addCheckFinding, { ...about(1), kind: 'SHORTCOMING', text: 'Chưa mở sổ tay', ...due }, await sheet(checkId, 1));
    await c.leader.do(addCheckFinding, { ...about(0), kind: 'STRENGTH', text: 'Họp đúng ngày' }, await sheet(checkId, 0));
    await c.leader.do(addCheckFinding, { ...about(0), kind: 'STRENGTH', text: 'Ghi nhầm chi bộ' }, await sheet(checkId, 0));
    const { findings, version } = await sheet(checkId, 0);
    const slip = findings.at(-1)?.id ?? '';
    expect(await c.leader.refused(dropCheckFinding, { ...about(1), findingId: slip }, await sheet(checkId, 1))).toBe('request/not-found');
    expect(await c.leader.do(dropCheckFinding, { ...about(0), findingId: slip }, { version })).toMatchObject({ strengths: 1, shortcomings: 1 });
    expect(await seen(checkId)).toMatchObject({ strengths: 1, shortcomings: 2 });
    const shown = async (only: CellFilter) => (await c.leader.do(listCheckCells, { checkId, only })).items.map((l) => l.nodeName);
    expect(await shown('WITH_SHORTCOMINGS')).toEqual([c.cell(0).name, c.cell(1).name]);
    expect(await shown('UNRECORDED')).toEqual([c.cell(11).name]);
    expect(await shown('RECORDED')).toHaveLength(11);
    expect(await told()).toEqual([]);
    const { items, next = '' } = await c.leader.do(findingsOfCheck, { checkId, limit: 2 });
    const rest = await c.leader.do(findingsOfCheck, { checkId, cursor: next });
    expect([...items, ...rest.items].map((f) => [f.nodeName, f.text])).toEqual([
      [c.cell(0).name, weak.text],
      [c.cell(0).name, 'Họp đúng ngày'],
      [c.cell(1).name, 'Chưa mở sổ tay'],
    ]);
    expect(await c.member(1).refused(findingsOfCheck, { checkId })).toBe('request/not-found');
  });

  it('is concluded with a reason for the cell that was not reached, and then nothing is written any more', async () => {
    expect(await c.leader.refused(concludeMeetingCheck, { checkId, notice }, await seen(checkId))).toBe('inspection/cells-unchecked');
    expect(await c.leader.refused(publishMeetingCheck, { checkId }, await seen(checkId))).toBe('inspection/check-not-in-state');
    const uncheckedBecause = 'Chi bộ bản 12 bị chia cắt do mưa lũ';
    expect(await c.leader.do(concludeMeetingCheck, { checkId, notice, uncheckedBecause }, await seen(checkId))).toMatchObject({ state: 'CONCLUDED' });
    expect(await seen(checkId)).toMatchObject({ notice, uncheckedBecause, may: ['publish'] });
    expect((await seen(checkId)).readableUntil).toBeUndefined();
    expect((await sheet(checkId, 11)).editable).toBe(false);
    expect(await c.leader.refused(recordCheckCell, { ...about(11), record: record() }, await sheet(checkId, 11))).toBe(
      'inspection/check-not-in-state',
    );
    expect(await c.leader.refused(startMeetingCheck, { checkId }, await seen(checkId))).toBe('inspection/check-not-in-state');
    expect((await c.member(11).do(myCheckNotices, {})).items).toEqual([]);
    expect(await c.member(11).refused(readCheckNotice, { checkId })).toBe('request/not-found');
  });

  it('is told to everybody of all its cells, and becomes what each cell owes', async () => {
    const published = await c.leader.do(publishMeetingCheck, { checkId }, await seen(checkId));
    await c.until(checkId, 'number is not null');
    for (const i of c.cells.keys()) {
      const { items } = await c.member(i).do(myCheckNotices, {});
      expect(items).toEqual([expect.objectContaining({ id: checkId, nodeName: c.commune.name, half: '2026-H2', number: 'Số 07-TB/ĐU' })]);
      expect(await c.member(i).do(readCheckNotice, { checkId })).toMatchObject({
        notice,
        counts: { cells: 12, recorded: 11, heard: 11, attended: 1 },
      });
    }
    const sent = await c.db.query<{ nodeId: string; version: number }>(
      `select i.item ->> 'nodeId' as "nodeId", (i.item ->> 'version')::int as version from outbox o, jsonb_array_elements(o.payload -> 'items') as i(item)
       where o.name = 'inspection.meeting-check.published.v1'`,
    );
    expect(sent.map((s) => s.nodeId).toSorted()).toEqual(c.cells.map((n) => n.id).toSorted());
    expect(new Set(sent.map((s) => s.version))).toEqual(new Set([published.version]));
    const outside = c.world.person(c.account('người ngoài'), c.person(12).id);
    expect((await outside.do(myCheckNotices, {})).items).toEqual([]);
    expect(await outside.refused(readCheckNotice, { checkId })).toBe('request/not-found');
    expect(await outside.refused(downloadCheckNotice, { checkId, format: 'pdf' })).toBe('request/not-found');
    const owed = await told();
    const item = { kind: 'MEETING_CHECK_FINDING', state: 'OPEN', due: '2027-01-31' };
    expect(owed.map(({ nodeId }) => nodeId).toSorted()).toEqual([0, 1].map((i) => c.cell(i).id).toSorted());
    expect(owed).toEqual(owed.map(() => expect.objectContaining(item)));
  });

  it.each(['docx', 'pdf'] as const)('is a paper in the prescribed form as %s', async (format) => {
    const { fileId, name } = await c.member(7).do(downloadCheckNotice, { checkId, format });
    expect(name).toContain('6 tháng cuối năm 2026');
    expect((await c.world.service.app.get(Files).info(fileId))?.size).toBeGreaterThan(5000);
  });

  it('shows a cell what was found about it, and about no other', async () => {
    const secretary = c.world.person(c.account('bí thư'), c.person(0).id);
    const { items } = await secretary.do(findingsOfCell, { nodeId: c.cell(0).id });
    expect(items.map((f) => [f.kind, f.text])).toEqual([
      ['STRENGTH', 'Họp đúng ngày'],
      ['SHORTCOMING', 'Nghị quyết tháng 9 thiếu người kiểm tra'],
    ]);
    expect(await secretary.refused(findingsOfCell, { nodeId: c.cell(1).id })).toBe('request/not-found');
    const other = c.world.person(c.account('bí thư khác'), c.person(3).id);
    expect((await other.do(findingsOfCell, { nodeId: c.cell(1).id })).items.map((f) => f.text)).toEqual(['Chưa mở sổ tay']);
  });

  it('is over for a cell when the committee has looked again', async () => {
    const [weak] = (await c.leader.do(findingsOfCell, { nodeId: c.cell(0).id })).items.filter((f) => f.kind === 'SHORTCOMING');
    const about = { findingId: weak?.id ?? '' };
    expect(await c.world.person(c.account('bí thư')).refused(settleCheckFinding, about, { version: 1 })).toBe('request/forbidden');
    expect(await c.world.person(c.account('xa khác')).refused(settleCheckFinding, about, { version: 1 })).toBe('request/not-found');
    const settled = await c.leader.do(settleCheckFinding, about, { version: weak?.version ?? 0 });
    expect(settled.state).toBe('DONE');
    expect(await c.leader.refused(settleCheckFinding, about, settled)).toBe('inspection/finding-not-open');
    expect((await told()).at(-1)).toMatchObject({ id: weak?.id, state: 'DONE' });
  });

  it('is quoted in the section of the year, and sets the day of the next', async () => {
    const { halves, paragraphs } = await c.leader.do(checkYearSummary, { nodeId: c.commune.id, year: 2026 });
    expect(halves).toEqual(['2026-H2']);
    expect(paragraphs.join('\n')).toContain('11/12 chi bộ');
    expect(paragraphs.join('\n')).toContain(`Ưu điểm: ${notice.strengths[0]}.`);
    expect(paragraphs.join('\n')).toContain('đã khắc phục 1/2');
    expect(paragraphs[0]).toContain('6 tháng đầu năm 2026: chưa có cuộc kiểm tra');
    expect(await c.leader.refused(checkYearSummary, { nodeId: c.commune.id, year: 2025 })).toBe('inspection/no-check-published');
    const due = await c.leader.do(checkedCells, { nodeId: c.commune.id, limit: 3 });
    expect(due).toMatchObject({ cells: 12, never: 1, lastPublishedOn: TODAY, dueOn: '2027-05-23' });
    expect(due.items.map((i) => [i.name, i.lastCheckedOn])).toEqual([
      [c.cell(11).name, undefined],
      [c.cell(0).name, TODAY],
      [c.cell(1).name, TODAY],
    ]);
    const rest = await c.leader.do(checkedCells, { nodeId: c.commune.id, cursor: due.next ?? '' });
    expect(rest.items.map((i) => i.name)).toEqual(c.cells.slice(2, 11).map((n) => n.name));
    expect(await c.world.person(c.account('xa khác')).do(checkedCells, { nodeId: c.beside.id })).toMatchObject({ cells: 1, never: 1 });
  });
});
