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
  /** What to write in it, for the person who fills it. */
  readonly how: string;
}

/** Columns of the sheet of organizations, in the order of the export; found by their titles in any order. */
export const organizationColumns = [
  {
    key: 'code',
    title: 'Mã tổ chức đảng',
    required: true,
    how: 'Mã riêng của từng tổ chức, ghi như danh mục của tỉnh. Đã có trong hệ thống thì cập nhật, chưa có thì lập mới.',
  },
  { key: 'name', title: 'Tên tổ chức đảng', required: true, how: 'Tên đầy đủ.' },
  { key: 'type', title: 'Loại hình tổ chức', required: true, how: 'Ghi tên loại hình: Đảng bộ cơ sở, Chi bộ cơ sở, Đảng bộ bộ phận, Chi bộ…' },
  {
    key: 'parentCode',
    title: 'Mã tổ chức cấp trên',
    required: true,
    how: 'Mã của tổ chức cấp trên trực tiếp, có trong tệp này hoặc trong hệ thống.',
  },
  { key: 'sector', title: 'Lĩnh vực/loại hình chi bộ', required: false, how: 'Ghi cho chi bộ: thôn bản, cơ quan, doanh nghiệp… Để trống cũng được.' },
  { key: 'establishedOn', title: 'Ngày thành lập', required: false, date: true, how: 'Ngày/tháng/năm.' },
  { key: 'decisionNumber', title: 'Số quyết định', required: false, how: 'Số của quyết định thành lập.' },
  { key: 'hasSeal', title: 'Có con dấu', required: false, how: 'Có hoặc Không.' },
] as const satisfies readonly SheetColumn[];
export type OrganizationColumn = (typeof organizationColumns)[number]['key'];

/** Columns of the sheet of members: those of the national list (domain.md §3.1) and the code of the cell. */
export const memberColumns = [
  { key: 'name', title: 'Họ và tên', required: true, how: 'Họ và tên khai sinh, có dấu.' },
  {
    key: 'cardNumber',
    title: 'Số thẻ Đảng viên',
    required: false,
    how: 'Đủ các chữ số. Cùng với số CCCD, dùng để nhận ra người đã có trong hệ thống.',
  },
  { key: 'citizenNumber', title: 'Số CCCD', required: false, how: '12 chữ số.' },
  { key: 'birthDate', title: 'Ngày sinh', required: true, date: true, how: 'Ngày/tháng/năm.' },
  { key: 'sex', title: 'Giới tính', required: false, how: 'Nam hoặc Nữ.' },
  { key: 'admittedOn', title: 'Ngày kết nạp', required: true, date: true, how: 'Ngày/tháng/năm.' },
  { key: 'officialOn', title: 'Ngày chính thức', required: false, date: true, how: 'Ngày/tháng/năm; đảng viên dự bị để trống.' },
  { key: 'cellCode', title: 'Mã chi bộ đang sinh hoạt', required: false, how: 'Mã của chi bộ, có trong trang Tổ chức đảng hoặc trong hệ thống.' },
  { key: 'cellName', title: 'Chi bộ đang sinh hoạt', required: false, how: 'Ghi khi không có mã chi bộ.' },
  { key: 'residence', title: 'Chi bộ nơi cư trú', required: false, how: 'Tên chi bộ nơi cư trú.' },
  { key: 'status', title: 'Trạng thái', required: true, how: 'Chính thức hoặc Dự bị.' },
  { key: 'exemptFrom', title: 'Miễn sinh hoạt từ', required: false, date: true, how: 'Ngày/tháng/năm; không miễn thì để trống.' },
  { key: 'awayFrom', title: 'Đi làm ăn xa từ', required: false, date: true, how: 'Ngày/tháng/năm; không đi thì để trống.' },
  { key: 'awayPlace', title: 'Nơi đi làm ăn xa', required: false, how: 'Tỉnh, thành phố hoặc nước.' },
] as const satisfies readonly SheetColumn[];
export type MemberColumn = (typeof memberColumns)[number]['key'];

/**
 * What a cell of the workbook held, read by organization: a number keeps its digits; a date column gives DATE and 'YYYY-MM-DD',
 * however it was typed; BROKEN says in `text`, in Vietnamese, why the cell cannot be taken (formula, merged, no date that exists).
 */
export const ImportCell = z.strictObject({ kind: z.enum(['TEXT', 'NUMBER', 'DATE', 'BROKEN']), text: z.string().max(2000) });
export type ImportCell = z.infer<typeof ImportCell>;
