import {
  downloadRecommendationEvidence,
  extendRecommendation,
  myRecommendations,
  overdueRecommendations,
  recheckRecommendation,
  reportRecommendation,
  type Recommendation,
} from '@vungmanh/contracts/inspection/recommendation';
import { caseRegister } from '@vungmanh/contracts/inspection/case-register';
import { openCase } from '@vungmanh/contracts/inspection/case';
import { fileCase, followUpCase, terminateCase } from '@vungmanh/contracts/inspection/case-step';
import { getCaseOnMe } from '@vungmanh/contracts/inspection/case-subject';
import type { ObligationRow } from '@vungmanh/contracts/obligation';
import {
  acknowledgeWrittenReport,
  answerWrittenReport,
  downloadWrittenReport,
  myWrittenReports,
  reportInWriting,
} from '@vungmanh/contracts/inspection/written-report';
import { docxText } from '@vungmanh/testing/docx-text';
import { systemDb } from '@vungmanh/testing/system-db';
import type { z } from 'zod';
import { CaseWalk } from '../../test/case-walk.js';
import { TODAY } from '../../test/commune.js';

let w: CaseWalk;
beforeAll(async () => {
  w = await CaseWalk.start();
}, 60_000);
afterAll(() => w.c.world.stop());

const mine = async (by = w.subject): Promise<Recommendation> => {
  const [first] = (await by.do(myRecommendations, {})).items;
  if (!first) throw new Error('no recommendation');
  return first;
};

const obligations = async (id: string): Promise<z.infer<typeof ObligationRow>[]> => {
  const rows = await systemDb(w.c.world.service).query<{ item: z.infer<typeof ObligationRow> }>(
    `select i.item from outbox o, jsonb_array_elements(o.payload -> 'items') as i(item)
     where o.name = 'inspection.obligation.changed.v1' and i.item ->> 'id' = $1 order by (i.item ->> 'version')::int`,
    [id],
  );
  return rows.map((row) => row.item);
};

