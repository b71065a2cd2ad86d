import { nodeAccessShort } from '@vungmanh/contracts/identity/node-access';
import { addCheckFinding, type CellRecord, getCheckCell, listCheckCells, recordCheckCell } from '@vungmanh/contracts/inspection/check-cell';
import {
  checkedCells,
  checkYearSummary,
  downloadCheckNotice,
  findingsOfCell,
  myCheckNotices,
  readCheckNotice,
  settleCheckFinding,
} from '@vungmanh/contracts/inspection/check-notice';
import {
  cancelMeetingCheck,
  changeMeetingCheck,
  concludeMeetingCheck,
  getMeetingCheck,
  listMeetingChecks,
  type MeetingCheck,
  openMeetingCheck,
  publishMeetingCheck,
  startMeetingCheck,
} from '@vungmanh/contracts/inspection/meeting-check';
import { listRuleOverrides, setRuleOverride, withdrawRuleOverride } from '@vungmanh/contracts/organization/rule-override';
import { getMinutes } from '@vungmanh/contracts/meetings/minutes';
import { type CheckedCommune, foundCheckedCommune } from '../src/checked-commune.js';
import { docxText } from '../src/docx-text.js';
import { Person } from '../src/person.js';
import { eventually, moveTo } from '../src/time.js';

const TODAY = '2026-12-12';
const CONCERN = 'Chi bộ đề nghị gửi tài liệu sớm hơn (mô phỏng)';
const notice = {
  strengths: ['Các chi bộ giữ nền nếp sinh hoạt (mô phỏng)'],
  weaknesses: ['Một số nghị quyết còn chung chung (mô phỏng)'],
  practices: [],
  heard: 'Các chi bộ đề nghị gửi tài liệu sớm hơn.',
  demands: [{ content: 'Gửi tài liệu trước ít nhất một ngày', due: '2027-01-31' }],
};
const record = (changes: Partial<CellRecord> = {}): CellRecord => ({
  minuteBook: { kept: true },
  resolutions: { judgment: 'PARTLY' },
  tasks: { judgment: 'FULL' },
  thematic: { judgment: 'NOT' },
  handbook: { judgment: 'FULL' },
  superiors: {},
  hearing: { heldOn: TODAY, members: 5, concerns: CONCERN },
  ...changes,
});

