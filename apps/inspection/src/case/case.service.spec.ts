import { readersInInspection } from '@vungmanh/contracts/audit';
import { addToCase, getCase, myCases, openCase, removeFromCase } from '@vungmanh/contracts/inspection/case';
import { downloadCasePaper } from '@vungmanh/contracts/inspection/case-paper';
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
import { casesOnMe, getCaseOnMe, handInSelfReport, stateOpinion } from '@vungmanh/contracts/inspection/case-subject';
import { addCaseNote, attachToCase, downloadCaseDocument, raiseFinding, withdrawFinding } from '@vungmanh/contracts/inspection/case-visit';
import { getReport } from '@vungmanh/contracts/inspection/report';
import { acknowledgeWrittenReport, myWrittenReports } from '@vungmanh/contracts/inspection/written-report';
import { docxText } from '@vungmanh/testing/docx-text';
import { CaseWalk, CONCLUSION, CONTENT, days, minutes, plan, report } from '../../test/case-walk.js';
import { TODAY } from '../../test/commune.js';

let w: CaseWalk;
beforeAll(async () => {
  w = await CaseWalk.start();
}, 60_000);
afterAll(() => w.c.world.stop());

const idAt = (i: number): string => w.c.upperAt(i).id;

describe('a case is opened', () => {
  it('by a body that the organization has, for what it is competent, by who has no part in the matter', async () => {
    const { secretary, commission } = w;
    const refused = (more: object, by = secretary) => by.refused(openCase, w.onMember(more));
    expect(await refused({ actor: 'GRASSROOTS_COMMITTEE' })).toBe('inspection/actor-unfit');
    expect(await refused({ subject: 'ORGANIZATION', subjectId: w.c.lower.id })).toBe('inspection/subject-outside');
    expect(await refused({ subjectId: w.c.stranger.id })).toBe('inspection/subject-outside');
    expect(await refused({ leaderId: w.c.stranger.id })).toBe('inspection/team-outside');
    expect(await refused({ leaderId: idAt(3) })).toBe('inspection/conflict-of-interest');
    expect(await refused({ subjectId: idAt(0) })).toBe('inspection/conflict-of-interest');
    expect(await refused({ periodFrom: '2027-05-01', periodTo: '2027-05-11' })).toBe('inspection/dates-unfit');
    expect(await refused({ nodeId: w.c.lower.id })).toBe('request/not-found');
    expect(await w.c.officer.refused(openCase, w.onMember())).toBe('inspection/no-person');
    const managed = { nodeId: w.c.lower.id, kind: 'SUSPECTED_VIOLATION_INSPECTION', subjectId: w.c.managed.id };
    expect(await refused(managed, commission)).toBe('inspection/report-in-writing');
    expect(await commission.refused(openCase, w.onCell({ leaderId: idAt(2) }))).toBe('inspection/conflict-of-interest');
    const organ = { actor: 'ADVISORY_ORGAN', kind: 'SUSPECTED_VIOLATION_INSPECTION' } as const;
    expect(await commission.refused(openCase, w.onCell(organ))).toBe('inspection/not-competent');
    expect(await refused({ planLineId: w.c.upper.id })).toBe('inspection/line-unfit');
    const opened = await commission.do(openCase, w.onCell({ leaderId: w.c.lowerAt(2).id }));
    expect(await w.whole(commission, opened)).toMatchObject({ state: 'PLANNED', subjectName: w.c.upper.name, parts: ['DECIDER'] });
  });
});

