import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict, forbidden, invalid } from '../problem.js';
import { Download } from '../gateway/upload.js';
import { CalendarDate, Id, Instant, page, pageInput, text, Version } from '../types.js';
import { teamRefusals } from './case.js';
import { InspectionKind, SubjectKind } from './kind.js';
import { ProgramActor } from './program.js';
import { WrittenReportAct, WrittenReportState } from './written-report-state.js';

/** What was noticed and how, never from whom; what the body has done so far; what it proposes. */
const written = { signs: text(5000), done: text(5000).optional(), proposal: text(2000) };

/**
 * What a body may not inspect itself it reports in writing to the committee that is competent (domain §5.2); a case that is handed on
 * goes the same way. Who has sent it reads `RECEIVED` until it is answered: whether a case was opened is that case's own secret.
 */
export const WrittenReport = z.object({
  id: Id,
  version: Version,
  nodeName: z.string(),
  toNodeId: Id,
  toName: z.string(),
  kind: InspectionKind,
  subject: SubjectKind,
  subjectId: Id,
  subjectName: z.string(),
  datedOn: CalendarDate,
  signs: z.string(),
  done: z.string().optional(),
  proposal: z.string().optional(),
  byName: z.string(),
  state: WrittenReportState,
  /** Whether it came to the person who asks; what they sent themselves did not. */
  incoming: z.boolean(),
  receivedAt: Instant.optional(),
  receivedByName: z.string().optional(),
  answer: z.string().optional(),
  /** A case that was handed on, not a report of its own: it has no paper. */
  handedOn: z.boolean(),
  /** The case that was handed on, and the one opened from it: each for who is on its own list. */
  fromCaseId: Id.optional(),
  caseId: Id.optional(),
  may: z.array(WrittenReportAct),
});
export type WrittenReport = z.infer<typeof WrittenReport>;

export const WrittenReportStanding = z.object({ id: Id, version: Version, state: WrittenReportState });
export type WrittenReportStanding = z.infer<typeof WrittenReportStanding>;

export const reportInWriting = command({
  subject: 'inspection.written-report.send',
  http: post('/written-reports'),
  access: { grant: 'inspection:conduct', on: 'nodeId', own: true },
  audit: 'Báo cáo bằng văn bản với cấp ủy có thẩm quyền',
  on: 'new',
  input: z.strictObject({ nodeId: Id, actor: ProgramActor, kind: InspectionKind, subjectId: Id, datedOn: CalendarDate, ...written }),
  output: z.object({ id: Id }),
  errors: {
    'inspection/competent-itself': conflict('Cơ quan này có thẩm quyền tự tiến hành. Hãy lập hồ sơ cuộc kiểm tra, giám sát.'),
    'inspection/subject-outside': invalid('Đối tượng không thuộc phạm vi của cơ quan báo cáo. Hãy chọn lại.'),
    'inspection/in-the-future': invalid('Ngày báo cáo không thể ở tương lai.'),
    'inspection/nobody-to-tell': conflict('Cấp ủy có thẩm quyền chưa có bí thư trong hệ thống. Hãy gửi bằng văn bản giấy.'),
    'inspection/no-person': forbidden('Tài khoản này chưa gắn với một đảng viên. Hãy liên hệ cán bộ quản trị.'),
  },
});

/** Those that the signed-in person has sent or received, the latest first; `waiting` narrows to what came in and asks for something. */
export const myWrittenReports = query({
  subject: 'inspection.written-report.mine',
  http: get('/my/written-reports'),
  access: { self: true },
  audit: 'Đọc báo cáo bằng văn bản gửi cấp ủy có thẩm quyền',
  input: z.strictObject({ ...pageInput, waiting: z.stringbool().default(false) }),
  output: page(WrittenReport),
});

const reportId = { reportId: Id };
const refusals = {
  'inspection/report-not-in-state': conflict('Báo cáo này đã qua bước đó. Hãy tải lại trang để xem báo cáo đang ở bước nào.'),
  'inspection/not-your-part': forbidden('Chỉ người nhận báo cáo làm được việc này. Hãy chờ cấp ủy có thẩm quyền trả lời.'),
};

/** The committee has it: at once whoever sent it sees so. `handlerId`: who looks into it, and reads it from now on. */
export const acknowledgeWrittenReport = command({
  subject: 'inspection.written-report.acknowledge',
  http: post('/written-reports/:reportId/acknowledgement'),
  access: { self: true },
  audit: 'Tiếp nhận báo cáo bằng văn bản',
  on: 'existing',
  input: z.strictObject({ ...reportId, handlerId: Id.optional() }),
  output: WrittenReportStanding,
  errors: {
    ...refusals,
    'inspection/handler-unknown': invalid('Không tìm thấy đồng chí được giao xem xét. Hãy chọn lại từ danh sách đảng viên.'),
    'inspection/conflict-of-interest': teamRefusals['inspection/conflict-of-interest'],
  },
});

/** What the committee lets the sender know. */
export const answerWrittenReport = command({
  subject: 'inspection.written-report.answer',
  http: post('/written-reports/:reportId/answer'),
  access: { self: true },
  audit: 'Trả lời báo cáo bằng văn bản',
  on: 'existing',
  input: z.strictObject({ ...reportId, answer: text(2000) }),
  output: WrittenReportStanding,
  errors: refusals,
});

/** The report in the prescribed form, for who has sent or received it. It takes no number of the register: that is left for the pen. */
export const downloadWrittenReport = query({
  subject: 'inspection.written-report.download',
  http: get('/written-reports/:reportId/paper/:format'),
  access: { self: true },
  audit: 'Tải báo cáo bằng văn bản gửi cấp ủy có thẩm quyền',
  input: z.strictObject({ ...reportId, format: z.enum(['pdf', 'docx']) }),
  output: Download,
  download: true,
});
