import { z } from 'zod';

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
  readonly date?: true;
}

/** Columns of the sheet of organizations, in the order of the export; found by their titles in any order. */
export const organizationColumns = [
  { key: 'code', title: 'Mã tổ chức đảng', required: true },
  { key: 'name', title: 'Tên tổ chức đảng', required: true },
  { key: 'type', title: 'Loại hình tổ chức', required: true },
  { key: 'parentCode', title: 'Mã tổ chức cấp trên', required: true },
  { key: 'sector', title: 'Lĩnh vực/loại hình chi bộ', required: false },
  { key: 'establishedOn', title: 'Ngày thành lập', required: false, date: true },
  { key: 'decisionNumber', title: 'Số quyết định', required: false },
  { key: 'hasSeal', title: 'Có con dấu', required: false },
] as const satisfies readonly SheetColumn[];
export type OrganizationColumn = (typeof organizationColumns)[number]['key'];

/** Columns of the sheet of members: those of the national list (domain.md §3.1) and the code of the cell. */
export const memberColumns = [
  { key: 'name', title: 'Họ và tên', required: true },
  { key: 'cardNumber', title: 'Số thẻ Đảng viên', required: false },
  { key: 'citizenNumber', title: 'Số CCCD', required: false },
  { key: 'birthDate', title: 'Ngày sinh', required: true, date: true },
  { key: 'sex', title: 'Giới tính', required: false },
  { key: 'admittedOn', title: 'Ngày kết nạp', required: true, date: true },
  { key: 'officialOn', title: 'Ngày chính thức', required: false, date: true },
  { key: 'cellCode', title: 'Mã chi bộ đang sinh hoạt', required: false },
  { key: 'cellName', title: 'Chi bộ đang sinh hoạt', required: false },
  { key: 'residence', title: 'Chi bộ nơi cư trú', required: false },
  { key: 'status', title: 'Trạng thái', required: true },
  { key: 'exemptFrom', title: 'Miễn sinh hoạt từ', required: false, date: true },
  { key: 'awayFrom', title: 'Đi làm ăn xa từ', required: false, date: true },
  { key: 'awayPlace', title: 'Nơi đi làm ăn xa', required: false },
] as const satisfies readonly SheetColumn[];
export type MemberColumn = (typeof memberColumns)[number]['key'];

/**
 * What a cell of the workbook held, read by organization: a number keeps its digits; a date column gives DATE and 'YYYY-MM-DD',
 * however it was typed; BROKEN says in `text`, in Vietnamese, why the cell cannot be taken (formula, merged, no date that exists).
 */
export const ImportCell = z.strictObject({ kind: z.enum(['TEXT', 'NUMBER', 'DATE', 'BROKEN']), text: z.string().max(2000) });
export type ImportCell = z.infer<typeof ImportCell>;
