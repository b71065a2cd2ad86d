import { z } from 'zod';
import { Deviation } from '../deviation.js';
import { command, get, post, query } from '../operation.js';
import { conflict, forbidden, invalid } from '../problem.js';
import { CalendarDate, Id, Instant, line, page, pageInput, text, Version } from '../types.js';
import { CaseAct, CasePart, CaseStepKind } from './case-part.js';
import { cellShape, thematicUnfit, CaseState, EscalationTarget, FindingKind, InspectionKind, SubjectKind } from './kind.js';
import { ProgramActor } from './program.js';
import { CasePlan, CaseMinutes, CaseReport } from './case-writing.js';
import { Recommendation } from './recommendation.js';
import { CasePaper } from './case-paper.js';
import { WrittenReportState } from './written-report-state.js';

/** What a case is about and who does it, as its decision says; `toOn` of the period is included. */
const order = {
  kind: InspectionKind,
  subject: SubjectKind,
  subjectId: Id,
  content: text(2000),
  periodFrom: CalendarDate,
  periodTo: CalendarDate,
  leaderId: Id.optional(),
  teamIds: z.array(Id).max(20).default([]),
};

/** The team's first checks, which opening a case and changing its team share. */
export const teamRefusals = {
  'inspection/team-outside': invalid('Trưởng đoàn, thành viên phải là đảng viên trong phạm vi của cơ quan tiến hành. Hãy chọn lại.'),
  'inspection/conflict-of-interest': invalid(
    'Người là đối tượng, cấp ủy viên hoặc đảng viên của tổ chức được kiểm tra, giám sát thì không tham gia. Hãy chọn người khác.',
  ),
};

/** How a case stands after an act: nothing of what is written in it, because answers of commands are kept. */
export const CaseStanding = z.object({ id: Id, version: Version, state: CaseState });
export type CaseStanding = z.infer<typeof CaseStanding>;

/** A case of a body that the person may conduct one for. Until it is announced its subject knows nothing of it. */
export const openCase = command({
  subject: 'inspection.case.open',
  http: post('/inspection-cases'),
  access: { grant: 'inspection:conduct', on: 'nodeId', own: true },
  audit: 'Lập hồ sơ cuộc kiểm tra, giám sát',
  on: 'new',
  input: z.strictObject({ nodeId: Id, actor: ProgramActor, planLineId: Id.optional(), fromReportId: Id.optional(), ...order, ...cellShape }),
  output: CaseStanding,
  errors: {
    ...teamRefusals,
    ...thematicUnfit,
    'inspection/actor-unfit': invalid('Tổ chức này không có cơ quan như vậy để tiến hành. Hãy chọn lại cơ quan tiến hành.'),
    'inspection/subject-outside': invalid('Đối tượng không thuộc phạm vi của cơ quan tiến hành. Hãy chọn đối tượng khác.'),
    'inspection/not-competent': invalid('Cơ quan này không có thẩm quyền làm việc đó với đối tượng đã chọn.'),
    'inspection/report-in-writing': conflict(
      'Việc này thuộc thẩm quyền của cấp ủy cấp trên. Hãy dùng "Báo cáo bằng văn bản" để gửi cấp ủy có thẩm quyền.',
    ),
    'inspection/line-unfit': conflict('Cuộc này trong kế hoạch đã xong, đã hủy hoặc không đúng đối tượng, hình thức. Hãy tải lại kế hoạch.'),
    'inspection/report-unfit': conflict(
      'Báo cáo này chưa được tiếp nhận, đã trả lời, đã lập hồ sơ, hoặc không đúng đối tượng. Hãy mở lại mục "Báo cáo bằng văn bản".',
    ),
    'inspection/dates-unfit': invalid('Mốc thời gian kiểm tra, giám sát chưa đúng thứ tự hoặc ở tương lai. Hãy chọn lại ngày.'),
    'inspection/no-person': forbidden('Tài khoản này chưa gắn với một đảng viên, nên không lập được hồ sơ. Hãy liên hệ cán bộ quản trị.'),
  },
});

const head = {
  id: Id,
  version: Version,
  actor: ProgramActor,
  nodeId: Id,
  nodeName: z.string(),
  kind: InspectionKind,
  subject: SubjectKind,
  subjectName: z.string(),
  content: z.string(),
  state: CaseState,
  /** Last day of the work, as decided or extended; absent before the decision. */
  dueOn: CalendarDate.optional(),
  overdue: z.boolean(),
  /** What the person who asks is to the case. */
  parts: z.array(CasePart),
};

export const CaseLine = z.object(head);
export type CaseLine = z.infer<typeof CaseLine>;

/** The cases on whose list the signed-in person stands, other than as a subject; the newest first. */
export const myCases = query({
  subject: 'inspection.case.mine',
  http: get('/my/inspection-cases'),
  access: { self: true },
  audit: 'Xem danh sách cuộc kiểm tra, giám sát được tham gia',
  input: z.strictObject({
    ...pageInput,
    part: CasePart.exclude(['SUBJECT']).optional(),
    state: CaseState.optional(),
    open: z.stringbool().optional(),
    overdue: z.stringbool().optional(),
  }),
  output: page(CaseLine),
});

const Named = z.object({ id: Id, name: z.string() });

