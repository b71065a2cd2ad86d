import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { command, get, post, query } from '../operation.js';
import { conflict, forbidden, invalid } from '../problem.js';
import { CalendarDate, Id, Instant, line, page, pageInput, text, Version } from '../types.js';
import { Classification } from '../meetings/meeting-state.js';

/** What was reported as done is checked again: it closes, or is open anew. */
export const RecommendationState = z.enum(['OPEN', 'REPORTED', 'REOPENED', 'CLOSED']);
export type RecommendationState = z.infer<typeof RecommendationState>;

export const recommendationStateLabel: Record<RecommendationState, string> = {
  OPEN: 'Đang thực hiện',
  REPORTED: 'Đã báo cáo, chờ kiểm tra lại',
  REOPENED: 'Kiểm tra lại: chưa đạt, phải làm tiếp',
  CLOSED: 'Kiểm tra lại: đạt, đã kết thúc',
};

/** Who is to do it: one person, or one organization, for which whoever sits in its committee answers. */
export const NewRecommendation = z.strictObject({ content: text(2000), doer: z.enum(['PERSON', 'ORGANIZATION']), doerId: Id, dueOn: CalendarDate });
export type NewRecommendation = z.infer<typeof NewRecommendation>;

export const RecommendationAct = z.enum(['report', 'recheck', 'extend']);
export type RecommendationAct = z.infer<typeof RecommendationAct>;

const stepLabels = { report: 'Báo cáo kết quả thực hiện', recheck: 'Kiểm tra lại', extend: 'Gia hạn' } as const;
export const recommendationStepLabel: Record<RecommendationAct, string> = stepLabels;

export const Recommendation = z.object({
  id: Id,
  version: Version,
  caseId: Id,
  content: z.string(),
  doerName: z.string(),
  dueOn: CalendarDate,
  state: RecommendationState,
  overdue: z.boolean(),
  history: z.array(z.object({ at: Instant, act: RecommendationAct, byName: z.string(), text: z.string() })),
  evidence: z.array(z.object({ id: Id, name: z.string() })),
  may: z.array(RecommendationAct),
});
export type Recommendation = z.infer<typeof Recommendation>;

/** How a recommendation stands: nothing of what is written in it. */
export const RecommendationStanding = z.object({ id: Id, version: Version, state: RecommendationState });
export type RecommendationStanding = z.infer<typeof RecommendationStanding>;

const recommendationId = { recommendationId: Id };
const refusals = {
  'inspection/recommendation-not-in-state': conflict('Việc này không làm được ở trạng thái hiện tại của kiến nghị. Hãy tải lại trang.'),
  'inspection/not-your-part': forbidden('Việc này dành cho người được giao. Hãy liên hệ người theo dõi kiến nghị.'),
};

/** What the signed-in person, or an organization in whose committee they sit, is to do after conclusions; the soonest deadline first. */
export const myRecommendations = query({
  subject: 'inspection.recommendation.mine',
  http: get('/my/recommendations'),
  access: { self: true },
  input: z.strictObject({ ...pageInput, open: z.stringbool().default(true) }),
  output: page(Recommendation),
});

export const reportRecommendation = command({
  subject: 'inspection.recommendation.report',
  http: post('/recommendations/:recommendationId/report'),
  access: { self: true },
  audit: 'Báo cáo thực hiện kiến nghị sau kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject({
    ...recommendationId,
    text: text(5000),
    evidence: z
      .array(z.strictObject({ fileId: Id, name: line(200), classification: Classification }))
      .max(5)
      .default([]),
  }),
  output: RecommendationStanding,
  errors: {
    ...refusals,
    'inspection/secret-document': invalid('Hệ thống không nhận tài liệu mật. Hãy chuyển theo đường văn thư mật.'),
    'inspection/file-missing': invalid('Không tìm thấy tệp vừa tải lên. Hãy tải lên lại.'),
  },
});

/** The body looks again at what was reported. */
export const recheckRecommendation = command({
  subject: 'inspection.recommendation.recheck',
  http: post('/recommendations/:recommendationId/recheck'),
  access: { self: true },
  audit: 'Kiểm tra lại việc thực hiện kiến nghị',
  on: 'existing',
  input: z.strictObject({ ...recommendationId, closed: z.boolean(), note: text(2000), dueOn: CalendarDate.optional() }),
  output: RecommendationStanding,
  errors: { ...refusals, 'inspection/deadline-not-later': invalid('Chưa đạt thì phải có thời hạn mới, sau ngày hôm nay.') },
});

export const extendRecommendation = command({
  subject: 'inspection.recommendation.extend',
  http: post('/recommendations/:recommendationId/extension'),
  access: { self: true },
  audit: 'Gia hạn thực hiện kiến nghị',
  on: 'existing',
  input: z.strictObject({ ...recommendationId, dueOn: CalendarDate, reason: line(500) }),
  output: RecommendationStanding,
  errors: { ...refusals, 'inspection/deadline-not-later': invalid('Thời hạn mới phải sau thời hạn cũ và không ở quá khứ.') },
});

export const downloadRecommendationEvidence = query({
  subject: 'inspection.recommendation.download-evidence',
  http: get('/recommendations/:recommendationId/evidence/:documentId'),
  access: { self: true },
  audit: 'Tải minh chứng thực hiện kiến nghị',
  input: z.strictObject({ ...recommendationId, documentId: Id }),
  output: Download,
  download: true,
});

/**
 * Recommendations past their deadline: where and since when, and whether they are fewer than three; how many, the report tells,
 * which looks to it that nothing can be taken away from anything. Nothing of what they say.
 */
export const overdueRecommendations = query({
  subject: 'inspection.recommendation.overdue',
  http: get('/organizations/:nodeId/overdue-recommendations'),
  access: { grant: 'inspection:read', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id }),
  output: page(z.object({ nodeId: Id, nodeName: z.string(), fewer: z.boolean(), since: CalendarDate })),
});
