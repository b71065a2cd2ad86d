import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, line, page, pageInput, text, Version } from '../types.js';

/** For what somebody is being prepared (quy hoạch). */
export const PreparationPost = z.enum(['SECRETARY', 'DEPUTY', 'MEMBER']);
export type PreparationPost = z.infer<typeof PreparationPost>;

export const preparationPostLabel: Record<PreparationPost, string> = { SECRETARY: 'Bí thư', DEPUTY: 'Phó Bí thư', MEMBER: 'Ủy viên' };

/** TAKEN_OUT: by a decision, before or after it was approved. That its time is over is told beside the state. */
export const PreparationState = z.enum(['PROPOSED', 'APPROVED', 'TAKEN_OUT']);
export type PreparationState = z.infer<typeof PreparationState>;

export const preparationStateLabel: Record<PreparationState, string> = {
  PROPOSED: 'Được giới thiệu',
  APPROVED: 'Trong quy hoạch',
  TAKEN_OUT: 'Đã đưa ra khỏi quy hoạch',
};

/** What a rule of preparation looks at. */
export const PreparationAspect = z.enum(['MEMBERSHIP', 'AGE', 'PARTY_AGE', 'THEORY', 'DUTY_COURSE']);
export type PreparationAspect = z.infer<typeof PreparationAspect>;

export const preparationAspectLabel: Record<PreparationAspect, string> = {
  MEMBERSHIP: 'Tư cách đảng viên',
  AGE: 'Tuổi',
  PARTY_AGE: 'Tuổi đảng',
  THEORY: 'Lý luận chính trị',
  DUTY_COURSE: 'Bồi dưỡng theo chức vụ',
};

/** NO_RULE: no document that is in the register asks for anything; UNKNOWN: the record does not say. No sum, no score, no order is made of these. */
export const PreparationVerdict = z.enum(['MET', 'LACKING', 'NO_RULE', 'UNKNOWN']);
export type PreparationVerdict = z.infer<typeof PreparationVerdict>;

export const preparationVerdictLabel: Record<PreparationVerdict, string> = {
  MET: 'Có',
  LACKING: 'Còn thiếu',
  NO_RULE: 'Chưa có quy định',
  UNKNOWN: 'Hồ sơ chưa ghi',
};

export const PreparationCheck = z.object({
  aspect: PreparationAspect,
  verdict: PreparationVerdict,
  /** What the record says: '41 tuổi', 'Sơ cấp'. */
  has: z.string(),
  /** What the rule asks, and where that comes from. */
  says: z.string().optional(),
  source: z.string().optional(),
});
export type PreparationCheck = z.infer<typeof PreparationCheck>;

/** An act on an entry, with the decision that it rests on. */
const PreparationStep = z.object({
  on: CalendarDate,
  act: z.enum(['PROPOSED', 'APPROVED', 'RENEWED', 'TAKEN_OUT']),
  decision: z.string().optional(),
  because: z.string().optional(),
  to: CalendarDate.optional(),
});
export type PreparationStep = z.infer<typeof PreparationStep>;

export const preparationActLabel: Record<PreparationStep['act'], string> = {
  PROPOSED: 'Giới thiệu',
  APPROVED: 'Phê duyệt',
  RENEWED: 'Kéo dài thời hạn',
  TAKEN_OUT: 'Đưa ra khỏi quy hoạch',
};

export const Preparation = z.object({
  id: Id,
  version: Version,
  nodeId: Id,
  nodeName: z.string(),
  personId: Id,
  personName: z.string(),
  /** Where they belong. */
  cellName: z.string(),
  bodyId: Id,
  bodyName: z.string(),
  post: PreparationPost,
  /** '2025-2030'. */
  term: z.string(),
  from: CalendarDate,
  /** The last day. */
  to: CalendarDate,
  proposedBy: z.string(),
  state: PreparationState,
  /** Approved, and its last day is past. */
  expired: z.boolean(),
  steps: z.array(PreparationStep),
  /** What they have and lack, computed when asked. */
  checks: z.array(PreparationCheck),
});
export type Preparation = z.infer<typeof Preparation>;

/** How an entry stands after an act. */
export const PreparationStanding = z.object({ id: Id, version: Version, state: PreparationState });
export type PreparationStanding = z.infer<typeof PreparationStanding>;

