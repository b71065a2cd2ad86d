import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { get, query } from '../operation.js';
import { Id } from '../types.js';
import { CourseKind } from './course.js';
import { HolderLevel } from './past-sheet.js';

/** How many years a report compares, with its own. */
export const REPORT_YEARS = 10;

/** The highest theory course that somebody has finished. */
export const TheoryLevel = z.enum(['NONE', 'ELEMENTARY', 'INTERMEDIATE', 'ADVANCED']);
export type TheoryLevel = z.infer<typeof TheoryLevel>;

export const theoryLevelLabel: Record<TheoryLevel, string> = {
  NONE: 'Chưa qua hoặc chưa ghi',
  ELEMENTARY: 'Sơ cấp',
  INTERMEDIATE: 'Trung cấp',
  ADVANCED: 'Cao cấp, cử nhân',
};

/**
 * A number, or absent where it is small and whoever asks may not see persons: nor do numbers of neighbors and of the organizations
 * above, added up or taken from each other, give it away.
 */
const told = z.number().int().optional();

/** Attendances of one kind of course at one level, by the year in which they ended; the years count up to that of the report. */
export const VolumeRow = z.object({
  kind: CourseKind,
  /** Absent: the sheet did not say who held it. */
  level: HolderLevel.optional(),
  years: z.array(z.object({ year: z.number().int(), count: told })),
});
export type VolumeRow = z.infer<typeof VolumeRow>;

/** How far duties of a course are done: `open` fall due until the end of the year, `done` were done in it. */
export const CoverageRow = z.object({ courseId: Id, courseLabel: z.string(), open: told, done: told });
export type CoverageRow = z.infer<typeof CoverageRow>;

export const TheoryRow = z.object({ level: TheoryLevel, members: told });
export type TheoryRow = z.infer<typeof TheoryRow>;

export const TrainingReport = z.object({
  nodeId: Id,
  nodeName: z.string(),
  year: z.number().int(),
  /** Whether small numbers are kept back from whoever asks. */
  keepsBack: z.boolean(),
  volumes: z.array(VolumeRow),
  duties: z.array(CoverageRow),
  /** Of the members there are today. */
  theory: z.array(TheoryRow),
});
export type TrainingReport = z.infer<typeof TrainingReport>;

const asked = { nodeId: Id, year: z.coerce.number().int().min(2010).max(2100) };
const access = { grant: 'training:report', on: 'nodeId' } as const;

/** Training at an organization and below it: volumes over ten years, duties of the year, theory levels of today. */
export const getTrainingReport = query({
  subject: 'training.report.get',
  http: get('/organizations/:nodeId/training-report/:year'),
  access,
  input: z.strictObject(asked),
  output: TrainingReport,
});

export const exportTrainingReport = query({
  subject: 'training.report.export',
  http: get('/organizations/:nodeId/training-report/:year/file'),
  access,
  audit: 'Kết xuất số liệu đào tạo, bồi dưỡng',
  input: z.strictObject(asked),
  output: Download,
  download: true,
});

/** The yearly report as a paper (domain.md §6.3), with the numbers that whoever asks may see. */
export const downloadTrainingReport = query({
  subject: 'training.report.download-paper',
  http: get('/organizations/:nodeId/training-report/:year/paper/:format'),
  access,
  audit: 'Tải báo cáo kết quả đào tạo, bồi dưỡng năm',
  input: z.strictObject({ ...asked, format: z.enum(['pdf', 'docx']) }),
  output: Download,
  download: true,
});
