import { z } from 'zod';
import { command, get, post, put, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, Instant, line, page, pageInput, Version } from '../types.js';

/** Drafted, approved by the committee in a meeting, closed with its year. What changes after the approval is an amendment with its reason. */
export const TrainingPlanState = z.enum(['DRAFT', 'APPROVED', 'CLOSED']);
export type TrainingPlanState = z.infer<typeof TrainingPlanState>;

export const trainingPlanStateLabel: Record<TrainingPlanState, string> = {
  DRAFT: 'Đang dự thảo',
  APPROVED: 'Đã phê duyệt',
  CLOSED: 'Đã kết thúc',
};

export const TrainingPlanAct = z.enum(['plan', 'approve', 'amend', 'close']);
export type TrainingPlanAct = z.infer<typeof TrainingPlanAct>;

export const PlannedCourseState = z.enum(['PLANNED', 'CANCELLED']);
export type PlannedCourseState = z.infer<typeof PlannedCourseState>;

export const TrainingYear = z.coerce.number().int().min(2016).max(2100);
const year = z.number().int().min(2016).max(2100);
/** Places in all classes of one line of a plan. */
const places = z.number().int().min(1).max(20_000);

/** How many places of a planned course an organization gets. */
export const Quota = z.object({ nodeId: Id, nodeName: z.string(), places: z.number().int() });
export type Quota = z.infer<typeof Quota>;

/** A course that a plan holds: one or several classes between two days. */
export const PlannedCourse = z.object({
  id: Id,
  courseId: Id,
  courseLabel: z.string(),
  /** The edition of the syllabus that is in force when it begins. */
  edition: z.number().int(),
  fromOn: CalendarDate,
  toOn: CalendarDate,
  classes: z.number().int(),
  places: z.number().int(),
  place: z.string(),
  state: PlannedCourseState,
  quotas: z.array(Quota),
});
export type PlannedCourse = z.infer<typeof PlannedCourse>;

export const PlanAmendmentType = z.enum(['ADD', 'CHANGE', 'CANCEL', 'QUOTA']);
export type PlanAmendmentType = z.infer<typeof PlanAmendmentType>;

export const planAmendmentLabel: Record<PlanAmendmentType, string> = {
  ADD: 'Bổ sung lớp',
  CHANGE: 'Thay đổi lớp',
  CANCEL: 'Hủy lớp',
  QUOTA: 'Phân bổ lại chỉ tiêu',
};

export const PlanAmendment = z.object({
  number: z.number().int(),
  at: Instant,
  type: PlanAmendmentType,
  courseLabel: z.string(),
  reason: z.string(),
});
export type PlanAmendment = z.infer<typeof PlanAmendment>;

const head = {
  id: Id,
  version: Version,
  nodeId: Id,
  nodeName: z.string(),
  year: z.number().int(),
  state: TrainingPlanState,
  courses: z.number().int(),
  places: z.number().int(),
} as const;

export const TrainingPlanLine = z.object(head);
export type TrainingPlanLine = z.infer<typeof TrainingPlanLine>;

/** A plan whole: its courses by the day they begin. */
export const TrainingPlan = z.object({
  ...head,
  approval: z.object({ on: CalendarDate, meeting: z.string(), number: z.string().optional(), numberAwaited: z.boolean() }).optional(),
  closedAt: Instant.optional(),
  lines: z.array(PlannedCourse),
  amendments: z.array(PlanAmendment),
  may: z.array(TrainingPlanAct),
});
export type TrainingPlan = z.infer<typeof TrainingPlan>;

/** The plans of a year at an organization and, if asked, below it, by the organization's code. */
export const listTrainingPlans = query({
  subject: 'training.plan.list',
  http: get('/training/plans'),
  access: { grant: 'training:read', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id, year: TrainingYear, below: z.stringbool().default(false) }),
  output: page(TrainingPlanLine),
});

const planId = { planId: Id };

export const getTrainingPlan = query({
  subject: 'training.plan.get',
  http: get('/training/plans/:planId'),
  access: { grant: 'training:read' },
  input: z.strictObject(planId),
  output: TrainingPlan,
});

export const openTrainingPlan = command({
  subject: 'training.plan.open',
  http: post('/training/plans'),
  access: { grant: 'training:plan', on: 'nodeId' },
  audit: 'Bắt đầu dự thảo kế hoạch bồi dưỡng năm',
  on: 'new',
  input: z.strictObject({ nodeId: Id, year }),
  output: TrainingPlan,
  errors: {
    'training/plan-exists': conflict('Năm này tổ chức đã có kế hoạch bồi dưỡng. Hãy mở kế hoạch đó để bổ sung.'),
    'training/no-committee': invalid('Tổ chức này không có cấp ủy để lập kế hoạch bồi dưỡng. Chi bộ nêu nhu cầu, cấp ủy cấp trên lập kế hoạch.'),
  },
});

