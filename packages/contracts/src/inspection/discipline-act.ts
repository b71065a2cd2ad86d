import { z } from 'zod';
import type { Command } from '../operation.js';
import { command, get, post, query } from '../operation.js';
import type { Refusals } from '../problem.js';
import { conflict, forbidden, invalid } from '../problem.js';
import { CalendarDate, Id, line, page, pageInput, text } from '../types.js';
import { DisciplineStanding, disciplineRefusals, DisciplineVotes, personMissing } from './discipline.js';
import { DeferralReason, DisciplineDelivery, DisciplinePart, FollowingKind, Hearing } from './discipline-state.js';
import { DisciplineForm, Inspector } from './kind.js';
import { SuspensionKind } from './suspension.js';

const disciplineId = { disciplineId: Id };
const shared = {
  'inspection/discipline-not-in-state': conflict('Việc này không làm được ở bước hiện tại của hồ sơ. Hãy tải lại trang.'),
  'inspection/not-your-part': forbidden('Việc này dành cho người được giao trong hồ sơ và đang giữ quyền thi hành kỷ luật.'),
} as const;
export const future = {
  'inspection/in-the-future': invalid('Ngày này không thể ở tương lai hoặc trước bước liền trước. Hãy kiểm tra lại.'),
} as const;

/** An act of somebody on the list of a case. */
export const act = <S extends z.ZodRawShape, const E extends Refusals = Record<never, never>>(
  verb: string,
  path: string,
  says: { audit: string; input: S; errors?: E },
) =>
  command({
    subject: `inspection.discipline.${verb}` satisfies Command['subject'],
    http: post(`/discipline-cases/:disciplineId/${path}`),
    access: { self: true },
    audit: says.audit,
    on: 'existing',
    input: z.strictObject({ ...disciplineId, ...says.input }),
    output: DisciplineStanding,
    errors: { ...shared, ...(says.errors ?? ({} as E)) },
  });

/** Puts somebody on a list of the case, or takes them off it; whoever the case is about stands on no other. */
export const shareDiscipline = act('share', 'people', {
  audit: 'Thay đổi người được xem hồ sơ kỷ luật',
  input: { personId: Id, part: DisciplinePart.exclude(['SUBJECT', 'DECIDER', 'APPEAL_JUDGE']), on: z.boolean() },
  errors: {
    'inspection/own-case': conflict('Người được xem xét kỷ luật không tham gia thụ lý hồ sơ về chính mình. Hãy chọn đồng chí khác.'),
    'inspection/last-handler': conflict('Hồ sơ phải còn ít nhất một người thụ lý. Hãy thêm người khác trước.'),
  },
});

/** The body's representative met the member and heard them, or the reason why that did not come about. */
export const hearSubject = act('hear', 'hearing', {
  audit: 'Ghi việc gặp, nghe đảng viên trình bày trước khi kỷ luật',
  input: { how: Hearing, on: CalendarDate, byPersonId: Id, text: text(4000) },
  errors: future,
});

/** The member's own words, at any time while the case goes on. */
export const explainDiscipline = act('explain', 'explanations', {
  audit: 'Gửi ý kiến giải trình trong hồ sơ kỷ luật',
  input: { text: text(8000) },
});

const count = z.number().int().nonnegative().max(100_000);

/** The counted ballot: counts only. The outcome follows from the rule; entering it again before anything is announced corrects it. */
export const recordDisciplineVote = act('vote', 'vote', {
  audit: 'Ghi kết quả bỏ phiếu kỷ luật',
  input: {
    on: CalendarDate,
    startedAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Giờ phải có dạng giờ:phút' }),
    venue: line(200),
    chairId: Id,
    counterIds: z.array(Id).min(1).max(5),
    present: count,
    /** Exempt from activities, who came and voted all the same. */
    exemptVoting: count.default(0),
    /** All members of an inspection commission: its seats are kept nowhere else. Of a cell or a committee the roster of the day counts. */
    commissioners: count.optional(),
    issued: count,
    returned: count,
    invalid: count,
    votes: DisciplineVotes,
    none: count,
  },
  errors: {
    ...future,
    'inspection/form-unfit': disciplineRefusals['inspection/form-unfit'],
    'inspection/votes-do-not-add-up': invalid(
      'Số phiếu không khớp. Phiếu phát ra không quá số đảng viên có mặt; phiếu thu về không quá phiếu phát ra; tổng phiếu các hình thức, phiếu không kỷ luật và phiếu không hợp lệ bằng số phiếu thu về. Hãy đối chiếu lại biên bản.',
    ),
    'inspection/too-many-votes': invalid('Số người có mặt nhiều hơn tổng số người có quyền biểu quyết. Hãy kiểm tra lại danh sách.'),
  },
});

