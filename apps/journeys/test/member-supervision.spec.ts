import { getCase, openCase } from '@vungmanh/contracts/inspection/case';
import { gradeSheet, importGrades, previewGrades, recordGrades } from '@vungmanh/contracts/inspection/labor-grade';
import {
  closeSupervision,
  drawUpSupervision,
  drawUpSupervisionsBelow,
  getSupervision,
  openSupervision,
  setGradeScale,
  supervisionCounts,
  supervisionProgress,
} from '@vungmanh/contracts/inspection/member-supervision';
import {
  answerSupervision,
  getSupervisionLine,
  listSupervisionLines,
  mySupervisions,
  noteMonth,
  proposeForMember,
  remindMember,
  reportMember,
} from '@vungmanh/contracts/inspection/supervision-line';
import { acknowledgeWrittenReport, downloadWrittenReport, myWrittenReports, reportInWriting } from '@vungmanh/contracts/inspection/written-report';
import { listTasks, reportTaskFor, verifyTask } from '@vungmanh/contracts/meetings/task';
import { getMember } from '@vungmanh/contracts/membership/member';
import { recordManagement } from '@vungmanh/contracts/membership/member-change';
import { heldMeeting } from '../src/access/meetings.js';
import { gradeWorkbook } from '../src/grade-workbook.js';
import { committeeSecretaryOf } from '../src/committee-secretary.js';
import { staffOf, type Staff } from '../src/staff.js';
import { eventually, moveTo } from '../src/time.js';
import { foundVillage, type Village, type Villager } from '../src/village.js';

const quarter = '2026-Q4';
const REMINDED = 'Hai nhiệm vụ chậm, từ nay báo cáo đúng hạn';
const SIGNS = 'Có dấu hiệu chấp hành chưa nghiêm (mô phỏng)';
const ANSWERED = 'Tôi nhận khuyết điểm, xin khắc phục';

