import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { command, get, post, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, page, pageInput, text, Version } from '../types.js';
import { ProgramActor, ProgramYear } from './program.js';
import { ReportPeriod } from './report.js';

/** A report as a paper: a draft follows the figures, an issued one stays as it was. */
export const ReportPaperState = z.enum(['DRAFT', 'ISSUED']);
export type ReportPaperState = z.infer<typeof ReportPaperState>;

export const reportPaperStateLabel: Record<ReportPaperState, string> = { DRAFT: 'Dự thảo', ISSUED: 'Đã ban hành' };

export const ReportPaperAct = z.enum(['write', 'issue']);
export type ReportPaperAct = z.infer<typeof ReportPaperAct>;

/** What people write in it. Nobody is named: it goes to everybody who may read reports of the organization. */
export const ReportRemarks = z.strictObject({ assessment: text(8000), shortcomings: text(8000), directions: text(8000) });
export type ReportRemarks = z.infer<typeof ReportRemarks>;

const head = {
  id: Id,
  version: Version,
  nodeId: Id,
  nodeName: z.string(),
  actor: ProgramActor,
  period: ReportPeriod,
  state: ReportPaperState,
  issuedOn: CalendarDate.optional(),
  number: z.string().optional(),
  /** Issued, and the register has not answered yet. */
  numberAwaited: z.boolean(),
} as const;

export const ReportPaperLine = z.object(head);
export type ReportPaperLine = z.infer<typeof ReportPaperLine>;

export const ReportPaper = z.object({
  ...head,
  /** The results in sentences, and as a table: what is counted, now and in the same period of the year before. */
  results: z.array(z.string()),
  figures: z.array(z.object({ what: z.string(), now: z.string(), before: z.string() })),
  remarks: ReportRemarks,
  may: z.array(ReportPaperAct),
});
export type ReportPaper = z.infer<typeof ReportPaper>;

/** How a report stands after an act. */
export const ReportPaperStanding = z.object({ id: Id, version: Version, state: ReportPaperState });
export type ReportPaperStanding = z.infer<typeof ReportPaperStanding>;

const reportPaperId = { reportPaperId: Id };
const issued = conflict('Báo cáo đã ban hành, không sửa được nữa. Cần bổ sung thì nêu trong báo cáo kỳ sau.');

/** Begins a report with sentences made of the figures, which people then make their own. */
export const openReportPaper = command({
  subject: 'inspection.report-paper.open',
  http: post('/inspection-reports'),
  access: { grant: 'inspection:plan', on: 'nodeId' },
  audit: 'Soạn báo cáo công tác kiểm tra, giám sát',
  on: 'new',
  input: z.strictObject({ nodeId: Id, actor: ProgramActor, period: ReportPeriod }),
  output: ReportPaperStanding,
  errors: {
    'inspection/report-exists': conflict('Kỳ này cơ quan đã có báo cáo. Hãy mở báo cáo đó trong danh sách.'),
    'inspection/actor-unfit': invalid('Tổ chức này không có cơ quan như vậy để báo cáo. Hãy chọn lại cơ quan báo cáo.'),
    'inspection/period-to-come': invalid('Kỳ báo cáo này chưa bắt đầu. Hãy chọn kỳ khác.'),
  },
});

export const writeReportPaper = command({
  subject: 'inspection.report-paper.write',
  http: post('/inspection-reports/:reportPaperId/remarks'),
  access: { grant: 'inspection:plan' },
  audit: 'Ghi nhận xét, phương hướng trong báo cáo kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject({ ...reportPaperId, remarks: ReportRemarks }),
  output: ReportPaperStanding,
  errors: { 'inspection/report-issued': issued },
});

/** From now on figures and text stay as they are; the number comes from the register. */
export const issueReportPaper = command({
  subject: 'inspection.report-paper.issue',
  http: post('/inspection-reports/:reportPaperId/issue'),
  access: { grant: 'inspection:approve' },
  audit: 'Ban hành báo cáo công tác kiểm tra, giám sát',
  on: 'existing',
  input: z.strictObject(reportPaperId),
  output: ReportPaperStanding,
  errors: {
    'inspection/report-issued': issued,
    'inspection/period-not-over': conflict('Kỳ báo cáo chưa kết thúc nên số liệu còn thay đổi. Hãy ban hành sau ngày cuối của kỳ.'),
  },
});

/** A draft is for those who write it, an issued report for everybody who may read at the organization: the bodies above too. */
export const getReportPaper = query({
  subject: 'inspection.report-paper.get',
  http: get('/inspection-reports/:reportPaperId'),
  access: { grant: 'inspection:read' },
  input: z.strictObject(reportPaperId),
  output: ReportPaper,
});

/** The reports of a year at an organization and, if asked, the issued ones below it; by the organization's code. */
export const listReportPapers = query({
  subject: 'inspection.report-paper.list',
  http: get('/organizations/:nodeId/inspection-reports'),
  access: { grant: 'inspection:read', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id, year: ProgramYear, below: z.stringbool().default(false) }),
  output: page(ReportPaperLine),
});

/** The paper in the prescribed form; drawn on demand until it has its number, then the stored one. */
export const downloadReportPaper = query({
  subject: 'inspection.report-paper.download',
  http: get('/inspection-reports/:reportPaperId/papers/:format'),
  access: { grant: 'inspection:read' },
  audit: 'Tải báo cáo công tác kiểm tra, giám sát',
  input: z.strictObject({ ...reportPaperId, format: z.enum(['pdf', 'docx']) }),
  output: Download,
  download: true,
});
