import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { Classification } from '../meetings/meeting-state.js';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid, notFound, unsupportedType } from '../problem.js';
import { CalendarDate, Id, line, page, pageInput, text, Version } from '../types.js';
import { inCampaignState, StudyPaper } from './study-campaign.js';
import { StudyAct, StudyAudience, StudyCampaignState, StudyDeadlines, StudyState, StudyTier } from './study-state.js';

/** The product's own limit: sessions that one organization holds about one paper. */
export const MOST_SESSIONS = 60;

const count = z.number().int().nonnegative();
const people = z.number().int().min(0).max(100_000);

/** The program of action or plan of an organization, under the number of its own book. */
export const OwnProgram = z.object({
  /** '12-CTr/ĐU'. */
  number: z.string(),
  issuedOn: CalendarDate,
  /** The name of its file, where one is attached. */
  fileName: z.string().optional(),
});
export type OwnProgram = z.infer<typeof OwnProgram>;

/** Where one organization stands: a line of the list, and what commands answer. */
export const StudyLevelLine = z.object({
  id: Id,
  version: Version,
  campaignId: Id,
  nodeId: Id,
  nodeName: z.string(),
  tier: StudyTier,
  state: StudyState,
  /** Until when the next step is to be done; the last one's day once all are. */
  dueOn: CalendarDate,
  late: z.boolean(),
  sessions: count,
  expected: count,
  attended: count,
  essays: count,
  program: OwnProgram.optional(),
  studiedOn: CalendarDate.optional(),
  reviewedOn: CalendarDate.optional(),
  /** Since when the organization is no longer there, or no longer below whoever leads. */
  endedOn: CalendarDate.optional(),
});
export type StudyLevelLine = z.infer<typeof StudyLevelLine>;

/** Counts only: who took part stands on the paper roll of the organization. */
export const StudySession = z.object({
  id: Id,
  heldOn: CalendarDate,
  audience: StudyAudience,
  content: z.string(),
  expected: count,
  attended: count,
  essays: count,
});
export type StudySession = z.infer<typeof StudySession>;

export const StudyLevel = StudyLevelLine.extend({
  campaignState: StudyCampaignState,
  leaderName: z.string(),
  paper: StudyPaper,
  requirement: z.string().optional(),
  /** As they are for this organization: one that was added later has as many days as the others had. */
  deadlines: StudyDeadlines,
  /** By the day on which they were held. */
  held: z.array(StudySession),
  implementingFrom: CalendarDate.optional(),
  review: z.string().optional(),
  may: z.array(StudyAct),
});
export type StudyLevel = z.infer<typeof StudyLevel>;

/** What an organization still owes, with the paper it is about. */
export const OwedStudy = StudyLevelLine.extend({ paper: StudyPaper });
export type OwedStudy = z.infer<typeof OwedStudy>;

const levelId = { levelId: Id };
const inState = inCampaignState;
const future = invalid('Ngày này không thể ở tương lai.');
const before = invalid('Ngày này không thể trước ngày ban hành văn bản được học tập.');

/** Organizations at and below one, in the order of the tree: no other order is offered, for nobody is ranked. */
export const listStudyLevels = query({
  subject: 'training.study-level.list',
  http: get('/study-campaigns/:campaignId/at/:nodeId/levels'),
  access: { grant: 'training:read', on: 'nodeId' },
  input: z.strictObject({
    ...pageInput,
    campaignId: Id,
    nodeId: Id,
    tier: StudyTier.optional(),
    state: StudyState.optional(),
    late: z.stringbool().default(false),
    /** Those that are no longer there, instead of those that are. */
    ended: z.stringbool().default(false),
  }),
  output: page(StudyLevelLine),
});

/** What is still to be done by the organizations where one holds the right oneself; the first deadline first. */
export const owedStudies = query({
  subject: 'training.study-level.owed',
  http: get('/my/study-levels'),
  access: { grant: 'training:study' },
  input: z.strictObject(pageInput),
  output: page(OwedStudy),
});

export const getStudyLevel = query({
  subject: 'training.study-level.get',
  http: get('/study-levels/:levelId'),
  access: { grant: 'training:read' },
  input: z.strictObject(levelId),
  output: StudyLevel,
});

