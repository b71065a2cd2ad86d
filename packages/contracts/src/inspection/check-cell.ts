import { z } from 'zod';
import { CellFigures, HeldMeeting } from '../meetings/held.js';
import { command, get, post, put, query } from '../operation.js';
import { conflict, invalid } from '../problem.js';
import { CalendarDate, Id, line, page, pageInput, text, Version } from '../types.js';
import { FindingKind } from './kind.js';
import { inState } from './meeting-check.js';
import { FindingState, Judgment } from './meeting-check-state.js';

const count = z.number().int().nonnegative();
const remark = text(1000).optional();
const judged = z.strictObject({ judgment: Judgment, remark });

/** What the team writes about a cell once it has read and heard. Remarks speak of the cell; they lie sealed all the same. */
export const CellRecord = z.strictObject({
  minuteBook: z.strictObject({ kept: z.boolean(), remark }),
  /** Whether resolutions name the six that each item must have. */
  resolutions: judged,
  tasks: judged,
  thematic: judged,
  handbook: judged,
  /** Who came from above is read from the rolls; here is what the team notes about it. */
  superiors: z.strictObject({ remark }),
  /** The day of a meeting of the cell at which one of the team sat in. */
  attendedOn: CalendarDate.optional(),
  /** What the cell says, as the cell's: who took part only as a count. */
  hearing: z.strictObject({ heldOn: CalendarDate, members: z.number().int().min(1).max(500), concerns: text(4000).optional() }).optional(),
});
export type CellRecord = z.infer<typeof CellRecord>;

/** A cell in a check: a line of its table, and what commands answer. */
export const CheckCellLine = z.object({
  id: Id,
  version: Version,
  checkId: Id,
  nodeId: Id,
  nodeName: z.string(),
  figures: CellFigures.optional(),
  recorded: z.boolean(),
  heard: z.boolean(),
  attended: z.boolean(),
  sampled: count,
  strengths: count,
  shortcomings: count,
});
export type CheckCellLine = z.infer<typeof CheckCellLine>;

/** A meeting whose minutes are to be read. `instead` says which one the rule had drawn, and why another is read. */
export const Sample = HeldMeeting.extend({ instead: z.object({ id: Id, heldOn: CalendarDate, because: z.string() }).optional() });
export type Sample = z.infer<typeof Sample>;

export const CheckFinding = z.object({
  id: Id,
  version: Version,
  kind: FindingKind,
  text: z.string(),
  proposal: z.string().optional(),
  due: CalendarDate.optional(),
  state: FindingState,
});
export type CheckFinding = z.infer<typeof CheckFinding>;

/** Everything about one cell, for the team. */
export const CheckCell = CheckCellLine.extend({
  record: CellRecord.optional(),
  samples: z.array(Sample),
  /** Held in the same months and not drawn. */
  others: z.array(HeldMeeting),
  findings: z.array(CheckFinding),
  editable: z.boolean(),
});
export type CheckCell = z.infer<typeof CheckCell>;

/** Which cells of a check a list shows. */
export const CellFilter = z.enum(['UNRECORDED', 'RECORDED', 'WITH_SHORTCOMINGS']);
export type CellFilter = z.infer<typeof CellFilter>;

const ofCell = { checkId: Id, nodeId: Id };

export const listCheckCells = query({
  subject: 'inspection.check-cell.list',
  http: get('/meeting-checks/:checkId/cells'),
  access: { self: true },
  input: z.strictObject({ ...pageInput, checkId: Id, only: CellFilter.optional() }),
  output: page(CheckCellLine),
});

export const getCheckCell = query({
  subject: 'inspection.check-cell.get',
  http: get('/meeting-checks/:checkId/cells/:nodeId'),
  access: { self: true },
  audit: 'Xem phiếu kiểm tra sinh hoạt của chi bộ',
  input: z.strictObject(ofCell),
  output: CheckCell,
});

/** What was found in all cells of a check, in the order of the tree: from this the team writes its notice. */
export const findingsOfCheck = query({
  subject: 'inspection.check-cell.findings',
  http: get('/meeting-checks/:checkId/findings'),
  access: { self: true },
  audit: 'Xem ưu điểm, khuyết điểm của các chi bộ trong cuộc kiểm tra',
  input: z.strictObject({ ...pageInput, checkId: Id }),
  output: page(CheckFinding.extend({ nodeId: Id, nodeName: z.string() })),
});

export const recordCheckCell = command({
  subject: 'inspection.check-cell.record',
  http: put('/meeting-checks/:checkId/cells/:nodeId'),
  access: { self: true },
  audit: 'Ghi kết quả kiểm tra sinh hoạt của chi bộ',
  on: 'existing',
  input: z.strictObject({ ...ofCell, record: CellRecord }),
  output: CheckCellLine,
  errors: { ...inState, 'inspection/in-the-future': invalid('Ngày nghe phản ánh, ngày dự sinh hoạt không thể ở tương lai.') },
});

/** Another meeting than the rule has drawn is read, for a reason that stays beside it. */
export const replaceSample = command({
  subject: 'inspection.check-cell.replace-sample',
  http: post('/meeting-checks/:checkId/cells/:nodeId/samples'),
  access: { self: true },
  audit: 'Chọn buổi sinh hoạt khác để đọc biên bản',
  on: 'existing',
  input: z.strictObject({ ...ofCell, sampleId: Id, insteadId: Id, because: line(300) }),
  output: CheckCellLine,
  errors: { ...inState, 'inspection/sample-unknown': conflict('Buổi sinh hoạt này không thuộc kỳ kiểm tra của chi bộ, hoặc đã được chọn.') },
});

/** A strength, or a shortcoming with what is proposed and until when. A violation belongs in a case of its own. */
export const addCheckFinding = command({
  subject: 'inspection.check-cell.add-finding',
  http: post('/meeting-checks/:checkId/cells/:nodeId/findings'),
  access: { self: true },
  audit: 'Ghi ưu điểm, khuyết điểm của chi bộ',
  on: 'existing',
  input: z.strictObject({
    ...ofCell,
    kind: FindingKind.exclude(['VIOLATION']),
    text: text(2000),
    proposal: text(1000).optional(),
    due: CalendarDate.optional(),
  }),
  output: CheckCellLine,
  errors: {
    ...inState,
    'inspection/proposal-missing': invalid('Khuyết điểm cần có kiến nghị và thời hạn khắc phục từ hôm nay trở đi.'),
  },
});

export const dropCheckFinding = command({
  subject: 'inspection.check-cell.drop-finding',
  http: post('/meeting-checks/:checkId/cells/:nodeId/findings/:findingId/removal'),
  access: { self: true },
  audit: 'Bỏ nội dung ghi nhầm về chi bộ',
  on: 'existing',
  input: z.strictObject({ ...ofCell, findingId: Id }),
  output: CheckCellLine,
  errors: inState,
});
