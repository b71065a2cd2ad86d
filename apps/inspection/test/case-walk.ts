import { getCase, openCase, type CaseStanding, type InspectionCase } from '@vungmanh/contracts/inspection/case';
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
import { stateOpinion } from '@vungmanh/contracts/inspection/case-subject';
import type { NewRecommendation } from '@vungmanh/contracts/inspection/recommendation';
import type { SentOf } from '@vungmanh/contracts/operation';
import { Files } from '@vungmanh/platform/files';
import type { Person } from '@vungmanh/testing/person';
import { Commune, TODAY } from './commune.js';

export const CONTENT = 'Việc chấp hành nghị quyết của chi bộ và nhiệm vụ được phân công';
export const CONCLUSION = 'Đã hoàn thành nhiệm vụ, còn chậm báo cáo.';
export const plan = {
  bases: ['Căn cứ Kế hoạch kiểm tra, giám sát năm 2027 của chi bộ'],
  purposes: ['Kịp thời phát huy ưu điểm, khắc phục khuyết điểm'],
  steps: [{ work: 'Thẩm tra, xác minh', from: TODAY, to: '2027-05-25', doer: 'Tổ kiểm tra' }],
  arrangements: ['Đối tượng kiểm tra chuẩn bị báo cáo'],
  outline: [{ title: 'Nhiệm vụ được phân công', questions: ['Kết quả đến nay?'] }],
  sessions: [{ date: TODAY, time: '08:30', venue: 'Nhà văn hóa', work: 'Nghe báo cáo', people: 'Tổ, đối tượng' }],
};
export const minutes = {
  heldOn: TODAY,
  startedAt: '19:00',
  venue: 'Nhà văn hóa bản',
  present: ['Tổ kiểm tra', 'Đồng chí được kiểm tra'],
  items: [{ title: 'Trình bày của đối tượng', text: 'Đã trình bày báo cáo.' }],
};
export const report = { course: 'Tổ đã làm việc đủ các bước.', assessment: 'Cơ bản hoàn thành nhiệm vụ.' };
export const days = { decidedOn: TODAY, workFrom: TODAY, workTo: '2027-06-01', selfReportBy: '2027-05-15' };

type New = SentOf<typeof openCase>;

/** The cell above, with who conducts a case there, leads its team, works in it, is its subject, and has nothing to do with it. */
export class CaseWalk {
  private constructor(readonly c: Commune) {}

  static async start(): Promise<CaseWalk> {
    return new CaseWalk(await Commune.start());
  }

  get secretary(): Person {
    return this.c.secretary;
  }
  get leader(): Person {
    return this.c.world.person('leader', this.c.upperAt(1).id);
  }
  get worker(): Person {
    return this.c.world.person('worker', this.c.upperAt(2).id);
  }
  get subject(): Person {
    return this.c.world.person('subject', this.c.upperAt(3).id);
  }
  /** Of the commission, who may conduct cases in the whole commune. */
  get commission(): Person {
    return this.c.world.person(this.c.accounts.commission, this.c.lowerAt(1).id);
  }

  onMember(more: Partial<New> = {}): New {
    return {
      nodeId: this.c.upper.id,
      actor: 'CELL',
      kind: 'COMPLIANCE_INSPECTION',
      subject: 'MEMBER',
      subjectId: this.c.upperAt(3).id,
      content: CONTENT,
      periodFrom: '2026-01-01',
      periodTo: '2027-04-30',
      ...more,
    };
  }

  onCell(more: Partial<New> = {}): New {
    return this.onMember({
      nodeId: this.c.commune.id,
      actor: 'INSPECTION_COMMISSION',
      kind: 'THEMATIC_SUPERVISION',
      subject: 'ORGANIZATION',
      subjectId: this.c.upper.id,
      ...more,
    });
  }

  /** A case with its team and plan, decided and announced. */
  async announced(): Promise<CaseStanding> {
    let now = await this.secretary.do(openCase, this.onMember());
    const caseId = now.id;
    now = await this.secretary.do(setTeam, { caseId, leaderId: this.c.upperAt(1).id, teamIds: [this.c.upperAt(2).id] }, now);
    now = await this.leader.do(planCase, { caseId, plan }, now);
    now = await this.secretary.do(decideCase, { caseId, ...days }, now);
    return this.leader.do(announceCase, { caseId, announcedOn: TODAY }, now);
  }

  async verifying(): Promise<CaseStanding> {
    const at = await this.announced();
    const caseId = at.id;
    const received = await this.leader.do(receiveSelfReport, { caseId, receivedOn: TODAY, reason: 'Đối tượng ốm, báo cáo bằng miệng' }, at);
    return this.leader.do(verifyCase, { caseId, startedOn: TODAY }, received);
  }

  async concluded(recommendations: NewRecommendation[]): Promise<CaseStanding> {
    let now = await this.verifying();
    const caseId = now.id;
    now = await this.leader.do(openHearing, { caseId, openedOn: TODAY }, now);
    now = await this.subject.do(stateOpinion, { caseId, kind: 'EXPLANATION', text: 'Tôi nhận khuyết điểm.' }, now);
    now = await this.worker.do(writeCaseMinutes, { caseId, minutes }, now);
    now = await this.leader.do(reportCase, { caseId, reportedOn: TODAY, report }, now);
    return this.secretary.do(concludeCase, { caseId, concludedOn: TODAY, conclusion: CONCLUSION, recommendations }, now);
  }

  whole(by: Person, { id: caseId }: { id: string }): Promise<InspectionCase> {
    return by.do(getCase, { caseId });
  }

  /** A file that this person has just uploaded. */
  async uploaded(by: Person): Promise<{ fileId: string; classification: 'ORDINARY' }> {
    const { fileId } = await this.c.world.service.app.get(Files).put([Buffer.from('%PDF-1.7')], { by: by.actor.id, type: 'application/pdf' });
    return { fileId, classification: 'ORDINARY' };
  }

  async bytesOf({ fileId }: { fileId: string }): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of (await this.c.world.service.app.get(Files).read(fileId)) ?? []) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
}