/** Somebody who is or was on the list, by whom, why, until when. */
export const AccessLine = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  part: CasePart,
  since: Instant,
  until: Instant.optional(),
  byName: z.string(),
  reason: z.string(),
});
export type AccessLine = z.infer<typeof AccessLine>;

export const CaseStep = z.object({
  at: Instant,
  kind: CaseStepKind,
  /** The day that was entered; absent where the step is of its moment. */
  onDay: CalendarDate.optional(),
  byName: z.string(),
  note: z.string().optional(),
  deviations: z.array(Deviation),
});
export type CaseStep = z.infer<typeof CaseStep>;

export const Finding = z.object({
  id: Id,
  kind: FindingKind,
  about: z.string(),
  text: z.string(),
  byName: z.string(),
  at: Instant,
});
export type Finding = z.infer<typeof Finding>;

export const Statement = z.object({ at: Instant, byName: z.string(), kind: z.enum(['EXPLANATION', 'RESERVATION']), text: z.string() });
export type Statement = z.infer<typeof Statement>;

export const CaseDocument = z.object({
  id: Id,
  kind: z.enum(['SELF_REPORT', 'EVIDENCE']),
  findingId: Id.optional(),
  name: z.string(),
  type: z.string(),
  bytes: z.number().int(),
  at: Instant,
});
export type CaseDocument = z.infer<typeof CaseDocument>;

/** What the case was opened from; `caseId` is the case that was handed on, for who is on its list too. */
const CameFrom = z.object({ nodeName: z.string().optional(), datedOn: CalendarDate.optional(), handedOn: z.boolean(), caseId: Id.optional() });

/** Where the case went on to, and how far that is as the receiver lets it be known; ids for who is on those lists too. */
const WentTo = z.object({
  target: EscalationTarget,
  toName: z.string().optional(),
  state: WrittenReportState.optional(),
  receivedAt: Instant.optional(),
  answer: z.string().optional(),
  caseId: Id.optional(),
  disciplineId: Id.optional(),
});

export const InspectionCase = z.object({
  ...head,
  subjectId: Id,
  periodFrom: CalendarDate,
  periodTo: CalendarDate,
  openedOn: CalendarDate,
  decidedOn: CalendarDate.optional(),
  announceBy: CalendarDate.optional(),
  announcedOn: CalendarDate.optional(),
  workFrom: CalendarDate.optional(),
  selfReportBy: CalendarDate.optional(),
  concludedOn: CalendarDate.optional(),
  leader: Named.optional(),
  team: z.array(Named),
  plan: CasePlan.optional(),
  minutes: CaseMinutes.optional(),
  report: CaseReport.optional(),
  conclusion: z.string().optional(),
  cameFrom: CameFrom.optional(),
  wentTo: WentTo.optional(),
  access: z.array(AccessLine),
  steps: z.array(CaseStep),
  notes: z.array(z.object({ at: Instant, byName: z.string(), text: z.string() })),
  findings: z.array(Finding),
  statements: z.array(Statement),
  documents: z.array(CaseDocument),
  papers: z.array(CasePaper),
  recommendations: z.array(Recommendation),
  /** What still stands in the way of the decision, as sentences. */
  missing: z.array(z.string()),
  may: z.array(CaseAct),
  /** To whom it could be handed on: the body's own organization, then those above, the nearest first. Empty for who may not. */
  receivers: z.array(Named),
});
export type InspectionCase = z.infer<typeof InspectionCase>;

const caseId = { caseId: Id };

/** The whole of a case for who is on its list; its subject reads their own side of it (case-subject). */
export const getCase = query({
  subject: 'inspection.case.get',
  http: get('/inspection-cases/:caseId'),
  access: { self: true },
  audit: 'Đọc hồ sơ cuộc kiểm tra, giám sát',
  input: z.strictObject(caseId),
  output: InspectionCase,
});

/** Adds somebody to the list of a case, or takes them off it; both stay readable with their reason. */
export const addToCase = command({
  subject: 'inspection.case.add-person',
  http: post('/inspection-cases/:caseId/people'),
  access: { self: true },
  audit: 'Thêm người được biết cuộc kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject({ ...caseId, personId: Id, part: CasePart.extract(['DECIDER', 'SUBJECT', 'READER']), reason: line(500) }),
  output: CaseStanding,
  errors: {
    'inspection/not-your-part': forbidden('Chỉ người ra quyết định được thay đổi danh sách người được biết.'),
    'inspection/on-the-list': conflict('Đồng chí này đã có tên trong danh sách.'),
    'inspection/conflict-of-interest': teamRefusals['inspection/conflict-of-interest'],
    'inspection/not-announced': conflict('Đối tượng chỉ được thêm vào danh sách sau khi triển khai quyết định.'),
  },
});

export const removeFromCase = command({
  subject: 'inspection.case.remove-person',
  http: post('/inspection-cases/:caseId/people/:accessId/removal'),
  access: { self: true },
  audit: 'Thôi cho biết cuộc kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject({ ...caseId, accessId: Id, reason: line(500) }),
  output: CaseStanding,
  errors: {
    'inspection/not-your-part': forbidden('Chỉ người ra quyết định được thay đổi danh sách người được biết.'),
    'inspection/must-stay': conflict(
      'Đồng chí này còn giữ việc trong cuộc kiểm tra, giám sát. Hãy phân công người thay trước khi bỏ khỏi danh sách.',
    ),
  },
});