describe('the three steps of a case', () => {
  it('are taken in order by those they belong to, and leave their papers', async () => {
    const { secretary, leader, worker, subject } = w;
    let now = await secretary.do(openCase, w.onMember());
    const caseId = now.id;
    expect((await w.whole(secretary, now)).missing).toHaveLength(2);
    expect(await secretary.refused(decideCase, { caseId, ...days }, now)).toBe('inspection/decision-incomplete');
    expect(await secretary.refused(announceCase, { caseId, announcedOn: TODAY }, now)).toBe('inspection/case-not-in-state');
    now = await secretary.do(setTeam, { caseId, leaderId: idAt(1), teamIds: [idAt(2)] }, now);
    expect(await worker.refused(planCase, { caseId, plan }, now)).toBe('inspection/not-your-part');
    now = await leader.do(planCase, { caseId, plan }, now);
    expect(await leader.refused(decideCase, { caseId, ...days }, now)).toBe('inspection/not-your-part');
    expect(await secretary.refused(decideCase, { caseId, ...days, workTo: '2027-05-01' }, now)).toBe('inspection/dates-unfit');
    expect(await secretary.refused(decideCase, { caseId, ...days }, { version: now.version - 1 })).toBe('request/stale');
    now = await secretary.do(decideCase, { caseId, ...days }, now);
    expect(await secretary.refused(setTeam, { caseId, leaderId: idAt(1), teamIds: [] }, now)).toBe('inspection/reason-missing');
    expect((await subject.do(casesOnMe, {})).items).toEqual([]);
    now = await leader.do(announceCase, { caseId, announcedOn: TODAY }, now);

    const onMe = await subject.do(getCaseOnMe, { caseId });
    expect(onMe).toMatchObject({ content: CONTENT, may: ['hand-in', 'state-opinion'], recommendations: [] });
    expect(onMe.papers.map((p) => p.kind)).toEqual(['DECISION', 'PLAN', 'OUTLINE', 'SCHEDULE', 'SELF_REPORT_FORM']);
    expect(await subject.refused(getCase, { caseId })).toBe('request/not-found');
    expect(await subject.refused(downloadCasePaper, { caseId, kind: 'REPORT', format: 'pdf' })).toBe('inspection/paper-not-ready');
    expect(await leader.refused(receiveSelfReport, { caseId, receivedOn: TODAY }, now)).toBe('inspection/self-report-missing');
    const secret = { ...(await w.uploaded(subject)), classification: 'SECRET' as const };
    expect(await subject.refused(handInSelfReport, { caseId, name: 'Báo cáo.pdf', ...secret }, now)).toMatch(/secret-document|malformed|invalid/);
    now = await subject.do(handInSelfReport, { caseId, name: 'Báo cáo tự kiểm tra.pdf', ...(await w.uploaded(subject)) }, now);
    expect(await leader.refused(openHearing, { caseId, openedOn: TODAY }, now)).toBe('inspection/case-not-in-state');
    now = await leader.do(verifyCase, { caseId, startedOn: TODAY }, now);

    now = await worker.do(addCaseNote, { caseId, text: 'Đã đối chiếu sổ biên bản.' }, now);
    now = await worker.do(raiseFinding, { caseId, kind: 'STRENGTH', about: 'Nhiệm vụ', text: 'Hoàn thành đúng hạn.' }, now);
    now = await worker.do(raiseFinding, { caseId, kind: 'VIOLATION', about: 'Nhiệm vụ', text: 'Chưa đúng sự thật.' }, now);
    const [strength, wrong] = (await w.whole(worker, now)).findings;
    now = await leader.do(withdrawFinding, { caseId, findingId: wrong?.id ?? '', reason: 'Không đủ căn cứ' }, now);
    const evidence = { caseId, kind: 'EVIDENCE' as const, name: 'Ảnh chụp sổ.pdf', ...(strength ? { findingId: strength.id } : {}) };
    now = await worker.do(attachToCase, { ...evidence, ...(await w.uploaded(worker)) }, now);
    const [handedIn, photo] = (await w.whole(leader, now)).documents;
    expect([handedIn?.kind, photo?.findingId]).toEqual(['SELF_REPORT', strength?.id]);
    const asked = { caseId, documentId: photo?.id ?? '' };
    expect(await subject.refused(downloadCaseDocument, asked)).toBe('request/not-found');
    expect(await leader.do(downloadCaseDocument, asked)).toMatchObject({ name: 'Ảnh chụp sổ.pdf', type: 'application/pdf' });

    now = await leader.do(openHearing, { caseId, openedOn: TODAY }, now);
    expect(await leader.refused(reportCase, { caseId, reportedOn: TODAY, report }, now)).toBe('inspection/minutes-missing');
    now = await worker.do(writeCaseMinutes, { caseId, minutes }, now);
    expect(await leader.refused(reportCase, { caseId, reportedOn: TODAY, report }, now)).toBe('inspection/subject-unheard');
    now = await subject.do(stateOpinion, { caseId, kind: 'RESERVATION', text: 'Tôi đề nghị xem lại.' }, now);
    expect(await leader.refused(reportCase, { caseId, reportedOn: '2027-05-11', report }, now)).toBe('inspection/in-the-future');
    now = await leader.do(reportCase, { caseId, reportedOn: TODAY, report }, now);
    const conclusion = { caseId, concludedOn: TODAY, conclusion: CONCLUSION };
    expect(await leader.refused(concludeCase, { ...conclusion, recommendations: [] }, now)).toBe('request/forbidden');
    const asks = { content: 'Báo cáo đúng hạn', doer: 'PERSON' as const, doerId: idAt(3), dueOn: '2027-05-09' };
    expect(await secretary.refused(concludeCase, { ...conclusion, recommendations: [asks] }, now)).toBe('inspection/deadline-past');
    now = await secretary.do(concludeCase, { ...conclusion, recommendations: [] }, now);
    now = await leader.do(followUpCase, { caseId }, now);
    now = await secretary.do(fileCase, { caseId, filedOn: TODAY }, now);

    const filed = await w.whole(leader, now);
    expect(filed).toMatchObject({ state: 'FILED', may: [], notes: [{ text: 'Đã đối chiếu sổ biên bản.' }], findings: [{ kind: 'STRENGTH' }] });
    expect(filed.steps.map((s) => s.kind).filter((k) => k === 'withdraw-finding' || k === 'state-opinion')).toHaveLength(2);
    expect(filed.papers.map((p) => p.kind)).toEqual([...onMe.papers.map((p) => p.kind), 'MINUTES', 'REPORT', 'CONCLUSION']);
    const told = await subject.do(getCaseOnMe, { caseId });
    expect(told).toMatchObject({ conclusion: CONCLUSION, minutes: { venue: minutes.venue }, may: [] });
    expect(told.papers.map((p) => p.kind)).not.toContain('REPORT');
    const text = await docxText(await w.bytesOf(await subject.do(downloadCasePaper, { caseId, kind: 'CONCLUSION', format: 'docx' })));
    for (const part of ['THÔNG BÁO', 'CHI BỘ BẢN TRÊN', CONCLUSION, 'Hoàn thành đúng hạn', 'BÍ THƯ', 'Nguyễn Văn A1']) expect(text).toContain(part);
    expect(text).not.toContain('Chưa đúng sự thật');
    const wholeReport = await docxText(await w.bytesOf(await leader.do(downloadCasePaper, { caseId, kind: 'REPORT', format: 'docx' })));
    expect(wholeReport).toContain('Tôi đề nghị xem lại');
    for (const kind of ['DECISION', 'PLAN', 'OUTLINE', 'SCHEDULE', 'SELF_REPORT_FORM', 'MINUTES'] as const) {
      expect((await w.bytesOf(await subject.do(downloadCasePaper, { caseId, kind, format: 'pdf' }))).subarray(0, 5).toString()).toBe('%PDF-');
    }
    for (let i = 0; i < 100 && (await w.whole(leader, now)).papers.some((p) => p.awaited); i += 1) await new Promise((r) => setTimeout(r, 50));
    expect((await w.whole(leader, now)).papers.find((p) => p.kind === 'DECISION')?.number).toBe('Số 05-QĐ/ĐU');
  }, 30_000);

  it('can be extended, handed on and stopped with a reason, and by nobody else', async () => {
    const { secretary, leader } = w;
    let now = await w.verifying();
    const caseId = now.id;
    expect(await leader.refused(extendCase, { caseId, workTo: '2027-06-10', reason: 'Thiếu tài liệu' }, now)).toBe('inspection/not-your-part');
    expect(await secretary.refused(extendCase, { caseId, workTo: '2027-06-01', reason: 'Thiếu tài liệu' }, now)).toBe(
      'inspection/deadline-not-later',
    );
    now = await secretary.do(extendCase, { caseId, workTo: '2027-06-10', reason: 'Thiếu tài liệu' }, now);
    expect((await w.whole(leader, now)).steps.at(-1)).toMatchObject({ kind: 'extend', note: 'Thiếu tài liệu', onDay: '2027-06-10' });
    const escalation = { caseId, target: 'SUSPECTED_VIOLATION' as const, reason: 'Có dấu hiệu vi phạm' };
    expect((await w.whole(secretary, now)).receivers.map((r) => r.id).slice(0, 2)).toEqual([w.c.upper.id, w.c.commune.id]);
    expect(await secretary.refused(escalateCase, { ...escalation, toNodeId: w.c.lower.id }, now)).toBe('inspection/receiver-unfit');
    expect(await secretary.refused(escalateCase, { ...escalation, target: 'AUTHORITY', toNodeId: w.c.upper.id }, now)).toBe(
      'inspection/receiver-unfit',
    );
    const on = await secretary.do(escalateCase, { ...escalation, toNodeId: w.c.commune.id, summary: 'Tóm tắt chuyển đi' }, now);
    expect(await secretary.refused(terminateCase, { caseId, reason: 'Dừng' }, on)).toBe('inspection/case-not-in-state');
    const other = await secretary.do(openCase, w.onMember());
    expect(await secretary.do(terminateCase, { caseId: other.id, reason: 'Lập nhầm' }, other)).toMatchObject({ state: 'TERMINATED' });
  });
});

