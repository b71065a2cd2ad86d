import { z } from 'zod';
import { get, query } from '../operation.js';
import { Id, Month, page, pageInput } from '../types.js';

/** The figures of one organization with everything below it, in one month: finished rows, never counted on the fly. */
export const OverviewRow = z.object({
  nodeId: Id,
  parentId: Id.optional(),
  name: z.string(),
  code: z.string(),
  typeCode: z.string(),
  /** Bodies that meet, at and below. */
  bodies: z.number().int(),
  /** Of these, whose own meeting of the month (the regular one, or the committee's) has come as far: each step holds all later ones. */
  planned: z.number().int(),
  noticed: z.number().int(),
  met: z.number().int(),
  confirmed: z.number().int(),
  published: z.number().int(),
  /** Of these, those that did not hold it. */
  missed: z.number().int(),
  /** Members who came, and who should have come, over every meeting held that month. */
  present: z.number().int(),
  expected: z.number().int(),
  /** In the running month all that are open or overdue today; in any other month those that were due in it. */
  overdueTasks: z.number().int(),
  openTasks: z.number().int(),
  /** Of every meeting of the month. */
  deviations: z.number().int(),
  /** Cells that owe a thematic meeting in the quarter of the month, and those that have held it. */
  thematicDue: z.number().int(),
  thematicDone: z.number().int(),
});
export type OverviewRow = z.infer<typeof OverviewRow>;

export const Overview = z.object({ month: Month, quarter: z.string(), items: z.array(OverviewRow) });

/** One organization and its children: what the page shows, level by level. */
export const overviewOfChildren = query({
  subject: 'meetings.overview.children',
  http: get('/overview/:nodeId/children'),
  access: { grant: 'meetings:overview', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, month: Month }),
  output: Overview,
});

/** Everything below one organization in one answer; stored ready made, with an ETag. */
export const overviewBelow = query({
  subject: 'meetings.overview.below',
  http: get('/overview/:nodeId/below'),
  access: { grant: 'meetings:overview', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, month: Month }),
  output: Overview,
  stored: true,
});

/** One cell over the months of a year: what stands behind its figures, without details of the meeting. */
export const overviewOfYear = query({
  subject: 'meetings.overview.year',
  http: get('/overview/:nodeId/year'),
  access: { grant: 'meetings:overview', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, year: z.coerce.number().int().min(2016).max(2100) }),
  output: z.object({ items: z.array(OverviewRow.extend({ month: Month })) }),
});

const quarterNumerals = ['I', 'II', 'III', 'IV'];

/** 'Chưa sinh hoạt chuyên đề quý IV' of '2026-Q4': what a committee reads beside a cell (domain.md §11.3, story 2). */
export const thematicMissingText = (quarter: string): string =>
  `Chưa sinh hoạt chuyên đề quý ${quarterNumerals[Number(quarter.slice(-1)) - 1] ?? ''}`;

/** A cell that has not held the thematic meeting of the quarter. */
export const ThematicMissing = z.object({
  nodeId: Id,
  bodyId: Id,
  code: z.string(),
  name: z.string(),
  parentName: z.string(),
  says: z.string(),
});
export type ThematicMissing = z.infer<typeof ThematicMissing>;

/** The cells at and below an organization that still owe the thematic meeting of the quarter of the month. */
export const thematicMissing = query({
  subject: 'meetings.overview.thematic-missing',
  http: get('/overview/:nodeId/thematic-missing'),
  access: { grant: 'meetings:overview', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, month: Month, ...pageInput }),
  output: page(ThematicMissing),
});

/** The page as a workbook. */
export const exportOverview = query({
  subject: 'meetings.overview.export',
  http: get('/overview/:nodeId/export'),
  access: { grant: 'meetings:overview', on: 'nodeId' },
  audit: 'Kết xuất số liệu sinh hoạt',
  input: z.strictObject({ nodeId: Id, month: Month }),
  output: z.strictObject({ fileId: Id, name: z.string(), type: z.string() }),
  download: true,
});
