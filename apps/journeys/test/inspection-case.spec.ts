import { readersInInspection } from '@vungmanh/contracts/audit';
import { addToCase, getCase, myCases, openCase, type CaseStanding } from '@vungmanh/contracts/inspection/case';
import { downloadCasePaper } from '@vungmanh/contracts/inspection/case-paper';
import {
  announceCase,
  concludeCase,
  decideCase,
  extendCase,
  fileCase,
  followUpCase,
  openHearing,
  planCase,
  reportCase,
  setTeam,
  verifyCase,
  writeCaseMinutes,
} from '@vungmanh/contracts/inspection/case-step';
import { casesOnMe, getCaseOnMe, handInSelfReport, stateOpinion } from '@vungmanh/contracts/inspection/case-subject';
import { addCaseNote, attachToCase, downloadCaseDocument, raiseFinding } from '@vungmanh/contracts/inspection/case-visit';
import {
  myRecommendations,
  overdueRecommendations,
  recheckRecommendation,
  reportRecommendation,
} from '@vungmanh/contracts/inspection/recommendation';
import { programChoices } from '@vungmanh/contracts/inspection/program';
import type { Operation, SentOf } from '@vungmanh/contracts/operation';
import { getReport } from '@vungmanh/contracts/inspection/report';
import { docxText } from '../src/docx-text.js';
import type { Person } from '../src/person.js';
import { staffOf, type Staff } from '../src/staff.js';
import { eventually, moveTo } from '../src/time.js';
import { foundVillage, type Village } from '../src/village.js';

const TODAY = '2027-03-02';
const CONTENT = 'Việc thực hiện nhiệm vụ được phân công (mô phỏng)';
const plan = {
  bases: ['Căn cứ Kế hoạch kiểm tra, giám sát năm 2027 của chi bộ'],
  purposes: ['Phát huy ưu điểm, khắc phục khuyết điểm'],
  steps: [],
  arrangements: [],
  outline: [{ title: 'Nhiệm vụ được phân công', questions: ['Kết quả?'] }],
  sessions: [{ date: '2027-03-09', time: '19:00', venue: 'Nhà văn hóa bản', work: 'Nghe báo cáo', people: 'Tổ kiểm tra' }],
};
const minutes = {
  heldOn: TODAY,
  startedAt: '19:00',
  venue: 'Nhà văn hóa bản',
  present: ['Tổ kiểm tra'],
  items: [{ title: 'Trình bày', text: 'Đã trình bày.' }],
};

