import { z } from 'zod';
import { command, get, post, query } from '../operation.js';
import { conflict } from '../problem.js';
import { CalendarDate, Id, Instant, page, pageInput, Version } from '../types.js';
import { CheckFinding } from './check-cell.js';
import { CheckCounts, CheckNotice } from './meeting-check.js';
import { FindingState, HalfYear } from './meeting-check-state.js';

/** A notice as those read it to whose cell it was sent. */
export const CellNotice = z.object({
  id: Id,
  nodeName: z.string(),
  half: HalfYear,
  number: z.string().optional(),
  publishedAt: Instant,
});
export type CellNotice = z.infer<typeof CellNotice>;

/** The notices that the cell of the signed-in person has received, newest first. */
export const myCheckNotices = query({
  subject: 'inspection.check-notice.mine',
  http: get('/my/check-notices'),
  access: { self: true },
  input: z.strictObject(pageInput),
  output: page(CellNotice),
});

export const readCheckNotice = query({
  subject: 'inspection.check-notice.read',
  http: get('/my/check-notices/:checkId'),
  access: { self: true },
  input: z.strictObject({ checkId: Id }),
  output: CellNotice.extend({ notice: CheckNotice, counts: CheckCounts }),
});

/** The notice in the prescribed form: for the team once it is concluded, for everybody of its cells once it is published. */
export const downloadCheckNotice = query({
  subject: 'inspection.check-notice.download',
  http: get('/my/check-notices/:checkId/papers/:format'),
  access: { self: true },
  audit: 'Tải thông báo kết quả kiểm tra sinh hoạt chi bộ',
  input: z.strictObject({ checkId: Id, format: z.enum(['docx', 'pdf']) }),
  output: z.strictObject({ fileId: Id, name: z.string(), type: z.string() }),
  download: true,
});

/** What a published check has found about one cell: for whoever answers for the cell, and nobody beside. */
export const findingsOfCell = query({
  subject: 'inspection.check-finding.list',
  http: get('/organizations/:nodeId/check-findings'),
  access: { grant: 'inspection:read', on: 'nodeId' },
  audit: 'Xem kết quả kiểm tra sinh hoạt của chi bộ',
  input: z.strictObject({ ...pageInput, nodeId: Id }),
  output: page(CheckFinding.extend({ half: HalfYear, publishedAt: Instant })),
});

/** The committee has looked again: what was asked of the cell is done. */
export const settleCheckFinding = command({
  subject: 'inspection.check-finding.settle',
  http: post('/check-findings/:findingId/settlement'),
  access: { grant: 'inspection:check-meetings' },
  audit: 'Xác nhận chi bộ đã khắc phục khuyết điểm',
  on: 'existing',
  input: z.strictObject({ findingId: Id }),
  output: z.object({ id: Id, version: Version, state: FindingState }),
  errors: { 'inspection/finding-not-open': conflict('Nội dung này đã khắc phục xong hoặc chưa được thông báo.') },
});

/** A cell and when its meetings were last checked. */
export const CheckedCell = z.object({ nodeId: Id, name: z.string(), lastCheckedOn: CalendarDate.optional() });
export type CheckedCell = z.infer<typeof CheckedCell>;

/** The cells below, those first that were never checked; and whether the committee owes a check (rule `meeting.check.months`). */
export const checkedCells = query({
  subject: 'inspection.meeting-check.cells',
  http: get('/organizations/:nodeId/checked-cells'),
  access: { grant: 'inspection:check-meetings', on: 'nodeId' },
  input: z.strictObject({ ...pageInput, nodeId: Id }),
  output: page(CheckedCell).extend({
    /** What the rule says; absent where none is in force. */
    rule: z.string().optional(),
    lastPublishedOn: CalendarDate.optional(),
    dueOn: CalendarDate.optional(),
    never: z.number().int(),
    cells: z.number().int(),
  }),
});

/** The section on cells' meetings for the committee's report of the year, from the published checks of its two halves. */
export const checkYearSummary = query({
  subject: 'inspection.meeting-check.year-summary',
  http: get('/organizations/:nodeId/check-year-summary'),
  access: { grant: 'inspection:check-meetings', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id, year: z.coerce.number().int().min(2016).max(2100) }),
  output: z.object({ year: z.number().int(), halves: z.array(HalfYear), paragraphs: z.array(z.string()) }),
  errors: { 'inspection/no-check-published': conflict('Trong năm chưa có cuộc kiểm tra sinh hoạt chi bộ nào được thông báo.') },
});