it('carries out what the plan of the body says, and its conclusion ends the line', async () => {
  const { officer, upper, commune } = w.c;
  const program = await w.c.open(officer, 'GRASSROOTS_COMMITTEE', 2027);
  const subjects = { of: 'CHOSEN' as const, subject: 'ORGANIZATION' as const, subjectIds: [upper.id] };
  await w.c.add(officer, program, [], { subjects, kind: 'THEMATIC_SUPERVISION' });
  await w.c.published(officer, program);
  const [line] = await w.c.lines(officer, program);
  const decider = w.commission;
  const leader = w.c.world.person('lower leader', w.c.lowerAt(2).id);
  const planned = w.onCell({ actor: 'GRASSROOTS_COMMITTEE', planLineId: line?.id, leaderId: w.c.lowerAt(2).id });
  expect(await decider.refused(openCase, { ...planned, kind: 'COMPLIANCE_INSPECTION' })).toBe('inspection/line-unfit');
  let now = await decider.do(openCase, planned);
  expect(await decider.refused(openCase, planned)).toBe('inspection/line-unfit');
  const caseId = now.id;
  now = await leader.do(planCase, { caseId, plan }, now);
  now = await decider.do(decideCase, { caseId, ...days }, now);
  now = await leader.do(announceCase, { caseId, announcedOn: TODAY }, now);
  expect((await w.secretary.do(getCaseOnMe, { caseId })).nodeName).toBe(commune.name);
  now = await w.secretary.do(handInSelfReport, { caseId, name: 'Báo cáo.pdf', ...(await w.uploaded(w.secretary)) }, now);
  now = await leader.do(verifyCase, { caseId, startedOn: TODAY }, now);
  now = await leader.do(openHearing, { caseId, openedOn: TODAY }, now);
  now = await leader.do(writeCaseMinutes, { caseId, minutes }, now);
  const unheard = { how: 'DECLINED' as const, reason: 'Chi ủy nhất trí, không nêu thêm' };
  now = await leader.do(reportCase, { caseId, reportedOn: TODAY, report: { ...report, unheard } }, now);
  await decider.do(concludeCase, { caseId, concludedOn: TODAY, conclusion: CONCLUSION, recommendations: [] }, now);
  expect((await w.c.lines(officer, program)).map((l) => [l.state, l.doneOn])).toEqual([['DONE', TODAY]]);
  const minutesText = await docxText(await w.bytesOf(await leader.do(downloadCasePaper, { caseId, kind: 'MINUTES', format: 'docx' })));
  expect(minutesText).toContain('Chi ủy nhất trí, không nêu thêm');
}, 30_000);

