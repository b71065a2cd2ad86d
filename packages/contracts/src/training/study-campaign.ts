import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid, unsupportedType } from '../problem.js';
import { CalendarDate, Id, line, page, pageInput, text, Version } from '../types.js';
import { StudyCampaignAct, StudyCampaignState, StudyDeadlines, StudyPaperKind, StudyState, StudyTier } from './study-state.js';

const count = z.number().int().nonnegative();

/** The paper that is studied, as its heading names it. Nothing of its text is kept. */
export const StudyPaper = z.strictObject({
  kind: StudyPaperKind,
  /** '57-NQ/TW'. */
  number: line(40),
  issuedOn: CalendarDate,
  issuer: line(200),
  /** What it is about, as its heading says. */
  subject: line(400),
});
export type StudyPaper = z.infer<typeof StudyPaper>;

/** What a campaign asks of whom until when. A level without deadlines is not called to take part. */
export const StudyOrder = z.strictObject({
  paper: StudyPaper,
  deadlines: z.array(StudyDeadlines).min(1).max(3),
  requirement: text(2000).optional(),
});
export type StudyOrder = z.infer<typeof StudyOrder>;

/** Where the organization that asks stands in a campaign, if it has been called to take part. */
const OwnLevel = z.object({ levelId: Id, state: StudyState, dueOn: CalendarDate, late: z.boolean(), ended: z.boolean() });

/** A campaign as an organization sees it that leads it or takes part in it. */
export const StudyCampaignLine = z.object({
  id: Id,
  version: Version,
  /** Who leads it. */
  nodeId: Id,
  nodeName: z.string(),
  state: StudyCampaignState,
  ...StudyOrder.shape,
  openedOn: CalendarDate,
  own: OwnLevel.optional(),
});
export type StudyCampaignLine = z.infer<typeof StudyCampaignLine>;

export const StudyCampaign = StudyCampaignLine.extend({
  /** The newest first: what it said before, and why that was changed. */
  amendments: z.array(z.object({ number: z.number().int(), madeOn: CalendarDate, because: z.string(), before: StudyOrder })),
  cascadedOn: CalendarDate.optional(),
  closedOn: CalendarDate.optional(),
  conclusion: z.string().optional(),
  endedBecause: z.string().optional(),
  may: z.array(StudyCampaignAct),
});
export type StudyCampaign = z.infer<typeof StudyCampaign>;

/** How many organizations stand where. An organization that has ended since is in none of them; what it had held counts in the sums. */
export const StudyCounts = z.object({
  nodeId: Id,
  name: z.string(),
  code: z.string(),
  figures: z.array(z.object({ tier: StudyTier, state: StudyState, levels: count, late: count })),
  sessions: count,
  expected: count,
  attended: count,
  essays: count,
});
export type StudyCounts = z.infer<typeof StudyCounts>;

const campaignId = { campaignId: Id };
const seen = { ...campaignId, nodeId: Id };

export const inCampaignState = {
  'training/study-not-in-state': conflict('Việc này không làm được ở bước hiện tại. Hãy tải lại trang để xem bước đang đứng.'),
} as const;
const orderRefusals = {
  'training/study-deadlines': invalid(
    'Mỗi cấp chỉ ghi hạn một lần; hạn học tập không sau hạn ban hành chương trình, hạn ban hành không sau hạn sơ kết, tổng kết.',
  ),
  'training/study-paper-later': invalid('Ngày ban hành văn bản không thể ở tương lai.'),
  'training/secret-document': unsupportedType(
    'Hệ thống không nhận tài liệu mật. Hãy chuyển tài liệu này theo đường văn thư mật và gỡ khỏi máy tính nối mạng.',
  ),
} as const;

/** What an organization leads, and what has reached it from above; the newest first. */
export const listStudyCampaigns = query({
  subject: 'training.study-campaign.list',
  http: get('/study-campaigns'),
  access: { grant: 'training:read', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id }),
  output: page(StudyCampaignLine),
});

/** A campaign as one organization sees it: who leads it, or lies above somebody whom it has reached. */
export const getStudyCampaign = query({
  subject: 'training.study-campaign.get',
  http: get('/study-campaigns/:campaignId/at/:nodeId'),
  access: { grant: 'training:read', on: 'nodeId' },
  input: z.strictObject(seen),
  output: StudyCampaign,
});