export const dismissing = {
  'inspection/seats-missing': invalid(
    'Quyết định cách chức phải nêu rõ chức vụ trong cấp ủy bị cách. Hãy chọn ít nhất một chức vụ đang giữ vào ngày quyết định.',
  ),
} as const;
/** The bodies from whose committee a decision dismisses; where the member sits in one, a dismissal names at least one. */
export const dismissedFrom = z.array(Id).max(20).default([]);

/** By competence: a cell announces the vote and it counts at once; another body has decided, and its decision waits for the signature. */
export const decideDiscipline = act('decide', 'decision', {
  audit: 'Quyết định kỷ luật',
  input: { on: CalendarDate, dismissedFrom },
  errors: {
    ...future,
    ...dismissing,
    ...disciplineRefusals,
    'inspection/none-adopted': conflict('Không có hình thức kỷ luật nào đủ số phiếu. Hãy ghi hồ sơ là không kỷ luật.'),
    'inspection/propose-instead': conflict('Hình thức này không thuộc thẩm quyền quyết định của chi bộ. Hãy gửi đề nghị đến cấp có thẩm quyền.'),
    'inspection/disciplined-already': conflict(
      'Vi phạm này đã bị kỷ luật. Một vi phạm chỉ bị kỷ luật một lần, bằng một hình thức. Hãy xem mục kỷ luật trong hồ sơ đảng viên.',
    ),
  },
});

export const proposeDiscipline = act('propose', 'proposal', {
  audit: 'Đề nghị cấp có thẩm quyền kỷ luật',
  input: { on: CalendarDate, toNodeId: Id, toActor: Inspector },
  errors: {
    ...future,
    ...disciplineRefusals,
    'inspection/none-adopted': conflict('Không có hình thức kỷ luật nào đủ số phiếu. Hãy ghi hồ sơ là không kỷ luật.'),
    'inspection/decide-instead': conflict('Hình thức này thuộc thẩm quyền quyết định của chi bộ. Hãy công bố kết quả bỏ phiếu.'),
    'inspection/not-above': invalid('Chỉ gửi đề nghị đến cấp ủy, ủy ban kiểm tra cấp trên. Hãy chọn tổ chức cấp trên.'),
  },
});

/** Proposals that wait at an organization: where from, when, which form; nothing of the person before somebody takes one up. */
export const listProposals = query({
  subject: 'inspection.discipline.list-proposals',
  http: get('/organizations/:nodeId/discipline-proposals'),
  access: { grant: 'inspection:discipline', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id }),
  output: page(z.object({ disciplineId: Id, fromNodeName: z.string(), actor: Inspector, form: DisciplineForm, on: CalendarDate })),
});

/** Puts the caller on the list of those who decide; again, it changes nothing. */
export const takeUpProposal = command({
  subject: 'inspection.discipline.take-up-proposal',
  http: post('/organizations/:nodeId/discipline-proposals/:disciplineId'),
  access: { grant: 'inspection:discipline', on: 'nodeId' },
  audit: 'Nhận hồ sơ đề nghị kỷ luật',
  on: 'many',
  input: z.strictObject({ nodeId: Id, ...disciplineId }),
  output: z.strictObject({ disciplineId: Id }),
  errors: {
    ...personMissing,
    'inspection/own-case': conflict('Người được xem xét kỷ luật không tham gia quyết định hồ sơ về chính mình. Hãy để đồng chí khác nhận hồ sơ.'),
  },
});