const decision = { decision: line(120), decidedOn: CalendarDate };
const refusals = {
  'training/preparation-secret': invalid('Văn bản có độ mật không được ghi vào hệ thống. Hãy xử lý theo chế độ bảo vệ bí mật nhà nước.'),
} as const;
const notInState = conflict('Việc này không làm được ở trạng thái hiện tại. Hãy tải lại trang.');
const inTheFuture = invalid('Ngày của văn bản không thể ở tương lai.');

/** Somebody is proposed for a post in a body of the organization. */
export const proposePreparation = command({
  subject: 'training.preparation.propose',
  http: post('/training/preparations'),
  access: { grant: 'training:pool', on: 'nodeId' },
  audit: 'Giới thiệu người vào quy hoạch',
  on: 'new',
  input: z.strictObject({
    nodeId: Id,
    personId: Id,
    post: PreparationPost,
    term: z.string().regex(/^20\d\d-20\d\d$/, { error: 'Nhiệm kỳ ghi như 2025-2030' }),
    from: CalendarDate,
    to: CalendarDate,
    proposedBy: line(200),
  }),
  output: PreparationStanding,
  errors: {
    ...refusals,
    'training/preparation-exists': conflict('Người này đã có trong danh sách cho chức vụ này.'),
    'training/person-outside': invalid('Người này không sinh hoạt ở tổ chức đã chọn hoặc tổ chức trực thuộc. Hãy chọn lại.'),
    'training/preparation-no-body': invalid('Tổ chức này không có cấp ủy hoặc chi bộ để quy hoạch chức vụ. Hãy chọn tổ chức khác.'),
    'training/preparation-period': invalid('Ngày kết thúc phải sau ngày bắt đầu.'),
  },
});

const preparationId = { preparationId: Id };

export const approvePreparation = command({
  subject: 'training.preparation.approve',
  http: post('/training/preparations/:preparationId/approval'),
  access: { grant: 'training:pool' },
  audit: 'Ghi quyết định phê duyệt quy hoạch',
  on: 'existing',
  input: z.strictObject({ ...preparationId, ...decision }),
  output: PreparationStanding,
  errors: { ...refusals, 'training/preparation-not-in-state': notInState, 'training/in-the-future': inTheFuture },
});

/** It goes on until a later day. */
export const renewPreparation = command({
  subject: 'training.preparation.renew',
  http: post('/training/preparations/:preparationId/renewal'),
  access: { grant: 'training:pool' },
  audit: 'Ghi kéo dài thời hạn quy hoạch',
  on: 'existing',
  input: z.strictObject({ ...preparationId, ...decision, to: CalendarDate }),
  output: PreparationStanding,
  errors: {
    ...refusals,
    'training/preparation-not-in-state': notInState,
    'training/in-the-future': inTheFuture,
    'training/preparation-period': invalid('Thời hạn mới phải sau thời hạn hiện có.'),
  },
});

export const takeOutPreparation = command({
  subject: 'training.preparation.take-out',
  http: post('/training/preparations/:preparationId/taking-out'),
  access: { grant: 'training:pool' },
  audit: 'Ghi đưa người ra khỏi quy hoạch',
  on: 'existing',
  input: z.strictObject({ ...preparationId, because: text(500), decision: line(120).optional(), decidedOn: CalendarDate }),
  output: PreparationStanding,
  errors: { ...refusals, 'training/preparation-not-in-state': notInState, 'training/in-the-future': inTheFuture },
});

/** Who is being prepared at and below an organization, by given name. Every reading is on record. */
export const listPreparations = query({
  subject: 'training.preparation.list',
  http: get('/training/preparations'),
  access: { grant: 'training:pool', on: 'nodeId' },
  audit: 'Xem danh sách quy hoạch',
  input: z.strictObject({ ...pageInput, nodeId: Id, post: PreparationPost.optional(), state: PreparationState.optional() }),
  output: page(Preparation),
});

export const getPreparation = query({
  subject: 'training.preparation.get',
  http: get('/training/preparations/:preparationId'),
  access: { grant: 'training:pool' },
  audit: 'Xem một người trong quy hoạch',
  input: z.strictObject(preparationId),
  output: Preparation,
});

export const exportPreparations = query({
  subject: 'training.preparation.export',
  http: get('/organizations/:nodeId/preparations/workbook'),
  access: { grant: 'training:pool', on: 'nodeId', stepUp: true },
  audit: 'Xuất danh sách quy hoạch',
  input: z.strictObject({ nodeId: Id }),
  output: Download,
  download: true,
});
