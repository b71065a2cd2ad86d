/** Why a workbook is not read at all, with the sentence for the person who sent it. Nothing of the file has been used. */
export const refusals = {
  'workbook/not-xlsx': 'Tệp này không phải bảng tính Excel (.xlsx). Hãy mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi gửi lại.',
  'workbook/old-format': 'Tệp này là bảng tính Excel đời cũ (.xls hoặc .xlsb). Hãy mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi gửi lại.',
  'workbook/encrypted': 'Tệp này được đặt mật khẩu. Hãy bỏ mật khẩu của tệp rồi gửi lại.',
  'workbook/macros': 'Tệp này có chứa macro nên không được nhận. Hãy lưu lại dạng .xlsx (không có macro) rồi gửi lại.',
  'workbook/too-large': 'Tệp này lớn quá 20 MB. Hãy chia thành nhiều tệp nhỏ hơn rồi gửi lại.',
  'workbook/too-many-parts': 'Tệp này có quá nhiều thành phần bên trong. Hãy chép dữ liệu sang một bảng tính mới rồi gửi lại.',
  'workbook/unpacks-too-far':
    'Dữ liệu bên trong tệp này lớn quá mức cho phép. Hãy bỏ hình ảnh, định dạng thừa hoặc chia thành nhiều tệp rồi gửi lại.',
  'workbook/too-many-rows': 'Tệp này có hơn 100.000 dòng. Hãy chia thành nhiều tệp rồi gửi lại.',
  'workbook/unsafe': 'Tệp này có cấu trúc không an toàn nên không được nhận. Hãy chép dữ liệu sang một bảng tính mới rồi gửi lại.',
  'workbook/broken': 'Tệp này bị hỏng hoặc gửi lên chưa đủ. Hãy mở lại bằng Excel, lưu lại rồi gửi lại.',
  'workbook/too-slow': 'Đọc tệp này mất quá nhiều thời gian nên đã dừng. Hãy chia thành nhiều tệp nhỏ hơn rồi gửi lại.',
} as const;

export type RefusalCode = keyof typeof refusals;

/** A refusal as a value; `title` is for the person, `detail` for the log and never shown. */
export interface WorkbookRefusal {
  readonly code: RefusalCode;
  readonly title: string;
  readonly detail?: string;
}

export const refusal = (code: RefusalCode, detail?: string): WorkbookRefusal => ({
  code,
  title: refusals[code],
  ...(detail === undefined ? {} : { detail }),
});

/** Thrown inside the reader only; `readWorkbook` and its like turn it into a value. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail?: string,
  ) {
    super(`${code}${detail === undefined ? '' : `: ${detail}`}`);
  }
}

/** Any failure while reading as a refusal: what is not known to be ours is a broken file. */
export const refusalOf = (error: unknown): WorkbookRefusal =>
  error instanceof Refused ? refusal(error.code, error.detail) : refusal('workbook/broken', error instanceof Error ? error.message : String(error));
