import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { get, query } from '../operation.js';
import { CalendarDate, Id, line, page, pageInput } from '../types.js';
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
 * others do; nor do sums over organizations, quarters and years, added up or taken from each other, give a smaller number away.
 */
export const ReportFigure = z.object({
  measure: ReportMeasure,
  /** A kind, form, post, content or outcome: as the measure says. */
  code: z.string(),
  subject: SubjectKind.optional(),
  count: z.number().int().optional(),
  /** The same period of the year before; absent where it is kept back. */
  before: z.number().int().optional(),
  /** How many of the period whoever asks may read. */
  mine: z.number().int(),
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
  planned: z.array(LineTotals.extend({ kind: InspectionKind, subject: SubjectKind, before: LineTotals })),
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

const one = { measure: ReportMeasure, code: line(40), subject: SubjectKind.optional() };

/** How many years the quarters of a figure are shown for, with that of the report. */
export const TREND_YEARS = 5;

/** A figure by quarters over the years up to that of the period; a quarter that is kept back is absent. */
export const reportTrend = query({
  subject: 'inspection.report.trend',
  http: get('/organizations/:nodeId/inspection-report/:period/trend'),
  access: { grant: 'inspection:read', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, period: ReportPeriod, ...one }),
  output: z.object({
    years: z.array(
      z.object({ year: z.number().int(), quarters: z.array(z.object({ quarter: z.number().int(), count: z.number().int().optional() })) }),
    ),
  }),
});

/** What a row of a report leads to. */
export const BehindKind = z.enum(['CASE', 'CASE_ON_ME', 'DISCIPLINE', 'DENUNCIATION', 'PROGRAM']);
export type BehindKind = z.infer<typeof BehindKind>;

/** One of the things that a figure counts. */
export const BehindRow = z.object({
  id: Id,
  opens: BehindKind,
  openId: Id,
  on: CalendarDate,
  nodeName: z.string(),
  /** The member or the organization that it is about. */
  about: z.string(),
  /** What was done or is asked, and how it stands. */
  what: z.string(),
  stands: z.string(),
});
export type BehindRow = z.infer<typeof BehindRow>;

/** Which lines of programs a figure counts. */
export const PlannedCode = z.enum(['ALL', 'IN_PROGRESS', 'DONE', 'OVERDUE']);
export type PlannedCode = z.infer<typeof PlannedCode>;

/** What is behind a figure, as far as whoever asks may read it: as many rows as it counts for who may read all. */
export const behindFigure = query({
  subject: 'inspection.report.behind',
  http: get('/organizations/:nodeId/inspection-report/:period/behind'),
  access: { grant: 'inspection:read', on: 'nodeId', own: true },
  audit: 'Xem hồ sơ của một số liệu báo cáo',
  input: z.strictObject({ ...pageInput, nodeId: Id, period: ReportPeriod, ...one }),
  output: page(BehindRow),
});

/** The same of the programs of a period, which their subjects have been told of. */
export const behindPlanned = query({
  subject: 'inspection.report.behind-planned',
  http: get('/organizations/:nodeId/inspection-report/:period/planned'),
  access: { grant: 'inspection:read', on: 'nodeId' },
  audit: 'Xem các cuộc trong chương trình của một số liệu báo cáo',
  input: z.strictObject({ ...pageInput, nodeId: Id, period: ReportPeriod, kind: InspectionKind, subject: SubjectKind, code: PlannedCode }),
  output: page(BehindRow),
});

/** The report as a workbook. */
export const exportReport = query({
  subject: 'inspection.report.export',
  http: get('/organizations/:nodeId/inspection-report/:period/file'),
  access: { grant: 'inspection:read', on: 'nodeId' },
  audit: 'Kết xuất báo cáo kiểm tra, giám sát, kỷ luật',
  input,
  output: Download,
  download: true,
});