export const decideProposal = act('decide-proposal', 'proposal-decision', {
  audit: 'Quyết định kỷ luật theo đề nghị của cấp dưới',
  input: { on: CalendarDate, form: DisciplineForm, dismissedFrom },
  errors: {
    ...future,
    ...dismissing,
    ...disciplineRefusals,
    'inspection/disciplined-already': conflict(
      'Vi phạm này đã bị kỷ luật. Một vi phạm chỉ bị kỷ luật một lần, bằng một hình thức. Hãy xem mục kỷ luật trong hồ sơ đảng viên.',
    ),
  },
});

/** The written decision is signed; its number comes from the register, a commission's from its own book there. */
export const signDiscipline = act('sign', 'signature', {
  audit: 'Ghi quyết định kỷ luật đã ký',
  input: { on: CalendarDate, signerId: Id },
  errors: future,
});

/** From the day on which the member has it the time for an appeal runs. */
export const deliverDiscipline = act('deliver', 'delivery', {
  audit: 'Ghi việc trao quyết định kỷ luật',
  input: { on: CalendarDate, how: DisciplineDelivery },
  errors: future,
});

export const deferDiscipline = act('defer', 'deferral', {
  audit: 'Tạm hoãn xem xét kỷ luật',
  input: { reason: DeferralReason, until: CalendarDate, note: text(1000) },
  errors: { 'inspection/deferral-past': invalid('Ngày hết tạm hoãn phải sau hôm nay. Hãy chọn ngày khác.') },
});

export const resumeDiscipline = act('resume', 'deferral/end', { audit: 'Tiếp tục xem xét kỷ luật', input: {} });

export const dismissDiscipline = act('dismiss', 'dismissal', {
  audit: 'Kết thúc hồ sơ, không kỷ luật',
  input: { reason: text(2000) },
});

export const endDiscipline = act('end', 'end', {
  audit: 'Ghi quyết định kỷ luật hết hiệu lực',
  input: { on: CalendarDate, reason: text(2000) },
  errors: { ...future, 'inspection/appeal-running': conflict('Đang giải quyết khiếu nại. Hãy chờ kết quả giải quyết.') },
});

const suspending = {
  ...future,
  'inspection/suspended-already': conflict('Đồng chí này đang bị đình chỉ sinh hoạt đảng. Hãy gia hạn hoặc chấm dứt lần đình chỉ đang có.'),
  'inspection/no-seat': invalid(
    'Đồng chí này không tham gia cấp ủy nào vào ngày ấy, nên không đình chỉ sinh hoạt cấp ủy được. Hãy chọn đình chỉ sinh hoạt đảng.',
  ),
  'inspection/not-a-member': invalid('Chỉ đình chỉ sinh hoạt đối với đảng viên. Hãy kiểm tra lại đối tượng của hồ sơ.'),
  'inspection/suspension-too-long': invalid(
    'Thời hạn đình chỉ sinh hoạt đảng vượt quá quy định. Hãy chọn ngày sớm hơn; hết thời hạn, đồng chí sinh hoạt trở lại.',
  ),
  'inspection/extended-already': conflict('Việc đình chỉ sinh hoạt chỉ được gia hạn một lần. Hãy kết luận vụ việc trước khi hết thời hạn.'),
} as const;

/** What a state body or a union decided after the Party; entering it again corrects it. */
export const recordFollowing = act('record-following', 'following', {
  audit: 'Ghi kỷ luật hành chính, đoàn thể',
  input: { kind: FollowingKind, on: CalendarDate, toldOn: CalendarDate.optional() },
  errors: future,
});

/** Suspends the member for as long as the rule has it. */
export const suspendMember = act('suspend', 'suspension', {
  audit: 'Đình chỉ sinh hoạt đảng, sinh hoạt cấp ủy',
  input: { from: CalendarDate, kind: SuspensionKind.default('ACTIVITIES') },
  errors: suspending,
});

/** Once, up to the last day that the rule allows. */
export const extendSuspension = act('extend-suspension', 'suspension/extension', {
  audit: 'Gia hạn đình chỉ sinh hoạt đảng',
  input: { until: CalendarDate },
  errors: suspending,
});

export const liftSuspension = act('lift-suspension', 'suspension/end', {
  audit: 'Chấm dứt đình chỉ sinh hoạt đảng trước hạn',
  input: { on: CalendarDate },
  errors: suspending,
});
