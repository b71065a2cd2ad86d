import { openCase, type CaseStanding } from '@vungmanh/contracts/inspection/case';
import {
  announceCase,
  concludeCase,
  decideCase,
  openHearing,
  planCase,
  receiveSelfReport,
  reportCase,
  setTeam,
  verifyCase,
  writeCaseMinutes,
} from '@vungmanh/contracts/inspection/case-step';
import { attachToCase } from '@vungmanh/contracts/inspection/case-visit';
import { getCase } from '@vungmanh/contracts/inspection/case';
import { myRecommendations, reportRecommendation } from '@vungmanh/contracts/inspection/recommendation';
import { Person } from '../person.js';
import { clockAheadMs } from '../time.js';
import type { Cast } from './cast.js';
import type { Thing } from './oracle.js';

type Put = (kind: 'case' | 'case-on-me' | 'case-paper' | 'recommendation', thing: Thing) => void;

const LEAST = {
  bases: ['Căn cứ mô phỏng'],
  purposes: ['Mô phỏng'],
  steps: [],
  arrangements: [],
  outline: [{ title: 'Mô phỏng', questions: [] }],
  sessions: [],
};
const pdf = Buffer.from('%PDF-1.7\n%mô phỏng\n');

/** Two cases of the cell on one of its members, one announced and one concluded: whoever is on their lists, and nobody else, may know of them. */
export async function makeCases(nodeId: string, cast: Cast, put: Put): Promise<void> {
  const signedIn = (name: string) => Person.signedIn(name.toLowerCase().replaceAll('_', '-'));
  const [decider, leader, subject] = ['CELL_SECRETARY-cell', 'MINUTE_TAKER-cell', 'MEMBER-cell'].map((name) => cast.player(name).person ?? '');
  if (!decider || !leader || !subject) throw new Error('The cell has nobody to work in a case');
  const [secretary, taker, member] = await Promise.all(['CELL_SECRETARY-cell', 'MINUTE_TAKER-cell', 'MEMBER-cell'].map(signedIn));
  if (!secretary || !taker || !member) throw new Error('Nobody is signed in');
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now() + clockAheadMs());
  const order = { nodeId, actor: 'CELL', kind: 'COMPLIANCE_INSPECTION', subject: 'MEMBER', subjectId: subject, content: 'Mô phỏng' } as const;

  const announced = async (): Promise<CaseStanding> => {
    const opened = await secretary.doOnceKnown(openCase, { ...order, periodFrom: '2026-01-01', periodTo: today });
    const caseId = opened.id;
    let now = await secretary.do(setTeam, { caseId, leaderId: leader, teamIds: [] }, opened);
    now = await taker.do(planCase, { caseId, plan: LEAST }, now);
    now = await secretary.do(decideCase, { caseId, decidedOn: today, workFrom: today, workTo: today, selfReportBy: today }, now);
    now = await taker.do(announceCase, { caseId, announcedOn: today }, now);
    const report = { fileId: await taker.upload(pdf), name: 'Báo cáo (mô phỏng)', classification: 'ORDINARY' as const };
    return taker.do(attachToCase, { caseId, kind: 'SELF_REPORT', ...report }, now);
  };

  const first = await announced();
  const { documents, access } = await taker.do(getCase, { caseId: first.id });
  const caseId = first.id;
  const inner = [decider, leader];
  put('case', { label: 'cell', nodeId, fields: { caseId, accessId: access[0]?.id }, people: inner });
  put('case-on-me', { label: 'cell', nodeId, fields: { caseId }, people: [subject] });
  put('case-paper', { label: 'cell', nodeId, fields: { caseId, documentId: documents[0]?.id }, people: [...inner, subject] });

  const second = await announced();
  const about = { caseId: second.id };
  let now = await taker.do(receiveSelfReport, { ...about, receivedOn: today }, second);
  now = await taker.do(verifyCase, { ...about, startedOn: today }, now);
  now = await taker.do(openHearing, { ...about, openedOn: today }, now);
  const minutes = { heldOn: today, startedAt: '19:00', venue: 'Mô phỏng', present: ['Mô phỏng'], items: [{ title: 'Mô phỏng', text: 'Mô phỏng' }] };
  now = await taker.do(writeCaseMinutes, { ...about, minutes }, now);
  const unheard = { how: 'DECLINED' as const, reason: 'Mô phỏng' };
  now = await taker.do(reportCase, { ...about, reportedOn: today, report: { course: 'Mô phỏng', assessment: 'Mô phỏng', unheard } }, now);
  const asks = { content: 'Mô phỏng', doer: 'PERSON' as const, doerId: subject, dueOn: today };
  await secretary.do(concludeCase, { ...about, concludedOn: today, conclusion: 'Mô phỏng', recommendations: [asks] }, now);
  const [asked] = (await member.do(myRecommendations, {})).items;
  if (!asked) throw new Error('Nothing is asked of the subject');
  const evidence = [{ fileId: await member.upload(pdf), name: 'Minh chứng (mô phỏng)', classification: 'ORDINARY' as const }];
  await member.do(reportRecommendation, { recommendationId: asked.id, text: 'Mô phỏng', evidence }, asked);
  const [kept] = (await taker.do(getCase, about)).recommendations;
  const fields = { recommendationId: asked.id, documentId: kept?.evidence[0]?.id };
  put('recommendation', { label: 'cell', nodeId, fields, people: [...inner, subject] });
}
