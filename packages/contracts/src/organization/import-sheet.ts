import { z } from 'zod';
import { CalendarDate } from '../types.js';

/** The two sheets of the workbook. */
export const ImportSheet = z.enum(['ORGANIZATIONS', 'MEMBERS']);
export type ImportSheet = z.infer<typeof ImportSheet>;

export const importSheetLabel: Record<ImportSheet, string> = { ORGANIZATIONS: 'Tổ chức đảng', MEMBERS: 'Đảng viên' };

/** What will become of a row: new, changed or unchanged when it is applied; nothing, while it holds an error. */
export const RowState = z.enum(['NEW', 'CHANGED', 'UNCHANGED', 'ERROR']);
export type RowState = z.infer<typeof RowState>;

export const rowStateLabel: Record<RowState, string> = { NEW: 'Thêm mới', CHANGED: 'Thay đổi', UNCHANGED: 'Không đổi', ERROR: 'Có lỗi' };

/** What a person should know of one cell of a row. A cell without a remark is as its row. */
export const CellRemarkKind = z.enum(['CHANGED', 'WARNING', 'ERROR']);
export type CellRemarkKind = z.infer<typeof CellRemarkKind>;

export const CellRemark = z.strictObject({
  /** Key of the column. */
  column: z.string(),
  kind: CellRemarkKind,
  /** The reason, in Vietnamese, for the person who made the file; for a change, what stands now. */
  says: z.string().max(500),
});
export type CellRemark = z.infer<typeof CellRemark>;

/** A row of the preview: its number in the sheet as a person counts (the heading is 1), what was read, and the state of its cells. */
export const ImportRow = z.strictObject({
  row: z.number().int().positive(),
  state: RowState,
  warned: z.boolean(),
  /** By key of the column, as it was read. */
  cells: z.record(z.string(), z.string()),
  remarks: z.array(CellRemark),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** How many rows of a sheet are in which state; `warnings` counts rows with a warning, whatever their state. */
export const RowCounts = z.strictObject({
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
});
export type RowCounts = z.infer<typeof RowCounts>;

export interface SheetColumn {
  readonly key: string;
  readonly title: string;
  /** Its heading must be there; others may be missing. */
  readonly required: boolean;
}

/** Columns of the sheet of organizations, in the order of the export; found by their titles in any order. */
export const organizationColumns = [
  { key: 'code', title: 'Mã tổ chức đảng', required: true },
  { key: 'name', title: 'Tên tổ chức đảng', required: true },
  { key: 'type', title: 'Loại hình tổ chức', required: true },
  { key: 'parentCode', title: 'Mã tổ chức cấp trên', required: true },
  { key: 'sector', title: 'Lĩnh vực/loại hình chi bộ', required: false },
  { key: 'establishedOn', title: 'Ngày thành lập', required: false },
  { key: 'decisionNumber', title: 'Số quyết định', required: false },
  { key: 'hasSeal', title: 'Có con dấu', required: false },
] as const satisfies readonly SheetColumn[];
export type OrganizationColumn = (typeof organizationColumns)[number]['key'];

/** Columns of the sheet of members: those of the national list (domain.md §3.1) and the code of the cell. */
export const memberColumns = [
  { key: 'name', title: 'Họ và tên', required: true },
  { key: 'cardNumber', title: 'Số thẻ Đảng viên', required: false },
  { key: 'citizenNumber', title: 'Số CCCD', required: false },
  { key: 'birthDate', title: 'Ngày sinh', required: true },
  { key: 'sex', title: 'Giới tính', required: false },
  { key: 'admittedOn', title: 'Ngày kết nạp', required: true },
  { key: 'officialOn', title: 'Ngày chính thức', required: false },
  { key: 'cellCode', title: 'Mã chi bộ đang sinh hoạt', required: false },
  { key: 'cellName', title: 'Chi bộ đang sinh hoạt', required: false },
  { key: 'residence', title: 'Chi bộ nơi cư trú', required: false },
  { key: 'status', title: 'Trạng thái', required: true },
  { key: 'exemptFrom', title: 'Miễn sinh hoạt từ', required: false },
  { key: 'awayFrom', title: 'Đi làm ăn xa từ', required: false },
  { key: 'awayPlace', title: 'Nơi đi làm ăn xa', required: false },
] as const satisfies readonly SheetColumn[];
export type MemberColumn = (typeof memberColumns)[number]['key'];

/** What a cell of the workbook held. A number keeps its digits; a date cell is 'YYYY-MM-DD'. */
export const ImportCell = z.strictObject({ kind: z.enum(['TEXT', 'NUMBER', 'DATE', 'FORMULA', 'MERGED', 'BROKEN']), text: z.string().max(2000) });
export type ImportCell = z.infer<typeof ImportCell>;

/** Why the content of a cell cannot be taken, whatever its column; undefined when it can. */
export function cellTrouble(cell: ImportCell): string | undefined {
  switch (cell.kind) {
    case 'FORMULA':
      return 'Ô chứa công thức. Hãy chép rồi dán lại dưới dạng giá trị.';
    case 'MERGED':
      return 'Ô bị gộp với ô khác. Hãy bỏ gộp ô và nhập đủ từng dòng.';
    case 'BROKEN':
      return 'Ô báo lỗi trong Excel. Hãy sửa lại nội dung ô.';
    case 'TEXT':
    case 'NUMBER':
    case 'DATE':
      return undefined;
  }
}

const DAY_MS = 86_400_000;
/** Day 0 of Excel's serial numbers; its imagined 29/02/1900 lies before every date that we take. */
const EXCEL_EPOCH_MS = Date.UTC(1899, 11, 30);
const dayOf = (millis: number): string => new Date(millis).toISOString().slice(0, 10);

/** The date that a cell means: a date cell, a serial number of Excel, or text as dd/mm/yyyy (also - or .) or yyyy-mm-dd. Undefined when it is none. */
export function importDate(cell: ImportCell): CalendarDate | undefined {
  const text = cell.text.trim();
  if (cell.kind === 'NUMBER') {
    const serial = Number(text);
    return Number.isInteger(serial) && serial > 60 && serial < 110_000 ? dayOf(EXCEL_EPOCH_MS + serial * DAY_MS) : undefined;
  }
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = vietnamese ? `${vietnamese[3]}-${vietnamese[2]?.padStart(2, '0')}-${vietnamese[1]?.padStart(2, '0')}` : text;
  return CalendarDate.safeParse(iso).success ? iso : undefined;
}