/** domain.md §11.3, story 7: nine prosecutors, one late twice, one managed by the committee above. */
describe('the quarter of a cell of nine prosecutors', () => {
  let village: Village;
  let staff: Staff;
  let late: Villager;
  let managed: Villager;
  let elected: Villager;
  let supervisionId: string;

  const quarterOf = () => staff.secretary.do(getSupervision, { nodeId: village.cell.id, quarter });
  const lines = async () => (await staff.secretary.do(listSupervisionLines, { supervisionId, limit: 200 })).items;
  const lineOf = async ({ id }: Villager) => {
    const found = (await lines()).find((line) => line.personId === id);
    if (!found) throw new Error('no line');
    return found;
  };

  beforeAll(async () => {
    await moveTo('2026-11-05T02:00:00Z');
    village = await foundVillage({ number: '377', official: 9, probationary: 0, termFrom: '2025-08-01' });
    staff = await staffOf(village);
    const others = village.members.filter(({ id }) => ![village.secretary.id, village.minuteTaker.id, village.plain?.id].includes(id));
    late = village.plain ?? village.minuteTaker;
    managed = others[0] ?? late;
    elected = others[1] ?? late;
    const about = { content: 'Rà soát hồ sơ (mô phỏng)', doerId: late.id };
    const people = village.members.map(({ id }) => id);
    await heldMeeting(staff.secretary, { nodeId: village.cell.id, bodyId: village.bodyId, people }, [
      { ...about, deadline: '2026-10-20' },
      { ...about, deadline: '2026-10-30' },
      { content: 'Việc sang năm (mô phỏng)', deadline: '2027-01-15', doerId: late.id },
    ]);
    for (const task of (await staff.secretary.do(listTasks, { nodeId: village.cell.id })).items.filter((t) => t.deadline < '2026-12-31')) {
      const reported = await staff.secretary.do(reportTaskFor, { taskId: task.id, text: 'Báo cáo miệng', doneOn: '2026-11-03' }, task);
      await staff.secretary.do(verifyTask, { taskId: task.id, result: 'LATE' }, reported);
    }
    const record = await staff.officer.do(getMember, { personId: managed.id });
    await staff.officer.do(recordManagement, { personId: managed.id, nodeId: village.commune.id, from: '2026-01-01' }, record);
  });

  it('is drawn up by the committee of the cell from the tasks that it gave, and by nobody from above', async () => {
    expect(await staff.secretary.refused(getSupervision, { nodeId: village.cell.id, quarter })).toBe('request/not-found');
    expect(await staff.officer.refused(drawUpSupervision, { nodeId: village.cell.id, quarter })).toBe('request/forbidden');
    expect(await staff.member.refused(drawUpSupervision, { nodeId: village.cell.id, quarter })).toBe('request/forbidden');
    expect(await staff.secretary.refused(drawUpSupervision, { nodeId: village.cell.id, quarter: '2027-Q2' })).toBe('inspection/quarter-out-of-time');
    const drawn = await staff.secretary.do(drawUpSupervision, { nodeId: village.cell.id, quarter });
    expect(drawn).toMatchObject({ state: 'DRAFT', lines: 9 });
    supervisionId = drawn.id;
    const line = await eventually(
      () => lineOf(late),
      ({ tasks }) => tasks.late === 2,
    );
    expect(line.tasks).toEqual({ given: 2, onTime: 0, late: 2, notDone: 0, overdue: 0, running: 0 });
    expect((await staff.member.do(mySupervisions, {})).items).toEqual([]);
    const early = { supervisionLineId: line.id, on: '2026-11-04', place: 'MEETING' as const, text: REMINDED };
    expect(await staff.secretary.refused(remindMember, early, line)).toBe('inspection/supervision-not-in-state');
    await staff.secretary.do(openSupervision, { supervisionId }, drawn);
    expect((await staff.member.do(mySupervisions, {})).items).toMatchObject([{ quarter, state: 'OPEN', tasks: { late: 2 } }]);
  });

  it('takes the monthly grades from a sheet, whole or not at all', async () => {
    const plain = await quarterOf();
    const scaled = await staff.secretary.do(setGradeScale, { supervisionId, marks: ['A', 'B', 'C'] }, plain);
    const wrong = await staff.secretary.upload(await gradeWorkbook([[late.name, 'B', 'X']]));
    const seen = await staff.secretary.do(previewGrades, { supervisionId, fileId: wrong });
    expect(seen).toMatchObject({ wrong: 1, changes: 1 });
    expect(await staff.secretary.refused(importGrades, { supervisionId, fileId: wrong }, scaled)).toBe('inspection/sheet-has-errors');
    const rows = village.members.map(({ name }): [string, string, string] => [name, name === late.name ? 'B' : 'A', 'A']);
    const right = await staff.secretary.upload(await gradeWorkbook(rows));
    expect(await staff.secretary.do(previewGrades, { supervisionId, fileId: right })).toMatchObject({ wrong: 0, changes: 18 });
    const imported = await staff.secretary.do(importGrades, { supervisionId, fileId: right }, scaled);
    expect((await lineOf(late)).grades).toEqual([
      { month: '2026-10', grade: 'B' },
      { month: '2026-11', grade: 'A' },
    ]);
    const cell = { lineId: (await lineOf(late)).id, month: '2026-12', grade: 'A' };
    expect(await staff.secretary.refused(recordGrades, { supervisionId, cells: [cell] }, imported)).toBe('inspection/month-out-of-quarter');
    const { bytes, disposition } = await staff.secretary.download(gradeSheet, { supervisionId });
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(decodeURIComponent(disposition)).toContain('Quý IV năm 2026');
  });

  it('goes from a reminder in the meeting to a proposal to inspect; the member reads it all and answers', async () => {
    const { secretary, member } = staff;
    const before = await lineOf(late);
    const about = { supervisionLineId: before.id };
    const reminded = await secretary.do(remindMember, { ...about, on: '2026-11-03', place: 'MEETING', text: REMINDED }, before);
    expect(await secretary.refused(noteMonth, { ...about, month: '2026-10', note: 'Chậm hai việc' }, before)).toBe('request/stale');
    const noted = await secretary.do(noteMonth, { ...about, month: '2026-10', note: 'Chậm hai việc được giao' }, reminded);
    const own = await member.do(getSupervisionLine, about);
    expect(own).toMatchObject({
      own: true,
      may: ['answer'],
      given: [{ text: REMINDED, place: 'MEETING', by: village.secretary.name }],
      months: [
        { month: '2026-10', grade: 'B', note: 'Chậm hai việc được giao' },
        { month: '2026-11', grade: 'A' },
      ],
    });
    expect(await member.refused(proposeForMember, { ...about, kind: 'COMMEND', reason: 'x' }, noted)).toBe('inspection/own-line');
    expect(await secretary.refused(answerSupervision, { ...about, text: 'x' }, noted)).toBe('inspection/not-own-line');
    const answered = await member.do(answerSupervision, { ...about, text: ANSWERED }, noted);
    const referred = await secretary.do(proposeForMember, { ...about, kind: 'REFER', reason: 'Chậm hai lần, đã được nhắc nhở' }, answered);
    expect(await secretary.refused(proposeForMember, { ...about, kind: 'HELP', reason: 'x' }, referred)).toBe('inspection/referred-already');
    expect(await secretary.do(getSupervisionLine, about)).toMatchObject({ said: [{ text: ANSWERED }], proposed: { kind: 'REFER' } });
  });

  it('offers for a member managed above only the report in writing', async () => {
    const { secretary } = staff;
    const line = await eventually(
      () => lineOf(managed),
      (one) => one.managedAbove,
    );
    const about = { supervisionLineId: line.id };
    expect(await secretary.do(getSupervisionLine, about)).toMatchObject({
      managedBy: village.commune.name,
      offered: { proposals: ['COMMEND', 'HELP', 'REMIND'], report: true },
    });
    expect(await secretary.refused(proposeForMember, { ...about, kind: 'REFER', reason: 'x' }, line)).toBe('inspection/report-in-writing');
    const report = { ...about, to: village.commune.name, on: '2026-11-05', text: 'Báo cáo việc thực hiện nhiệm vụ' };
    const reported = await secretary.do(reportMember, report, line);
    expect(await secretary.refused(reportMember, report, reported)).toBe('inspection/reported-already');
    const theirs = await lineOf(late);
    expect(await secretary.refused(reportMember, { ...report, supervisionLineId: theirs.id }, theirs)).toBe('inspection/not-managed-above');
  });

  it('reports in writing what it may not look into; the committee above sees it come in, takes note, and opens a case from it', async () => {
    const { secretary } = staff;
    const order = { nodeId: village.cell.id, actor: 'CELL', kind: 'SUSPECTED_VIOLATION_INSPECTION', subjectId: managed.id } as const;
    const opening = { ...order, subject: 'MEMBER', content: SIGNS, periodFrom: '2026-01-01', periodTo: '2026-11-01' } as const;
    const { body } = await secretary.send(openCase, opening);
    expect([body.code, body.title]).toEqual(['inspection/report-in-writing', expect.stringContaining('Hãy dùng "Báo cáo bằng văn bản"')]);
    const said = { ...order, datedOn: '2026-11-05', signs: SIGNS, proposal: 'Đề nghị Đảng ủy xem xét (mô phỏng)' };
    expect(await secretary.refused(reportInWriting, { ...said, subjectId: late.id })).toBe('inspection/competent-itself');
    expect(await secretary.refused(reportInWriting, said)).toBe('inspection/nobody-to-tell');
    const above = await committeeSecretaryOf(village, elected, 'bithuxa.377');
    const { id: reportId } = await eventually(
      async () => (await secretary.send(reportInWriting, said)).body,
      (answer) => answer.id !== undefined,
    );
    const [came] = (await above.do(myWrittenReports, { waiting: 'true' })).items;
    if (!came) throw new Error('nothing came in');
    expect(came).toMatchObject({
      id: reportId,
      signs: SIGNS,
      nodeName: village.cell.name,
      subjectName: managed.name,
      state: 'SENT',
      may: ['acknowledge'],
    });
    const taken = { ...opening, nodeId: village.commune.id, actor: 'GRASSROOTS_COMMITTEE', fromReportId: came.id } as const;
    const early = await above.send(openCase, taken);
    expect([early.body.code, early.body.title]).toEqual(['inspection/report-unfit', expect.stringContaining('Hãy mở lại mục')]);
    const again = await secretary.send(acknowledgeWrittenReport, { reportId }, came);
    expect([again.body.code, again.body.title]).toEqual(['inspection/not-your-part', expect.stringContaining('Hãy chờ')]);
    const noted = await above.do(acknowledgeWrittenReport, { reportId }, came);
    const twice = await above.send(acknowledgeWrittenReport, { reportId }, noted);
    expect([twice.body.code, twice.body.title]).toEqual(['inspection/report-not-in-state', expect.stringContaining('Hãy tải lại')]);
    const opened = await above.do(openCase, taken);
    expect(await above.do(getCase, { caseId: opened.id })).toMatchObject({
      state: 'PLANNED',
      subjectName: managed.name,
      cameFrom: { nodeName: village.cell.name, handedOn: false },
    });
    expect((await above.do(myWrittenReports, {})).items).toMatchObject([{ state: 'TAKEN_UP', caseId: opened.id, may: ['open-case', 'answer'] }]);
    const [sent] = (await secretary.do(myWrittenReports, {})).items;
    expect([sent?.state, sent?.caseId, sent?.may]).toEqual(['RECEIVED', undefined, []]);
    for (const stranger of [staff.member, staff.minuteTaker]) expect((await stranger.do(myWrittenReports, {})).items).toEqual([]);
    const { bytes } = await above.download(downloadWrittenReport, { reportId, format: 'pdf' });
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is read by the member and the committee of the cell alone; above there are counts, and none of so few', async () => {
    const { officer, minuteTaker, member } = staff;
    const about = { supervisionLineId: (await lineOf(late)).id };
    for (const stranger of [officer, minuteTaker]) {
      expect(await stranger.refused(getSupervisionLine, about)).toMatch(/^request\/(forbidden|not-found)$/);
      expect(await stranger.refused(listSupervisionLines, { supervisionId })).toMatch(/^request\/(forbidden|not-found)$/);
    }
    expect(await member.refused(listSupervisionLines, { supervisionId })).toBe('request/not-found');
    const { items } = await officer.do(supervisionCounts, { nodeId: village.commune.id, quarter });
    expect(items).toEqual([{ nodeId: village.cell.id, name: village.cell.name, code: village.cell.code, state: 'OPEN', lines: 9 }]);
    expect(await officer.do(supervisionProgress, { nodeId: village.commune.id, quarter })).toEqual({
      cells: 1,
      draft: 0,
      open: 1,
      closed: 0,
      lines: 9,
    });
    expect(JSON.stringify(items)).not.toContain(late.name);
  });

  it('ends with the quarter; a committee above has the next one drawn up for all of its cells', async () => {
    const { secretary, member, officer } = staff;
    const closed = await secretary.do(closeSupervision, { supervisionId }, await quarterOf());
    expect(closed).toMatchObject({ state: 'CLOSED', may: [] });
    const line = await lineOf(late);
    const about = { supervisionLineId: line.id };
    expect(await secretary.refused(noteMonth, { ...about, month: '2026-11', note: 'x' }, line)).toBe('inspection/supervision-not-in-state');
    await member.do(answerSupervision, { ...about, text: 'Đã khắc phục' }, line);
    const next = { nodeId: village.commune.id, quarter: '2027-Q1' as const };
    expect(await secretary.refused(drawUpSupervisionsBelow, next)).toBe('request/not-found');
    expect(await officer.do(drawUpSupervisionsBelow, next)).toEqual({ cells: 1, lines: 9 });
    expect(await officer.do(drawUpSupervisionsBelow, next)).toEqual({ cells: 0, lines: 0 });
    expect(await secretary.do(getSupervision, { nodeId: village.cell.id, quarter: '2027-Q1' })).toMatchObject({
      state: 'DRAFT',
      gradeScale: ['A', 'B', 'C'],
    });
  });
});