describe('what a conclusion asks for', () => {
  it('is reported with evidence, looked at again, and closes or is open anew; the case is filed after all of it', async () => {
    const { secretary, leader, subject, worker } = w;
    const person = { content: 'Báo cáo hằng tháng', doer: 'PERSON' as const, doerId: w.c.upperAt(3).id, dueOn: '2027-05-20' };
    let now = await w.concluded([person]);
    const caseId = now.id;
    const asked = await mine();
    const recommendationId = asked.id;
    expect(asked).toMatchObject({ content: person.content, state: 'OPEN', overdue: false, may: ['report'], doerName: 'Nguyễn Văn D4' });
    now = await leader.do(followUpCase, { caseId }, now);
    expect(await secretary.refused(fileCase, { caseId, filedOn: TODAY }, now)).toBe('inspection/recommendations-open');
    expect(await leader.refused(reportRecommendation, { recommendationId, text: 'x' }, asked)).toBe('inspection/not-your-part');
    expect(await w.commission.refused(reportRecommendation, { recommendationId, text: 'x' }, asked)).toBe('request/not-found');
    expect(await leader.refused(recheckRecommendation, { recommendationId, closed: true, note: 'x' }, asked)).toBe(
      'inspection/recommendation-not-in-state',
    );
    const evidence = [{ name: 'Báo cáo tháng 5.pdf', ...(await w.uploaded(subject)) }];
    const reported = await subject.do(reportRecommendation, { recommendationId, text: 'Đã báo cáo', evidence }, asked);
    expect(await worker.refused(recheckRecommendation, { recommendationId, closed: true, note: 'x' }, reported)).toBe('inspection/not-your-part');
    const again = { recommendationId, closed: false, note: 'Còn thiếu tháng 4' };
    expect(await leader.refused(recheckRecommendation, again, reported)).toBe('inspection/deadline-not-later');
    const reopened = await leader.do(recheckRecommendation, { ...again, dueOn: '2027-05-25' }, reported);
    expect(await mine()).toMatchObject({
      state: 'REOPENED',
      dueOn: '2027-05-25',
      history: [{ act: 'report' }, { act: 'recheck', text: again.note }],
    });
    const extended = await secretary.do(extendRecommendation, { recommendationId, dueOn: '2027-05-28', reason: 'Nghỉ lễ' }, reopened);
    const second = await subject.do(reportRecommendation, { recommendationId, text: 'Đã bổ sung' }, extended);
    await leader.do(recheckRecommendation, { recommendationId, closed: true, note: 'Đạt' }, second);
    const whole = await w.whole(leader, now);
    const [kept] = whole.recommendations;
    expect(kept).toMatchObject({ state: 'CLOSED', evidence: [{ name: 'Báo cáo tháng 5.pdf' }], may: [] });
    const file = { recommendationId, documentId: kept?.evidence[0]?.id ?? '' };
    expect(await leader.do(downloadRecommendationEvidence, file)).toMatchObject({ name: 'Báo cáo tháng 5.pdf' });
    expect(await w.commission.refused(downloadRecommendationEvidence, file)).toBe('request/not-found');
    expect(await secretary.do(fileCase, { caseId, filedOn: TODAY }, now)).toMatchObject({ state: 'FILED' });
    const told = await obligations(recommendationId);
    expect(told.map((e) => [e.state, e.due])).toEqual([
      ['OPEN', '2027-05-20'],
      ['OPEN', '2027-05-20'],
      ['OPEN', '2027-05-25'],
      ['OPEN', '2027-05-28'],
      ['OPEN', '2027-05-28'],
      ['DONE', '2027-05-28'],
    ]);
  }, 30_000);

  it('rises to the body above when it is late, as a number, and of a few not even that', async () => {
    const onCell = { content: 'Bổ sung sổ', doer: 'ORGANIZATION' as const, doerId: w.c.upper.id, dueOn: '2027-05-12' };
    const { provincial } = w.c;
    await w.concluded([onCell]);
    expect(await mine(w.secretary)).toMatchObject({ doerName: w.c.upper.name, may: ['report'] });
    const late = async () => (await provincial.do(overdueRecommendations, { nodeId: w.c.commune.id })).items;
    expect(await late()).toEqual([]);
    w.c.world.clock.set('2027-05-14T02:00:00.000Z');
    expect(await late()).toEqual([{ nodeId: w.c.upper.id, nodeName: w.c.upper.name, fewer: true, since: '2027-05-12' }]);
    expect(await mine(w.secretary)).toMatchObject({ overdue: true });
    w.c.world.clock.set('2027-05-10T03:00:00.000Z');
    await w.concluded([onCell, onCell]);
    w.c.world.clock.set('2027-05-14T03:00:00.000Z');
    expect(await late()).toMatchObject([{ fewer: false }]);
    const asked = await mine(w.secretary);
    await w.secretary.do(reportRecommendation, { recommendationId: asked.id, text: 'Đã bổ sung sổ' }, asked);
    const toldTo = (recommendations: Recommendation[]) => recommendations.find((r) => r.id === asked.id)?.history.map((h) => h.text);
    expect(toldTo((await w.whole(w.leader, { id: asked.caseId })).recommendations)).toEqual(['Đã bổ sung sổ']);
    // What others answered is not the subject's.
    expect(toldTo((await w.subject.do(getCaseOnMe, { caseId: asked.caseId })).recommendations)).toEqual([]);
    expect(await w.subject.refused(overdueRecommendations, { nodeId: w.c.upper.id })).toMatch(/forbidden|not-found/);
  }, 30_000);

  it('stands in the book of the body that asks for it, whoever is to do it', async () => {
    const dueOn = '2027-06-11';
    const { commune, upper } = w.c;
    await w.concluded([{ content: 'Bổ sung quy chế', doer: 'ORGANIZATION', doerId: commune.id, dueOn }]);
    const bookOf = async (nodeId: string, by = w.secretary) =>
      (await by.do(caseRegister, { nodeId, actor: 'CELL', year: 2027, part: 'RECOMMENDATIONS' })).items.filter(({ on }) => on === dueOn);
    expect(await bookOf(upper.id)).toMatchObject([{ what: expect.stringContaining(commune.name), on: dueOn }]);
    expect(await bookOf(commune.id, w.c.provincial)).toEqual([]);
  });
});

