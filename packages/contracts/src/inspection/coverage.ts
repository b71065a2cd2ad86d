import { z } from 'zod';
import { Download } from '../gateway/upload.js';
import { get, query } from '../operation.js';
import { Id } from '../types.js';
import { SubjectKind } from './kind.js';
import { LineTotals, ProgramYear } from './program.js';

/** How far published programs of all bodies have come with what stands at and below an organization. */
export const CoverageRow = z.object({
  nodeId: Id,
  parentId: Id.optional(),
  name: z.string(),
  code: z.string(),
  /** Organizations and members there are today, and those of them on whom no line was ever done. */
  units: z.number().int(),
  neverUnits: z.number().int(),
  members: z.number().int(),
  neverMembers: z.number().int(),
  /** Lines of each quarter, on organizations and on members. Quarters without any are left out. */
  quarters: z.array(LineTotals.extend({ quarter: z.number().int(), subject: SubjectKind })),
});
export type CoverageRow = z.infer<typeof CoverageRow>;

const input = z.strictObject({ nodeId: Id, year: ProgramYear });

/** An organization first, then those right below it: one answer for a page. */
export const coverageOfChildren = query({
  subject: 'inspection.coverage.children',
  http: get('/inspection-coverage/:nodeId/:year'),
  access: { grant: 'inspection:read', on: 'nodeId' },
  input,
  output: z.object({ items: z.array(CoverageRow) }),
});

/** The page as a workbook. Counts only. */
export const exportCoverage = query({
  subject: 'inspection.coverage.export',
  http: get('/inspection-coverage/:nodeId/:year/file'),
  access: { grant: 'inspection:read', on: 'nodeId' },
  audit: 'Kết xuất số liệu kiểm tra, giám sát',
  input,
  output: Download,
  download: true,
});

/** A program with all its lines as a workbook. */
export const exportProgram = query({
  subject: 'inspection.line.export',
  http: get('/inspection-programs/:programId/file'),
  access: { grant: 'inspection:read' },
  audit: 'Kết xuất chương trình kiểm tra, giám sát',
  input: z.strictObject({ programId: Id }),
  output: Download,
  download: true,
});
