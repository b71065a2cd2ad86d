import { z } from 'zod';
import { command, post, put } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, line, text } from '../types.js';
import { caseRefusals, onADay } from './case-part.js';
import { CaseMinutes, CasePlan, CaseReport } from './case-writing.js';
import { CaseStanding, teamRefusals } from './case.js';
import { NewRecommendation } from './recommendation.js';
import { EscalationTarget } from './kind.js';

const caseId = { caseId: Id };
const reason = { reason: line(500).optional() };
/** A rule that stands in the way altogether, in its own words. */
const ruled = { 'inspection/rule-forbids': invalid('Quy định không cho phép. Hãy xem lại nội dung và sửa theo quy định.') };

/** Who leads and who belongs to the team; after the decision with its reason. */
export const setTeam = command({
  subject: 'inspection.case.set-team',
  http: put('/inspection-cases/:caseId/team'),
  access: { grant: 'inspection:conduct', own: true },
  audit: 'Phân công đoàn, tổ kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject({ ...caseId, leaderId: Id, teamIds: z.array(Id).max(20), ...reason }),
  output: CaseStanding,
  errors: {
    ...caseRefusals,
    ...teamRefusals,
    ...ruled,
    'inspection/reason-missing': invalid('Thay đổi đoàn, tổ sau khi có quyết định phải ghi lý do.'),
  },
});

export const planCase = command({
  subject: 'inspection.case.plan',
  http: put('/inspection-cases/:caseId/plan'),
  access: { self: true },
  audit: 'Ghi kế hoạch, đề cương kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject({ ...caseId, plan: CasePlan }),
  output: CaseStanding,
  errors: caseRefusals,
});

export const decideCase = command({
  subject: 'inspection.case.decide',
  http: post('/inspection-cases/:caseId/decision'),
  access: { self: true },
  audit: 'Ra quyết định kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject({ ...caseId, decidedOn: CalendarDate, workFrom: CalendarDate, workTo: CalendarDate, selfReportBy: CalendarDate, ...reason }),
  output: CaseStanding,
  errors: {
    ...caseRefusals,
    ...onADay,
    ...ruled,
    'inspection/decision-incomplete': conflict('Chưa đủ căn cứ để ra quyết định. Hãy bổ sung những nội dung còn thiếu.'),
    'inspection/dates-unfit': invalid('Ngày bắt đầu, ngày kết thúc, hạn nộp báo cáo chưa đúng thứ tự. Hãy chọn lại ngày.'),
  },
});

/** The decision is announced to the subject, who from now on sees their side of the case. */
export const announceCase = command({
  subject: 'inspection.case.announce',
  http: post('/inspection-cases/:caseId/announcement'),
  access: { self: true },
  audit: 'Triển khai quyết định kiểm tra, giám sát đến đối tượng',
  on: 'existing',
  input: z.strictObject({ ...caseId, announcedOn: CalendarDate, ...reason }),
  output: CaseStanding,
  errors: {
    ...caseRefusals,
    ...onADay,
    ...ruled,
    'inspection/nobody-to-tell': conflict('Chưa có ai đại diện tổ chức này trong danh sách cấp ủy. Hãy cập nhật cấp ủy rồi triển khai.'),
  },
});

/** The team's own entry of a self-report that came on paper, or that none came and why. */
export const receiveSelfReport = command({
  subject: 'inspection.case.receive-self-report',
  http: post('/inspection-cases/:caseId/self-report'),
  access: { self: true },
  audit: 'Nhận báo cáo tự kiểm tra',
  on: 'existing',
  input: z.strictObject({ ...caseId, receivedOn: CalendarDate, ...reason }),
  output: CaseStanding,
  errors: {
    ...caseRefusals,
    ...onADay,
    'inspection/self-report-missing': invalid('Chưa có tệp báo cáo tự kiểm tra. Hãy đính kèm tệp, hoặc ghi lý do đối tượng không nộp.'),
  },
});

export const verifyCase = command({
  subject: 'inspection.case.verify',
  http: post('/inspection-cases/:caseId/verification'),
  access: { self: true },
  audit: 'Bắt đầu thẩm tra, xác minh',
  on: 'existing',
  input: z.strictObject({ ...caseId, startedOn: CalendarDate }),
  output: CaseStanding,
  errors: { ...caseRefusals, ...onADay },
});

export const openHearing = command({
  subject: 'inspection.case.open-hearing',
  http: post('/inspection-cases/:caseId/hearing'),
  access: { self: true },
  audit: 'Tổ chức hội nghị, làm việc với đối tượng',
  on: 'existing',
  input: z.strictObject({ ...caseId, openedOn: CalendarDate }),
  output: CaseStanding,
  errors: { ...caseRefusals, ...onADay },
});

