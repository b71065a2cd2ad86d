import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { BodyKind, Post } from '../organization/body.js';
import { conflict, forbidden, invalid } from '../problem.js';
import { CalendarDate, Id, Instant, page, pageInput, text, Version } from '../types.js';
import { Appeal } from './appeal-state.js';
import {
  DeferralReason,
  DisciplineAct,
  DisciplineDelivery,
  DisciplineNoteKind,
  DisciplinePart,
  DisciplineSource,
  DisciplineState,
  FollowingKind,
  Hearing,
  ViolationContent,
} from './discipline-state.js';
import { DisciplinePaper } from './discipline-paper.js';
import { DisciplineForm, DisciplineSubject, Inspector } from './kind.js';
import { Suspension } from './suspension.js';

const head = {
  id: Id,
  version: Version,
  nodeId: Id,
  nodeName: z.string(),
  actor: Inspector,
  subject: DisciplineSubject,
  personId: Id.optional(),
  /** Of the member, or of the organization. */
  name: z.string(),
  state: DisciplineState,
  form: DisciplineForm.optional(),
  /** How whoever asks stands to it. */
  parts: z.array(DisciplinePart),
  /** The written decision is late by the rule. */
  overdue: z.boolean(),
} as const;

export const DisciplineLine = z.object(head);
export type DisciplineLine = z.infer<typeof DisciplineLine>;

/** Counts by form; who voted for what is stored nowhere. */
export const DisciplineVotes = z.partialRecord(DisciplineForm, z.number().int().nonnegative().max(100_000));

/** What the body may do in one form, in the words of the regulation. */
export const FormCompetence = z.object({
  form: DisciplineForm,
  verdict: z.enum(['MAY', 'MAY_NOT', 'PROPOSES', 'MAY_WITH']),
  says: z.string(),
  source: z.string(),
  /** The last day on which a violation of this weight can be disciplined; absent where there is no limitation. */
  until: CalendarDate.optional(),
  barred: z.boolean(),
});
export type FormCompetence = z.infer<typeof FormCompetence>;

/** A decision of a state body or a union: decided, told of, and by when it was to be told of (296-QĐ/TW). */
export const Following = z.object({
  kind: FollowingKind,
  on: CalendarDate,
  toldOn: CalendarDate.optional(),
  due: CalendarDate.optional(),
  rule: z.string().optional(),
  late: z.boolean(),
});
export type Following = z.infer<typeof Following>;

/** A post in a committee. */
export const HeldSeat = z.object({ bodyId: Id, bodyName: z.string(), kind: BodyKind, post: Post });
export type HeldSeat = z.infer<typeof HeldSeat>;

export const Discipline = z.object({
  ...head,
  subjectNodeId: Id,
  subjectNodeName: z.string(),
  managedByHigherLevel: z.boolean(),
  assignedBySuperior: z.boolean(),
  gravity: DisciplineForm,
  contents: z.array(ViolationContent),
  violation: z.string(),
  committedOn: CalendarDate,
  foundOn: CalendarDate,
  source: z.object({ kind: DisciplineSource, caseId: Id.optional(), on: CalendarDate.optional() }).optional(),
  /** Discipline of others, told of to the Party organization in time or late; of a case that began with one, that one. */
  following: z.array(Following),
  forms: z.array(FormCompetence),
  hearing: z.object({ how: Hearing, on: CalendarDate, by: z.string() }).optional(),
  notes: z.array(z.object({ id: Id, kind: DisciplineNoteKind, at: Instant, by: z.string(), text: z.string() })),
  /** How many would have a vote today; what counts is the day of the vote. */
  votersToday: z.number().int().optional(),
  vote: z
    .object({
      on: CalendarDate,
      voters: z.number().int(),
      present: z.number().int(),
      issued: z.number().int(),
      returned: z.number().int(),
      invalid: z.number().int(),
      votes: DisciplineVotes,
      none: z.number().int(),
      adopted: DisciplineForm.optional(),
      sums: z.string(),
      rule: z.string(),
      number: z.string().optional(),
    })
    .optional(),
  deferral: z.object({ reason: DeferralReason, until: CalendarDate }).optional(),
  proposal: z.object({ nodeId: Id, nodeName: z.string(), actor: Inspector, form: DisciplineForm, on: CalendarDate }).optional(),
  decision: z
    .object({
      form: DisciplineForm,
      by: z.string(),
      on: CalendarDate,
      /** The posts from which it dismisses. */
      dismissedFrom: z.array(HeldSeat),
      from: z.enum(['ANNOUNCEMENT', 'SIGNATURE']),
      effectiveOn: CalendarDate.optional(),
      /** The last day for the written decision, and the sentence of the rule. */
      writtenBy: CalendarDate.optional(),
      writtenRule: z.string().optional(),
      writtenOn: CalendarDate.optional(),
      number: z.string().optional(),
      numberAwaited: z.boolean(),
      delivered: z.object({ how: DisciplineDelivery, on: CalendarDate }).optional(),
    })
    .optional(),
  /**
   * Until when the member may appeal, counted from the day on which they received the decision, or the answer to the appeal before;
   * absent while an appeal is running. `level`: 1 for the first, one more a level higher.
   */
  appeal: z
    .object({
      level: z.number().int(),
      since: CalendarDate.optional(),
      until: CalendarDate.optional(),
      says: z.string(),
      open: z.boolean(),
      to: z.string(),
    })
    .optional(),
  /** Oldest first; what was said in them stands among the notes. */
  appeals: z.array(Appeal),
  suspensions: z.array(Suspension),
  /** The posts in committees that the member holds today, for who may decide on a dismissal. */
  seats: z.array(HeldSeat),
  /** What can be printed now, in the order in which it came. */
  papers: z.array(DisciplinePaper),
  /** Who stands on the lists; empty for whoever the case is about. */
  people: z.array(z.object({ personId: Id, name: z.string(), part: DisciplinePart, since: CalendarDate })),
  /** To whom a form can be proposed, the nearest first; empty where there is nothing to propose. */
  above: z.array(z.object({ nodeId: Id, nodeName: z.string(), actor: Inspector })),
  may: z.array(DisciplineAct),
});
export type Discipline = z.infer<typeof Discipline>;