/** domain.md §5.2, §5.3, and what goes before story 8 of §11.3: a cell looks into one of its members, from the first line to the file. */
describe('a cell inspects a member', () => {
  let village: Village;
  let staff: Staff;
  let now: CaseStanding;

  beforeAll(async () => {
    await moveTo(`${TODAY}T02:00:00Z`);
    village = await foundVillage({ number: '208', official: 6, probationary: 0, termFrom: '2025-08-01' });
    staff = await staffOf(village);
    await staff.secretary.doOnceKnown(programChoices, { nodeId: village.cell.id, year: 2027 });
  });

  const idOf = (i: number): string =>
    village.members.filter((m) => ![village.secretary, village.minuteTaker, village.plain].some((x) => x?.id === m.id))[i]?.id ?? '';
  const subjectId = (): string => village.plain?.id ?? '';
  /** The problem as it is read: which, and what it says to do. */
  const told = async <O extends Operation>(by: Person, contract: O, input: SentOf<O>, about: { version?: number } = {}) => {
    const { ok, body } = await by.send(contract, input, about);
    if (ok) throw new Error(`${contract.subject} was expected to be refused and was not`);
    return [String(body.code), `${String(body.title)} ${String(body.detail ?? '')}`];
  };
  const opening = (more: object = {}) => ({
    nodeId: village.cell.id,
    actor: 'CELL' as const,
    kind: 'COMPLIANCE_INSPECTION' as const,
    subject: 'MEMBER' as const,
    subjectId: subjectId(),
    content: CONTENT,
    periodFrom: '2026-01-01',
    periodTo: '2027-02-28',
    ...more,
  });

  it('is opened by who may, for what the cell is competent, by nobody with a part in the matter', async () => {
    const { secretary, member, officer } = staff;
    expect(await member.refused(openCase, opening())).toBe('request/forbidden');
    expect(await told(officer, openCase, opening())).toEqual(['inspection/no-person', expect.stringContaining('Hãy liên hệ')]);
    const onCell = opening({ subject: 'ORGANIZATION', subjectId: village.commune.id });
    expect(await told(secretary, openCase, onCell)).toEqual(['inspection/subject-outside', expect.stringContaining('Hãy chọn')]);
    expect(await told(secretary, openCase, opening({ leaderId: subjectId() }))).toEqual([
      'inspection/conflict-of-interest',
      expect.stringContaining('Hãy chọn người khác'),
    ]);
    await eventually(
      () => secretary.send(openCase, opening({ periodFrom: '2027-03-01', periodTo: '2027-02-01' })),
      ({ body }) => body.code === 'inspection/dates-unfit',
    );
    now = await secretary.do(openCase, opening());
    const caseId = now.id;
    expect(await told(secretary, decideCase, { caseId, decidedOn: TODAY, workFrom: TODAY, workTo: TODAY, selfReportBy: TODAY }, now)).toEqual([
      'inspection/decision-incomplete',
      expect.stringContaining('Chưa phân công'),
    ]);
    now = await secretary.do(setTeam, { caseId, leaderId: village.minuteTaker.id, teamIds: [idOf(0)] }, now);
  });

  it('is known to its list alone: not to its subject before the decision is announced, and not to who is above', async () => {
    const { secretary, minuteTaker, member, officer } = staff;
    const caseId = now.id;
    expect(await member.refused(getCase, { caseId })).toBe('request/not-found');
    // An account without a person is on no list.
    expect(await officer.refused(getCase, { caseId })).toBe('request/forbidden');
    expect((await member.do(casesOnMe, {})).items).toEqual([]);
    expect((await minuteTaker.do(myCases, {})).items).toMatchObject([{ id: caseId, parts: ['LEADER'], content: CONTENT }]);
    now = await minuteTaker.do(planCase, { caseId, plan }, now);
    expect(await minuteTaker.refused(decideCase, { caseId, decidedOn: TODAY, workFrom: TODAY, workTo: TODAY, selfReportBy: TODAY }, now)).toBe(
      'inspection/not-your-part',
    );
    const days = { decidedOn: TODAY, workFrom: TODAY, workTo: '2027-03-20', selfReportBy: '2027-03-08' };
    now = await secretary.do(decideCase, { caseId, ...days }, now);
    expect(await told(secretary, decideCase, { caseId, ...days }, now)).toEqual([
      'inspection/case-not-in-state',
      expect.stringContaining('Hãy tải lại'),
    ]);
    now = await minuteTaker.do(announceCase, { caseId, announcedOn: TODAY }, now);
    expect((await member.do(casesOnMe, {})).items).toMatchObject([{ id: caseId, selfReportBy: '2027-03-08' }]);
    expect(await member.refused(getCase, { caseId })).toBe('request/not-found');
    const { figures } = await officer.do(getReport, { nodeId: village.commune.id, period: '2027' });
    expect(figures).toEqual([{ measure: 'CASE_OPENED', code: 'COMPLIANCE_INSPECTION', subject: 'MEMBER', before: 0, mine: 0 }]);
  });

  it('hears its subject, who hands in a report, reads their papers and none of the notes', async () => {
    const { secretary, minuteTaker, member } = staff;
    const caseId = now.id;
    const pdf = Buffer.from('%PDF-1.7\n%mô phỏng\n');
    const file = { name: 'Báo cáo tự kiểm tra', classification: 'ORDINARY' as const };
    const secret = { ...file, name: 'Tài liệu MẬT', fileId: await member.upload(pdf) };
    expect(await told(member, handInSelfReport, { caseId, ...secret }, now)).toEqual(['inspection/secret-document', expect.stringContaining('Hãy')]);
    now = await member.do(handInSelfReport, { caseId, ...file, fileId: await member.upload(pdf) }, now);
    now = await minuteTaker.do(verifyCase, { caseId, startedOn: TODAY }, now);
    now = await minuteTaker.do(addCaseNote, { caseId, text: 'Đã đối chiếu sổ nghị quyết.' }, now);
    now = await minuteTaker.do(raiseFinding, { caseId, kind: 'SHORTCOMING', about: 'Nhiệm vụ', text: 'Báo cáo chậm hai lần.' }, now);
    const evidence = { caseId, kind: 'EVIDENCE' as const, ...file, fileId: await minuteTaker.upload(pdf) };
    now = await minuteTaker.do(attachToCase, evidence, now);
    const seen = await minuteTaker.do(getCase, { caseId });
    const shown = seen.documents.find((d) => d.kind === 'EVIDENCE');
    expect(await member.refused(downloadCaseDocument, { caseId, documentId: shown?.id ?? '' })).toBe('request/not-found');
    now = await minuteTaker.do(openHearing, { caseId, openedOn: TODAY }, now);
    now = await minuteTaker.do(writeCaseMinutes, { caseId, minutes }, now);
    const report = { course: 'Tổ đã làm việc.', assessment: 'Cơ bản hoàn thành.' };
    expect(await told(minuteTaker, reportCase, { caseId, reportedOn: TODAY, report }, now)).toEqual([
      'inspection/subject-unheard',
      expect.stringContaining('Hãy để đối tượng trình bày'),
    ]);
    now = await member.do(stateOpinion, { caseId, kind: 'EXPLANATION', text: 'Tôi nhận khuyết điểm.' }, now);
    expect(await told(secretary, extendCase, { caseId, workTo: '2027-03-01', reason: 'x' }, now)).toEqual([
      'inspection/deadline-not-later',
      expect.stringContaining('Thời hạn mới'),
    ]);
    now = await minuteTaker.do(reportCase, { caseId, reportedOn: TODAY, report }, now);
  });

  it('is concluded by who decided it; its papers have their numbers and say what was found', async () => {
    const { secretary, minuteTaker, member } = staff;
    const caseId = now.id;
    const asks = { content: 'Báo cáo đúng hạn hằng tháng', doer: 'PERSON' as const, doerId: subjectId(), dueOn: '2027-03-31' };
    const conclusion = { caseId, concludedOn: TODAY, conclusion: 'Hoàn thành nhiệm vụ, còn báo cáo chậm.', recommendations: [asks] };
    now = await secretary.do(concludeCase, conclusion, now);
    expect(await told(secretary, concludeCase, conclusion, now)).toEqual(['inspection/case-not-in-state', expect.stringContaining('Hãy tải lại')]);
    const { papers } = await eventually(
      () => minuteTaker.do(getCase, { caseId }),
      (c) => c.papers.every((p) => !p.awaited),
    );
    expect(papers.filter((p) => p.number !== undefined).map((p) => [p.kind, p.number])).toEqual([
      ['DECISION', 'Số 01-QĐ/CB'],
      ['PLAN', 'Số 01-KH/CB'],
      ['MINUTES', 'Số 01-BB/CB'],
      ['REPORT', 'Số 01-BC/CB'],
      ['CONCLUSION', 'Số 01-TB/CB'],
    ]);
    const { bytes } = await member.download(downloadCasePaper, { caseId, kind: 'CONCLUSION', format: 'docx' });
    const text = await docxText(bytes);
    for (const part of ['Số 01-TB/CB', 'Báo cáo chậm hai lần', 'Hoàn thành nhiệm vụ, còn báo cáo chậm', '31/03/2027']) expect(text).toContain(part);
    const pdf = await member.download(downloadCasePaper, { caseId, kind: 'DECISION', format: 'pdf' });
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await member.refused(downloadCasePaper, { caseId, kind: 'REPORT', format: 'pdf' })).toBe('inspection/paper-not-ready');
    expect((await member.do(getCaseOnMe, { caseId })).conclusion).toBe(conclusion.conclusion);
  });

  it('is followed up: late rises to the body above as a number, a re-check reopens or closes, and only then the file is closed', async () => {
    const { secretary, minuteTaker, member, officer } = staff;
    const caseId = now.id;
    now = await minuteTaker.do(followUpCase, { caseId }, now);
    await moveTo('2027-04-02T02:00:00Z');
    const late = await officer.do(overdueRecommendations, { nodeId: village.commune.id });
    expect(late.items).toEqual([{ nodeId: village.cell.id, nodeName: village.cell.name, fewer: true, since: '2027-03-31' }]);
    const [asked] = (await member.do(myRecommendations, {})).items;
    if (!asked) throw new Error('nothing is asked');
    expect(asked).toMatchObject({ overdue: true, may: ['report'] });
    const recommendationId = asked.id;
    expect(await told(secretary, fileCase, { caseId, filedOn: '2027-04-02' }, now)).toEqual([
      'inspection/recommendations-open',
      expect.stringContaining('Hãy hoàn thành'),
    ]);
    let done = await member.do(reportRecommendation, { recommendationId, text: 'Đã báo cáo tháng 3' }, asked);
    expect((await officer.do(overdueRecommendations, { nodeId: village.commune.id })).items).toEqual([]);
    done = await minuteTaker.do(recheckRecommendation, { recommendationId, closed: false, note: 'Còn thiếu số liệu', dueOn: '2027-04-10' }, done);
    done = await member.do(reportRecommendation, { recommendationId, text: 'Đã bổ sung' }, done);
    await minuteTaker.do(recheckRecommendation, { recommendationId, closed: true, note: 'Đạt' }, done);
    now = await secretary.do(fileCase, { caseId, filedOn: '2027-04-02' }, now);
    expect(now.state).toBe('FILED');
    expect(await told(minuteTaker, addCaseNote, { caseId, text: 'x' }, now)).toEqual([
      'inspection/case-not-in-state',
      expect.stringContaining('Hãy tải lại'),
    ]);
  });

  it('leaves on record who has read it, for its subject to see', async () => {
    const { secretary, member } = staff;
    const caseId = now.id;
    const reader = { caseId, personId: idOf(1), part: 'READER' as const, reason: 'Tổng hợp hồ sơ' };
    await secretary.do(addToCase, reader, now);
    const { items } = await member.do(readersInInspection, { limit: 200 });
    expect(items.map((l) => l.act)).toEqual(expect.arrayContaining(['Đọc hồ sơ cuộc kiểm tra, giám sát']));
  });
});