export const writeCaseMinutes = command({
  subject: 'inspection.case.write-minutes',
  http: put('/inspection-cases/:caseId/minutes'),
  access: { self: true },
  audit: 'Ghi biên bản làm việc với đối tượng',
  on: 'existing',
  input: z.strictObject({ ...caseId, minutes: CaseMinutes }),
  output: CaseStanding,
  errors: { ...caseRefusals, ...onADay },
});

/** The team reports. Without a word of the subject only with the reason why there is none. */
export const reportCase = command({
  subject: 'inspection.case.report',
  http: post('/inspection-cases/:caseId/report'),
  access: { self: true },
  audit: 'Báo cáo kết quả kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject({ ...caseId, reportedOn: CalendarDate, report: CaseReport }),
  output: CaseStanding,
  errors: {
    ...caseRefusals,
    ...onADay,
    'inspection/minutes-missing': conflict('Chưa có biên bản hội nghị, làm việc với đối tượng. Hãy ghi biên bản trước khi báo cáo.'),
    'inspection/subject-unheard': conflict(
      'Đối tượng chưa giải trình hoặc nêu ý kiến. Hãy để đối tượng trình bày, hoặc ghi lý do đối tượng từ chối, không đến.',
    ),
  },
});

export const concludeCase = command({
  subject: 'inspection.case.conclude',
  http: post('/inspection-cases/:caseId/conclusion'),
  access: { grant: 'inspection:conduct', own: true },
  audit: 'Kết luận và thông báo kết luận kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject({
    ...caseId,
    concludedOn: CalendarDate,
    conclusion: text(10_000),
    recommendations: z.array(NewRecommendation).max(30),
    ...reason,
  }),
  output: CaseStanding,
  errors: {
    ...caseRefusals,
    ...onADay,
    'inspection/deadline-past': invalid('Thời hạn thực hiện kiến nghị không thể trước ngày kết luận.'),
    'inspection/doer-unknown': invalid('Người hoặc tổ chức thực hiện kiến nghị không còn trong hệ thống. Hãy chọn lại.'),
  },
});

export const followUpCase = command({
  subject: 'inspection.case.follow-up',
  http: post('/inspection-cases/:caseId/follow-up'),
  access: { self: true },
  audit: 'Theo dõi việc thực hiện kết luận',
  on: 'existing',
  input: z.strictObject(caseId),
  output: CaseStanding,
  errors: caseRefusals,
});

export const fileCase = command({
  subject: 'inspection.case.file',
  http: post('/inspection-cases/:caseId/filing'),
  access: { self: true },
  audit: 'Lưu hồ sơ cuộc kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject({ ...caseId, filedOn: CalendarDate }),
  output: CaseStanding,
  errors: {
    ...caseRefusals,
    ...onADay,
    'inspection/recommendations-open': conflict('Còn kiến nghị chưa được kiểm tra lại và kết thúc. Hãy hoàn thành rồi lưu hồ sơ.'),
  },
});

export const extendCase = command({
  subject: 'inspection.case.extend',
  http: post('/inspection-cases/:caseId/extension'),
  access: { self: true },
  audit: 'Gia hạn cuộc kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject({ ...caseId, workTo: CalendarDate, reason: line(500) }),
  output: CaseStanding,
  errors: { ...caseRefusals, ...ruled, 'inspection/deadline-not-later': invalid('Thời hạn mới phải sau thời hạn cũ.') },
});

/**
 * Ends the case here. Suspected violation goes on at the same body, or at the organization above that is named; an authority named is
 * one above, and one not named is outside the Party's organizations: on paper. The receivers get `summary` and no more of the file.
 */
export const escalateCase = command({
  subject: 'inspection.case.escalate',
  http: post('/inspection-cases/:caseId/escalation'),
  access: { self: true },
  audit: 'Chuyển xử lý cuộc kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject({ ...caseId, target: EscalationTarget, toNodeId: Id.optional(), summary: text(5000).optional(), reason: line(500) }),
  output: CaseStanding,
  errors: {
    ...caseRefusals,
    'inspection/receiver-unfit': invalid('Nơi nhận phải là chính cơ quan này hoặc một tổ chức đảng cấp trên. Hãy chọn lại nơi nhận.'),
    'inspection/nobody-to-tell': conflict('Nơi nhận chưa có bí thư, phó bí thư trong hệ thống. Hãy cập nhật cấp ủy, hoặc chuyển bằng văn bản giấy.'),
  },
});

export const terminateCase = command({
  subject: 'inspection.case.terminate',
  http: post('/inspection-cases/:caseId/termination'),
  access: { self: true },
  audit: 'Dừng cuộc kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject({ ...caseId, reason: line(500) }),
  output: CaseStanding,
  errors: caseRefusals,
});
