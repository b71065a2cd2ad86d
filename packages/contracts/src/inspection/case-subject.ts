import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { CalendarDate, Id, page, pageInput, text, Version } from '../types.js';
import { caseRefusals } from './case-part.js';
import { CasePaper } from './case-paper.js';
import { attachedFile, fileRefusals } from './case-visit.js';
import { CaseMinutes } from './case-writing.js';
import { CaseDocument, CaseStanding, Statement } from './case.js';
import { CaseState, InspectionKind, SubjectKind } from './kind.js';
import { ProgramActor } from './program.js';
import { Recommendation } from './recommendation.js';

/** What the subject may do themselves: at any time after the announcement say something to it; hand in the self-report. */
export const SubjectAct = z.enum(['hand-in', 'state-opinion']);
export type SubjectAct = z.infer<typeof SubjectAct>;

const head = {
  id: Id,
  version: Version,
  actor: ProgramActor,
  nodeName: z.string(),
  kind: InspectionKind,
  subject: SubjectKind,
  subjectName: z.string(),
  content: z.string(),
  state: CaseState,
  selfReportBy: CalendarDate.optional(),
  dueOn: CalendarDate.optional(),
};

export const CaseOnMe = z.object(head);
export type CaseOnMe = z.infer<typeof CaseOnMe>;

/** What concerns the signed-in person as a subject, or the organization that they speak for; nothing before it was announced. */
export const casesOnMe = query({
  subject: 'inspection.case.on-me',
  http: get('/my/inspections'),
  access: { self: true },
  input: z.strictObject({ ...pageInput }),
  output: page(CaseOnMe),
});

/** The subject's side of a case: what was decided, what they gave and said, the minutes, the conclusion, until when. */
export const SubjectCase = z.object({
  ...head,
  periodFrom: CalendarDate,
  periodTo: CalendarDate,
  announcedOn: CalendarDate.optional(),
  workFrom: CalendarDate.optional(),
  concludedOn: CalendarDate.optional(),
  team: z.array(z.object({ name: z.string(), leads: z.boolean() })),
  minutes: CaseMinutes.optional(),
  conclusion: z.string().optional(),
  statements: z.array(Statement),
  documents: z.array(CaseDocument),
  papers: z.array(CasePaper),
  recommendations: z.array(Recommendation),
  may: z.array(SubjectAct),
});
export type SubjectCase = z.infer<typeof SubjectCase>;

const caseId = { caseId: Id };

export const getCaseOnMe = query({
  subject: 'inspection.case.get-on-me',
  http: get('/my/inspections/:caseId'),
  access: { self: true },
  audit: 'Đối tượng xem việc kiểm tra, giám sát liên quan đến mình',
  input: z.strictObject(caseId),
  output: SubjectCase,
});

export const handInSelfReport = command({
  subject: 'inspection.case.hand-in-self-report',
  http: post('/my/inspections/:caseId/self-report'),
  access: { self: true },
  audit: 'Nộp báo cáo tự kiểm tra',
  on: 'existing',
  input: z.strictObject({ ...caseId, ...attachedFile }),
  output: CaseStanding,
  errors: { ...caseRefusals, ...fileRefusals },
});

/** Stands in the file as it was written; nobody changes it, and going on without one needs a reason. */
export const stateOpinion = command({
  subject: 'inspection.case.state-opinion',
  http: post('/my/inspections/:caseId/opinions'),
  access: { self: true },
  audit: 'Giải trình, bảo lưu ý kiến',
  on: 'existing',
  input: z.strictObject({ ...caseId, kind: Statement.shape.kind, text: text(5000) }),
  output: CaseStanding,
  errors: caseRefusals,
});