export const downloadOwnProgram = query({
  subject: 'training.study-level.download-program',
  http: get('/study-levels/:levelId/program'),
  access: { grant: 'training:read' },
  audit: 'Tải chương trình thực hiện văn bản',
  input: z.strictObject(levelId),
  output: Download,
  download: true,
  errors: { 'training/program-without-file': conflict('Chương trình, kế hoạch này chưa có tệp kèm theo. Hãy đính kèm tệp rồi tải lại.') },
});

/** A session was held. */
export const holdStudySession = command({
  subject: 'training.study-level.hold-session',
  http: post('/study-levels/:levelId/sessions'),
  access: { grant: 'training:study' },
  audit: 'Ghi buổi học tập, quán triệt văn bản',
  on: 'existing',
  input: z.strictObject({
    ...levelId,
    heldOn: CalendarDate,
    audience: StudyAudience,
    content: line(300),
    expected: people,
    attended: people,
    essays: people,
  }),
  output: StudyLevelLine,
  errors: {
    ...inState,
    'training/study-in-future': future,
    'training/study-before-paper': before,
    'training/study-attended': invalid('Số dự không thể lớn hơn số triệu tập, số bài thu hoạch không thể lớn hơn số dự.'),
    'training/study-sessions-full': conflict(`Đã ghi đủ ${MOST_SESSIONS} buổi. Hãy gộp các buổi cùng ngày, cùng đối tượng.`),
  },
});

/** A session was written down by mistake; what it said stays on record with the reason. */
export const dropStudySession = command({
  subject: 'training.study-level.drop-session',
  http: post('/study-levels/:levelId/sessions/:sessionId/removal'),
  access: { grant: 'training:study' },
  audit: 'Bỏ buổi học tập ghi nhầm',
  on: 'existing',
  input: z.strictObject({ ...levelId, sessionId: Id, because: line(300) }),
  output: StudyLevelLine,
  errors: inState,
});

export const finishStudy = command({
  subject: 'training.study-level.finish-study',
  http: post('/study-levels/:levelId/studied'),
  access: { grant: 'training:study' },
  audit: 'Ghi hoàn thành học tập, quán triệt văn bản',
  on: 'existing',
  input: z.strictObject(levelId),
  output: StudyLevelLine,
  errors: { ...inState, 'training/study-no-session': conflict('Chưa ghi buổi học tập nào. Hãy ghi buổi học tập trước.') },
});

/** Its number, date and file; given again while nothing has been reviewed, it mends what was written. */
export const issueOwnProgram = command({
  subject: 'training.study-level.issue-program',
  http: post('/study-levels/:levelId/program'),
  access: { grant: 'training:study' },
  audit: 'Ghi chương trình thực hiện văn bản',
  on: 'existing',
  input: z.strictObject({
    ...levelId,
    number: line(40),
    issuedOn: CalendarDate,
    file: z.strictObject({ fileId: Id, name: line(200), classification: Classification }).optional(),
  }),
  output: StudyLevelLine,
  errors: {
    ...inState,
    'training/study-in-future': future,
    'training/study-before-paper': before,
    'training/secret-document': unsupportedType(
      'Hệ thống không nhận tài liệu mật. Hãy chuyển tài liệu này theo đường văn thư mật và gỡ khỏi máy tính nối mạng.',
    ),
    'training/file-missing': notFound('Không tìm thấy tệp vừa tải lên. Hãy tải lên lại.'),
  },
});

export const implementStudy = command({
  subject: 'training.study-level.implement',
  http: post('/study-levels/:levelId/implementation'),
  access: { grant: 'training:study' },
  audit: 'Ghi bắt đầu thực hiện chương trình',
  on: 'existing',
  input: z.strictObject(levelId),
  output: StudyLevelLine,
  errors: inState,
});

/** What came of it, as the organization says. */
export const reviewStudy = command({
  subject: 'training.study-level.review',
  http: post('/study-levels/:levelId/review'),
  access: { grant: 'training:study' },
  audit: 'Ghi sơ kết, tổng kết thực hiện văn bản',
  on: 'existing',
  input: z.strictObject({ ...levelId, reviewedOn: CalendarDate, review: text(4000) }),
  output: StudyLevelLine,
  errors: { ...inState, 'training/study-in-future': future, 'training/study-before-paper': before },
});
