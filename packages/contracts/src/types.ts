import { z } from 'zod';

/** UUIDv7, made by the owner; an offline client may bring its own. */
export const Id = z.uuid({ error: (issue) => (issue.input === undefined ? 'Chưa chọn' : 'Mã định danh không hợp lệ') });
export type Id = z.infer<typeof Id>;

/** A calendar day 'YYYY-MM-DD' in Asia/Ho_Chi_Minh; never a point in time. */
export const CalendarDate = z.iso.date({
  error: (issue) => (issue.input === undefined ? 'Chưa nhập ngày' : 'Ngày phải có dạng ngày/tháng/năm và có thật'),
});
export type CalendarDate = z.infer<typeof CalendarDate>;

/** A month 'YYYY-MM'. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'Tháng không hợp lệ' });
export type Month = z.infer<typeof Month>;

/** A point in time, UTC, ISO 8601. */
export const Instant = z.iso.datetime({ error: 'Thời điểm không hợp lệ' });
export type Instant = z.infer<typeof Instant>;

/** Written text on one line: NFC, trimmed, never empty. */
export const line = (max: number) =>
  z
    .string({ error: 'Chưa nhập nội dung' })
    .normalize('NFC')
    .trim()
    .min(1, { error: 'Chưa nhập nội dung' })
    .max(max, { error: `Dài quá ${max} ký tự` })
    .regex(/^[^\p{Cc}]*$/u, { error: 'Có ký tự không hợp lệ' });

/** Written text of several lines: NFC, trimmed; may hold line breaks and tabs. */
export const text = (max: number) =>
  z
    .string({ error: 'Chưa nhập nội dung' })
    .normalize('NFC')
    .trim()
    .min(1, { error: 'Chưa nhập nội dung' })
    .max(max, { error: `Dài quá ${max} ký tự` })
    // oxlint-disable-next-line no-control-regex -- NUL and its like cannot be stored by PostgreSQL and never come from a keyboard
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/, { error: 'Có ký tự không hợp lệ' });

/** Version of an aggregate, 1 for the first; the gateway carries it as ETag and If-Match. */
export const Version = z.number().int().positive();

/** Rows of one page, at most. */
export const MOST_ROWS = 200;
const rowsAllowed = { error: `Mỗi trang có từ 1 đến ${MOST_ROWS} dòng. Hãy xem tiếp bằng trang sau.` };

/** The envelope of a list request; the cursor is opaque. Spread its shape into the input. */
export const pageInput = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number(rowsAllowed).int(rowsAllowed).min(1, rowsAllowed).max(MOST_ROWS, rowsAllowed).default(50),
} as const;

/** A page of rows; `next` is absent on the last page. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().optional() });
export type Page<T> = { items: T[]; next?: string };

/** The answer of a command that has nothing to tell. */
export const Done = z.strictObject({ done: z.literal(true) });
export const done = { done: true } as const;