it('what a cell may not look into it reports in writing, to the committee that is competent and to nobody else', async () => {
  const { commission } = w;
  const asked = {
    nodeId: w.c.lower.id,
    actor: 'CELL' as const,
    kind: 'SUSPECTED_VIOLATION_INSPECTION' as const,
    subjectId: w.c.managed.id,
    datedOn: '2027-05-10',
    signs: 'Có dấu hiệu chấp hành chưa nghiêm.',
    proposal: 'Đề nghị Đảng ủy xem xét.',
  };
  expect(await commission.refused(reportInWriting, { ...asked, kind: 'COMPLIANCE_INSPECTION' })).toBe('inspection/competent-itself');
  expect(await commission.refused(reportInWriting, { ...asked, subjectId: w.c.upperAt(3).id })).toBe('inspection/subject-outside');
  expect(await commission.refused(reportInWriting, { ...asked, datedOn: '2027-06-10' })).toBe('inspection/in-the-future');
  const { id } = await commission.do(reportInWriting, asked);
  const received = (await w.secretary.do(myWrittenReports, {})).items;
  expect(received).toMatchObject([{ id, signs: asked.signs, toName: w.c.commune.name, subjectName: 'Hà Thị Quản', byName: 'Nguyễn Văn B2' }]);
  expect((await commission.do(myWrittenReports, {})).items).toHaveLength(1);
  const paper = { reportId: id, format: 'docx' as const };
  const text = await docxText(await w.bytesOf(await w.secretary.do(downloadWrittenReport, paper)));
  for (const part of ['BÁO CÁO', 'Kính gửi: Đảng ủy xã Mô Phỏng', 'CHI BỘ BẢN DƯỚI', 'đồng chí Hà Thị Quản', '21-QĐ/TW', asked.signs])
    expect(text).toContain(part);
  for (const other of [w.subject, w.c.world.person('managed', w.c.managed.id)]) {
    expect((await other.do(myWrittenReports, {})).items).toEqual([]);
    expect(await other.refused(downloadWrittenReport, paper)).toBe('request/not-found');
    expect(await other.refused(acknowledgeWrittenReport, { reportId: id }, { version: 1 })).toBe('request/not-found');
  }

  // The committee takes note, gives it to somebody, who opens a case; the sender learns of that only what the answer says.
  const [report] = received;
  if (!report) throw new Error('no report');
  const about = { reportId: id };
  const handler = w.c.world.person(w.c.accounts.officer, w.c.lowerAt(2).id);
  const { deputy } = w.c;
  const asCase = w.onMember({
    nodeId: w.c.commune.id,
    actor: 'GRASSROOTS_COMMITTEE',
    kind: 'SUSPECTED_VIOLATION_INSPECTION',
    subjectId: w.c.managed.id,
    fromReportId: id,
  });
  expect(report.may).toEqual(['acknowledge']);
  expect(await commission.refused(acknowledgeWrittenReport, about, report)).toBe('inspection/not-your-part');
  expect(await w.secretary.refused(answerWrittenReport, { ...about, answer: 'x' }, report)).toBe('inspection/report-not-in-state');
  expect(await deputy.refused(openCase, asCase)).toBe('inspection/report-unfit');
  for (const [handlerId, code] of [
    [w.c.managed.id, 'inspection/conflict-of-interest'],
    [id, 'inspection/handler-unknown'],
  ] as const) {
    expect(await deputy.refused(acknowledgeWrittenReport, { ...about, handlerId }, report)).toBe(code);
  }
  const noted = await deputy.do(acknowledgeWrittenReport, { ...about, handlerId: w.c.lowerAt(2).id }, report);
  expect(await w.secretary.refused(acknowledgeWrittenReport, about, noted)).toBe('inspection/report-not-in-state');
  expect((await handler.do(myWrittenReports, { waiting: 'true' })).items).toMatchObject([{ id, state: 'RECEIVED', may: ['open-case', 'answer'] }]);
  expect(await handler.refused(openCase, { ...asCase, subjectId: w.c.lowerAt(0).id })).toBe('inspection/report-unfit');
  const opened = await handler.do(openCase, asCase);
  expect(await deputy.refused(openCase, asCase)).toBe('inspection/report-unfit');
  expect((await w.whole(handler, opened)).cameFrom).toEqual({ nodeName: w.c.lower.name, datedOn: TODAY, handedOn: false });
  expect((await handler.do(myWrittenReports, {})).items).toMatchObject([{ state: 'TAKEN_UP', caseId: opened.id }]);
  const [taken] = (await deputy.do(myWrittenReports, {})).items;
  expect([taken?.state, taken?.caseId]).toEqual(['TAKEN_UP', undefined]);
  const [sent] = (await commission.do(myWrittenReports, {})).items;
  expect([sent?.state, sent?.version, sent?.may, sent?.receivedByName]).toEqual(['RECEIVED', 1, [], 'Nguyễn Văn A1']);
  await handler.do(terminateCase, { caseId: opened.id, reason: 'Lập nhầm' }, opened);
  await handler.do(openCase, asCase);
  const [current] = (await w.secretary.do(myWrittenReports, {})).items;
  if (!current) throw new Error('no report');
  await w.secretary.do(answerWrittenReport, { ...about, answer: 'Đảng ủy đã xem xét.' }, current);
  expect((await commission.do(myWrittenReports, {})).items).toMatchObject([{ state: 'ANSWERED', answer: 'Đảng ủy đã xem xét.' }]);
});