/** How many stand where: an organization first, then those right below it. */
export const studyCounts = query({
  subject: 'training.study-campaign.counts',
  http: get('/study-campaigns/:campaignId/at/:nodeId/counts'),
  access: { grant: 'training:read', on: 'nodeId' },
  input: z.strictObject(seen),
  output: z.object({ items: z.array(StudyCounts) }),
});

/** Counts and every organization below as a workbook. */
export const exportStudy = query({
  subject: 'training.study-campaign.export',
  http: get('/study-campaigns/:campaignId/at/:nodeId/file'),
  access: { grant: 'training:read', on: 'nodeId' },
  audit: 'Kết xuất tình hình học tập, quán triệt văn bản',
  input: z.strictObject(seen),
  output: Download,
  download: true,
});

export const openStudyCampaign = command({
  subject: 'training.study-campaign.open',
  http: post('/study-campaigns'),
  access: { grant: 'training:plan', on: 'nodeId' },
  audit: 'Lập đợt học tập, quán triệt văn bản',
  on: 'new',
  input: StudyOrder.extend({ nodeId: Id }),
  output: StudyCampaignLine,
  errors: orderRefusals,
});

/** Changes what is asked or until when. Once it has gone down to the organizations there must be a reason, which stays with it. */
export const amendStudyCampaign = command({
  subject: 'training.study-campaign.amend',
  http: post('/study-campaigns/:campaignId/amendments'),
  access: { grant: 'training:plan' },
  audit: 'Điều chỉnh đợt học tập, quán triệt văn bản',
  on: 'existing',
  input: StudyOrder.extend({ ...campaignId, because: line(500).optional() }),
  output: StudyCampaignLine,
  errors: {
    ...inCampaignState,
    ...orderRefusals,
    'training/study-reason-missing': invalid('Đợt học tập đã triển khai. Hãy ghi lý do điều chỉnh.'),
    'training/study-tier-dropped': invalid('Cấp đã triển khai thì không bỏ hạn được. Hãy ghi đủ hạn của cấp đó.'),
  },
  deadlineSeconds: 30,
});

/** Puts the paper before every organization below that has deadlines, and before whoever leads. */
export const cascadeStudyCampaign = command({
  subject: 'training.study-campaign.cascade',
  http: post('/study-campaigns/:campaignId/cascade'),
  access: { grant: 'training:plan' },
  audit: 'Triển khai văn bản đến các tổ chức trực thuộc',
  on: 'existing',
  input: z.strictObject(campaignId),
  output: StudyCampaignLine,
  errors: {
    ...inCampaignState,
    'training/study-nobody': conflict('Không có tổ chức nào thuộc các cấp đã ghi hạn. Hãy điều chỉnh hạn của các cấp rồi triển khai.'),
  },
  deadlineSeconds: 60,
});

/** Brings it in line with the tree of today at once; each night does the same by itself. */
export const catchUpStudyCampaign = command({
  subject: 'training.study-campaign.catch-up',
  http: post('/study-campaigns/:campaignId/catch-up'),
  access: { grant: 'training:plan' },
  audit: 'Cập nhật đợt học tập theo tổ chức mới lập, sáp nhập',
  on: 'existing',
  input: z.strictObject(campaignId),
  output: StudyCampaignLine,
  errors: inCampaignState,
  deadlineSeconds: 60,
});

/** After this no level changes any more. Those that have not finished ask for a reason. */
export const closeStudyCampaign = command({
  subject: 'training.study-campaign.close',
  http: post('/study-campaigns/:campaignId/closing'),
  access: { grant: 'training:plan' },
  audit: 'Tổng kết, kết thúc đợt học tập, quán triệt văn bản',
  on: 'existing',
  input: z.strictObject({ ...campaignId, conclusion: text(4000), because: line(500).optional() }),
  output: StudyCampaignLine,
  errors: {
    ...inCampaignState,
    'training/study-levels-open': conflict('Còn tổ chức chưa sơ kết, tổng kết. Hãy đợi, hoặc nêu lý do kết thúc khi chưa đủ.'),
  },
  deadlineSeconds: 60,
});

export const cancelStudyCampaign = command({
  subject: 'training.study-campaign.cancel',
  http: post('/study-campaigns/:campaignId/cancellation'),
  access: { grant: 'training:plan' },
  audit: 'Hủy đợt học tập, quán triệt văn bản',
  on: 'existing',
  input: z.strictObject({ ...campaignId, because: line(500) }),
  output: StudyCampaignLine,
  errors: inCampaignState,
  deadlineSeconds: 60,
});