/** What a command answers: the texts of a case are read by a question that is on record, and lie in no stored answer. */
export const DisciplineStanding = z.object({ id: Id, version: Version, state: DisciplineState });
export type DisciplineStanding = z.infer<typeof DisciplineStanding>;

const about = {
  nodeId: Id,
  actor: Inspector,
  personId: Id.optional(),
  subjectNodeId: Id.optional(),
  assignedBySuperior: z.stringbool().or(z.boolean()).default(false),
  gravity: DisciplineForm,
  contents: z.array(ViolationContent).max(ViolationContent.options.length).default([]),
  committedOn: CalendarDate,
};

/** Whoever works on what concerns people is somebody: an account of an office alone stands on no list. */
export const personMissing = {
  'inspection/person-missing': forbidden('Việc này cần tài khoản gắn với một đảng viên. Hãy nhờ cán bộ quản lý tài khoản gắn hồ sơ đảng viên.'),
} as const;

export const disciplineRefusals = {
  'inspection/not-competent': invalid('Cơ quan này không có thẩm quyền kỷ luật trong trường hợp này. Hãy báo cáo cấp có thẩm quyền.'),
  'inspection/limitation-ended': conflict('Đã hết thời hiệu xử lý kỷ luật đối với vi phạm này. Hãy xem lại ngày vi phạm và mức độ.'),
  'inspection/form-unfit': invalid('Hình thức kỷ luật này không áp dụng cho đối tượng này. Hãy chọn hình thức khác.'),
} as const;

/** Opens a case about a member or an organization. Whoever opens it handles it; the member is on its list from the first moment. */
export const openDiscipline = command({
  subject: 'inspection.discipline.open',
  http: post('/discipline-cases'),
  access: { grant: 'inspection:discipline', on: 'nodeId' },
  audit: 'Mở hồ sơ xem xét kỷ luật',
  on: 'new',
  input: z.strictObject({
    ...about,
    violation: text(4000),
    foundOn: CalendarDate,
    /** Which violation of that day, where there were several: one violation is disciplined once. */
    violationOfDay: z.number().int().min(1).max(9).default(1),
    source: z.strictObject({ kind: DisciplineSource, caseId: Id.optional(), on: CalendarDate.optional() }).optional(),
  }),
  output: DisciplineStanding,
  errors: {
    ...personMissing,
    ...disciplineRefusals,
    'inspection/subject-outside': invalid('Đảng viên hoặc tổ chức này không thuộc phạm vi của cơ quan xem xét kỷ luật. Hãy kiểm tra lại.'),
    'inspection/actor-unfit': invalid('Tổ chức này không có cơ quan như vậy. Hãy chọn lại cơ quan xem xét kỷ luật.'),
    'inspection/source-unfit': invalid('Hồ sơ kiểm tra làm căn cứ không có trong danh sách hồ sơ của đồng chí. Hãy mở từ chính hồ sơ đó.'),
    'inspection/own-case': conflict('Đồng chí không thụ lý hồ sơ kỷ luật về chính mình. Hãy báo cáo cấp trên phân công người khác.'),
    'inspection/in-the-future': invalid('Ngày không thể ở tương lai và phải theo đúng thứ tự: vi phạm, phát hiện. Hãy kiểm tra lại.'),
  },
});

/** What the body may do about such a violation, before a case is opened: the forms, the competence, the limitation. */
export const disciplineOutlook = query({
  subject: 'inspection.discipline.outlook',
  http: get('/organizations/:nodeId/discipline-outlook'),
  access: { grant: 'inspection:discipline', on: 'nodeId' },
  audit: 'Xem thẩm quyền kỷ luật đối với một đối tượng',
  input: z.strictObject({ ...about, contents: z.preprocess((value) => (typeof value === 'string' ? [value] : value), about.contents) }),
  output: z.object({ subject: DisciplineSubject, managedByHigherLevel: z.boolean(), forms: z.array(FormCompetence) }),
  errors: {
    'inspection/subject-outside': openDiscipline.errors['inspection/subject-outside'],
  },
});

/** The cases on whose list the signed-in person stands; `about`: those about themselves, else those that they work on. */
export const myDisciplines = query({
  subject: 'inspection.discipline.mine',
  http: get('/my/discipline-cases'),
  access: { self: true },
  audit: 'Xem danh sách hồ sơ kỷ luật của mình',
  input: z.strictObject({ ...pageInput, about: z.stringbool().default(false) }),
  output: page(DisciplineLine),
});

export const getDiscipline = query({
  subject: 'inspection.discipline.get',
  http: get('/discipline-cases/:disciplineId'),
  access: { self: true },
  audit: 'Xem hồ sơ kỷ luật',
  input: z.strictObject({ disciplineId: Id }),
  output: Discipline,
});