/** domain.md §11.3, story 3. */
describe('a grassroots committee checks how its twelve cells meet', () => {
  let commune: CheckedCommune;
  let leader: Person;
  let helper: Person;
  let neighbor: Person;
  let checkId: string;

  beforeAll(async () => {
    await moveTo(`${TODAY}T02:00:00Z`);
    commune = await foundCheckedCommune('210');
    [leader, helper, neighbor] = (await Promise.all([commune.leader, commune.helper, commune.neighbor].map((p) => Person.signedIn(p.username)))) as [
      Person,
      Person,
      Person,
    ];
  });

  it('is due by the months that the province set, while it sets them, and the office reads by which document', async () => {
    const office = await Person.signedIn('canbo.tinh');
    const dueBy = async () => (await leader.do(checkedCells, { nodeId: commune.village.commune.id })).rule ?? '';
    const central = await dueBy();
    const { provinceId = '' } = await office.do(listRuleOverrides, {});
    const document = { number: '421-QĐ/TU', date: '2026-12-01' };
    const asked = {
      nodeId: provinceId,
      key: 'meeting.check.months',
      value: 3,
      validFrom: '2026-12-01',
      document,
      reason: 'Chấn chỉnh nền nếp (mô phỏng)',
    };
    expect(await office.send(setRuleOverride, { ...asked, value: 12 })).toMatchObject({
      ok: false,
      body: { code: 'organization/rule-refused', detail: expect.stringContaining('quy định 6 tháng') },
    });
    expect(await leader.refused(setRuleOverride, asked)).toBe('request/forbidden');
    const set = await office.do(setRuleOverride, asked);
    expect(set.source).toBe('421-QĐ/TU, 1/12/2026');
    expect(await eventually(dueBy, (rule) => rule !== central)).toContain('3 tháng');
    await office.do(withdrawRuleOverride, { ruleId: set.id, on: '2026-12-01', reason: 'Thử xong (mô phỏng)' }, { version: set.version });
    expect(await eventually(dueBy, (rule) => rule === central)).toContain('6 tháng');
  });

  const seen = (): Promise<MeetingCheck> => leader.do(getMeetingCheck, { checkId });
  const minutes = () => helper.send(getMinutes, { meetingId: commune.meetingId });
  const opened = async (half: string): Promise<string> => {
    const about = { nodeId: commune.village.commune.id, half, plannedEnd: '2026-12-20', teamIds: [commune.helper.id] };
    const { id } = await leader.do(openMeetingCheck, about);
    await eventually(
      () => leader.do(getMeetingCheck, { checkId: id }),
      (check) => check.countedAt !== undefined,
    );
    return id;
  };
  const started = async (id: string): Promise<void> => {
    await leader.do(startMeetingCheck, { checkId: id }, await leader.do(getMeetingCheck, { checkId: id }));
    await eventually(
      () => leader.do(getMeetingCheck, { checkId: id }),
      (check) => check.readableUntil !== undefined,
    );
    await eventually(minutes, ({ ok }) => ok);
  };

  it('opens it over all of them, with what their meetings come to and which minutes are read', async () => {
    const outside = { nodeId: commune.village.commune.id, half: '2026-H2', plannedEnd: '2026-12-20', teamIds: [] };
    expect(await neighbor.refused(openMeetingCheck, outside)).toBe('request/forbidden');
    checkId = await opened('2026-H2');
    expect(await leader.refused(openMeetingCheck, outside)).toBe('inspection/check-there');
    const { items } = await leader.do(listCheckCells, { checkId });
    expect(items).toHaveLength(12);
    expect(items[0]).toMatchObject({
      nodeName: commune.village.cell.name,
      sampled: 1,
      figures: { held: 1, resolved: 1, present: 6, expected: 6, tasks: 1 },
    });
    expect(items[5]).toMatchObject({ sampled: 0, figures: { held: 0, months: 5, tasks: 0 } });
    expect(await helper.refused(getMinutes, { meetingId: commune.meetingId })).toBe('request/forbidden');
  });

  it('lends its team the minute books of these cells, which their secretaries see', async () => {
    await started(checkId);
    const { samples } = await helper.do(getCheckCell, { checkId, nodeId: commune.village.cell.id });
    expect(samples.map((s) => s.id)).toEqual([commune.meetingId]);
    const lent = (await commune.staff.secretary.do(nodeAccessShort, { nodeId: commune.village.cell.id })).items.filter((a) => a.source);
    expect(lent.map((a) => [a.name, a.source, a.validTo])).toEqual(
      expect.arrayContaining([[commune.helper.name, { kind: 'MEETING_CHECK', id: checkId }, '2026-12-21']]),
    );
    expect(await helper.refused(listMeetingChecks, { nodeId: commune.village.commune.id })).toBe('request/forbidden');
  });

  it('changes its team and end with a reason: who leaves reads no more, who comes back reads again', async () => {
    const change = { checkId, plannedEnd: '2026-12-22', teamIds: [] as string[], reason: 'Đi công tác (mô phỏng)' };
    expect(await helper.refused(changeMeetingCheck, change, await seen())).toBe('request/forbidden');
    await leader.do(changeMeetingCheck, change, await seen());
    expect(await helper.refused(getMeetingCheck, { checkId })).toBe('request/not-found');
    await eventually(minutes, ({ status }) => status === 403);
    await leader.do(changeMeetingCheck, { ...change, teamIds: [commune.helper.id], reason: 'Đã về (mô phỏng)' }, await seen());
    await eventually(minutes, ({ ok }) => ok);
    expect(await seen()).toMatchObject({ plannedEnd: '2026-12-22', changes: [{ removed: [commune.helper.name] }, { added: [commune.helper.name] }] });
  });

  it('is a closed book to everybody else', async () => {
    const nodeId = commune.village.cell.id;
    for (const stranger of [neighbor, commune.staff.secretary]) {
      expect(await stranger.refused(getMeetingCheck, { checkId })).toBe('request/not-found');
      expect(await stranger.refused(getCheckCell, { checkId, nodeId })).toBe('request/not-found');
      expect(await stranger.refused(recordCheckCell, { checkId, nodeId, record: record() }, { version: 1 })).toBe('request/not-found');
      expect(await stranger.refused(readCheckNotice, { checkId })).toBe('request/not-found');
    }
    expect(await neighbor.refused(getMinutes, { meetingId: commune.meetingId })).toBe('request/not-found');
    // Superiors of the cells see how far it is, and nothing of what it holds.
    const { items } = await commune.staff.officer.do(listMeetingChecks, { nodeId: commune.village.commune.id });
    expect(items).toMatchObject([{ id: checkId, state: 'UNDER_WAY', cells: 12, recorded: 0 }]);
  });

  it('hears all of them, attends four, and writes down what is weak', async () => {
    const cells = [commune.village.cell.id, ...commune.others.map((o) => o.id)];
    for (const [i, nodeId] of cells.entries()) {
      const sheet = await helper.do(getCheckCell, { checkId, nodeId });
      await helper.do(recordCheckCell, { checkId, nodeId, record: record(i < 4 ? { attendedOn: '2026-12-03' } : {}) }, sheet);
    }
    const nodeId = commune.village.cell.id;
    const weak = { kind: 'SHORTCOMING' as const, text: 'Nghị quyết tháng 8 chung chung (mô phỏng)' };
    const sheet = await helper.do(getCheckCell, { checkId, nodeId });
    expect(await helper.refused(addCheckFinding, { checkId, nodeId, ...weak }, sheet)).toBe('inspection/proposal-missing');
    await helper.do(addCheckFinding, { checkId, nodeId, ...weak, proposal: 'Ghi rõ việc, người, thời hạn', due: '2027-01-31' }, sheet);
    expect(await seen()).toMatchObject({ recorded: 12, heard: 12, attended: 4, shortcomings: 1 });
    expect(await helper.refused(concludeMeetingCheck, { checkId, notice }, await seen())).toBe('request/forbidden');
  });

  it('ends the reading with its conclusion', async () => {
    expect(await leader.refused(publishMeetingCheck, { checkId }, await seen())).toBe('inspection/check-not-in-state');
    await leader.do(concludeMeetingCheck, { checkId, notice }, await seen());
    const after = await eventually(minutes, ({ ok }) => !ok);
    expect(after.body.code).toBe('request/forbidden');
    const { items } = await commune.staff.secretary.do(nodeAccessShort, { nodeId: commune.village.cell.id });
    expect(items.filter((a) => a.source)).toEqual([]);
    const nodeId = commune.village.cell.id;
    const sheet = await helper.do(getCheckCell, { checkId, nodeId });
    expect(await helper.refused(recordCheckCell, { checkId, nodeId, record: record() }, sheet)).toBe('inspection/check-not-in-state');
    expect((await neighbor.do(myCheckNotices, {})).items).toEqual([]);
  });

  it('tells all cells, and each of them alone what it has to mend', async () => {
    await leader.do(publishMeetingCheck, { checkId }, await seen());
    const { number = '' } = await eventually(seen, (check) => check.number !== undefined);
    expect(number).toMatch(/^Số \d+-TB\/ĐU$/);
    for (const reader of [neighbor, commune.staff.secretary, commune.staff.member]) {
      expect((await reader.do(myCheckNotices, {})).items).toMatchObject([{ id: checkId, number }]);
      expect((await reader.do(readCheckNotice, { checkId })).notice).toEqual(notice);
    }
    const { bytes, disposition } = await neighbor.download(downloadCheckNotice, { checkId, format: 'docx' });
    expect(disposition).toContain('.docx');
    const paper = await docxText(bytes);
    for (const told of [number, '12/12', '4/12', ...notice.weaknesses]) expect(paper).toContain(told);
    expect(paper).not.toContain(CONCERN);
    const { items } = await commune.staff.secretary.do(findingsOfCell, { nodeId: commune.village.cell.id });
    expect(items).toMatchObject([{ kind: 'SHORTCOMING', state: 'OPEN', due: '2027-01-31' }]);
    expect(await neighbor.refused(findingsOfCell, { nodeId: commune.village.cell.id })).toBe('request/not-found');
    expect((await neighbor.do(findingsOfCell, { nodeId: commune.others[2]?.id ?? '' })).items).toEqual([]);
  });

  it('is quoted in the report of the year, with what has been mended since', async () => {
    const { items } = await leader.do(findingsOfCell, { nodeId: commune.village.cell.id });
    const [weak] = items;
    if (!weak) throw new Error('nothing was found');
    expect(await commune.staff.secretary.refused(settleCheckFinding, { findingId: weak.id }, weak)).toBe('request/forbidden');
    await leader.do(settleCheckFinding, { findingId: weak.id }, weak);
    const { paragraphs } = await leader.do(checkYearSummary, { nodeId: commune.village.commune.id, year: 2026 });
    const summary = paragraphs.join('\n');
    for (const said of ['12/12 chi bộ', 'dự sinh hoạt ở 4 chi bộ', notice.weaknesses[0] ?? '', 'đã khắc phục 1/1']) expect(summary).toContain(said);
  });

  it('lends nothing longer than to the planned day, nor after it was called off', async () => {
    const late = await opened('2026-H1');
    await started(late);
    await moveTo('2026-12-21T02:00:00Z');
    await eventually(minutes, ({ ok }) => !ok);
    await leader.do(cancelMeetingCheck, { checkId: late, because: 'Quá hạn' }, await leader.do(getMeetingCheck, { checkId: late }));
    await moveTo(`${TODAY}T03:00:00Z`);
    // The day before its end once more: what was called off stays closed.
    await eventually(minutes, ({ ok }) => !ok);
    expect((await minutes()).body.code).toBe('request/forbidden');
  });
});