describe('need to know', () => {
  it('is the list of the case: it beats the tree, upward too', async () => {
    const { secretary, leader, subject, commission } = w;
    const now = await w.announced();
    const caseId = now.id;
    const province = w.c.world.person(w.c.accounts.province, w.c.lowerAt(2).id);
    for (const outsider of [commission, province, w.c.provincial]) {
      expect(await outsider.refused(getCase, { caseId })).toBe('request/not-found');
      expect(await outsider.refused(downloadCasePaper, { caseId, kind: 'DECISION', format: 'pdf' })).toBe('request/not-found');
      expect(await outsider.refused(addCaseNote, { caseId, text: 'x' }, now)).toBe('request/not-found');
      expect(await outsider.refused(setTeam, { caseId, leaderId: idAt(1), teamIds: [] }, now)).toMatch(/not-found|forbidden/);
    }
    expect((await province.do(myCases, {})).items.map((one) => one.id)).not.toContain(caseId);
    const reader = { caseId, personId: w.c.lowerAt(2).id, part: 'READER' as const, reason: 'Theo dõi, chỉ đạo' };
    expect(await leader.refused(addToCase, reader, now)).toBe('inspection/not-your-part');
    expect(await secretary.refused(addToCase, { ...reader, personId: idAt(3) }, now)).toBe('inspection/conflict-of-interest');
    const added = await secretary.do(addToCase, reader, now);
    expect(await secretary.refused(addToCase, reader, added)).toBe('inspection/on-the-list');
    expect((await province.do(myCases, { part: 'READER' })).items).toMatchObject([{ id: caseId, parts: ['READER'] }]);
    const read = await w.whole(province, added);
    expect(read).toMatchObject({ may: [], content: CONTENT });
    expect(await province.refused(addCaseNote, { caseId, text: 'x' }, added)).toBe('inspection/not-your-part');
    const line = read.access.find((a) => a.part === 'READER');
    expect(line).toMatchObject({ reason: 'Theo dõi, chỉ đạo', byName: 'Nguyễn Văn A1' });
    const decider = read.access.find((a) => a.part === 'DECIDER');
    expect(await secretary.refused(removeFromCase, { caseId, accessId: decider?.id ?? '', reason: 'Thôi' }, added)).toBe('inspection/must-stay');
    await secretary.do(removeFromCase, { caseId, accessId: line?.id ?? '', reason: 'Chuyển công tác' }, added);
    expect(await province.refused(getCase, { caseId })).toBe('request/not-found');
    const acts = (await subject.do(readersInInspection, { limit: 200 })).items.map((l) => l.act);
    expect(acts).toEqual(expect.arrayContaining(['Đọc hồ sơ cuộc kiểm tra, giám sát']));
  });

  it('tells superiors how many, and of a few not even that', async () => {
    const { provincial } = w.c;
    const opened = async () =>
      (await provincial.do(getReport, { nodeId: w.c.commune.id, period: '2027' })).figures.filter((f) => f.measure === 'CASE_OPENED');
    const supervised = { kind: 'REGULAR_SUPERVISION' as const };
    const of = async () => (await opened()).find((figure) => figure.code === supervised.kind);
    for (let i = 0; i < 2; i += 1) await w.secretary.do(openCase, w.onMember(supervised));
    expect(await of()).toEqual({ measure: 'CASE_OPENED', code: 'REGULAR_SUPERVISION', subject: 'MEMBER', before: 0, mine: 0 });
    await w.secretary.do(openCase, w.onMember(supervised));
    expect(await of()).toMatchObject({ count: 3 });
  });

  it('goes on in a file of the receiving body: both know of each other, and neither list opens the other file', async () => {
    const { secretary, leader } = w;
    const now = await w.verifying();
    const old = { caseId: now.id };
    const to = { target: 'SUSPECTED_VIOLATION' as const, toNodeId: w.c.commune.id, reason: 'Có dấu hiệu vi phạm', summary: 'Chỉ phần này' };
    await secretary.do(escalateCase, { ...old, ...to }, now);
    const { deputy } = w.c;
    const [came] = (await deputy.do(myWrittenReports, { waiting: 'true' })).items;
    expect(came).toMatchObject({ handedOn: true, signs: 'Chỉ phần này', nodeName: w.c.upper.name, subjectId: idAt(3) });
    expect(came?.fromCaseId).toBeUndefined();
    expect(await deputy.refused(getCase, old)).toBe('request/not-found');
    if (!came) throw new Error('nothing came in');
    await deputy.do(acknowledgeWrittenReport, { reportId: came.id }, came);
    const body = { nodeId: w.c.commune.id, actor: 'INSPECTION_COMMISSION' as const, kind: 'SUSPECTED_VIOLATION_INSPECTION' as const };
    const next = await deputy.do(openCase, w.onMember({ ...body, fromReportId: came.id }));
    expect((await w.whole(deputy, next)).cameFrom).toEqual({ nodeName: w.c.upper.name, datedOn: TODAY, handedOn: true });
    expect(await secretary.refused(getCase, { caseId: next.id })).toBe('request/not-found');
    expect((await w.whole(leader, now)).wentTo).toEqual({ target: 'SUSPECTED_VIOLATION' });
    const sent = (await w.whole(secretary, now)).wentTo;
    expect(sent).toMatchObject({ toName: w.c.commune.name, state: 'TAKEN_UP' });
    expect(sent?.caseId).toBeUndefined();
    await deputy.do(addToCase, { caseId: next.id, personId: idAt(0), part: 'READER', reason: 'Phối hợp' }, next);
    expect((await w.whole(secretary, now)).wentTo?.caseId).toBe(next.id);
    expect((await w.whole(secretary, next)).cameFrom?.caseId).toBe(now.id);
  });
});
