import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { get, query } from '../operation.js';
import { CalendarDate, Id } from '../types.js';
import { InspectionKind, SubjectKind } from './kind.js';
import { LineTotals } from './program.js';

/** A quarter, a half or a whole of a year: '2026-Q4', '2026-H1', '2026'. */
export const ReportPeriod = z.string().regex(/^(20(1[6-9]|[2-9]\d))(-(Q[1-4]|H[12]))?$/, { error: 'Kỳ báo cáo không hợp lệ' });
export type ReportPeriod = z.infer<typeof ReportPeriod>;

/** What is counted (domain §11.1), each by codes of its own. */
export const ReportMeasure = z.enum([
  'CASE_OPENED',
  'CASE_CONCLUDED',
  'CASE_WITH_VIOLATION',
  'RECOMMENDATION',
  'DISCIPLINE_BY_FORM',
  'DISCIPLINE_BY_POST',
  'DISCIPLINE_BY_CONTENT',
  'SUSPENSION',
  'APPEAL',
  'DENUNCIATION',
  'DENUNCIATION_ITEM',
]);
export type ReportMeasure = z.infer<typeof ReportMeasure>;

/**
 * A number, or only that it is small. It is told exactly where no more than what whoever asks may read hides in it, or at least three
 * others do; nor do sums, parts or earlier quarters give a smaller number away.
 */
export const ReportFigure = z.object({
  measure: ReportMeasure,
  /** A kind, form, post, content or outcome: as the measure says. */
  code: z.string(),
  subject: SubjectKind.optional(),
  count: z.number().int().optional(),
});
export type ReportFigure = z.infer<typeof ReportFigure>;

export const InspectionReport = z.object({
  nodeId: Id,
  nodeName: z.string(),
  period: ReportPeriod,
  from: CalendarDate,
  /** The last day. */
  to: CalendarDate,
  /** Lines of published programs, which all subjects have been told of. */
  planned: z.array(LineTotals.extend({ kind: InspectionKind, subject: SubjectKind })),
  figures: z.array(ReportFigure),
});
export type InspectionReport = z.infer<typeof InspectionReport>;

const input = z.strictObject({ nodeId: Id, period: ReportPeriod });

/** Inspection, supervision and discipline at an organization and below it in a period: by kind, content, form and post. */
export const getReport = query({
  subject: 'inspection.report.get',
  http: get('/organizations/:nodeId/inspection-report/:period'),
  access: { grant: 'inspection:read', on: 'nodeId' },
  input,
  output: InspectionReport,
});

/** The same as a workbook. */
export const exportReport = query({
  subject: 'inspection.report.export',
  http: get('/organizations/:nodeId/inspection-report/:period/file'),
  access: { grant: 'inspection:read', on: 'nodeId' },
  audit: 'Kết xuất báo cáo kiểm tra, giám sát, kỷ luật',
  input,
  output: Download,
  download: true,
});