const notInState = conflict('Việc này không làm được ở trạng thái hiện tại của kế hoạch. Hãy tải lại trang.');
const changing = {
  'training/plan-not-in-state': notInState,
  'training/reason-missing': invalid('Kế hoạch đã phê duyệt: hãy ghi lý do điều chỉnh.'),
} as const;
const dates = {
  'training/dates-unfit': invalid('Ngày khai giảng và bế giảng phải theo thứ tự và trong năm của kế hoạch.'),
  'training/course-unknown': invalid('Lớp học này không có trong danh mục hoặc chưa có chương trình ở ngày khai giảng. Hãy chọn lại.'),
} as const;
/** Why an approved plan is changed; left out while it is a draft. */
const reason = line(300).optional();
const held = { fromOn: CalendarDate, toOn: CalendarDate, classes: z.number().int().min(1).max(500), places, place: line(200), reason };

export const MOST_PLANNED = 200;

export const addPlannedCourse = command({
  subject: 'training.plan.add-course',
  http: post('/training/plans/:planId/courses'),
  access: { grant: 'training:plan' },
  audit: 'Thêm lớp vào kế hoạch bồi dưỡng',
  on: 'existing',
  input: z.strictObject({ ...planId, courseId: Id, ...held }),
  output: TrainingPlan,
  errors: {
    ...changing,
    ...dates,
    'training/plan-full': conflict(`Kế hoạch đã có ${MOST_PLANNED} dòng. Hãy gộp những lớp cùng loại.`),
  },
});

const plannedId = { plannedId: Id };

export const changePlannedCourse = command({
  subject: 'training.plan.change-course',
  http: put('/training/plans/:planId/courses/:plannedId'),
  access: { grant: 'training:plan' },
  audit: 'Thay đổi lớp trong kế hoạch bồi dưỡng',
  on: 'existing',
  input: z.strictObject({ ...planId, ...plannedId, ...held }),
  output: TrainingPlan,
  errors: {
    ...changing,
    ...dates,
    'training/quota-exceeds': conflict('Tổng chỉ tiêu đã phân bổ nhiều hơn số chỗ mới. Hãy giảm chỉ tiêu trước.'),
  },
});

/** A draft loses the line; an approved plan keeps it as cancelled. */
export const cancelPlannedCourse = command({
  subject: 'training.plan.cancel-course',
  http: post('/training/plans/:planId/courses/:plannedId/cancellation'),
  access: { grant: 'training:plan' },
  audit: 'Bỏ lớp khỏi kế hoạch bồi dưỡng',
  on: 'existing',
  input: z.strictObject({ ...planId, ...plannedId, reason }),
  output: TrainingPlan,
  errors: changing,
});

/** Shares the places of a planned course out; what is left out of the list gets none. */
export const setQuotas = command({
  subject: 'training.plan.set-quotas',
  http: put('/training/plans/:planId/courses/:plannedId/quotas'),
  access: { grant: 'training:plan' },
  audit: 'Phân bổ chỉ tiêu bồi dưỡng cho các tổ chức',
  on: 'existing',
  input: z.strictObject({ ...planId, ...plannedId, quotas: z.array(z.strictObject({ nodeId: Id, places })).max(200), reason }),
  output: TrainingPlan,
  errors: {
    ...changing,
    'training/quota-outside': invalid('Có tổ chức không trực thuộc tổ chức lập kế hoạch. Hãy chọn lại.'),
    'training/quota-exceeds': invalid('Tổng chỉ tiêu nhiều hơn số chỗ của lớp. Hãy giảm bớt hoặc tăng số chỗ.'),
  },
});

/** What the committee has decided is written down; the number comes from its register. */
export const approveTrainingPlan = command({
  subject: 'training.plan.approve',
  http: post('/training/plans/:planId/approval'),
  access: { grant: 'training:approve' },
  audit: 'Ghi việc phê duyệt kế hoạch bồi dưỡng',
  on: 'existing',
  input: z.strictObject({ ...planId, approvedOn: CalendarDate, meeting: line(200) }),
  output: TrainingPlan,
  errors: {
    'training/plan-not-in-state': notInState,
    'training/plan-empty': conflict('Kế hoạch chưa có lớp nào. Hãy thêm ít nhất một lớp rồi phê duyệt.'),
    'training/in-the-future': invalid('Ngày phê duyệt không thể ở tương lai.'),
  },
});

export const closeTrainingPlan = command({
  subject: 'training.plan.close',
  http: post('/training/plans/:planId/closing'),
  access: { grant: 'training:approve' },
  audit: 'Kết thúc kế hoạch bồi dưỡng của năm',
  on: 'existing',
  input: z.strictObject(planId),
  output: TrainingPlan,
  errors: { 'training/plan-not-in-state': notInState },
});

/** Places that plans above have given to an organization. */
export const GivenQuota = z.object({
  plannedId: Id,
  planNodeName: z.string(),
  courseLabel: z.string(),
  fromOn: CalendarDate,
  toOn: CalendarDate,
  place: z.string(),
  places: z.number().int(),
});
export type GivenQuota = z.infer<typeof GivenQuota>;

export const givenQuotas = query({
  subject: 'training.plan.given-quotas',
  http: get('/training/quotas'),
  access: { grant: 'training:read', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id, year: TrainingYear }),
  output: page(GivenQuota),
});
